"""Icons as pixmaps, in any token's colour, sharp at the screen's pixel ratio.

The cache belongs to one ``Look``: with new colours comes a new cache.
"""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from liaison_app.desktop.look.shapes import SHAPES

#: What changes sides where the window runs right to left. Out and in never do: they mean we owe, they owe.
MIRRORED = {"left": "right", "right": "left"}


class Icons:
    """A maker and keeper of icon pixmaps."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
        """The icon ``name`` in ``colour`` (``#rrggbb``), ``side`` logical px square.

        An unknown name raises ``KeyError``.
        """
        key = (name, colour, side, ratio)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = _drawn(SHAPES[name], colour, side, ratio)
        return kept

    def icon(self, name: str, colour: str, off: str, side: int = 16) -> QIcon:
        """A ``QIcon`` for menus and buttons at ratios 1 and 2; in colour ``off`` while disabled."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour, side, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, off, side, ratio), QIcon.Mode.Disabled)
        return icon

    def spaced(self, icon: QIcon, side: int, air: int, *, mirrored: bool) -> QIcon:
        """The icon with ``air`` px towards the words beside it: Qt leaves 4 px, which is too little."""
        spaced = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            for ratio in (1.0, 2.0):
                inner = icon.pixmap(QSize(side, side), ratio, mode)
                outer = QPixmap(round((side + air) * ratio), round(side * ratio))
                outer.setDevicePixelRatio(ratio)
                outer.fill(Qt.GlobalColor.transparent)
                with QPainter(outer) as painter:
                    painter.drawPixmap(air if mirrored else 0, 0, inner)
                spaced.addPixmap(outer, mode)
        return spaced


def _drawn(shape: str, colour: str, side: int, ratio: float) -> QPixmap:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" '
        f'stroke="{colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">'
        f"{shape.replace('currentColor', colour)}</svg>"
    )
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
