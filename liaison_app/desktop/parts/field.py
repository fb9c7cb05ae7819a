"""Fields: what is typed, how it was read at the right, and, in words, what it needs from a person."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look


class State(Enum):
    """``FINE``; ``SETTLE``: to settle, amber, can still be saved; ``REFUSED``: red. Values are tokens."""

    FINE = ""
    SETTLE = "soon"
    REFUSED = "late"


class Field(QLineEdit):
    """A line to type in. ``read_as`` says at the right how it was understood; ``refuse``, ``settle`` what is wrong.

    Nothing typed is ever taken away.
    """

    def __init__(self, name: str, *, text: str = "", hint: str = "", icon: str = "") -> None:
        """``name`` is for screen readers (``FormGrid`` sets it from the label); ``hint`` shows while it is empty."""
        super().__init__(text)
        self._icon, self._reading, self._state = icon, "", State.FINE
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setCursorPosition(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._leave_room()

    @property
    def state(self) -> State:
        """Whether it needs a person."""
        return self._state

    @property
    def reading(self) -> str:
        """The words at the right."""
        return self._reading

    def read_as(self, reading: str) -> None:
        """It is fine, and was understood as ``reading``: ``1 dec`` as ``Tue 1 Dec 2026``."""
        self._show(reading, State.FINE)

    def settle(self, question: str) -> None:
        """It can be kept as it is, but somebody must say: ``2026 or 2027?``."""
        self._show(question, State.SETTLE)

    def refuse(self, reason: str) -> None:
        """It can't be kept: ``no such day``."""
        self._show(reason, State.REFUSED)

    def _show(self, words: str, state: State) -> None:
        self._reading, self._state = words, state
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self._leave_room()
        self.update()

    def _leave_room(self) -> None:
        worn = look()
        left = worn.px(22) if self._icon else 0
        right = round(self._reading_width()) + 4 if self._reading else 0
        if self._state is not State.FINE:
            right += worn.px(18)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # typed in any script it begins where the field does, away from its reading
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            left, right = right, left
        else:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.setTextMargins(left, 0, right, 0)

    def _reading_width(self) -> float:
        """The reading may take half of the field; in a very narrow one only its icon is left."""
        room = self.width() / 2 if self.width() > look().px(110) else 0
        return min(look().width(self._reading, "small"), room)

    def sizeHint(self) -> QSize:
        """As tall as a button."""
        return QSize(look().px(180), look().control)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(look().px(64), look().control)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._leave_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between what is typed and its reading."""
        super().resizeEvent(event)
        self._leave_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line edit, then icon, reading and outline over it."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, middle = Ink(painter, area), area.height() / 2
            if self._icon:
                ink.icon(self._icon, 9, middle, "text3", 14)
            tone = self._state.value or "text3"
            room = area.width() - 20
            if self._reading:
                baseline, wide = ink.baseline(middle, "small"), self._reading_width()
                ink.text_at_end(10 + room - wide, baseline, wide, self._reading, "small", tone)
                room -= wide + ink.px(18)
            if self._state is not State.FINE:
                if not self._reading:
                    room -= ink.px(16)
                icon = "warn" if self._state is State.SETTLE else "late"
                ink.icon(icon, 10 + room, middle, tone, 14)
                ink.box(area, None, tone, 5, 2 if self.hasFocus() else 1.5)


class TextBox(QPlainTextEdit):
    """Several lines to type in; grows from ``lines`` to twice that, then scrolls. Tab leaves it."""

    def __init__(self, name: str, *, text: str = "", hint: str = "", lines: int = 3) -> None:
        super().__init__(text)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._shown = 0
        self._grow()

    def text(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def _grow(self) -> None:
        """Be as tall as what is typed, as it is broken into lines now."""
        lines = round(self.document().size().height())
        shown = min(max(self._lines, lines), 2 * self._lines)
        if shown != self._shown:
            self._shown = shown
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """So many lines, and air."""
        return QSize(look().px(180), look().height(*["body"] * self._shown) + 16)

    def minimumSizeHint(self) -> QSize:
        """Its lines."""
        return QSize(look().px(64), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter belongs to the page (save), not to the text."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)
