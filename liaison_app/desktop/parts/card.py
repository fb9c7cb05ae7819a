"""A card: hairline outline, no shadow; a title with a count and one quiet action; rows edge to edge."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_app.desktop.look.ink import Ink, Words
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.layout import STRETCH, across, emptied
from liaison_app.desktop.parts.row import Row
from liaison_app.desktop.parts.text import Icon, Line, Rule


class Panel(QWidget):
    """A rounded box with a hairline around it, for anything. The outline ``soft_line`` says: this one first."""

    def __init__(self, fill: str = "surface", line: str = "line") -> None:
        super().__init__()
        self._fill, self._line = fill, line

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            Ink(painter, area).box(area, self._fill, self._line)


class Card(Panel):
    """A titled box. ``add`` puts anything in its body, ``show_rows`` rows, ``foot`` a line below a hairline."""

    def __init__(
        self,
        title: str,
        count: str = "",
        *,
        icon: str = "",
        action: QWidget | None = None,
        line: str = "line",
    ) -> None:
        super().__init__("surface", line)
        self.setAccessibleName(title)
        self._title = Line(title, bold=True)
        self._count = Line(count, "small", "text3")
        mark = Icon(icon, "text2") if icon else None
        head = across(mark, self._title, self._count, STRETCH, action, margins=(15, 0, 7, 0))
        self._head = QWidget()
        self._head.setLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        # rows must not paint over the round corners at the bottom
        self._whole.setContentsMargins(1, 1, 1, 4)
        self._whole.addWidget(self._head)
        self._whole.addWidget(Rule())
        self._whole.addLayout(self.body)
        self._whole.addStretch(0)
        self._measure()

    @staticmethod
    def frame_height(*, foot: bool = False) -> int:
        """What a card takes beside its rows: its title, hairlines and, if it has one, its foot."""
        below = look().height("small", air=16) + 1 if foot else 0
        return look().height("body", air=24) + 6 + below

    def _measure(self) -> None:
        self._head.setFixedHeight(look().height("body", air=24))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_head"):
            self._measure()

    def say(self, title: str, count: str = "") -> None:
        """Change title and count."""
        self.setAccessibleName(title)
        self._title.show_words(title)
        self._count.show_words(count)

    def count(self, words: Words) -> None:
        """Change the count beside the title: ``14 open, 3 late``."""
        self._count.show_words(words)

    def add(self, widget: QWidget, factor: int = 0) -> None:
        """Put a widget at the end of the body; ``factor`` > 0 lets it take spare height."""
        self.body.addWidget(widget, factor)
        if factor:
            self._whole.setStretchFactor(self.body, 1)

    def show_rows(self, rows: Iterable[QWidget]) -> None:
        """Show these instead of whatever the body holds: rows, or an ``EmptyState``."""
        emptied(self.body)
        shown = list(rows)
        for row in shown:
            self.body.addWidget(row)
            if isinstance(row, Row):
                row.be_last(row is shown[-1])

    def end_with_air(self) -> None:
        """Let spare height stand below the rows instead of in them."""
        self._whole.setStretch(self._whole.count() - 1, 1)

    def foot(self, *items: QWidget) -> None:
        """A line below a hairline at the bottom."""
        box = QWidget()
        box.setLayout(across(*items, STRETCH, margins=(16, 0, 16, 0)))
        box.setFixedHeight(look().height("small", air=16))
        self._whole.addWidget(Rule())
        self._whole.addWidget(box)
