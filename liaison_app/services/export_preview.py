"""What a workbook would hold for an audience, counted before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from liaison_app.domain.audience import Audience
from liaison_app.services.office import Office
from liaison_app.services.outgoing.records import Period, Records
from liaison_app.services.outgoing.sheets import record_sheets
from liaison_app.services.releasing import released_to


@dataclass(frozen=True)
class Contents:
    """Rows by sheet; what is left out, rows by table and cells by column, is for our own side only."""

    rows: Mapping[str, int]
    rows_left_out: Mapping[str, int]
    cells_left_out: Mapping[str, int]


def period_of(first: date | None, last: date | None) -> Period:
    """The days a workbook tells of; open where None."""
    return Period(first, last)


def workbook_contents(office: Office, audience: Audience, period: Period) -> Contents:
    """What the workbook of now would hold. Refuses a partner that isn't named."""
    today = office.today()
    with office.read() as connection:
        released = released_to(connection, audience)
        sheets, _ = record_sheets(Records(released, today, period))
        rows = {sheet.name: len(sheet.rows) for sheet in sheets if sheet.rows}
        return Contents(rows, dict(released.rows_left_out), dict(released.cells_left_out))
