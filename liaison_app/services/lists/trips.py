"""The list of trips and visits."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import coded, overlapping, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, batches, named
from liaison_app.services.rows import TripRow
from liaison_app.store.tables.meetings import engagement, trip, trip_member
from liaison_app.store.tables.people import person

_T = trip.c
_PRINCIPAL = Through(_T.principal_id, person, "principal")
_LEAD = Through(_T.lead_id, person, "lead")
_CHOSEN = select(trip, *_PRINCIPAL.columns(), *_LEAD.columns()).select_from(
    _LEAD.onto(_PRINCIPAL.onto(trip))
)
_MEMBERS = (
    select(trip_member.c.trip_id, func.count())
    .where(~trip_member.c.deleted)
    .group_by(trip_member.c.trip_id)
)
_MEETINGS = (
    select(engagement.c.trip_id, func.count())
    .where(~engagement.c.deleted, engagement.c.status != "cancelled")
    .group_by(engagement.c.trip_id)
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[TripRow]:
    members: dict[UUID, int] = {}
    meetings: dict[UUID, int] = {}
    for ids in batches(row.id for row in rows):
        members |= {r[0]: r[1] for r in look.all(_MEMBERS.where(trip_member.c.trip_id.in_(ids)))}
        meetings |= {r[0]: r[1] for r in look.all(_MEETINGS.where(engagement.c.trip_id.in_(ids)))}
    return [
        TripRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            direction=row.direction,
            kind=row.kind,
            status=row.status,
            start_on=row.start_on,
            end_on=row.end_on,
            places=row.places,
            principal=named(row, "principal"),
            lead=named(row, "lead"),
            members=members.get(row.id, 0),
            engagements=meetings.get(row.id, 0),
        )
        for row in rows
    ]


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    there = select(engagement.c.trip_id).where(
        ~engagement.c.deleted,
        engagement.c.jurisdiction_id.in_(standing_for(look, Kind.JURISDICTION, called)),
    )
    return _T.id.in_(there)


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    going = select(trip_member.c.trip_id).where(
        ~trip_member.c.deleted, trip_member.c.person_id.in_(ids)
    )
    return or_(_T.principal_id.in_(ids), _T.lead_id.in_(ids), _T.id.in_(going))


TRIPS = Listing[TripRow](
    kind=Kind.TRIP,
    table=trip,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "start": Sort(_T.start_on, descending=True),
        "title": Sort(_T.sort_key),
        "ref": Sort(_T.ref),
        "changed": Sort(_T.updated_at, descending=True),
    },
    narrows={
        **overlapping(_T.start_on, _T.end_on),
        "jurisdictions": _in_place,
        "persons": _with_person,
        "statuses": coded(trip, "status"),
        "directions": coded(trip, "direction"),
        "of_kinds": coded(trip, "kind"),
    },
)
"""Every trip that isn't deleted, the latest first."""
