"""Children in lines that wrap: chips, badges."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A layout that fills lines in reading direction and wraps; its height follows its width.

    ``gap`` px between children, and between lines unless ``below`` says how many there.
    """

    def __init__(self, gap: int = 6, below: int | None = None) -> None:
        super().__init__()
        self._below = gap if below is None else below
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Qt's way in; use ``addWidget``."""
        self._items.append(item)

    def count(self) -> int:
        """How many children."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The child at ``index``, or nothing."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a child out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Yes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that ``width`` needs."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the children in place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def line_width(self) -> int:
        """The width of all children on one line."""
        widths = [item.sizeHint().width() for item in self._items]
        return sum(widths) + self.spacing() * max(len(widths) - 1, 0)

    def sizeHint(self) -> QSize:
        """The widest child's width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest and the tallest child's least size."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = 0, 0, 0
        mirrored = (
            parent := self.parentWidget()
        ) is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item in self._items:
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x and x + width > rect.width():
                x, y, line = 0, y + line + self._below, 0
            if move:
                left = rect.right() + 1 - x - width if mirrored else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), QSize(width, hint.height())))
            x += width + self.spacing()
            line = max(line, hint.height())
        return y + line


def flowing(*children: QWidget, gap: int = 6, below: int | None = None) -> QWidget:
    """A widget whose children flow."""
    box = QWidget()
    flow = Flow(gap, below)
    for child in children:
        flow.addWidget(child)
    box.setLayout(flow)
    return box
