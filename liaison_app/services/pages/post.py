"""The page of an office (post): who has held it, holds it and will, with the days."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.tenures import Seat
from liaison_app.services.lists.offices import office_rows
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import Looking, all_standing_for, looking, names_of
from liaison_app.services.rows import Named, OfficeRow
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import tenure


@dataclass(frozen=True)
class Term:
    """One tenure in the office."""

    id: UUID
    person: Named
    seat: Seat
    start_on: date | None
    end_on: date | None
    term_ends_on: date | None
    verified_on: date | None


@dataclass(frozen=True)
class OfficePage:
    """All that the page shows; ``terms``: the latest first."""

    record: OfficeRow
    fields: Fields
    terms: tuple[Term, ...]


def office_page(office: Office, record_id: UUID) -> OfficePage:
    """The page of a post."""
    with looking(office) as look:
        row = record_of(look, Kind.OFFICE, record_id)
        return OfficePage(
            record=office_rows(look, [row.n], look.today)[0],
            fields=fields_of(post, row),
            terms=_terms(look, row.id),
        )


def _terms(look: Looking, office_id: UUID) -> tuple[Term, ...]:
    same = all_standing_for(post, [office_id])
    rows = look.all(
        select(tenure)
        .where(~tenure.c.deleted, tenure.c.office_id.in_(same))
        .order_by(tenure.c.start_on.desc(), tenure.c.n.desc())
    )
    names = names_of(look, Kind.PERSON, [row.person_id for row in rows])
    return tuple(
        Term(
            id=row.id,
            person=names[row.person_id],
            seat=Seat(row.standing) if row.standing in set(Seat) else Seat.HOLDER,
            start_on=row.start_on,
            end_on=row.end_on,
            term_ends_on=row.term_ends_on,
            verified_on=row.verified_on,
        )
        for row in rows
        if row.person_id in names
    )
