"""The sign of Liaison: two rings that hold each other."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look


class Mark(QWidget):
    """The sign, on a rounded square in the accent colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        side = look().px(44)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two rings."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink = Ink(painter, area)
            ink.box(area, "accent", None, 8)
            painter.setPen(QPen(look().colour("on_accent"), area.width() * 0.085))
            radius, middle = area.width() * 0.19, area.center()
            for side in (-1, 1):
                painter.drawEllipse(
                    QPointF(middle.x() + side * radius * 0.72, middle.y()), radius, radius
                )
