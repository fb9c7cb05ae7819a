"""A sheet as it stands in a file: numbered rows of cells, and how it was read."""

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | float | date | datetime
"""Text, a number (whole ones as int) or a date; an empty cell is the empty text."""

NO_TEXT = dict.fromkeys((*range(9), *range(14, 32), 127)) | {11: " ", 12: " "}
"""Control characters are no text: they drive terminals and break workbooks. Soft breaks are spaces."""

Merged = tuple[tuple[int, int], tuple[int, int]]
"""Merged cells: (row, column) of the first and the last, counted from 0."""


@dataclass(frozen=True)
class Row:
    """One record of a file. ``number`` is what a spreadsheet shows beside it, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no cell says anything."""
        return not any(shown(cell) for cell in self.cells)

    def text(self, column: int) -> str:
        """The text of a cell; empty beyond the last."""
        return shown(self.cells[column]) if column < len(self.cells) else ""

    def cell(self, column: int) -> Cell:
        """The cell itself; the empty text beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """A sheet of a file. ``encoding`` and ``delimiter`` say how a text file was read, else None."""

    name: str
    rows: tuple[Row, ...]
    encoding: str | None = None
    delimiter: str | None = None
    merged: tuple[Merged, ...] = ()


def shown(cell: Cell) -> str:
    """A cell as text: single spaces, no space at its ends, dates as ISO."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:.15g}"
