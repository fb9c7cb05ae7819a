"""A list of rows: the painter is the one that cards use, the keyboard is enough."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.lists.roles import KEY, SHOWN, Index
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.parts.row import RowState, paint_row, row_height

#: Letters that move, where no text field has the focus.
_MOVES = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


def row_state(option: QStyleOptionViewItem, *, pad: int = 16, last: bool = False) -> RowState:
    """How Qt wants a row shown."""
    flag = QStyle.StateFlag
    state: QStyle.StateFlag = option.state
    return RowState(
        selected=bool(state & flag.State_Selected),
        hovered=bool(state & flag.State_MouseOver) and bool(state & flag.State_Enabled),
        focused=bool(state & flag.State_HasFocus),
        last=last,
        pad=pad,
    )


def area_of(option: QStyleOptionViewItem) -> QRectF:
    """The rectangle to paint in."""
    return QRectF(option.rect)


class RowDelegate(QStyledItemDelegate):
    """Paints ``RowData``."""

    def __init__(self, parent: QWidget, pad: int) -> None:
        super().__init__(parent)
        self._pad = pad

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        paint_row(
            Ink(painter, area_of(option)), index.data(SHOWN), row_state(option, pad=self._pad)
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """From the font."""
        return QSize(120, row_height(index.data(SHOWN)))


class ListView(QListView):
    """What every list does: ``pointed(key)`` when another row is current, ``chosen(key)`` on Enter or double click.

    Up, Down, J, K, Home, End, Page keys move. Keys are those of the model (``KEY``).
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, model: RowsModel | LazyModel[Any]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        model.setParent(self)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._point)

    @property
    def key(self) -> object:
        """The key of the current row; ``None`` if there is none."""
        return self.currentIndex().data(KEY) if self.currentIndex().isValid() else None

    def point_at(self, key: object) -> bool:
        """Make the row of ``key`` current and show it; whether it is in the list."""
        model = self.model()
        row = model.row_of(key) if isinstance(model, RowsModel | LazyModel) else -1
        if row < 0:
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(model.index(row, 0), flag)
        self.scrollTo(model.index(row, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K as Down and Up; Enter chooses."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif key in _MOVES and not event.modifiers():
            super().keyPressEvent(QKeyEvent(event.type(), _MOVES[key], event.modifiers()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; Ctrl+F filters."""

    def _choose(self, index: Index) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.chosen.emit(index.data(KEY))

    def _point(self, current: Index) -> None:
        if current.isValid():
            self.pointed.emit(current.data(KEY))


class RowList(ListView):
    """A list of ``RowData``. With a ``LazyModel`` all rows are as tall as its first, so that 500,000 cost nothing."""

    def __init__(self, name: str, model: RowsModel | LazyModel[Any], *, pad: int = 16) -> None:
        super().__init__(name, model)
        self.setItemDelegate(RowDelegate(self, pad))
        self.setUniformItemSizes(isinstance(model, LazyModel))
