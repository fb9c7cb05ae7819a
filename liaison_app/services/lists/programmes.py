"""The list of programmes and exchanges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, running
from liaison_app.services.reading import AnyRow, Looking, Through, following, money_of, named
from liaison_app.services.rows import Named, Row
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.programmes import programme


@dataclass(frozen=True)
class ProgrammeRow(Row):
    """A programme or exchange; people sent and received are counted apart."""

    kind: str | None
    status: str
    direction: str | None
    jurisdiction: Named | None
    organization: Named | None
    agreement: Named | None
    start_on: date | None
    end_on: date | None
    people_planned: int | None
    people_sent: int | None
    people_received: int | None
    cost: Money | None
    owner: Named | None


_P = programme.c
_REFERENCES = (
    Through(_P.jurisdiction_id, jurisdiction, "jurisdiction"),
    Through(_P.organization_id, organization, "organization"),
    Through(_P.agreement_id, agreement, "agreement"),
    Through(_P.owner_id, person, "owner"),
)


_CHOSEN = following(programme, *_REFERENCES)


def _make(_: Looking, rows: Sequence[AnyRow]) -> list[ProgrammeRow]:
    return [
        ProgrammeRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            kind=row.kind,
            status=row.status,
            direction=row.direction,
            jurisdiction=named(row, "jurisdiction"),
            organization=named(row, "organization"),
            agreement=named(row, "agreement"),
            start_on=row.start_on,
            end_on=row.end_on,
            people_planned=row.people_planned,
            people_sent=row.people_sent,
            people_received=row.people_received,
            cost=money_of(row, "cost"),
            owner=named(row, "owner"),
        )
        for row in rows
    ]


PROGRAMMES = Listing[ProgrammeRow](
    kind=Kind.PROGRAMME,
    table=programme,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "start": Sort(_P.start_on, descending=True),
        "title": Sort(_P.sort_key),
        "ref": Sort(_P.ref),
        "status": Sort(_P.status),
        "changed": Sort(_P.updated_at, descending=True),
    },
    narrows={
        **running(_P.start_on, _P.end_on),
        "jurisdictions": at(_P.jurisdiction_id, Kind.JURISDICTION),
        "persons": at(_P.owner_id, Kind.PERSON),
        "statuses": coded(programme, "status"),
        "directions": coded(programme, "direction"),
        "of_kinds": coded(programme, "kind"),
        "open": lambda *_: _P.status.in_(("planned", "running")),
        "closed": lambda *_: _P.status.in_(("finished", "cancelled")),
        "mine": lambda look, _: _P.owner_id == look.officer,
    },
)
"""Every programme that isn't deleted, the latest first."""
