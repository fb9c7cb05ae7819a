"""Values made ready for cells: dates that Excel can hold, instants in UTC, text that is safe."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime

from liaison_app.documents.workbook.sheet import Sheet, Value
from liaison_app.documents.workbook.text import safe

_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel either has no dates or, in its false leap year, wrong ones."""

_EXACT = 2**53


def ready(sheet: Sheet) -> Sheet:
    """The sheet with each value as its cell will hold it."""
    return replace(sheet, rows=tuple(tuple(map(cell_value, row)) for row in sheet.rows))


def cell_value(value: Value) -> Value:
    """The value that a cell can hold without losing anything: text where it has no form of its own."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return safe(value) or None
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date):
        return value if value >= _FIRST_DAY else value.isoformat()
    return value if math.isfinite(value) and abs(value) <= _EXACT else str(value)


def _instant(value: datetime) -> Value:
    naive = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    naive = naive.replace(microsecond=0)
    return naive if naive.date() >= _FIRST_DAY else naive.isoformat()
