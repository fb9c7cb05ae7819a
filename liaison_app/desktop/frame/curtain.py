"""What hides a window that is to be locked, while something in it must still be finished."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Icon, Line, Paragraph
from liaison_app.system.messages import text


class Curtain(QWidget):
    """Over a whole window, menus too; nothing behind it is seen or can be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(text("curtain.title"))
        words = down(
            Line(text("curtain.title"), "title", bold=True),
            Paragraph(text("curtain.more"), "body", "text2"),
            gap=4,
        )
        middle = across(
            STRETCH, down(Icon("lock", "accent", 20), STRETCH), (words, 1), STRETCH, gap=14
        )
        self.setLayout(down(STRETCH, middle, STRETCH))
        self.hide()

    def draw(self) -> None:
        """Hide the window behind it, and let nothing be done there."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
            window.setEnabled(False)
        self.raise_()
        self.show()

    def lift(self) -> None:
        """Show the window again: it stays."""
        window = self.parentWidget()
        if window is not None:
            window.setEnabled(True)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, through which nothing shines."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look().colour("chrome"))
