"""The page of an assignment: who is with whom, under what, and what came of it."""

from dataclasses import dataclass
from uuid import UUID

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.assignments import ASSIGNMENTS, AssignmentRow
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import looking
from liaison_app.services.rows import Named
from liaison_app.store.tables.programmes import assignment


@dataclass(frozen=True)
class AssignmentPage:
    """All that the page shows."""

    record: AssignmentRow
    fields: Fields
    person: Named | None
    agreement: Named | None


def assignment_page(office: Office, record_id: UUID) -> AssignmentPage:
    """The page of an assignment."""
    with looking(office) as look:
        row = record_of(look, Kind.ASSIGNMENT, record_id)
        record = ASSIGNMENTS.rows_in(look, [row.n])[0]
        return AssignmentPage(record, fields_of(assignment, row), record.person, record.agreement)
