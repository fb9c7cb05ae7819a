"""A record as it's shown: head with name, state and buttons; what always stays in sight; tabs below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QWidget

from liaison_app.desktop.look.ink import Words, name_runs
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.flow import Flow, flowing
from liaison_app.desktop.parts.layout import Item, across, boxed, down, scrolling
from liaison_app.desktop.parts.segmented import Choice, Tabs
from liaison_app.desktop.parts.text import Line
from liaison_app.system.messages import text

NARROW = 440
"""A record narrower than so many px at 100 % text has one column."""


@dataclass(frozen=True)
class Tab:
    """One part of a record; ``make`` is called when it's first looked at."""

    code: str
    make: Callable[[], QWidget]
    count: int | None = None


@dataclass(frozen=True)
class Title:
    """The head of a record: name, native form, badges before a quiet line, buttons at the end."""

    name: str
    native: str = ""
    sub: Words = ""
    badges: Sequence[QWidget] = ()
    buttons: Sequence[QWidget] = ()
    end: QWidget | None = None


class RecordView(QWidget):
    """A record. ``tab`` is the code of the part shown; ``show_tab`` shows another."""

    def __init__(
        self, title: Title, tabs: Sequence[Tab], *, strip: QWidget | None = None, tab: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(title.name)
        self.setProperty("region", "record")
        name = Line(name_runs(title.name, title.native, bold=True), "display", wraps=True)
        line = Line(title.sub, "small", "text2")
        self._buttons = flowing(*title.buttons, gap=8)
        self._head = across((name, 1), self._buttons)
        self._head.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        head: list[Item] = [self._head]
        head.append(across(*title.badges, (line, 1), title.end))
        self._made: dict[str, QWidget] = {}
        self._tabs = {one.code: one for one in tabs}
        self._bar = Tabs(text("record.parts"), [_choice(one) for one in tabs])
        self._bar.chosen.connect(self._show)
        self._stack = QStackedWidget()
        self.setLayout(
            down(
                *head,
                6 if strip is not None else None,
                strip,
                self._bar,
                (self._stack, 1),
                gap=6,
                margins=(20, 12, 20, 12),
            )
        )
        self.show_tab(tab if tab in self._tabs else tabs[0].code)

    def minimumSizeHint(self) -> QSize:
        """Small: names wrap and elide, buttons and tabs wrap, parts scroll."""
        return QSize(look().px(230), look().px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a narrow window: the buttons go below the name."""
        super().resizeEvent(event)
        flow = self._buttons.layout()
        wide = flow.line_width() if isinstance(flow, Flow) else 0
        beside = wide + look().px(220) < self.width()
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._buttons.setFixedWidth(wide if beside else max(self.width() - 40, 1))

    @property
    def tab(self) -> str:
        """The code of the part shown."""
        return self._bar.code

    def show_tab(self, code: str) -> None:
        """Show a part; nothing if the record hasn't it."""
        if code in self._tabs:
            self._bar.choose(code)
            self._show(code)

    def _show(self, code: str) -> None:
        if code not in self._made:
            self._made[code] = self._tabs[code].make()
            self._stack.addWidget(self._made[code])
        self._stack.setCurrentWidget(self._made[code])


def _choice(tab: Tab) -> Choice:
    count = f"{tab.count:,}" if tab.count else ""
    return Choice(tab.code, text(f"tab.{tab.code}"), count=count)


class Beside(QWidget):
    """Something wide with something narrow beside it: ``width`` px at 100 % text, but never more than two fifths.

    Where the text is too large for that, the narrow one goes below, and both scroll as one.
    """

    def __init__(self, wide: QWidget, side: QWidget, width: int) -> None:
        super().__init__()
        self._wide, self._side, self._width = wide, side, width
        self._line = across((wide, 1), side, gap=12, margins=(0, 6, 0, 0))
        area = scrolling(boxed(self._line), text("record.parts"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(down(area))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        stacked = self.width() < look().px(NARROW)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        if stacked:
            self._side.setFixedWidth(max(self.width() - 12, 1))
            for part in (self._wide, self._side):
                part.setMinimumHeight(whole_height(part, self.width() - 12))
        else:
            self._side.setFixedWidth(min(look().px(self._width), max(self.width() * 2 // 5, 200)))
            for part in (self._wide, self._side):
                part.setMinimumHeight(0)


def whole_height(part: QWidget, width: int) -> int:
    """The height at which a part that could scroll by itself doesn't have to; lists get a fair share."""
    if not isinstance(part, QScrollArea):
        return max(part.sizeHint().height(), look().px(260))
    content: QWidget | None = part.widget()
    if content is None:
        return 0
    tall = content.heightForWidth(width) if content.hasHeightForWidth() else -1
    return max(tall, content.sizeHint().height()) + 2
