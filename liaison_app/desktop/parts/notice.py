"""What was just done and how to take it back; what needs a person; nothing that vanishes by itself."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look
from liaison_app.desktop.look.tokens import TONES
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Icon, Key, Line, Paragraph
from liaison_app.system.messages import text

_ICONS = {"good": "check", "neutral": "info", "soon": "warn", "late": "late", "accent": "info"}
_INK = {"neutral": "text2"}


class NoticeBar(QWidget):
    """At the foot of every page: the last step with [Undo]; at the far end the marking. It stays until the next step.

    ``undo`` is emitted by its button; Ctrl+Z is an action of the window, so that it works everywhere.
    """

    undo = Signal()

    def __init__(self, marking: str = "") -> None:
        super().__init__()
        self._icon = Icon("info")
        self._words = Line("", "small")
        self._undo = Button(text("notice.undo"), icon="undo", small=True)
        self._undo.clicked.connect(self.undo)
        self._key = Key("Ctrl+Z")
        self._marking = Line(marking, "micro", "text3", bold=True)
        row = across(
            self._icon,
            self._words,
            self._undo,
            self._key,
            STRETCH,
            self._marking,
            margins=(24, 0, 24, 0),
        )
        self.setLayout(row)
        self.setAccessibleName(text("notice.name"))
        self._measure()
        self.say("")

    def say(self, words: str, *, undoes: str = "", tone: str = "good") -> None:
        """Say what was done. ``undoes`` names the step that Undo takes back; empty: there is nothing to undo.

        ``tone`` is ``good`` (done), ``neutral`` (to know), ``soon`` (to settle) or ``late`` (refused).
        """
        tone = tone if undoes or tone != "good" else "neutral"
        self._asks = tone == "soon" and not undoes
        self._icon.show_icon(_ICONS[tone], _INK.get(tone, tone))
        self._icon.setVisible(bool(words))
        self._words.show_words(words)
        for part in (self._undo, self._key):
            part.setVisible(bool(undoes))
        tip = text("notice.undo_step", step=undoes)
        self._undo.setToolTip(tip)
        self._undo.setAccessibleName(tip if undoes else text("notice.undo"))
        self.setAccessibleDescription(words)

    def leave_question(self) -> None:
        """Its page is left: what it wanted settled means nothing on another."""
        if self._asks:
            self.say("")

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_marking(self, marking: str) -> None:
        """The marking of this office's pages."""
        self._marking.show_words(marking)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(look().height("body", air=20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A surface with a hairline above."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look().colour("surface"))
            painter.fillRect(0, 0, self.width(), 1, look().colour("line"))


class MessageBox(QWidget):
    """An error or a question next to its cause: what happened, what was kept, what to do."""

    def __init__(
        self, words: str, tone: str = "late", *, title: str = "", button: Button | None = None
    ) -> None:
        super().__init__()
        self._tone = tone
        self._title = Paragraph(title, "body", "text", bold=True)
        self._words = Paragraph(words, "small", "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(Icon(_ICONS[tone], _INK.get(tone, tone)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(down(self._title, self._words, gap=2), 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(words, title)

    def say(self, words: str, title: str = "") -> None:
        """Say something else; empty hides the box."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._words.setText(words)
        self.setAccessibleName(f"{title} {words}".strip())
        # without a parent it would show as a window of its own and take the focus
        if self.parentWidget() is not None or not (words or title):
            self.setVisible(bool(words or title))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted box."""
        fill, line, _ = TONES[self._tone]
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            Ink(painter, area).box(area, fill, line)
