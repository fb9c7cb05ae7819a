"""A drop-down: one of several, each a code with its words."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox

from liaison_app.desktop.look.ink import Ink, Run
from liaison_app.desktop.look.look import look


class Pick(QComboBox):
    """Choose one. ``choices`` are (code, words) or (code, words, quieter words); ``picked(code)`` by a person."""

    picked = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[str, ...]] = (),
        *,
        current: str = "",
        icon: str = "",
    ) -> None:
        super().__init__()
        self._icon = icon
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices, current)
        self.activated.connect(lambda _: self.picked.emit(self.code))

    def offer(self, choices: Iterable[tuple[str, ...]], current: str = "") -> None:
        """Offer these instead; ``current`` is the code chosen, the first if it isn't there."""
        self.clear()
        for code, words, *quiet in choices:
            self.addItem(words, (code, quiet[0] if quiet else ""))
        self.choose(current)

    @property
    def code(self) -> str:
        """The code chosen; empty if nothing is offered."""
        data = self.currentData()
        return str(data[0]) if data else ""

    def choose(self, code: str) -> None:
        """Show ``code`` as chosen, without ``picked``; the first if it isn't offered."""
        codes = [self.itemData(i)[0] for i in range(self.count())]
        self.setCurrentIndex(codes.index(code) if code in codes else 0 if codes else -1)

    def sizeHint(self) -> QSize:
        """The widest words, up to 240 px."""
        widest = max((look().width(self.itemText(i)) for i in range(self.count())), default=0)
        icon = look().px(21) if self._icon else 0
        return QSize(min(round(widest) + icon + 42, look().px(240)), look().control)

    def minimumSizeHint(self) -> QSize:
        """A few letters and the arrow."""
        return QSize(look().px(64), look().control)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a value by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame by the style, words and arrow by us."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            complex_ = QStyle.ComplexControl.CC_ComboBox
            self.style().drawComplexControl(complex_, option, painter, self)
            area = QRectF(self.rect())
            ink, middle, x = Ink(painter, area), area.height() / 2, 9
            tone = "text" if self.isEnabled() else "text3"
            if self._icon:
                ink.icon(self._icon, x, middle, "text2", 14)
                x += ink.px(21)
            quiet = (self.currentData() or ("", ""))[1]
            words = [
                Run(self.currentText(), tone),
                Run("  " + quiet if quiet else "", "text3", whole=True),
            ]
            ink.text(x, ink.baseline(middle), area.width() - x - ink.px(20) - 6, words)
            ink.icon("down", area.width() - ink.px(12) - 8, middle, "text2", 12)
