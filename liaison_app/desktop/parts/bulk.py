"""What can be done with the rows that are marked, all at once."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across
from liaison_app.desktop.parts.text import Icon, Key, Line
from liaison_app.system.messages import text


class BulkBar(QWidget):
    """Shows itself while rows are marked; put it below the table, so that it never covers the last row.

    ``cleared`` when the person takes the marks away; Esc in the table does the same.
    """

    cleared = Signal()

    def __init__(self, *buttons: Button) -> None:
        super().__init__()
        self._count = Line("", bold=True, tone="accent")
        self._detail = Line("", "small", "text2")
        clear = Button.quiet(text("bulk.clear"))
        clear.clicked.connect(self.cleared)
        row = across(
            Icon("check", "accent"), self._count, self._detail, STRETCH, *buttons, clear, Key("Esc")
        )
        row.setContentsMargins(14, 6, 11, 6)
        self.setLayout(row)
        self.show_marked(0)

    def show_marked(self, count: int, detail: str = "") -> None:
        """How many are marked, and where they belong: ``in 2 jurisdictions, 2 owners``."""
        words = text("bulk.marked", count=count)
        self._count.show_words(words)
        self._detail.show_words(detail)
        self.setAccessibleName(words)
        self.setVisible(count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft box with an accent outline."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            Ink(painter, area).box(area, "soft", "accent")
