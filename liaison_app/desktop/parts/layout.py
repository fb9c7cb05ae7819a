"""Rows and columns of widgets in one expression: ``down(title, across(one, two, STRETCH), gap=8)``.

An item is a widget, a layout, ``None`` (left out), an ``int`` (that many pixels), ``STRETCH``, or ``(item, factor)``.
"""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


class Spare(Enum):
    """Marks where spare room goes."""

    STRETCH = "stretch"


STRETCH = Spare.STRETCH
Item = QWidget | QLayout | int | Spare | None | tuple[QWidget | QLayout, int]
Margins = int | tuple[int, int, int, int]


def across(*items: Item, gap: int = 8, margins: Margins = 0) -> QHBoxLayout:
    """Items side by side, in reading direction."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def down(*items: Item, gap: int = 8, margins: Margins = 0) -> QVBoxLayout:
    """Items one under the other. End a card or page with ``STRETCH``, or spare height goes to its labels."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def height_at(widget: QWidget, width: int) -> int:
    """How tall a widget wants to be in ``width`` pixels, before it has them."""
    layout = widget.layout()
    if layout is None or not layout.hasHeightForWidth():
        return widget.sizeHint().height()
    return layout.totalHeightForWidth(width)


def boxed(layout: QLayout, *, width: int | None = None, height: int | None = None) -> QWidget:
    """A bare widget around a layout, of a fixed width or height if given."""
    box = QWidget()
    box.setLayout(layout)
    if width is not None:
        box.setFixedWidth(width)
    if height is not None:
        box.setFixedHeight(height)
    return box


def scrolling(content: QWidget, name: str) -> QScrollArea:
    """``content`` in an area that scrolls down when it is too tall; ``name`` is for screen readers."""
    area = QScrollArea()
    content.setProperty("page", "true")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setAccessibleName(name)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def emptied(layout: QLayout) -> None:
    """Take all items out of a layout; its widgets are hidden now and deleted soon."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)


def _fill(layout: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    for item in items:
        inner, factor = item if isinstance(item, tuple) else (item, 0)
        if inner is STRETCH:
            layout.addStretch(1)
        elif isinstance(inner, int):
            layout.addSpacing(inner)
        elif isinstance(inner, QLayout):
            layout.addLayout(inner, factor)
        elif isinstance(inner, QWidget):
            layout.addWidget(inner, factor)
