"""The sidebar: the office, the box that finds and does anything, pages with counts, what is pinned, the safety line.

The count of what is late is said in words and in red; everything else is quiet. One stop for Tab; Up and Down move.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from liaison_app.desktop.look.ink import Ink, Run, joined, name_runs, width_of
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.text import Icon, Line, Rule
from liaison_app.system.messages import text


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page: its key, its words, its icon; ``rule`` draws a hairline above it."""

    key: str
    words: str
    icon: str
    rule: bool = False


@dataclass(frozen=True, slots=True)
class Pinned:
    """Something pinned: the reference it opens, its words, its icon."""

    ref: str
    name: str
    native: str = ""
    icon: str = "place"


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Item(QAbstractButton):
    """A line of the sidebar; ``stepped(-1 or 1)`` on Up and Down."""

    stepped = Signal(int)

    def __init__(self, words: str, icon: str, size: str, native: str = "") -> None:
        super().__init__()
        self._icon, self._size, self._native = icon, size, native
        self._count, self._late = "", ""
        self.here = False
        self.setText(words)
        self.setAccessibleName(joined(words, native))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def count(self, count: str, late: str) -> None:
        """Show how many, and how many are late."""
        self._count, self._late = count, late
        self.setAccessibleName(joined(self.text(), count, late))
        self.update()

    def be_here(self, here: bool) -> None:
        """Whether its page is shown."""
        self.here = here
        self.update()

    def sizeHint(self) -> QSize:
        worn = look()
        return QSize(worn.px(200), worn.height(self._size, air=16 if self._size == "body" else 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(90), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, middle, small = Ink(painter, area), area.height() / 2, self._size != "body"
            if self.here or self.underMouse():
                ink.box(area, "soft" if self.here else "hover", None, 5)
            if self.here:
                ink.fill(0, 6, 3, area.height() - 12, "accent")
            if self.hasFocus():
                ink.ring(area)
            tone = "accent" if self.here else "text3" if small else "text2"
            ink.icon(self._icon, 12 + (1 if small else 0), middle, tone, 14 if small else 16)
            end = area.width() - 10
            counts = [
                Run(self._late, "late", True),
                Run("   " if self._late else ""),
                Run(self._count, "text3"),
            ]
            x = 22 + ink.px(16)
            named = width_of([Run(self.text(), bold=self.here)], self._size)
            if x + named + 8 + width_of(counts, "micro") > end:
                # large text: what is late is said before how many there are
                counts = counts[:1] if self._late else counts
            wide = width_of(counts, "micro")
            ink.text(end - wide, ink.baseline(middle, "micro"), wide + 1, counts, "micro", "text3")
            words = name_runs(
                self.text(), self._native, bold=self.here, tone="text2" if small else "text"
            )
            ink.text(x, ink.baseline(middle, self._size), end - wide - 8 - x, words, self._size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class FindBox(QAbstractButton):
    """Looks like a field; pressing it opens Ctrl+K."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(text("frame.find"))
        self.setAccessibleName(text("frame.find_name"))
        self.setAccessibleDescription("Ctrl+K")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As tall as a field."""
        return QSize(look().px(160), look().control)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with a lens and the key that opens it."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, middle = Ink(painter, area), area.height() / 2
            ink.box(area, "surface", "accent" if self.underMouse() else "control", 5)
            if self.hasFocus():
                ink.ring(area)
            ink.icon("search", 9, middle, "text3", 14)
            small, micro = ink.baseline(middle, "small"), ink.baseline(middle, "micro")
            key = ink.text_at_end(9, micro, area.width() - 18, "Ctrl+K", "micro", "text3")
            x = 16 + ink.px(14)
            ink.text(x, small, area.width() - x - key - 18, self.text(), "small", "text3")


class Sidebar(QWidget):
    """``page_asked(key)``, ``pinned_asked(ref)``, ``find_asked``, ``readable_asked``."""

    page_asked = Signal(str)
    readable_asked = Signal()
    pinned_asked = Signal(str)
    find_asked = Signal()

    def __init__(self, office: str, place: str, pages: Sequence[PageLink]) -> None:
        super().__init__()
        self.setAccessibleName(text("frame.pages"))
        self._most = 358
        self._office = Line(office, "small", bold=True, wraps=True)
        self._place = Line(place, "micro", "text3")
        self._find = FindBox()
        self._find.clicked.connect(self.find_asked)
        self._items: dict[str, _Item] = {}
        links = down(*(w for page in pages for w in self._link(page)), gap=0)
        self._pins = QVBoxLayout()
        self._pins.setSpacing(0)
        self._readable = _Item(text("page.left"), "eye", "small")
        self._readable.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._readable.clicked.connect(self.readable_asked)
        self._readable.hide()
        self._encrypted = Line(text("frame.encrypted"), "micro", "text2")
        self._backup, self._second = Line("", "micro", "text3"), Line("", "micro", "text3")
        lines = down(self._encrypted, self._backup, self._second, gap=2)
        foot = across(Icon("lock", "good", 14), (lines, 1), gap=12)
        foot.setContentsMargins(12, 8, 8, 10)
        column = down(gap=0, margins=(8, 12, 8, 0))
        column.addLayout(down(self._office, self._place, gap=2, margins=(8, 0, 8, 0)))
        column.addSpacing(9)
        column.addLayout(down(self._find, margins=(4, 0, 4, 0)))
        column.addSpacing(11)
        column.addWidget(
            scrolling(boxed(down(links, self._pins, STRETCH, gap=0)), text("frame.pages")), 1
        )
        column.addLayout(down(Rule(), margins=(8, 0, 8, 0)))
        column.addWidget(self._readable)
        column.addLayout(foot)
        self.setLayout(column)
        self._measure()
        self.show_backup()

    def _link(self, page: PageLink) -> list[QWidget]:
        item = _Item(page.words, page.icon, "body")
        item.clicked.connect(lambda: self.page_asked.emit(page.key))
        item.stepped.connect(self._step)
        self._items[page.key] = item
        if not page.rule:
            return [item]
        gap = QWidget()
        gap.setLayout(down(Rule(), margins=(8, 5, 8, 5)))
        return [gap, item]

    def show_office(self, office: str, place: str) -> None:
        """Name the office and its home."""
        self._office.show_words(office)
        self._place.show_words(place)

    def show_here(self, key: str) -> None:
        """Mark the page shown; Tab stops there."""
        for at, item in self._items.items():
            item.be_here(at == key)
            stop = Qt.FocusPolicy.StrongFocus if at == key else Qt.FocusPolicy.ClickFocus
            item.setFocusPolicy(stop)

    def count(self, key: str, count: int | None, late: int = 0) -> None:
        """How many a page holds (``None`` for no count), and how many of ours are late."""
        words = text("frame.late", count=late) if late else ""
        self._items[key].count("" if count is None else f"{count:,}", words)

    def show_pinned(self, pinned: Sequence[Pinned]) -> None:
        """Show what is pinned."""
        while (entry := self._pins.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not pinned:
            return
        title = Line(text("frame.pinned"), "micro", "text3", bold=True)
        title.setContentsMargins(0, 0, 0, 0)
        box = QWidget()
        box.setLayout(down(title, margins=(12, 14, 8, 4)))
        self._pins.addWidget(box)
        for pin in pinned:
            item = _Item(pin.name, pin.icon, "small", pin.native)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            item.clicked.connect(lambda _=False, ref=pin.ref: self.pinned_asked.emit(ref))
            self._pins.addWidget(item)

    def show_backup(
        self, own: tuple[str, str] = ("", ""), second: tuple[str, str] = ("", "")
    ) -> None:
        """The last backup, and the last in the second place: each its words and their tone, or nothing."""
        for line, (words, tone) in ((self._backup, own), (self._second, second)):
            line.show_words(words, tone or "text3")
            line.setVisible(bool(words))

    def show_readable(self, short: str, whole: str) -> None:
        """``4 readable copies``, and the same at length; empty: there are none, and nothing is said."""
        self._readable.setText(short)
        self._readable.setAccessibleName(whole or text("page.left"))
        self._readable.setToolTip(whole)
        self._readable.setVisible(bool(short))

    def focus_here(self) -> None:
        """Give the focus to the page shown."""
        here = next((i for i in self._items.values() if i.here), None) or next(
            iter(self._items.values())
        )
        here.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, step: int) -> None:
        """Move the focus between the pages."""
        items = list(self._items.values())
        at = next((i for i, item in enumerate(items) if item.hasFocus()), 0)
        items[min(max(at + step, 0), len(items) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def fit(self, window: int) -> None:
        """Leave most of a window ``window`` pixels wide to the page, however large the text is."""
        self._most = max(window * 7 // 25, 216)
        self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(min(look().px(216), self._most))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and a hairline at its end."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            painter.fillRect(area, look().colour("chrome"))
            Ink(painter, area).fill(area.width() - 1, 0, 1, area.height(), "line")
