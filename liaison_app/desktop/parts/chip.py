"""Chips: round, and always something one can press: a filter, a person, how a word was read."""

from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from liaison_app.desktop.look.ink import Ink, Run, joined, width_of
from liaison_app.desktop.look.look import look
from liaison_app.desktop.look.tokens import TONES


class End(Enum):
    """What stands at a chip's end: nothing, a cross (``removed``), an arrow (a menu opens)."""

    NONE = ""
    CROSS = "cross"
    MENU = "down"


class Chip(QAbstractButton):
    """A chip with ``text`` and a quieter ``sub`` that is given up first.

    ``clicked``, and ``removed`` by its cross, Delete or Backspace.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        sub: str = "",
        *,
        icon: str = "",
        tone: str = "plain",
        end: End = End.NONE,
        bold: bool = False,
        note: str = "",
    ) -> None:
        """``note`` is a word at the end, bold: ``Head``, ``Notetaker``. ``tone`` is a key of ``TONES``."""
        super().__init__()
        self._sub, self._icon, self._tone, self._end = sub, icon, tone, end
        self._dashed, self._bold, self._note = False, bold, note
        self.setText(text)
        self.setAccessibleName(joined(text, sub, note))
        if end is End.CROSS:
            self.setToolTip(f"{text}: Delete takes it away")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @classmethod
    def filter(cls, text: str) -> "Chip":
        """A filter that is on; its cross takes it off."""
        return cls(text, tone="accent", end=End.CROSS)

    @classmethod
    def menu(cls, text: str) -> "Chip":
        """A choice whose menu opens when pressed."""
        return cls(text, end=End.MENU)

    @classmethod
    def add(cls, text: str) -> "Chip":
        """Adds one more: dashed, with a plus."""
        chip = cls(text, icon="plus")
        chip._dashed = True
        return chip

    @classmethod
    def person(cls, name: str, sub: str = "", *, note: str = "", lead: bool = False) -> "Chip":
        """Somebody who takes part; ``lead`` marks who heads a side."""
        tone = "accent" if lead else "plain"
        return cls(name, sub, icon="person", tone=tone, end=End.CROSS, bold=lead, note=note)

    @classmethod
    def parsed(cls, icon: str, text: str, sub: str = "", *, settled: bool = True) -> "Chip":
        """How a typed word was read; amber while a person must say which."""
        return cls(text, sub, icon=icon, tone="accent" if settled else "soon")

    def _words(self) -> list[Run]:
        quiet = "text3" if self._tone in ("plain", "neutral") else TONES[self._tone][2]
        ink = TONES[self._tone][2]
        bold = self._bold or self._tone == "solid"
        sub = "  " + self._sub if self._sub else ""
        return [Run(self.text(), ink, bold), Run(sub, quiet, whole=True)]

    def sizeHint(self) -> QSize:
        """Everything it says."""
        worn = look()
        width = 22 + width_of(self._words(), "small")
        width += worn.px(17) if self._icon else 0
        width += worn.px(12) + 6 if self._end is not End.NONE else 0
        width += worn.width(self._note, "micro", True) + 12 if self._note else 0
        return QSize(round(width + 1), worn.height("small", air=12))

    def minimumSizeHint(self) -> QSize:
        """Icon and a few letters."""
        return QSize(min(look().px(56), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outline, icon, words, end."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, middle = Ink(painter, area), area.height() / 2
            fill, line, words = TONES[self._tone]
            if self.underMouse() and self.isEnabled():
                fill = "hover" if self._tone == "plain" else fill
                line = "accent"
            line = "control" if self._dashed else line
            ink.box(area, None if self._dashed else fill, line, area.height() / 2, 1, self._dashed)
            if self.hasFocus():
                ink.ring(area, area.height() / 2)
            x, end = 11.0, area.width() - 11
            if self._icon:
                tone = "text2" if self._tone == "plain" else words
                ink.icon(self._icon, x - 2, middle, tone, 14)
                x += ink.px(17)
            if self._end is not End.NONE:
                end -= ink.px(12)
                ink.icon(
                    self._end.value,
                    end + 2,
                    middle,
                    words if self._tone == "solid" else "text3",
                    12,
                )
                end -= 6
            if self._note:
                baseline = ink.baseline(middle, "micro")
                end -= 8 + ink.text_at_end(
                    x, baseline, end - x, self._note, "micro", "text2", bold=True
                )
            ink.text(x, ink.baseline(middle, "small"), end - x, self._words(), "small")

    def _cross(self) -> QRect:
        side = self.height()
        rect = QRect(self.width() - side, 0, side, side)
        return (
            rect
            if self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            else rect.translated(side - self.width(), 0)
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross removes; the rest presses."""
        if self._end is End.CROSS and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Delete and Backspace remove."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self._end is End.CROSS and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
