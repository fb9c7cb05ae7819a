"""A list's records with what their layout means filled in: merged cells, ditto marks, names given once.

A name that stands once with blanks below is carried down only where the column is filled that way
throughout: a list that repeats its names leaves a blank because nobody is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liaison_app.interchange.columns import Columns
from liaison_app.interchange.meanings import Meaning
from liaison_app.interchange.sheets.sheet import Cell, Merged, Row, Sheet

_DITTO = frozenset({'"', "''", "″", "〃", "”", "“", '" "', '-"-', "ditto", "do.", "as above"})


def records_below(sheet: Sheet, columns: Columns) -> tuple[Row, ...]:
    """The records under the header, with merged cells and ditto marks filled in."""
    rows = list(sheet.rows)
    for merged in sheet.merged:
        _unmerge(rows, merged, columns.header_at)
    return tuple(_without_dittos(rows[columns.header_at + 1 :], columns))


def carried_down(rows: Sequence[Row], columns: Columns) -> dict[int, str]:
    """For each row number with a blank where our person belongs, the name that stands above it."""
    found = columns.of(Meaning.OUR_PERSON)
    rows = [row for row in rows if not columns.repeats_header(row)]
    if not found or not _given_once(rows, found[0]):
        return {}
    carried, above = {}, ""
    for row in rows:
        name = row.text(found[0])
        if name:
            above = name
        elif above and not row.is_empty:
            carried[row.number] = above
    return carried


def is_heading(at: int, rows: Sequence[Row], column: int, columns: Columns) -> bool:
    """Whether a record that fills only ``column`` heads records below that leave it blank."""
    for below in rows[at + 1 :]:
        if columns.repeats_header(below):
            continue
        if below.text(column):
            return False
        if not below.is_empty:
            return True
    return False


def _given_once(rows: Sequence[Row], column: int) -> bool:
    """Whether blanks in a column outnumber names that repeat the one above."""
    blanks = repeats = 0
    above = ""
    for row in rows:
        if row.is_empty:
            continue
        name = row.text(column)
        if not name:
            blanks += bool(above)
        else:
            repeats += name == above
            above = name
    return blanks > repeats


def _unmerge(rows: list[Row], merged: Merged, header_at: int) -> None:
    (first, column), (last, last_column) = merged
    if column != last_column or first <= header_at:
        return
    value: Cell = rows[first].cell(column) if first < len(rows) else ""
    for at in range(first + 1, min(last + 1, len(rows))):
        cells = list(rows[at].cells)
        if not rows[at].is_empty and column < len(cells):
            cells[column] = value
            rows[at] = replace(rows[at], cells=tuple(cells))


def _without_dittos(rows: Sequence[Row], columns: Columns) -> Iterator[Row]:
    above: dict[int, Cell] = {}
    for row in rows:
        filled = row
        if any(row.text(at).lower() in _DITTO for at in range(len(row.cells))):
            cells = [
                above.get(at, "") if row.text(at).lower() in _DITTO else cell
                for at, cell in enumerate(row.cells)
            ]
            filled = replace(row, cells=tuple(cells))
        if not columns.repeats_header(filled):
            above.update({at: cell for at, cell in enumerate(filled.cells) if filled.text(at)})
        yield filled
