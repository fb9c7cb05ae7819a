"""The page of a funding: from whom, for what, and the four sums in its fields."""

from dataclasses import dataclass
from uuid import UUID

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.funding import FUNDING, FundingRow
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import looking
from liaison_app.services.rows import Named
from liaison_app.store.tables.programmes import funding


@dataclass(frozen=True)
class FundingPage:
    """All that the page shows."""

    record: FundingRow
    fields: Fields
    programme: Named | None
    agreement: Named | None


def funding_page(office: Office, record_id: UUID) -> FundingPage:
    """The page of a funding."""
    with looking(office) as look:
        row = record_of(look, Kind.FUNDING, record_id)
        record = FUNDING.rows_in(look, [row.n])[0]
        return FundingPage(record, fields_of(funding, row), record.programme, record.agreement)
