"""The list of organizations: consulates, ministries, offices, networks, universities, companies."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import coded, stale, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, named
from liaison_app.services.rows import OrganizationRow
from liaison_app.store.tables.places import jurisdiction, organization

_O = organization.c
_PLACE = Through(_O.jurisdiction_id, jurisdiction, "jurisdiction")
_REPRESENTED = Through(_O.represents_id, jurisdiction, "represents")
_CHOSEN = select(organization, *_PLACE.columns(), *_REPRESENTED.columns()).select_from(
    _REPRESENTED.onto(_PLACE.onto(organization))
)


def _make(_: Looking, rows: Sequence[AnyRow]) -> list[OrganizationRow]:
    return [
        OrganizationRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.name or "",
            native=row.native_name,
            acronym=row.acronym,
            kind=row.kind,
            jurisdiction=named(row, "jurisdiction"),
            represents=named(row, "represents"),
            verified_on=row.verified_on,
        )
        for row in rows
    ]


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.JURISDICTION, called)
    return or_(_O.jurisdiction_id.in_(ids), _O.represents_id.in_(ids))


ORGANIZATIONS = Listing[OrganizationRow](
    kind=Kind.ORGANIZATION,
    table=organization,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "name": Sort(_O.sort_key),
        "ref": Sort(_O.ref),
        "kind": Sort(_O.kind),
        "changed": Sort(_O.updated_at, descending=True),
    },
    narrows={
        "jurisdictions": _in_place,
        "of_kinds": coded(organization, "kind"),
        "stale": stale(_O.verified_on),
    },
)
"""Every organization that isn't deleted, in order of name."""
