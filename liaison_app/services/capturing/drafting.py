"""From what was typed to the draft that is saved, or to what somebody must settle first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.services.capturing.reading_typed import (
    day_of,
    instants,
    read_day,
    read_due,
    settled,
)
from liaison_app.services.capturing.typed import TypedMeeting, TypedPerson, TypedPromise
from liaison_app.services.drafts import (
    CommitmentDraft,
    EngagementDraft,
    ParticipantDraft,
    PersonDraft,
    PlaceDraft,
    PointDraft,
    Who,
)
from liaison_app.services.facts import CommitmentFacts, EngagementFacts, ParticipantFacts
from liaison_app.system.messages import TEXTS, text


@dataclass(frozen=True)
class Unsettled:
    """What keeps a meeting from being saved: where (a field of the page, ``promises.0.due``) and why."""

    where: str
    code: str
    params: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The reason, in words."""
        return text(self.code, **self.params)


def unsettled(meeting: TypedMeeting, today: date) -> tuple[Unsettled, ...]:
    """All that must be settled before ``meeting`` can be saved, in the order of the page."""
    return tuple(_unsettled(meeting, today))


def draft_of(meeting: TypedMeeting, now: datetime, today: date) -> EngagementDraft:
    """The meeting as it is saved. A meeting of today or before counts as held, with all who are named.

    Refused: whatever ``unsettled`` names.
    """
    held = settled(read_day(meeting.date, today))
    day = day_of(meeting, today)
    start, end = instants(meeting, day) if day is not None else (None, None)
    over = start <= now if start is not None else _is_past(held, today)
    who = {one.key: _who(one) for one in meeting.people if not one.unnamed}
    return EngagementDraft(
        title=made_title(meeting),
        facts=_facts(meeting, held, start, end, over=over),
        place=_new_place(meeting),
        participants=[_participant(one, who, came=over) for one in meeting.people],
        commitments=[
            _promise(one, meeting, who, day or held.last or today)
            for one in meeting.promises
            if one.wording.strip()
        ],
        points=[PointDraft(one.kind, one.text) for one in meeting.points if one.text.strip()],
    )


def made_title(meeting: TypedMeeting) -> str:
    """The title typed, or one made of the kind and whom it is with; empty while nothing tells."""
    if meeting.title.strip():
        return meeting.title.strip()
    theirs = meeting.side("theirs")
    lead = next((one for one in theirs if one.role in ("head", "principal")), None)
    whom = lead or next(iter(theirs), None)
    name = whom.name if whom is not None else meeting.place.name if meeting.place else ""
    code = f"capture.title.{meeting.kind}"
    words = text(code) if code in TEXTS else meeting.kind.replace("_", " ").capitalize()
    return text("capture.title_with", kind=words, whom=name) if name else ""


def _unsettled(meeting: TypedMeeting, today: date) -> Iterator[Unsettled]:
    if not made_title(meeting):
        yield Unsettled("title", "capture.no_title")
    if not meeting.date.strip():
        yield Unsettled("date", "capture.no_date")
    else:
        try:
            settled(read_day(meeting.date, today))
        except Refusal as refusal:
            yield _of("date", refusal, meeting.date)
    day = day_of(meeting, today)
    if meeting.start.strip() or meeting.end.strip():
        try:
            instants(meeting, day or today)
        except Refusal as refusal:
            yield _of("start", refusal, meeting.start)
        if day is None and meeting.date.strip():
            yield Unsettled("date", "capture.time_without_day")
    for place, promise in enumerate(meeting.promises):
        yield from _promise_unsettled(place, promise, day or today)


def _promise_unsettled(place: int, promise: TypedPromise, day: date) -> Iterator[Unsettled]:
    if not promise.wording.strip():
        if promise.due.strip() or promise.who:
            yield Unsettled(f"promises.{place}.wording", "capture.no_wording")
        return
    if promise.due.strip():
        try:
            settled(read_due(promise.due, day))
        except Refusal as refusal:
            yield _of(f"promises.{place}.due", refusal, promise.due)


def _of(where: str, refusal: Refusal, typed: str) -> Unsettled:
    return Unsettled(where, refusal.code, {"text": typed, "choices": "", **refusal.params})


def _is_past(held: PartialDate, today: date) -> bool:
    return held.last is not None and held.last <= today


def _facts(
    meeting: TypedMeeting,
    held: PartialDate,
    start: datetime | None,
    end: datetime | None,
    *,
    over: bool,
) -> EngagementFacts:
    place = meeting.place
    return {
        "kind": meeting.kind,
        "status": "held" if over else "planned",
        "held": held,
        "start_at": start,
        "end_at": end,
        "zone": meeting.zone,
        "venue": meeting.venue,
        "jurisdiction_id": UUID(place.id) if place and place.id else None,
        "trip_id": UUID(meeting.trip) if meeting.trip else None,
        "press": meeting.press or None,
        "interpreter": meeting.interpreter or None,
        "purpose": meeting.purpose,
        "decisions": meeting.decisions,
        "notes": meeting.notes,
    }


def _new_place(meeting: TypedMeeting) -> PlaceDraft | None:
    place = meeting.place
    return PlaceDraft(place.name, place.kind) if place is not None and not place.id else None


def _who(one: TypedPerson) -> Who:
    if one.id:
        return UUID(one.id)
    return PersonDraft(one.name, one.title or None, facts={"is_ours": one.side == "ours"})


def _participant(one: TypedPerson, who: dict[str, Who], *, came: bool) -> ParticipantDraft:
    facts: ParticipantFacts = {"side": one.side, "role": one.role, "came": came}
    if one.unnamed:
        return ParticipantDraft(unnamed=one.name, facts=facts)
    return ParticipantDraft(who[one.key], facts=facts)


def _promise(
    one: TypedPromise, meeting: TypedMeeting, who: dict[str, Who], day: date
) -> CommitmentDraft:
    """Theirs is owed by the person chosen; ours is for the head of their side, and kept by the person chosen."""
    facts: CommitmentFacts = {"firmness": one.firmness}
    if one.due.strip():
        facts["due"] = settled(read_due(one.due, day))
    chosen = who.get(one.who)
    if one.direction == "they_owe":
        return CommitmentDraft(one.wording.strip(), one.direction, obligor=chosen, facts=facts)
    theirs = meeting.side("theirs")
    lead = next((p for p in theirs if p.role in ("head", "principal")), next(iter(theirs), None))
    beneficiary = who.get(lead.key) if lead is not None else None
    return CommitmentDraft(
        one.wording.strip(), one.direction, beneficiary=beneficiary, owner=chosen, facts=facts
    )
