"""Requests: who asks whom for what; received, looked at, decided, answered (DOMAIN 3.1).

An accepted request becomes an engagement or a trip, in the same step.
"""

from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.engagements import capture_in
from liaison_app.services.exchange_facts import RequestFacts
from liaison_app.services.facts import EngagementFacts, TripFacts
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow, Looking, names_of
from liaison_app.store.tables.meetings import engagement, trip
from liaison_app.store.tables.requests import request


def receive(office: Office, title: str, **facts: Unpack[RequestFacts]) -> Done:
    """Enter a request on the day it came in (today if not given)."""
    with writing(office, "request.receive") as write:
        given: dict[str, object] = {"received_on": write.today, "owner_id": write.look.officer}
        made = add_in(write, request, {**given, "title": title, **facts})
        write.records.subject = made
        ref = ref_in(write, request, made)
    return Done(made, ref, write.records.step)


def change(
    office: Office, request_id: UUID, *, title: str | None = None, **facts: Unpack[RequestFacts]
) -> Done:
    """Change what is written down of a request, but not what was decided."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.REQUEST, request_id, given)


def triage(office: Office, request_id: UUID, triage: str, note: str | None = None) -> Done:
    """Say how much a request matters: priority, worthwhile, later, not ours. Ours alone."""
    cells = {"triage": triage, "triage_note": note}
    return change_record(office, Kind.REQUEST, request_id, cells, "request.triage")


def defer(office: Office, request_id: UUID, reason: str, on: date | None = None) -> Done:
    """Put off a request, with the reason."""
    return _decide(office, request_id, "deferred", reason, on)


def refer(office: Office, request_id: UUID, reason: str, on: date | None = None) -> Done:
    """Pass a request on to whom it belongs to, who is named in the reason."""
    return _decide(office, request_id, "referred", reason, on)


def decline(office: Office, request_id: UUID, reason: str, on: date | None = None) -> Done:
    """Decline a request, with the reason; what is answered is written apart."""
    return _decide(office, request_id, "declined", reason, on)


def accept(
    office: Office, request_id: UUID, reason: str | None = None, on: date | None = None
) -> Done:
    """Accept a request that becomes neither an engagement nor a trip: a letter, a piece of news."""
    with writing(office, "request.accept", request_id) as write:
        row = _decided(write, request_id, "accepted", reason, on)
    return Done(request_id, row.ref or "", write.records.step)


def accept_as_engagement(
    office: Office,
    request_id: UUID,
    *,
    title: str | None = None,
    reason: str | None = None,
    on: date | None = None,
    **facts: Unpack[EngagementFacts],
) -> Done:
    """Accept a request and plan the engagement it asks for, as one step; returns the engagement.

    Where ``facts`` are silent it takes the place, purpose, asker and wanted day of the request.
    """
    with writing(office, "request.accept_as_engagement", request_id) as write:
        row = _not_yet_something(write, request_id)
        inherited: EngagementFacts = {"jurisdiction_id": row.jurisdiction_id}
        inherited |= {"purpose": row.purpose, "requested_by": _asker(write.look, row)}
        made = capture_in(write, EngagementDraft(title or row.title, {**inherited, **facts}))
        _decided(write, request_id, "accepted", reason, on, engagement_id=made)
        ref = ref_in(write, engagement, made)
    return Done(made, ref, write.records.step)


def accept_as_trip(
    office: Office,
    request_id: UUID,
    *,
    title: str | None = None,
    reason: str | None = None,
    on: date | None = None,
    **facts: Unpack[TripFacts],
) -> Done:
    """Accept a request and plan the trip or visit it asks for, as one step; returns the trip."""
    with writing(office, "request.accept_as_trip", request_id) as write:
        row = _not_yet_something(write, request_id)
        inbound = "inbound" if row.direction == "to_us" else "outbound"
        given = {"direction": inbound, "purpose": row.purpose, "lead_id": row.owner_id, **facts}
        made = add_in(write, trip, {"title": title or row.title, **given})
        _decided(write, request_id, "accepted", reason, on, trip_id=made)
        ref = ref_in(write, trip, made)
    return Done(made, ref, write.records.step)


def answer(office: Office, request_id: UUID, words: str, on: date | None = None) -> Done:
    """Say what was answered to a request that was decided on, and when."""
    with writing(office, "request.answer", request_id) as write:
        row = living_row(write, request, request_id)
        if row.decision is None:
            raise Refusal("request.undecided", ref=row.ref)
        day = happened_on(write, on, row.received_on)
        change_in(write, request, request_id, {"answer": words, "answered_on": day})
    return Done(request_id, row.ref or "", write.records.step)


def mark_duplicate(office: Office, request_id: UUID, of: UUID | None) -> Done:
    """Say that a request is the same as an earlier one, which goes on; None takes that back."""
    with writing(office, "request.duplicate", request_id) as write:
        row = living_row(write, request, request_id)
        at, seen = of, {request_id}
        while at is not None:
            if at in seen:
                raise Refusal("request.circle", ref=row.ref)
            seen.add(at)
            at = living_row(write, request, at).duplicate_of_id
        write.records.change(request, request_id, duplicate_of_id=of)
    return Done(request_id, row.ref or "", write.records.step)


def _decide(office: Office, request_id: UUID, decision: str, reason: str, on: date | None) -> Done:
    if not reason.strip():
        raise Refusal("request.no_reason")
    with writing(office, f"request.{decision}", request_id) as write:
        row = _decided(write, request_id, decision, reason, on)
    return Done(request_id, row.ref or "", write.records.step)


def _decided(
    write: Writing,
    request_id: UUID,
    decision: str,
    reason: str | None,
    on: date | None,
    **became: UUID,
) -> AnyRow:
    row = _not_yet_something(write, request_id)
    given = {"decision": decision, "decided_on": happened_on(write, on, row.received_on)}
    said = {"decision_reason": reason, "decided_by_id": write.look.officer, **became}
    change_in(write, request, request_id, {**given, **said})
    return row


def _not_yet_something(write: Writing, request_id: UUID) -> AnyRow:
    """A request that hasn't become an engagement or a trip: only then it can be decided anew."""
    row = living_row(write, request, request_id)
    for column, kind in (("engagement_id", Kind.ENGAGEMENT), ("trip_id", Kind.TRIP)):
        became = row._mapping[column]
        if became is not None:
            named = names_of(write.look, kind, [became]).get(became)
            raise Refusal("request.has_become", ref=row.ref, what=named.ref if named else kind)
    return row


def _asker(look: Looking, row: AnyRow) -> str | None:
    for column, kind in (("asker_id", Kind.PERSON), ("asker_organization_id", Kind.ORGANIZATION)):
        who = row._mapping[column]
        found = names_of(look, kind, [who]).get(who) if who is not None else None
        if found is not None:
            return found.title
    asker: str | None = row.asker
    return asker
