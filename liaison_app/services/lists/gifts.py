"""The register of gifts, both ways."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.exchange_rows import GiftRow
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, named
from liaison_app.store.tables.gifts import gift
from liaison_app.store.tables.meetings import engagement, trip
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction

_G = gift.c
_PLACE = Through(_G.jurisdiction_id, jurisdiction, "jurisdiction")
_GIVER = Through(_G.giver_id, person, "giver_person")
_RECEIVER = Through(_G.receiver_id, person, "receiver_person")
_MEETING = Through(_G.engagement_id, engagement, "engagement")
_TRIP = Through(_G.trip_id, trip, "trip")
_THROUGHS = (_PLACE, _GIVER, _RECEIVER, _MEETING, _TRIP)

_CHOSEN = select(
    gift, *(column for through in _THROUGHS for column in through.columns())
).select_from(_TRIP.onto(_MEETING.onto(_RECEIVER.onto(_GIVER.onto(_PLACE.onto(gift))))))


def _make(_: Looking, rows: Sequence[AnyRow]) -> list[GiftRow]:
    return [
        GiftRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            direction=row.direction,
            status=row.status,
            jurisdiction=named(row, "jurisdiction"),
            giver=named(row, "giver_person") or row.giver,
            receiver=named(row, "receiver_person") or row.receiver,
            engagement=named(row, "engagement"),
            trip=named(row, "trip"),
            given_on=row.given_on,
            value_amount=row.value_amount,
            value_currency=row.value_currency,
            disposition=row.disposition,
            statement_filed_on=row.statement_filed_on,
        )
        for row in rows
    ]


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    return or_(_G.giver_id.in_(ids), _G.receiver_id.in_(ids))


GIFTS = Listing[GiftRow](
    kind=Kind.GIFT,
    table=gift,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "when": Sort(_G.found_at, descending=True),
        "title": Sort(_G.sort_key),
        "ref": Sort(_G.ref),
        "status": Sort(_G.status),
        "changed": Sort(_G.updated_at, descending=True),
    },
    narrows={
        **dated(gift),
        "jurisdictions": at(_G.jurisdiction_id, Kind.JURISDICTION),
        "persons": _with_person,
        "trips": at(_G.trip_id, Kind.TRIP),
        "statuses": coded(gift, "status"),
        "directions": coded(gift, "direction"),
        "open": lambda *_: _G.status.in_(("planned", "carried")),
        "closed": lambda *_: _G.status.not_in(("planned", "carried")),
    },
)
"""Every gift that isn't deleted, the latest first; ``open``: still to be given."""
