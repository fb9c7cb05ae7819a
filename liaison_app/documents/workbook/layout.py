"""How wide the columns and how high the rows of a sheet are."""

import math
from datetime import date, datetime

from liaison_app.documents.workbook.sheet import Column, Form, Sheet, Value
from liaison_app.documents.workbook.text import width

_WIDEST = {Form.ID: 29, Form.TEXT: 36, Form.CODE: 28, Form.LONG: 60}
_FIXED = {Form.DAY: 11, Form.INSTANT: 16, Form.FLAG: 6, Form.WHOLE: 8}
_FILTER_BUTTON = 4
_LINE_POINTS = 15.0
_MOST_LINES = 8
_ID_SCALE = 0.78


def column_widths(sheet: Sheet) -> list[float]:
    """The width of each column in characters: what its content needs, up to what its form allows."""
    return [_width(column, sheet, at) for at, column in enumerate(sheet.columns)]


def row_height(sheet: Sheet, row: tuple[Value, ...], widths: list[float]) -> float | None:
    """The height of a row in points, or None where one line is enough. Long texts are shown as
    far as eight lines; the cell holds the rest."""
    lines = max(
        (
            _lines(value, room)
            for column, value, room in zip(sheet.columns, row, widths, strict=True)
            if isinstance(value, str) and column.form is not Form.ID
        ),
        default=1,
    )
    return None if lines <= 1 else min(lines, _MOST_LINES) * _LINE_POINTS


def _lines(text: str, room: float) -> int:
    if len(text) * 2 <= room and "\n" not in text:
        return 1
    usable = max(1.0, room - 1.5)
    return sum(max(1, math.ceil(width(line) / usable)) for line in text[:2_000].split("\n"))


def _width(column: Column, sheet: Sheet, at: int) -> float:
    heading = width(column.name) + _FILTER_BUTTON
    if column.form in _FIXED:
        return float(max(heading, _FIXED[column.form]))
    needed = max((_shown(row[at]) for row in sheet.rows), default=0)
    if column.form is Form.ID:
        needed = math.ceil(needed * _ID_SCALE)
    return float(max(heading, min(needed + 2, _WIDEST[column.form])))


def _shown(value: Value) -> int:
    if isinstance(value, str):
        return width(value[:200])
    if isinstance(value, datetime):
        return 16
    if isinstance(value, date):
        return 10
    return 0 if value is None else len(str(value))
