"""The list of offices (posts), with who holds each today."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.tenures import Tenure
from liaison_app.services.holding import holders_of
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, named, names_of
from liaison_app.services.rows import Named, OfficeRow
from liaison_app.store.tables.people import office
from liaison_app.store.tables.places import jurisdiction, organization

_F = office.c
_BODY = Through(_F.organization_id, organization, "organization")
_PLACE = Through(_F.jurisdiction_id, jurisdiction, "jurisdiction")
_CHOSEN = select(office, *_BODY.columns(), *_PLACE.columns()).select_from(
    _PLACE.onto(_BODY.onto(office))
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[OfficeRow]:
    seated = holders_of(look, [row.id for row in rows], look.today)
    persons = [t.person_id for one in seated.values() for t in (*one.by, *one.elect)]
    names = names_of(look, "person", persons)

    def who(tenures: Sequence[Tenure]) -> tuple[Named, ...]:
        return tuple(names[t.person_id] for t in tenures if t.person_id in names)

    made = []
    for row in rows:
        one = seated[row.id]
        first = one.by[0] if one.by else None
        made.append(
            OfficeRow(
                n=row.n,
                id=row.id,
                ref=row.ref or "",
                title=row.title or "",
                native=row.native_title,
                organization=named(row, "organization"),
                jurisdiction=named(row, "jurisdiction"),
                seat=one.held,
                holders=who(one.by),
                elect=who(one.elect),
                since=first.start_on if first else None,
                term_ends_on=first.term_ends_on if first else None,
                verified_on=first.verified_on if first else None,
            )
        )
    return made


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.JURISDICTION, called)
    bodies = select(organization.c.id).where(organization.c.jurisdiction_id.in_(ids))
    return or_(_F.jurisdiction_id.in_(ids), _F.organization_id.in_(bodies))


OFFICES = Listing[OfficeRow](
    kind=Kind.OFFICE,
    table=office,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "title": Sort(_F.sort_key),
        "ref": Sort(_F.ref),
        "changed": Sort(_F.updated_at, descending=True),
    },
    narrows={"jurisdictions": _in_place},
)
"""Every post that isn't deleted, in order of title."""
