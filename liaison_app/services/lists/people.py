"""The list of people, with the office that each holds today."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.holding import offices_of
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import stale, standing_for
from liaison_app.services.reading import AnyRow, Looking, batches
from liaison_app.services.rows import OfficeHeld, PersonRow
from liaison_app.store.tables.meetings import engagement, participation
from liaison_app.store.tables.people import office, person, tenure
from liaison_app.store.tables.places import organization

_P = person.c

_LAST_MET = (
    select(participation.c.person_id, func.max(engagement.c.held_on))
    .join(engagement, engagement.c.id == participation.c.engagement_id)
    .where(~participation.c.deleted, ~engagement.c.deleted, engagement.c.status == "held")
    .group_by(participation.c.person_id)
)


def last_met(look: Looking, ids: Sequence[UUID]) -> dict[UUID, date]:
    """The last day on which each of these people was met (not asked of our own, who meet daily)."""
    found: dict[UUID, date] = {}
    for chosen in batches(ids):
        rows = look.all(_LAST_MET.where(participation.c.person_id.in_(chosen)))
        found |= {row[0]: row[1] for row in rows if row[1] is not None}
    return found


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[PersonRow]:
    ids = [row.id for row in rows]
    held: dict[UUID, list[OfficeHeld]] = defaultdict(list, offices_of(look, ids, look.today))
    met = last_met(look, [row.id for row in rows if not row.is_ours])
    return [
        PersonRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.full_name or "",
            native=row.native_name,
            held=next(iter(held[row.id]), None),
            is_ours=row.is_ours,
            email=row.email,
            phone=row.phone,
            last_met_on=met.get(row.id),
            verified_on=row.verified_on,
        )
        for row in rows
    ]


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.JURISDICTION, called)
    bodies = select(organization.c.id).where(organization.c.jurisdiction_id.in_(ids))
    holders = (
        select(tenure.c.person_id)
        .join(office, office.c.id == tenure.c.office_id)
        .where(
            ~tenure.c.deleted,
            or_(office.c.jurisdiction_id.in_(ids), office.c.organization_id.in_(bodies)),
        )
    )
    return _P.id.in_(holders)


PEOPLE = Listing[PersonRow](
    kind=Kind.PERSON,
    table=person,
    chosen=select(person),
    make=_make,
    sorts={
        "name": Sort(_P.sort_key),
        "ref": Sort(_P.ref),
        "verified": Sort(_P.verified_on),
        "changed": Sort(_P.updated_at, descending=True),
    },
    narrows={
        "jurisdictions": _in_place,
        "persons": lambda look, called: _P.id.in_(standing_for(look, Kind.PERSON, called)),
        "ours": lambda *_: _P.is_ours,
        "stale": stale(_P.verified_on),
    },
)
"""Everybody who isn't deleted, in order of name."""
