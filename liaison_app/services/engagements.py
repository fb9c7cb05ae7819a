"""Engagements: a meeting captured whole in one step, changed, held, cancelled, written up."""

from collections.abc import Iterable
from datetime import datetime
from typing import Unpack
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Table, select

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.order import spread
from liaison_app.services.commitments import make_in
from liaison_app.services.drafts import EngagementDraft, PointDraft, ScenarioDraft
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import CommitmentFacts, EngagementFacts
from liaison_app.services.newcomers import Newcomers
from liaison_app.services.office import Office
from liaison_app.services.participants import add_participant_in
from liaison_app.services.reading import AnyRow
from liaison_app.services.sets import put_priorities, put_set, put_topics
from liaison_app.store.tables import meetings
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.places import jurisdiction

_SOURCE = "met"


def capture(office: Office, draft: EngagementDraft) -> Done:
    """Enter a whole meeting as one step: with its people, new ones too, points and promises."""
    with writing(office, "engagement.capture") as write:
        made = capture_in(write, draft)
        write.records.subject = made
        ref = ref_in(write, engagement, made)
    return Done(made, ref, write.records.step)


def capture_in(write: Writing, draft: EngagementDraft) -> UUID:
    """Enter a whole meeting within an open write."""
    facts = with_day(write, draft.facts)
    if draft.place is not None:
        new = {"name": draft.place.name, "kind": draft.place.kind, "zone": facts.get("zone")}
        facts["jurisdiction_id"] = add_in(write, jurisdiction, {**new, "source": _SOURCE})
    made = add_in(write, engagement, {"title": draft.title, **facts})
    newcomers = Newcomers(write, facts.get("jurisdiction_id"), _SOURCE)
    keys = spread(len(draft.participants))
    for participant, key in zip(draft.participants, keys, strict=True):
        add_participant_in(write, made, participant, newcomers, key)
    put_points(write, made, draft.points)
    put_scenario(write, made, draft.scenario)
    put_set(write, meetings.engagement_jurisdiction, made, draft.jurisdictions)
    put_set(write, meetings.engagement_organization, made, draft.organizations)
    put_topics(write, meetings.engagement_topic, made, draft.topics)
    put_priorities(write, meetings.engagement_priority, made, draft.priorities)
    inherited = _inherited(write, made, facts)
    for promise in draft.commitments:
        make_in(write, promise, inherited, newcomers)
    return made


def change(
    office: Office,
    engagement_id: UUID,
    *,
    title: str | None = None,
    **facts: Unpack[EngagementFacts],
) -> Done:
    """Change an engagement."""
    return _changed(office, "engagement.change", engagement_id, facts, title)


def hold(office: Office, engagement_id: UUID, came: Iterable[UUID] | None = None) -> Done:
    """Say that a meeting took place; ``came``: the participations of those who were there (all who
    had not declined, if not given)."""
    with writing(office, "engagement.hold", engagement_id) as write:
        row = _changeable(write, engagement_id)
        if (
            row.held_on is not None
            and (row.start_at or row.held_precision == "day")
            and (row.held_on > write.today)
        ):
            raise Refusal("engagement.not_yet", ref=row.ref, day=row.held_on)
        write.records.change(engagement, engagement_id, status="held")
        p = meetings.participation
        there = set(came) if came is not None else None
        for one in write.look.all(select(p).where(~p.c.deleted, p.c.engagement_id == row.id)):
            was_there = one.answer != "declined" if there is None else one.id in there
            write.records.change(p, one.id, came=was_there)
    return Done(engagement_id, row.ref or "", write.records.step)


def cancel(office: Office, engagement_id: UUID) -> Done:
    """Say that a meeting won't take place; it stays, and counts no more."""
    return _changed(office, "engagement.cancel", engagement_id, {"status": "cancelled"})


def postpone(office: Office, engagement_id: UUID, held: PartialDate | None = None) -> Done:
    """Say that a meeting is put off, to another day if one is known."""
    if held is None:
        return _changed(office, "engagement.postpone", engagement_id, {"status": "postponed"})
    facts: EngagementFacts = {"held": held, "start_at": None, "end_at": None, "status": "planned"}
    return _changed(office, "engagement.postpone", engagement_id, facts)


def record(
    office: Office,
    engagement_id: UUID,
    *,
    notes: str | None = None,
    decisions: str | None = None,
    readout: str | None = None,
) -> Done:
    """Write up a meeting: notes (ours alone), decisions, the readout; None leaves one as it is."""
    given = {"notes": notes, "decisions": decisions, "readout": readout}
    with writing(office, "engagement.record", engagement_id) as write:
        row = _changeable(write, engagement_id)
        cells = {name: text for name, text in given.items() if text is not None}
        change_in(write, engagement, engagement_id, cells)
    return Done(engagement_id, row.ref or "", write.records.step)


def finalise(office: Office, engagement_id: UUID) -> Done:
    """Close the record of a meeting: what is written then stays as it is."""
    with writing(office, "engagement.finalise", engagement_id) as write:
        row = _changeable(write, engagement_id)
        write.records.change(engagement, engagement_id, finalised_at=write.records.now)
    return Done(engagement_id, row.ref or "", write.records.step)


