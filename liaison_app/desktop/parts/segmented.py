"""A few exclusive choices: in one outline (``Segmented``), or as the tabs of a record (``Tabs``); and a switch.

One stop for Tab; Left and Right move the choice, as radio buttons do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from liaison_app.desktop.look.ink import Ink, Run, joined, width_of
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.flow import flowing


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the choices: its code, its words, an icon before them, a count after them."""

    code: str
    words: str
    icon: str = ""
    count: str = ""


class _Option(QAbstractButton):
    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self.setText(choice.words)
        self.setAccessibleName(joined(choice.words, choice.count))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(36), self.sizeHint().height())


class _Segment(_Option):
    def sizeHint(self) -> QSize:
        worn = look()
        icon = worn.px(18) if self.choice.icon else 0
        width = worn.width(self.choice.words, "small", True) + icon + 22
        return QSize(round(width + 1), worn.height("small", air=14))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, middle, x, on = Ink(painter, area), area.height() / 2, 11.0, self.isChecked()
            fill = "soft" if on else "hover" if self.underMouse() else None
            if fill:
                ink.box(area, fill, "accent" if on else None, 5)
            if self.hasFocus():
                ink.ring(area)
            tone = ("accent" if on else "text2") if self.isEnabled() else "text3"
            if self.choice.icon:
                ink.icon(self.choice.icon, x - 2, middle, tone, 14)
                x += ink.px(18)
            baseline = ink.baseline(middle, "small")
            ink.text(x, baseline, area.width() - x - 4, self.choice.words, "small", tone, on)


class _Tab(_Option):
    def _words(self) -> list[Run]:
        on = self.isChecked()
        tone = "accent" if on else "text2"
        return [
            Run(self.choice.words, tone, on),
            Run("  " + self.choice.count if self.choice.count else "", "text3"),
        ]

    def sizeHint(self) -> QSize:
        bold = [Run(self.choice.words, "", True), *self._words()[1:]]
        return QSize(round(width_of(bold) + 1), look().height("body", air=20))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink = Ink(painter, area)
            ink.text(0, ink.baseline(area.height() / 2), area.width(), self._words())
            if self.isChecked():
                ink.fill(0, area.height() - 3, area.width(), 3, "accent")
            elif self.underMouse():
                ink.fill(0, area.height() - 3, area.width(), 3, "line2")
            if self.hasFocus():
                ink.ring(area.adjusted(0, 2, 0, -4), 4)


class _OneOf(QWidget):
    """Exclusive options in a row. ``chosen(code)`` when a person chose another."""

    chosen = Signal(str)
    _option: type[_Option] = _Option
    _gap = 0

    def __init__(self, name: str, choices: Sequence[Choice], current: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._gap)
        self._options: list[_Option] = []
        for choice in choices:
            option = self._option(choice)
            self._group.addButton(option)
            self._row.addWidget(option)
            self._options.append(option)
        self._group.buttonClicked.connect(self._pressed)
        self.choose(current or choices[0].code)

    def _pressed(self) -> None:
        self.choose(self.code)
        self.chosen.emit(self.code)

    @property
    def code(self) -> str:
        """The code chosen."""
        return next((o.choice.code for o in self._options if o.isChecked()), "")

    def choose(self, code: str) -> None:
        """Show ``code`` as chosen, without ``chosen``. Only the chosen one is a stop for Tab."""
        for option in self._options:
            on = option.choice.code == code
            option.setChecked(on)
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        step *= -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        at = next((i for i, o in enumerate(self._options) if o.isChecked()), 0) + step
        if 0 <= at < len(self._options):
            self.choose(self._options[at].choice.code)
            self._options[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self.code)


class Segmented(_OneOf):
    """Two to five exclusive choices in one outline."""

    _option = _Segment

    def __init__(self, name: str, choices: Sequence[Choice], current: str = "") -> None:
        super().__init__(name, choices, current)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chosen.connect(lambda _: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, and hairlines between choices that aren't chosen."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            Ink(painter, area).box(area, "surface", "line2", 5)
            for one, other in zip(self._options, self._options[1:], strict=False):
                if not (one.isChecked() or other.isChecked()):
                    edge = max(one.geometry().left(), other.geometry().left())
                    painter.fillRect(QRectF(edge, 6, 1, area.height() - 12), look().colour("line2"))


class Tabs(_OneOf):
    """The parts of a record, or kept views of a list: a 3 px bar and bold words under the one shown. They wrap."""

    _option = _Tab

    def __init__(self, name: str, choices: Sequence[Choice], current: str = "") -> None:
        super().__init__(name, choices, current)
        while self._row.takeAt(0) is not None:
            pass
        self._row.addWidget(flowing(*self._options, gap=24, below=0), 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """One line; where they wrap, their height follows from their width."""
        return QSize(super().sizeHint().width(), self._options[0].sizeHint().height())

    def count(self, code: str, count: str) -> None:
        """Show another count after the words of a tab; empty for none."""
        for option in self._options:
            if option.choice.code == code:
                option.choice = replace(option.choice, count=count)
                option.setAccessibleName(joined(option.choice.words, count))
                option.updateGeometry()
                option.update()

    def put_at_end(self, widget: QWidget) -> None:
        """Put a button at the far end of the bar."""
        self._row.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline under all."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, look().colour("line"))


class Switch(QAbstractButton):
    """On or off at once, with its words beside it. ``toggled(bool)``."""

    def __init__(self, text: str, on: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The switch and its words."""
        worn = look()
        words = worn.width(self.text()) + 10 if self.text() else 0
        return QSize(round(worn.px(32) + words + 4), worn.height("body", air=8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill whose knob is at the end when on."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, middle = Ink(painter, area), area.height() / 2
            on = self.isChecked() and self.isEnabled()
            wide, tall = ink.px(32), ink.px(18)
            pill = QRectF(2, middle - tall / 2, wide, tall)
            ink.box(pill, "accent" if on else "sunken", "accent" if on else "control", tall / 2)
            knob = tall - (6 if on else 8)
            x = pill.right() - knob - 3 if self.isChecked() else pill.left() + 4
            ink.box(
                QRectF(x, middle - knob / 2, knob, knob),
                "on_accent" if on else "control",
                None,
                knob / 2,
            )
            if self.hasFocus():
                ink.ring(area, area.height() / 2)
            tone = "text" if self.isEnabled() else "text3"
            ink.text(wide + 10, ink.baseline(middle), area.width(), self.text(), "body", tone)
