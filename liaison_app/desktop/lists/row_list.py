"""A list of rows: the painter is the one that cards use."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from liaison_app.desktop.lists.lazy_model import LazyModel
from liaison_app.desktop.lists.roles import SHOWN, Index, Shown
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.lists.view import RowsView
from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.parts.row import RowData, RowState, paint_row, row_height


def area_of(option: QStyleOptionViewItem) -> QRectF:
    """The rectangle to paint in."""
    return QRectF(option.rect)


class ListView(RowsView):
    """One column. Rows of a ``LazyModel`` are all as tall as its first, those of a ``RowsModel`` each as it needs."""

    def __init__(self, name: str, model: RowsModel | LazyModel[Any]) -> None:
        super().__init__(name, model)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.measure()

    def row_height(self, shown: Shown) -> int:
        """The height of a row, from the font."""
        return row_height(shown) if isinstance(shown, RowData) else row_height(RowData(shown.twin))

    def measure(self) -> None:
        """Give the rows their heights."""
        model, head = self.model(), self.verticalHeader()
        if model.rowCount() == 0:
            return
        head.setDefaultSectionSize(self.row_height(model.index(0, 0).data(SHOWN)))
        if isinstance(model, RowsModel):
            for row in range(model.rowCount()):
                head.resizeSection(row, self.row_height(model.index(row, 0).data(SHOWN)))

    def state_of(self, option: QStyleOptionViewItem, index: Index, *, pad: int = 16) -> RowState:
        """How a row is shown now."""
        flag = QStyle.StateFlag
        return RowState(
            selected=bool(option.state & flag.State_Selected),
            hovered=index.row() == self.hovered,
            focused=bool(option.state & flag.State_HasFocus),
            pad=pad,
        )


class RowDelegate(QStyledItemDelegate):
    """Paints ``RowData``."""

    def __init__(self, view: ListView, pad: int) -> None:
        super().__init__(view)
        self.view, self._pad = view, pad

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        state = self.view.state_of(option, index, pad=self._pad)
        paint_row(Ink(painter, area_of(option)), index.data(SHOWN), state)
        painter.restore()


class RowList(ListView):
    """A list of ``RowData``, of any length."""

    def __init__(self, name: str, model: RowsModel | LazyModel[Any], *, pad: int = 16) -> None:
        super().__init__(name, model)
        self.setItemDelegate(RowDelegate(self, pad))
