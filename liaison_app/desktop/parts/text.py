"""Words: one eliding line, a paragraph, an icon, a key of the keyboard, a hairline."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from liaison_app.desktop.look.ink import (
    Ink,
    Words,
    fitted,
    in_lines,
    name_runs,
    plain,
    width_of,
)
from liaison_app.desktop.look.look import look


class Line(QLabel):
    """One line of words that elides instead of clipping or pushing its neighbours; its text twin is ``text()``.

    ``wraps``: it takes a second line before it elides.
    """

    def __init__(
        self,
        words: Words = "",
        size: str = "body",
        tone: str = "text",
        *,
        bold: bool = False,
        at_end: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self._size, self._tone, self._bold, self._at_end = size, tone, bold, at_end
        self._wraps, self._laid_out = wraps, False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.show_words(words)

    def show_words(self, words: Words, tone: str | None = None) -> None:
        """Say something else, in another ``tone`` if given."""
        self._words = words
        self._tone = tone or self._tone
        self.setText(plain(words))
        self.setAccessibleName(plain(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The whole line."""
        width = round(width_of(self._words, self._size, self._bold) + 1.5)
        if not self._wraps:
            return QSize(width, look().height(self._size))
        return QSize(width, self.heightForWidth(self.width() if self._laid_out else width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self._laid_out = True
        if self._wraps and self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), look().px(24)), hint.height())

    def hasHeightForWidth(self) -> bool:
        """If it wraps."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """One line or two."""
        return look().height(*[self._size] * len(self._lines(width))) if self._wraps else -1

    def _lines(self, room: float) -> Sequence[Words]:
        if not self._wraps:
            return (self._words,)
        return in_lines(self._words, room, self._size, self._bold)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits; what was cut is in the tooltip."""
        room, shown = self.width(), []
        with QPainter(self) as painter:
            ink = Ink(painter, QRectF(self.rect()))
            baseline = look().metrics(self._size).ascent()
            write = ink.text_at_end if self._at_end else ink.text
            for line in self._lines(room):
                write(0, baseline, room, line, self._size, self._tone, self._bold)
                baseline += look().metrics(self._size).height()
                shown.append(plain(fitted(line, room, self._size, self._bold, look())))
        self.setToolTip("" if " ".join(shown) == self.text() else self.text())


def name_line(name: str, native: str = "", size: str = "body", *, bold: bool = True) -> Line:
    """A name with its native form, quieter, on the same baseline; the native form is given up first, whole."""
    return Line(name_runs(name, native, bold=bold), size)


class Paragraph(QLabel):
    """Words that wrap."""

    def __init__(
        self, text: str = "", size: str = "small", tone: str = "text2", *, bold: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("words", size)
        self.setProperty("tone", tone)
        self.setProperty("strong", "true" if bold else "false")
        self.setMinimumWidth(40)


class Icon(QWidget):
    """An icon beside words that say the same; silent for screen readers unless it has a ``name``."""

    def __init__(self, icon: str, tone: str = "text2", size: int = 16, name: str = "") -> None:
        super().__init__()
        self._icon, self._tone, self._size = icon, tone, size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: str) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = look().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            Ink(painter, area).icon(self._icon, 0, area.height() / 2, self._tone, self._size)


class Key(QLabel):
    """A key, or keys, as printed on the keyboard: ``Ctrl+Z``."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The keys and their frame."""
        return QSize(round(look().width(self.text(), "micro")) + 12, look().height("micro", air=5))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A little sunken box."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink = Ink(painter, area)
            ink.box(area, "sunken", "line2", 4)
            baseline = ink.baseline(area.height() / 2, "micro")
            ink.text(6, baseline, area.width(), self.text(), "micro", "text2")


class Rule(QWidget):
    """A hairline, across or down."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look().colour("line"))
