"""The page of an engagement: who takes part with the title of that day, points, promises, run of show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.attachments import Attached, attached_to
from liaison_app.services.deadlines import DeadlineRow, deadlines_about
from liaison_app.services.holding import offices_of
from liaison_app.services.lists.agreements import AGREEMENTS, AgreementRow
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.office import Office
from liaison_app.services.pages.exchange import Exchanged, exchanged_at
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.jurisdiction import meetings_in
from liaison_app.services.pages.ledger import Ledger, commitments, ledger
from liaison_app.services.pages.newest import newest
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    Through,
    all_standing_for,
    living,
    looking,
    named,
    names_of,
)
from liaison_app.services.rows import CommitmentRow, EngagementRow, Named, OfficeHeld
from liaison_app.store.tables import meetings
from liaison_app.store.tables.agreements import agreement, engagement_agreement
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment

_P = meetings.participation
_WHO = Through(_P.c.person_id, person, "who")
_INSTEAD = Through(_P.c.instead_of_id, person, "instead")
_PARTICIPANTS = (
    select(
        _P,
        *_WHO.columns(),
        _WHO.shown.c.phonetic.label("who__phonetic"),
        _WHO.shown.c.spoken_address.label("who__spoken"),
        *_INSTEAD.columns(),
    )
    .select_from(_INSTEAD.onto(_WHO.onto(_P)))
    .where(~_P.c.deleted)
    .order_by(_P.c.order_key, _P.c.id)
)
_LAST_MEETINGS = 4


@dataclass(frozen=True)
class Participant:
    """Somebody who takes part; ``person`` is None for one known only as "+1" (``unnamed``).

    ``held`` are the offices held on the meeting's own day; ``title_as_of`` what was noted then.
    """

    id: UUID
    person: Named | None
    unnamed: str | None
    title_as_of: str | None
    held: tuple[OfficeHeld, ...]
    side: str | None
    role: str | None
    answer: str | None
    came: bool
    instead_of: Named | None
    phonetic: str | None
    spoken_address: str | None
    seat: str | None
    note: str | None

    @property
    def name(self) -> str:
        """What they are called here."""
        return self.person.title if self.person is not None else self.unnamed or ""

    @property
    def title(self) -> str | None:
        """Their title on the meeting's day: as noted then, else by the tenures."""
        return self.title_as_of or (self.held[0].title if self.held else None)


@dataclass(frozen=True)
class ScenarioStep:
    """One step of the run of show."""

    id: UUID
    minutes: int | None
    what: str
    lead: str | None
    press: str | None


@dataclass(frozen=True)
class TalkingPoint:
    """One point: ``kind`` is raise, if_raised, avoid or deliver."""

    id: UUID
    kind: str | None
    likelihood: str | None
    text: str
    addressed_to: str | None
    background: str | None


@dataclass(frozen=True)
class EngagementPage:
    """All that the page shows. ``day`` is the meeting's own; titles are as of it.

    ``commitments`` were made here; ``prior`` is what is open with the jurisdiction otherwise.
    """

    record: EngagementRow
    fields: Fields
    day: date
    participants: tuple[Participant, ...]
    scenario: tuple[ScenarioStep, ...]
    points: tuple[TalkingPoint, ...]
    commitments: tuple[CommitmentRow, ...]
    prior: Ledger
    jurisdictions: tuple[Named, ...]
    organizations: tuple[Named, ...]
    topics: tuple[str, ...]
    priorities: tuple[str, ...]
    part_of: Named | None
    parts: tuple[EngagementRow, ...]
    last_meetings: tuple[EngagementRow, ...]
    agreements: tuple[AgreementRow, ...]
    exchanged: Exchanged
    deadlines: tuple[DeadlineRow, ...]
    attachments: tuple[Attached, ...]


def engagement_page(office: Office, record_id: UUID) -> EngagementPage:
    """The page of an engagement."""
    with looking(office) as look:
        row = record_of(look, Kind.ENGAGEMENT, record_id)
        table = meetings.engagement
        same = all_standing_for(table, [row.id])
        day = row.held_on or look.today
        parents = names_of(look, Kind.ENGAGEMENT, [row.part_of_id] if row.part_of_id else [])
        return EngagementPage(
            record=ENGAGEMENTS.rows_in(look, [row.n])[0],
            fields=fields_of(table, row),
            day=day,
            participants=participants(look, row.id, day),
            scenario=_scenario(look, same),
            points=_points(look, same),
            commitments=tuple(commitments(look, commitment.c.engagement_id.in_(same))),
            prior=_prior(look, row, same),
            jurisdictions=_linked(look, meetings.engagement_jurisdiction, Kind.JURISDICTION, same),
            organizations=_linked(look, meetings.engagement_organization, Kind.ORGANIZATION, same),
            topics=_texts(look, meetings.engagement_topic, meetings.topic, "name", same),
            priorities=_texts(look, meetings.engagement_priority, meetings.priority, "code", same),
            part_of=parents.get(row.part_of_id),
            parts=_parts(look, same),
            last_meetings=_last_meetings(look, row, day),
            agreements=newest(look, AGREEMENTS, agreement.c.id.in_(_agreed(same))),
            exchanged=exchanged_at(look, same),
            deadlines=deadlines_about(look, row.id),
            attachments=attached_to(look, Kind.ENGAGEMENT, same),
        )