def set_points(office: Office, engagement_id: UUID, points: Iterable[PointDraft]) -> Done:
    """Make the talking points of a meeting exactly these, in this order."""
    with writing(office, "engagement.points", engagement_id) as write:
        row = _changeable(write, engagement_id)
        put_points(write, engagement_id, points)
    return Done(engagement_id, row.ref or "", write.records.step)


def set_scenario(office: Office, engagement_id: UUID, steps: Iterable[ScenarioDraft]) -> Done:
    """Make the run of show exactly these steps, in this order."""
    with writing(office, "engagement.scenario", engagement_id) as write:
        row = _changeable(write, engagement_id)
        put_scenario(write, engagement_id, steps)
    return Done(engagement_id, row.ref or "", write.records.step)


def classify(
    office: Office,
    engagement_id: UUID,
    *,
    topics: Iterable[str] | None = None,
    priorities: Iterable[str] | None = None,
    jurisdictions: Iterable[UUID] | None = None,
    organizations: Iterable[UUID] | None = None,
) -> Done:
    """Say what a meeting was about and who else it concerns; each set given replaces the one before."""
    with writing(office, "engagement.classify", engagement_id) as write:
        row = _changeable(write, engagement_id)
        if topics is not None:
            put_topics(write, meetings.engagement_topic, engagement_id, topics)
        if priorities is not None:
            put_priorities(write, meetings.engagement_priority, engagement_id, priorities)
        if jurisdictions is not None:
            put_set(write, meetings.engagement_jurisdiction, engagement_id, jurisdictions)
        if organizations is not None:
            put_set(write, meetings.engagement_organization, engagement_id, organizations)
    return Done(engagement_id, row.ref or "", write.records.step)


def with_day(
    write: Writing, facts: EngagementFacts, known_zone: str | None = None
) -> EngagementFacts:
    """The facts with the day that follows from ``start_at`` in the venue's zone, and a zone."""
    start = facts.get("start_at")
    if start is None:
        return {**facts}
    if start.tzinfo is None:
        raise ValueError("start_at is an instant: give it a zone")
    zone = facts.get("zone") or known_zone or write.look.setting("zone", "UTC")
    day = PartialDate.day(_local(start, zone).date())
    return {"held": day, "zone": zone, **facts}


def put_points(write: Writing, engagement_id: UUID, points: Iterable[PointDraft]) -> None:
    """Replace a meeting's talking points within an open write."""
    wanted = [
        {
            "kind": one.kind,
            "text": one.text,
            "likelihood": None,
            "addressed_to": None,
            "background": None,
            **one.facts,
        }
        for one in points
    ]
    _put_parts(write, meetings.talking_point, engagement_id, wanted)


def put_scenario(write: Writing, engagement_id: UUID, steps: Iterable[ScenarioDraft]) -> None:
    """Replace a meeting's run of show within an open write."""
    wanted = [
        {"what": one.what, "minutes": None, "lead": None, "press": None, **one.facts}
        for one in steps
    ]
    _put_parts(write, meetings.scenario_step, engagement_id, wanted)


def _put_parts(
    write: Writing, part: Table, engagement_id: UUID, wanted: list[dict[str, object]]
) -> None:
    """Change the rows there in order, add what is missing, take away what is left over."""
    chosen = select(part.c.id).where(~part.c.deleted, part.c.engagement_id == engagement_id)
    present = list(write.records.connection.scalars(chosen.order_by(part.c.order_key, part.c.id)))
    for place, (given, key) in enumerate(zip(wanted, spread(len(wanted)), strict=True)):
        if place < len(present):
            change_in(write, part, present[place], {**given, "order_key": key})
        else:
            add_in(write, part, {**given, "engagement_id": engagement_id, "order_key": key})
    for row_id in present[len(wanted) :]:
        write.records.remove(part, row_id)


def _changed(
    office: Office, verb: str, engagement_id: UUID, facts: EngagementFacts, title: str | None = None
) -> Done:
    with writing(office, verb, engagement_id) as write:
        row = _changeable(write, engagement_id)
        given: dict[str, object] = {**with_day(write, facts, row.zone)}
        if title is not None:
            given["title"] = title
        change_in(write, engagement, engagement_id, given)
    return Done(engagement_id, row.ref or "", write.records.step)


def _changeable(write: Writing, engagement_id: UUID) -> AnyRow:
    row = living_row(write, engagement, engagement_id)
    if row.finalised_at is not None:
        raise Refusal("engagement.finalised", ref=row.ref)
    return row


def refuse_final(write: Writing, engagement_id: UUID) -> None:
    """Refuse as ``engagement.finalised`` what would change a record that is closed for good."""
    _changeable(write, engagement_id)


def _inherited(write: Writing, engagement_id: UUID, facts: EngagementFacts) -> CommitmentFacts:
    found: CommitmentFacts = {
        "engagement_id": engagement_id,
        "jurisdiction_id": facts.get("jurisdiction_id"),
    }
    held = facts.get("held")
    if held is not None and held.last is not None and held.last <= write.today:
        found["made_on"] = held.last
    return found


def _local(start: datetime, zone: str) -> datetime:
    try:
        return start.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError) as fault:
        raise Refusal("zone.unknown", zone=zone) from fault
