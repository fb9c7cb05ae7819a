"""One page at a time as it prints, with its own keys: page up and down, home and end, Ctrl and the wheel for size."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Line, Rule
from liaison_app.system.messages import text

_EDGE = 14
_STEPS = (0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SCREEN_DOTS = 96


class Leaf(QWidget):
    """A sheet of paper with its shadow."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._size = QSize(0, 0)

    def show_picture(self, picture: QImage, size: QSize) -> None:
        """Show a page; ``size`` in pixels of the window."""
        self._picture, self._size = picture, size
        self.setMinimumSize(size.width() + 2 * _EDGE, size.height() + 2 * _EDGE)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet in the middle, white as paper whatever the window wears."""
        if self._picture.isNull():
            return
        x = (self.width() - self._size.width()) / 2
        sheet = QRectF(x, _EDGE, self._size.width(), self._size.height())
        with QPainter(self) as painter:
            painter.fillRect(sheet.adjusted(-1, -1, 3, 4), look().colour("line2"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, self._picture)


class Viewer(Panel):
    """``wanted(page, dots)``: this page is to be shown, at so many dots an inch of the screen.

    ``turned(page)``: another page was turned to.
    """

    wanted = Signal(int, float)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__("sunken")
        self.setAccessibleName(text("preview.pages"))
        self.setProperty("region", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._page, self._zoom = 0, 0.0
        self._leaf = Leaf()
        self._area = QScrollArea()
        self._area.setWidget(self._leaf)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(text("preview.pages"))
        self._leaf.setProperty("page", "true")
        self._where = Line("", "small")
        self._scale = Line("", "small", "text2")
        self._lay_out()

    def _lay_out(self) -> None:
        before = Button.icon_only("left", text("preview.before"))
        after = Button.icon_only("right", text("preview.after"))
        smaller = Button.icon_only("zoomout", text("preview.smaller"))
        larger = Button.icon_only("zoomin", text("preview.larger"))
        whole = Button.quiet(text("preview.whole"), tip="0")
        before.clicked.connect(lambda: self.turn_to(self._page - 1))
        after.clicked.connect(lambda: self.turn_to(self._page + 1))
        smaller.clicked.connect(lambda: self.resize_by(-1))
        larger.clicked.connect(lambda: self.resize_by(1))
        whole.clicked.connect(self.fit)
        bar = across(before, self._where, after, STRETCH, smaller, self._scale, larger, whole)
        bar.setContentsMargins(8, 4, 8, 4)
        self.setLayout(down(bar, Rule(), (self._area, 1), gap=0, margins=1))

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def show_sheets(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """There are so many pages now, of these sizes in points; stay where one is."""
        self._sizes = sizes
        self._page = min(self._page, max(0, len(sizes) - 1))
        self._ask()

    def show_picture(self, page: int, picture: QImage) -> None:
        """Show a page that was wanted, if it still is."""
        if page == self._page and self._sizes:
            width, height = self._pixels()
            self._leaf.show_picture(picture, QSize(width, height))

    def turn_to(self, page: int) -> None:
        """Show another page."""
        if self._sizes:
            self._page = min(max(page, 0), len(self._sizes) - 1)
            self._area.verticalScrollBar().setValue(0)
            self._ask()
            self.turned.emit(self._page)

    def resize_by(self, steps: int) -> None:
        """Show the page larger or smaller."""
        now = self._factor()
        bigger = [one for one in _STEPS if one > now + 0.01]
        less = [one for one in _STEPS if one < now - 0.01]
        if steps > 0 and bigger:
            self._zoom = bigger[0]
        elif steps < 0 and less:
            self._zoom = less[-1]
        self._ask()

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom = 0.0
        self._ask()

    def _factor(self) -> float:
        if self._zoom or not self._sizes:
            return self._zoom or 1.0
        width, height = self._sizes[self._page]
        room = self._area.size()
        wide = (room.width() - 2 * _EDGE) / (width * SCREEN_DOTS / 72)
        tall = (room.height() - 2 * _EDGE) / (height * SCREEN_DOTS / 72)
        return max(0.1, min(wide, tall))

    def _pixels(self) -> tuple[int, int]:
        width, height = self._sizes[self._page]
        factor = self._factor() * SCREEN_DOTS / 72
        return round(width * factor), round(height * factor)

    def _ask(self) -> None:
        count = len(self._sizes)
        words = text("preview.where", page=self._page + 1, count=count) if count else ""
        self._where.show_words(words)
        self._scale.show_words(f"{self._factor():.0%}" if count else "")
        self.setAccessibleDescription(words)
        if count:
            dots = SCREEN_DOTS * self._factor() * self.devicePixelRatioF()
            self.wanted.emit(self._page, dots)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and size."""
        key = Qt.Key(event.key())
        turns = {
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Left: self._page - 1,
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Right: self._page + 1,
            Qt.Key.Key_Space: self._page + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._sizes) - 1,
        }
        scroll = self._area.verticalScrollBar()
        if key in turns:
            self.turn_to(turns[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            scroll.setValue(scroll.value() + (60 if key == Qt.Key.Key_Down else -60))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.resize_by(1 if key == Qt.Key.Key_Plus else -1)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.resize_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page shown whole stays whole."""
        super().resizeEvent(event)
        if not self._zoom:
            self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring while the pages have the keys."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                Ink(painter, QRectF(self.rect())).ring(QRectF(self.rect()), 6)