def participants(look: Looking, engagement_id: UUID, day: date) -> tuple[Participant, ...]:
    """Who takes part, in order, with the offices that each holds on ``day``.

    Somebody who takes part by two merged records is shown once.
    """
    same = all_standing_for(meetings.engagement, [engagement_id])
    told = look.all(_PARTICIPANTS.where(_P.c.engagement_id.in_(same)))
    first = {row.who__id or row.id: row for row in reversed(told)}
    rows = [row for row in told if first[row.who__id or row.id] is row]
    held = offices_of(look, [row.who__id for row in rows if row.who__id is not None], day)
    return tuple(
        Participant(
            id=row.id,
            person=named(row, "who"),
            unnamed=row.unnamed,
            title_as_of=row.title_as_of,
            held=tuple(held.get(row.who__id, ())),
            side=row.side,
            role=row.role,
            answer=row.answer,
            came=row.came,
            instead_of=named(row, "instead"),
            phonetic=row.who__phonetic,
            spoken_address=row.who__spoken,
            seat=row.seat,
            note=row.note,
        )
        for row in rows
    )


def _scenario(look: Looking, same: Any) -> tuple[ScenarioStep, ...]:
    s = meetings.scenario_step.c
    rows = look.all(
        select(s.id, s.minutes, s.what, s.lead, s.press)
        .where(~s.deleted, s.engagement_id.in_(same))
        .order_by(s.order_key, s.id)
    )
    return tuple(ScenarioStep(r.id, r.minutes, r.what or "", r.lead, r.press) for r in rows)


def _points(look: Looking, same: Any) -> tuple[TalkingPoint, ...]:
    t = meetings.talking_point.c
    rows = look.all(
        select(t.id, t.kind, t.likelihood, t.text, t.addressed_to, t.background)
        .where(~t.deleted, t.engagement_id.in_(same))
        .order_by(t.order_key, t.id)
    )
    return tuple(
        TalkingPoint(r.id, r.kind, r.likelihood, r.text or "", r.addressed_to, r.background)
        for r in rows
    )


def _prior(look: Looking, row: AnyRow, same: Any) -> Ledger:
    if row.jurisdiction_id is None:
        return Ledger()
    stand_in = select(jurisdiction.c.stands_for).where(jurisdiction.c.id == row.jurisdiction_id)
    there = select(jurisdiction.c.id).where(jurisdiction.c.stands_for == stand_in.scalar_subquery())
    elsewhere = commitment.c.engagement_id.is_(None) | commitment.c.engagement_id.not_in(same)
    return ledger(look, commitment.c.jurisdiction_id.in_(there), elsewhere)


def _linked(look: Looking, link: Any, kind: Kind, same: Any) -> tuple[Named, ...]:
    ids = look.connection.scalars(
        select(link.c[f"{kind}_id"]).where(~link.c.deleted, link.c.engagement_id.in_(same))
    ).all()
    return tuple(names_of(look, kind, ids).values())


def _agreed(same: Any) -> Any:
    link = engagement_agreement.c
    return select(link.agreement_id).where(~link.deleted, link.engagement_id.in_(same))


def _texts(look: Looking, link: Any, listed: Any, column: str, same: Any) -> tuple[str, ...]:
    chosen = (
        select(listed.c[column])
        .join(link, link.c[f"{listed.name}_id"] == listed.c.id)
        .where(~link.c.deleted, link.c.engagement_id.in_(same))
        .order_by(listed.c[column])
    )
    return tuple(look.connection.scalars(chosen))


def _parts(look: Looking, same: Any) -> tuple[EngagementRow, ...]:
    e = meetings.engagement
    chosen = select(e.c.n).where(living(e), e.c.part_of_id.in_(same)).order_by(e.c.start_at)
    return tuple(ENGAGEMENTS.rows_in(look, look.connection.scalars(chosen).all()))


def _last_meetings(look: Looking, row: AnyRow, day: date) -> tuple[EngagementRow, ...]:
    """What was held with the same jurisdiction before, the latest first."""
    if row.jurisdiction_id is None:
        return ()
    same = all_standing_for(jurisdiction, [row.jurisdiction_id])
    before: Sequence[EngagementRow] = [
        one
        for one in meetings_in(look, same, _LAST_MEETINGS * 5)
        if one.id != row.id and one.status == "held" and one.when and (one.when.last or day) <= day
    ]
    return tuple(before[:_LAST_MEETINGS])
