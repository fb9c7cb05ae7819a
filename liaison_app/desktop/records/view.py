"""A record as it's shown: head with name, state and buttons; what always stays in sight; tabs below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from liaison_app.desktop.look.ink import Words, name_runs
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.layout import Item, across, down
from liaison_app.desktop.parts.segmented import Choice, Tabs
from liaison_app.desktop.parts.text import Line
from liaison_app.system.messages import text


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
        name = Line(name_runs(title.name, title.native, bold=True), "display")
        line = Line(title.sub, "small", "text2")
        head: list[Item] = [across((name, 1), *title.buttons)]
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
    """Something wide with something narrow beside it: ``width`` px at 100 % text, but never more than two fifths."""

    def __init__(self, wide: QWidget, side: QWidget, width: int) -> None:
        super().__init__()
        self._side, self._width = side, width
        self.setLayout(across((wide, 1), side, gap=12, margins=(0, 6, 0, 0)))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self._side.setFixedWidth(min(look().px(self._width), max(self.width() * 2 // 5, 200)))
