"""A state in a word: square-cornered, tinted, never pressable."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look
from liaison_app.desktop.look.tokens import TONES


def badge_size(text: str, icon: str = "") -> tuple[float, float]:
    """Width and height of a badge."""
    worn = look()
    side = worn.px(12) + 3 if icon else 0
    return worn.width(text, "micro", True) + 14 + side, worn.height("micro", air=7)


def paint_badge(
    ink: Ink, x: float, middle: float, text: str, tone: str = "neutral", icon: str = ""
) -> float:
    """Paint a badge at leading ``x``, centred on ``middle``; its width. ``tone`` is a key of ``TONES``."""
    fill, line, words = TONES[tone]
    width, height = badge_size(text, icon)
    ink.box(QRectF(x, middle - height / 2, width, height), fill, line, 4)
    start = x + 7
    if icon:
        ink.icon(icon, x + 5, middle, words, 12)
        start = x + 8 + ink.px(12)
    ink.text(start, ink.baseline(middle, "micro"), width, text, "micro", words, True)
    return width


class Badge(QLabel):
    """A badge of its own: ``Badge("in force", "good", "check")``."""

    def __init__(self, text: str, tone: str = "neutral", icon: str = "") -> None:
        super().__init__(text)
        self._tone, self._icon = tone, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: str, icon: str = "") -> None:
        """Show another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word and its box."""
        width, height = badge_size(self.text(), self._icon)
        return QSize(round(width + 0.5), round(height))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            paint_badge(
                Ink(painter, area), 0, area.height() / 2, self.text(), self._tone, self._icon
            )
