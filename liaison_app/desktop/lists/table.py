"""The table: no zebra, a hairline under each row, group rows across, dates right aligned in their column."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from liaison_app.desktop.lists.roles import Index
from liaison_app.desktop.lists.row_list import area_of
from liaison_app.desktop.lists.table_model import Cell, Column, TableModel, TableRow
from liaison_app.desktop.lists.view import RowsView
from liaison_app.desktop.look.ink import Ink, width_of
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.badge import paint_badge
from liaison_app.desktop.parts.row import RowState, paint_row

_PAD = 8


class TableDelegate(QStyledItemDelegate):
    """Paints cells. Grounds, bars, group rows and the ring run across the row: each cell paints its share of them."""

    def __init__(self, table: "Table") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell, and its share of the row."""
        cell_area = area_of(option)
        row = self._table.table_model.row(index.row())
        wide = self._table.horizontalHeader().length()
        left = -float(self._table.horizontalHeader().offset())
        whole = QRectF(left, cell_area.y(), wide, cell_area.height())
        painter.save()
        painter.setClipRect(cell_area)
        state = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=index.row() == self._table.hovered,
        )
        if row.group is not None:
            paint_row(Ink(painter, whole), row.group, RowState(pad=14))
        else:
            marked = self._table.table_model.marked(index.row())
            self._ground(Ink(painter, whole), row, state, marked=marked)
            ink = Ink(painter, cell_area)
            inset = (
                self._mark_box(ink, marked=marked)
                if self._table.marking and index.column() == 0
                else 0
            )
            _paint_cell(ink, row.cells[index.column()], inset)
            if index.row() == self._table.currentIndex().row() and self._table.hasFocus():
                Ink(painter, whole).ring(whole.adjusted(0, 0, 0, -1), 2)
        painter.restore()

    def _ground(self, ink: Ink, row: TableRow, state: RowState, *, marked: bool) -> None:
        area = ink.area
        ground = "soft" if state.selected or marked else "hover" if state.hovered else row.ground
        if ground:
            ink.painter.fillRect(area, ink.look.colour(ground))
        ink.fill(area.x(), area.bottom() - 1, area.width(), 1, "line")
        if state.selected:
            ink.fill(area.x(), area.y(), 3, area.height(), "accent")
        if row.bar:
            ink.fill(area.x(), area.y() + 5, 3, area.height() - 11, row.bar)

    def _mark_box(self, ink: Ink, *, marked: bool) -> float:
        side, middle = ink.px(16), ink.area.center().y()
        box = QRectF(ink.area.x() + 13, middle - side / 2, side, side)
        ink.box(box, "accent" if marked else "surface", "accent" if marked else "control", 3)
        if marked:
            ink.icon("check", box.x() + 1, middle, "on_accent", 14)
        return 16 + side


def _paint_cell(ink: Ink, cell: Cell, inset: float) -> None:
    area, middle = ink.area, ink.area.center().y()
    x, end = area.x() + _PAD + inset, area.right() - _PAD
    if cell.fill:
        ink.box(
            QRectF(area.x() + 3, area.y() + 4, area.width() - 6, area.height() - 9),
            cell.fill,
            None,
            3,
        )
    if cell.icon:
        ink.icon(cell.icon, x, middle, cell.tone, 14)
        x += ink.px(20)
    if cell.badge:
        word, tone, icon = cell.badge
        x += paint_badge(ink, x, middle, word, tone, icon) + 8
    wide = width_of(cell.words, cell.size, worn=ink.look)
    end_wide = width_of(cell.end, "micro", worn=ink.look)
    # the date gives way whole before the words beside it are cut
    if cell.end and x + wide + 8 + end_wide <= end:
        ink.text_at_end(
            end - end_wide, ink.baseline(middle, "micro"), end_wide, cell.end, "micro", "text3"
        )
    ink.text(x, ink.baseline(middle, cell.size), end - x, cell.words, cell.size, cell.tone)


class Head(QHeaderView):
    """Column titles; the sorted one is darker and has an arrow."""

    def __init__(self, table: "Table") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setAccessibleName(table.accessibleName())

    def sizeHint(self) -> QSize:
        """32 px at 100 % text."""
        return QSize(100, look().height("micro", air=18))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One title."""
        column = self._table.table_model.columns[section]
        painter.save()
        ink = Ink(painter, QRectF(rect))
        middle = rect.center().y() + 0.5
        painter.fillRect(rect, look().colour("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look().colour("line2"))
        sorted_, falling = self._table.sorting
        here = bool(column.sort) and column.sort == sorted_
        inset = ink.px(16) + 16 if self._table.marking and section == 0 else 0
        x, tone = rect.x() + _PAD + inset, "text" if here else "text3"
        room = rect.width() - 2 * _PAD - inset - (ink.px(14) if here else 0)
        wide = ink.text(x, ink.baseline(middle, "micro"), room, column.title, "micro", tone, True)
        if here:
            ink.icon("down" if falling else "up", x + wide + 6, middle, "text", 10)
        painter.restore()


class Table(RowsView):
    """Columns, groups, marks; ``sort_asked(sort)`` when a title is pressed.

    Beside the keys of every list: Space marks if ``marking``; Esc takes the marks away.
    """

    sort_asked = Signal(str)

    def __init__(self, name: str, model: TableModel[Any], *, marking: bool = False) -> None:
        self.marking, self.sorting, self.table_model = marking, ("", False), model
        super().__init__(name, model)
        self.setHorizontalHeader(Head(self))
        self.setItemDelegate(TableDelegate(self))
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.measure()

    def show_sorted(self, sort: str, *, falling: bool) -> None:
        """Show by which column the rows are sorted now."""
        self.sorting = (sort, falling)
        title = next((c.title for c in self.table_model.columns if c.sort == sort), "")
        self.horizontalHeader().setAccessibleDescription(title)
        self.horizontalHeader().viewport().update()

    def measure(self) -> None:
        """34 px a row at 100 % text; columns as they ask, the rest shared."""
        worn, columns = look(), self.table_model.columns
        self.verticalHeader().setDefaultSectionSize(worn.height("body", air=18))
        fixed = sum(worn.px(c.width) for c in columns)
        loose = sum(not c.width for c in columns) or 1
        spare = max((self.viewport().width() - fixed) // loose, worn.px(120))
        for at, column in enumerate(columns):
            self.setColumnWidth(at, worn.px(column.width) if column.width else spare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, Esc unmarks."""
        key, current = Qt.Key(event.key()), self.currentIndex()
        if key == Qt.Key.Key_Space and self.marking and current.isValid():
            self.table_model.mark(current.row())
        elif key == Qt.Key.Key_Escape and self.table_model.marks:
            self.table_model.clear_marks()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the box marks."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        cell = self.visualRect(index)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = cell.right() - at.x() if mirrored else at.x() - cell.left()
        if self.marking and index.isValid() and index.column() == 0 and near < look().px(16) + 22:
            self.table_model.mark(index.row())
        super().mousePressEvent(event)

    def _sort(self, section: int) -> None:
        column: Column = self.table_model.columns[section]
        if column.sort:
            self.sort_asked.emit(column.sort)
