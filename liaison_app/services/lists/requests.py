"""The list of requests: those that came to us and those we made."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.exchange_rows import RequestRow
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, named, partial_of
from liaison_app.store.tables.meetings import engagement, trip
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.requests import request

_R = request.c
_PLACE = Through(_R.jurisdiction_id, jurisdiction, "jurisdiction")
_BODY = Through(_R.asker_organization_id, organization, "asker_organization")
_ASKER = Through(_R.asker_id, person, "asker_person")
_OWNER = Through(_R.owner_id, person, "owner")
_MEETING = Through(_R.engagement_id, engagement, "engagement")
_TRIP = Through(_R.trip_id, trip, "trip")
_SAME = Through(_R.duplicate_of_id, request, "duplicate_of")
_THROUGHS = (_PLACE, _BODY, _ASKER, _OWNER, _MEETING, _TRIP, _SAME)

_CHOSEN = select(
    request, *(column for through in _THROUGHS for column in through.columns())
).select_from(
    _SAME.onto(
        _TRIP.onto(_MEETING.onto(_OWNER.onto(_ASKER.onto(_BODY.onto(_PLACE.onto(request))))))
    )
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[RequestRow]:
    return [_row(look, row) for row in rows]


def _row(look: Looking, row: AnyRow) -> RequestRow:
    waits = row.answered_on is None and row.duplicate_of_id is None
    due = row.answer_due_on
    return RequestRow(
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=row.title or "",
        native=None,
        kind=row.kind,
        direction=row.direction,
        jurisdiction=named(row, "jurisdiction"),
        asker=named(row, "asker_person") or named(row, "asker_organization") or row.asker,
        received_on=row.received_on,
        wanted=partial_of(row, "wanted"),
        triage=row.triage,
        decision=row.decision,
        decided_on=row.decided_on,
        answer_due_on=due,
        answered_on=row.answered_on,
        days_waiting=(look.today - row.received_on).days if waits and row.received_on else None,
        is_late=waits and due is not None and due < look.today,
        became=named(row, "engagement") or named(row, "trip"),
        duplicate_of=named(row, "duplicate_of"),
        owner=named(row, "owner"),
    )


_UNANSWERED = and_(_R.answered_on.is_(None), _R.duplicate_of_id.is_(None))


def _late(look: Looking) -> ColumnElement[bool]:
    return and_(_UNANSWERED, _R.answer_due_on < look.today)


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    return or_(_R.asker_id.in_(ids), _R.asked_id.in_(ids), _R.owner_id.in_(ids))


REQUESTS = Listing[RequestRow](
    kind=Kind.REQUEST,
    table=request,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "received": Sort(_R.received_on, descending=True),
        "due": Sort(_R.answer_due_on),
        "title": Sort(_R.sort_key),
        "ref": Sort(_R.ref),
        "status": Sort(_R.decision),
        "changed": Sort(_R.updated_at, descending=True),
    },
    narrows={
        **dated(request),
        "jurisdictions": at(_R.jurisdiction_id, Kind.JURISDICTION),
        "persons": _with_person,
        "trips": at(_R.trip_id, Kind.TRIP),
        "statuses": coded(request, "decision"),
        "directions": coded(request, "direction"),
        "of_kinds": coded(request, "kind"),
        "open": lambda *_: _UNANSWERED,
        "closed": lambda *_: _R.answered_on.is_not(None),
        "overdue": lambda look, _: and_(_late(look), _R.direction == "to_us"),
        "awaited": lambda look, _: and_(_late(look), _R.direction == "from_us"),
        "mine": lambda look, _: _R.owner_id == look.officer,
    },
)
"""Every request that isn't deleted, the latest first. ``status:`` is the decision; ``open``: without
an answer yet; ``overdue``: we owe an answer; ``awaited``: others do."""
