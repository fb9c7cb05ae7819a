"""One tenure as an editor shows it: who, in which office, and all that is known of it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import looking, names_of
from liaison_app.services.rows import Named, OfficeRow
from liaison_app.store.tables.people import tenure


@dataclass(frozen=True)
class TenurePage:
    """A tenure; ``office`` is the post with whoever holds it today."""

    id: UUID
    person: Named
    office: OfficeRow
    fields: Fields


def tenure_page(office: Office, tenure_id: UUID) -> TenurePage:
    """A tenure that isn't deleted; refused when it's gone."""
    with looking(office) as look:
        row = look.one(select(tenure).where(tenure.c.id == tenure_id, ~tenure.c.deleted))
        if row is None:
            raise Refusal("record.gone")
        who = names_of(look, Kind.PERSON, [row.person_id]).get(row.person_id)
        if who is None:
            raise Refusal("record.gone")
        post = record_of(look, Kind.OFFICE, row.office_id)
        return TenurePage(row.id, who, OFFICES.rows_in(look, [post.n])[0], fields_of(tenure, row))
