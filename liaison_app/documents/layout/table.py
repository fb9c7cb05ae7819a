"""Tables: heads that repeat, rows that divide only when a page is too short for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from liaison_app.documents.layout.box import Box, Stack
from liaison_app.documents.pdf.pen import Pen, Place

RULE_GREY = 0.55
TINT = 0.08
TALL = 220
"""A row taller than this may be divided."""
LONELY = 3
"""A table of more rows than this never leaves one row alone on a page."""


@dataclass(frozen=True)
class Column:
    """Width in points and what is kept free inside it. ``line`` draws a hairline on its left."""

    width: float
    left: float = 0.0
    right: float = 9.0
    line: bool = False


@dataclass(eq=False)
class Row:
    """Cells of a row; ``changed`` draws the change bar, ``tinted`` a light ground."""

    cells: Sequence[Box]
    changed: bool = False
    tinted: bool = False
    key: object = None

    def __post_init__(self) -> None:
        self.key = self.key or self


@dataclass(frozen=True)
class TableLook:
    """Rules and padding in points."""

    above: float = 4.0
    below: float = 5.0
    between: float = 0.5
    last: float = 0.8
    first: float = 0.0
    """Rule over the first row of a table without a head."""
    row_heads: bool = False
    """Whether the first cell of a row is its heading (``TH`` with scope row)."""


@dataclass(eq=False)
class Table:
    """Rows under a head that is repeated on each page."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    head: Row | None = None
    look: TableLook = field(default_factory=TableLook)
    key: object = None
    is_rest: bool = False

    def __post_init__(self) -> None:
        self.key = self.key or self

    def height(self, width: float) -> float:
        """Head and rows."""
        return self._head_height() + sum(self._row_height(row) for row in self.rows)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Between two rows; inside one only if it is very tall."""
        used = self._head_height()
        least = self._least()
        for index, row in enumerate(self.rows):
            height = self._row_height(row)
            if used + height <= room + 0.01:
                used += height
                continue
            halves = self._halves(row, room - used) if height > TALL else None
            cut = index if halves else min(index, len(self.rows) - least)
            before = [*self.rows[:cut], *(halves[:1] if halves else ())]
            after = [*halves[1:], *self.rows[cut + 1 :]] if halves else [*self.rows[cut:]]
            if len(before) < least:
                return None
            return replace(self, rows=before), replace(self, rows=after, is_rest=True)
        return None

    def _least(self) -> int:
        """Rows that stand together on either side of a page's foot."""
        if len(self.rows) <= LONELY:
            return 1
        return 2 if sum(self._row_height(row) for row in self.rows[:2]) <= TALL else 1

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Head, rows and rules."""
        with pen.element("Table", self.key):
            if self.head:
                y = self._draw_head(pen, self.head, x, y)
            elif self.look.first:
                pen.rule(x, y, x + self._width, y, self.look.first)
            self._draw_tints(pen, x, y)
            for index, row in enumerate(self.rows):
                height = self._row_height(row)
                with pen.element("TR", row.key):
                    self._draw_cells(pen, row, x, y + self.look.above)
                if row.changed:
                    pen.rule(x + self._width + 8, y + 2, x + self._width + 8, y + height - 2, 2.2)
                self._draw_lines(pen, x, y, height)
                y += height
                is_last = index == len(self.rows) - 1
                weight, grey = (self.look.last, 1.0) if is_last else (self.look.between, RULE_GREY)
                if weight:
                    pen.rule(x, y, x + self._width, y, weight, grey)

    def _draw_tints(self, pen: Pen, x: float, y: float) -> None:
        """Before everything else, so that no rule is covered."""
        for row in self.rows:
            height = self._row_height(row)
            if row.tinted:
                pen.box(Place(x, y, self._width, height), fill="solid", grey=TINT)
            y += height

    @property
    def _width(self) -> float:
        return sum(column.width for column in self.columns)

    def _head_height(self) -> float:
        return self._cells_height(self.head) + 4 if self.head else 0.0

    def _row_height(self, row: Row) -> float:
        return self._cells_height(row) + self.look.above + self.look.below

    def _cells_height(self, row: Row) -> float:
        return max(
            cell.height(c.width - c.left - c.right)
            for cell, c in zip(row.cells, self.columns, strict=True)
        )

    def _halves(self, row: Row, room: float) -> tuple[Row, Row] | None:
        room -= self.look.above + self.look.below
        first: list[Box] = []
        second: list[Box] = []
        for cell, column in zip(row.cells, self.columns, strict=True):
            inner = column.width - column.left - column.right
            parts = None if cell.height(inner) <= room else cell.split(inner, room)
            if parts is None and cell.height(inner) > room:
                return None
            first.append(parts[0] if parts else cell)
            second.append(parts[1] if parts else Stack([]))
        return replace(row, cells=first), replace(row, cells=second)

    def _draw_head(self, pen: Pen, head: Row, x: float, y: float) -> float:
        height = self._head_height()
        if self.is_rest:
            with pen.ornament():
                self._draw_head_cells(pen, head, x, y, height)
        else:
            with pen.element("TR", head.key):
                self._draw_head_cells(pen, head, x, y, height)
        self._draw_lines(pen, x, y, height)
        pen.rule(x, y + height, x + self._width, y + height, 1)
        return y + height

    def _draw_head_cells(self, pen: Pen, head: Row, x: float, y: float, height: float) -> None:
        for column, cell in zip(self.columns, head.cells, strict=True):
            inner = column.width - column.left - column.right
            with pen.element("TH", (head.key, id(cell)), attributes=_scope("Column")):
                cell.draw(pen, x + column.left, y + height - 3 - cell.height(inner), inner)
            x += column.width

    def _draw_cells(self, pen: Pen, row: Row, x: float, y: float) -> None:
        for number, (column, cell) in enumerate(zip(self.columns, row.cells, strict=True)):
            inner = column.width - column.left - column.right
            is_head = number == 0 and self.look.row_heads
            attributes = _scope("Row") if is_head else b""
            with pen.element("TH" if is_head else "TD", (row.key, number), attributes=attributes):
                cell.draw(pen, x + column.left, y, inner)
            x += column.width

    def _draw_lines(self, pen: Pen, x: float, y: float, height: float) -> None:
        for column in self.columns:
            if column.line:
                pen.rule(x, y, x, y + height, 0.5, RULE_GREY)
            x += column.width


def _scope(of: Literal["Row", "Column"]) -> bytes:
    return f"<</O/Table/Scope/{of}>>".encode()
