"""What every list and table does: keys, hover, ``pointed`` and ``chosen``. One row is one thing.

It is Qt's table view, even for lists of one column: Qt's list view asks for each of 500,000 rows when it lays them
out (30 s), the table view only for those in sight.
"""

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from liaison_app.desktop.lists.roles import KEY, Index

#: Letters that move, where no text field has the focus.
_MOVES = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class _Keyed(Protocol):
    def row_of(self, key: object) -> int:
        """The row of ``key``; -1 if it isn't there."""


class RowsView(QTableView):
    """``pointed(key)`` when another row is current, ``chosen(key)`` on Enter or double click.

    Up, Down, J, K, Home, End and the page keys move; Tab leaves. Keys are those of the model (``KEY``).
    ``lie_on_page`` makes it as transparent as a list pane beside a record is.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.hovered = -1
        self.setAccessibleName(name)
        model.setParent(self)
        self.setModel(model)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.doubleClicked.connect(self.choose)
        self.selectionModel().currentChanged.connect(self._point)
        model.modelReset.connect(self.measure)

    @property
    def key(self) -> object:
        """The key of the current row; ``None`` if there is none."""
        return self.currentIndex().data(KEY) if self.currentIndex().isValid() else None

    def point_at(self, key: object) -> bool:
        """Make the row of ``key`` current and show it; whether it is in the list."""
        model: _Keyed = self.model()  # type: ignore[assignment]  # all models of this room are keyed
        row = model.row_of(key)
        if row >= 0:
            flag, index = QItemSelectionModel.SelectionFlag, self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.scrollTo(index)
        return row >= 0

    def lie_on_page(self) -> None:
        """Show the page's colour behind the rows."""
        self.setProperty("onpage", "true")
        self.style().polish(self)

    def measure(self) -> None:
        """Give the rows their heights, from the font; each kind of list adds what is particular to it."""
        self.viewport().update()

    def choose(self, index: Index) -> None:
        """Say that a row was chosen; a heading can't be."""
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.chosen.emit(index.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K as Down and Up; Enter chooses; other keys are the window's."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.choose(self.currentIndex())
        elif key in _MOVES and not event.modifiers():
            super().keyPressEvent(QKeyEvent(event.type(), _MOVES[key], event.modifiers()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; Ctrl+F filters."""

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self.measure()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        self.hovered = row
        self.viewport().update()

    def _point(self, current: QModelIndex) -> None:
        if current.isValid():
            self.pointed.emit(current.data(KEY))
            self.viewport().update()
