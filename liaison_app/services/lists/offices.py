"""The list of offices (posts), with who holds each today."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.tenures import Seated, Tenure
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


def office_rows(look: Looking, ns: Iterable[int], day: date) -> list[OfficeRow]:
    """The offices of these row numbers as they are held on ``day``, in the order given."""
    wanted = list(ns)
    found = {row.n: row for row in _held(look, look.all(_CHOSEN.where(_F.n.in_(wanted))), day)}
    return [found[n] for n in wanted if n in found]


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[OfficeRow]:
    return _held(look, rows, look.today)


def _held(look: Looking, rows: Sequence[AnyRow], day: date) -> list[OfficeRow]:
    seated = holders_of(look, [row.id for row in rows], day)
    persons = [t.person_id for one in seated.values() for t in (*one.by, *one.elect)]
    names = names_of(look, "person", persons)
    return [_row(row, seated[row.id], names) for row in rows]


def _row(row: AnyRow, seated: Seated, names: Mapping[UUID, Named]) -> OfficeRow:
    def who(tenures: Sequence[Tenure]) -> tuple[Named, ...]:
        return tuple(names[t.person_id] for t in tenures if t.person_id in names)

    first = seated.by[0] if seated.by else None
    return OfficeRow(
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=row.title or "",
        native=row.native_title,
        organization=named(row, "organization"),
        jurisdiction=named(row, "jurisdiction"),
        seat=seated.held,
        holders=who(seated.by),
        elect=who(seated.elect),
        since=first.start_on if first else None,
        term_ends_on=first.term_ends_on if first else None,
        verified_on=first.verified_on if first else None,
    )


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
