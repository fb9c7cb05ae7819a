"""One row, painted one way, wherever it stands: in a card of five or in a list of 500,000.

icon | title over sub | badge, right over right_sub. Late is a red bar at the start *and* red words.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from liaison_app.desktop.look.ink import Ink, Run, Words, in_lines, joined, width_of
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.badge import badge_size, paint_badge


@dataclass(frozen=True, slots=True)
class RowData:
    """What a row says. Words are ``str`` or runs (``name_runs``); tones are tokens.

    ``badge`` is (word, tone, icon). ``bar`` is the tone of the bar at the start, ``late`` as a rule. ``depth`` indents
    (trees). ``heading`` makes it a group's heading: ``title`` in small bold words on a sunken ground, not selectable.
    """

    title: Words
    sub: Words = ""
    right: Words = ""
    right_sub: Words = ""
    icon: str = ""
    icon_tone: str = "text2"
    badge: tuple[str, str, str] | None = None
    bar: str = ""
    bold: bool = False
    depth: int = 0
    heading: bool = False

    @property
    def twin(self) -> str:
        """Everything it says, for screen readers and for copying."""
        badge = self.badge[0] if self.badge else ""
        return joined(self.title, self.sub, badge, self.right, self.right_sub)


def due_words(relative: str, tone: str = "") -> list[Run]:
    """A relative date for ``right``: bold in ``late`` or ``soon``, else quiet."""
    return [Run(relative, tone or "text2", bool(tone))]


def row_height(data: RowData) -> int:
    """Height of a row: 32 px for one line, 46 for two, 30 for a heading, at 100 % text."""
    if data.heading:
        return look().height("small", air=15)
    return (
        look().height("body", "small", air=15)
        if data.sub or data.right_sub
        else look().height("body", air=16)
    )


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row is shown now; ``wraps``: its title takes a second line before it elides."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    last: bool = False
    pad: int = 16
    keep_free: float = 0
    wraps: bool = False


def paint_row(ink: Ink, data: RowData, state: RowState) -> None:
    """Paint ``data`` over the whole of ``ink.area``; ``state.keep_free`` pixels at the end stay free for a button."""
    area, pad = ink.area, state.pad
    if data.heading:
        _paint_heading(ink, data, pad)
        return
    if state.selected or state.hovered:
        ink.painter.fillRect(area, ink.look.colour("soft" if state.selected else "hover"))
    if state.selected:
        ink.fill(area.x(), area.y(), 3, area.height(), "accent")
    if data.bar:
        ink.fill(area.x(), area.y() + 6, 3, area.height() - 12, data.bar)
    if not state.last:
        ink.fill(area.x() + pad, area.bottom() - 1, area.width() - 2 * pad, 1, "line")
    start, wide = title_span(data, area.width(), state)
    lines = in_lines(data.title, wide, "body", data.bold) if state.wraps else [data.title]
    upper, lower = _baselines(ink, data, len(lines))
    x = area.x() + pad + ink.px(16) * data.depth
    end = area.right() - pad - state.keep_free
    if data.icon:
        middle = upper - ink.look.metrics().capHeight() / 2
        ink.icon(data.icon, x, middle, data.icon_tone)
        x += ink.px(25)
    second = lower if len(lines) == 1 else upper + ink.look.metrics("body").height()
    end = _paint_end(ink, data, x, end, upper, second)
    for at, line in enumerate(lines):
        below = at * ink.look.metrics("body").height()
        ink.text(area.x() + start, upper + below, wide, line, "body", "text", data.bold)
    if data.sub:
        ink.text(x, lower, end - x, data.sub, "small", "text3")
    if state.focused:
        ink.ring(area.adjusted(1, 1, -1, -2))


def _baselines(ink: Ink, data: RowData, lines: int) -> tuple[float, float]:
    """Of the title's first line, and of the line below the title."""
    middle = ink.area.center().y()
    first, second = ink.look.metrics("body"), ink.look.metrics("small")
    if not (data.sub or data.right_sub):
        return ink.baseline(middle) - (lines - 1) * first.height() / 2, 0
    if not data.sub and lines > 1:
        return middle - first.height() + first.ascent(), 0
    gap = ink.px(1.5)
    top = middle - (lines * first.height() + gap + second.height()) / 2
    return top + first.ascent(), top + lines * first.height() + gap + second.ascent()


def title_span(data: RowData, width: float, state: RowState) -> tuple[float, float]:
    """Where in a row of ``width`` pixels the title begins, and the pixels that it has."""
    worn = look()
    start = state.pad + worn.px(16) * data.depth + (worn.px(25) if data.icon else 0)
    end = width - state.pad - state.keep_free
    if data.badge:
        end -= badge_size(data.badge[0], data.badge[2])[0] + worn.px(12)
    wide = _end_width(data, end - start)
    return start, end - start - (wide + worn.px(12) if wide else 0)


def _end_width(data: RowData, room: float) -> float:
    """The right words may take 60 % of ``room``, or long ones would push the title out."""
    wide = max(width_of(data.right, "small"), width_of(data.right_sub, "micro"))
    return min(wide, room * 0.6)


def _paint_end(ink: Ink, data: RowData, x: float, end: float, upper: float, lower: float) -> float:
    """Badge and right words; where the title must end."""
    gap = ink.px(12)
    if data.badge:
        word, tone, icon = data.badge
        width = badge_size(word, icon)[0]
        middle = upper - ink.look.metrics().capHeight() / 2
        paint_badge(ink, end - width, middle, word, tone, icon)
        end -= width + gap
    wide = _end_width(data, end - x)
    if data.right:
        ink.text_at_end(end - wide, upper, wide, data.right, "small", "text2")
    if data.right_sub:
        ink.text_at_end(end - wide, lower, wide, data.right_sub, "micro", "text3")
    return end - wide - gap if wide else end


def _paint_heading(ink: Ink, data: RowData, pad: int) -> None:
    area = ink.area
    ink.painter.fillRect(area, ink.look.colour("sunken"))
    ink.fill(area.x(), area.bottom() - 1, area.width(), 1, "line")
    baseline, room = ink.baseline(area.center().y(), "small"), area.width() - 2 * pad
    wide = ink.text(area.x() + pad, baseline, room, data.title, "small", "text", True)
    ink.text(
        area.x() + pad + wide + ink.px(14),
        baseline,
        room - wide - ink.px(14),
        data.sub,
        "small",
        "text3",
    )


class Row(QAbstractButton):
    """A row that stands alone. ``clicked`` when pressed, if it can be; optional small buttons at its end."""

    def __init__(
        self, data: RowData, *, pressable: bool = True, button: QWidget | None = None, pad: int = 16
    ) -> None:
        super().__init__()
        self._pad, self._last, self._button = pad, False, button
        self._pressable = pressable
        if button is not None:
            button.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, pressable)
        # not Fixed: Qt would hold it to the height of the width that it had before
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_data(data)

    @property
    def data(self) -> RowData:
        """What it says."""
        return self._data

    def show_data(self, data: RowData) -> None:
        """Say something else."""
        self._data = data
        self.setText(data.twin)
        self.setAccessibleName(data.twin)
        if self._button is not None:
            self._button.setAccessibleDescription(data.twin)
        self.updateGeometry()
        self.update()

    def be_last(self, last: bool) -> None:
        """The last row of a card has no hairline under it."""
        self._last = last
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as its lines, or its button."""
        return QSize(look().px(220), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Narrow: it elides, and takes no more lines than its width asks for."""
        least = self._button.sizeHint().height() + 8 if self._button else 0
        return QSize(look().px(90), max(row_height(self._data), least))

    def hasHeightForWidth(self) -> bool:
        """A title that is long for its width takes a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its lines, or its button."""
        least = self._button.sizeHint().height() + 8 if self._button else 0
        height = max(row_height(self._data), least)
        room = title_span(self._data, width, self._state())[1]
        if self._data.heading or len(in_lines(self._data.title, room, "body", self._data.bold)) < 2:
            return height
        two, beside = ["body", "body"], self._data.right_sub and not self._data.sub
        lines = two if beside or not self._data.sub else [*two, "small"]
        return max(height, look().height(*lines, air=13))

    def _state(self) -> RowState:
        return RowState(
            hovered=self._pressable and self.underMouse(),
            focused=self.hasFocus(),
            last=self._last,
            pad=self._pad,
            keep_free=self._button.sizeHint().width() + 12 if self._button else 0,
            wraps=True,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end; another width may take another number of lines."""
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()
        if self._button is None:
            return
        size = self._button.sizeHint()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._pad if mirrored else self.width() - size.width() - self._pad
        self._button.setGeometry(
            x, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """As a list would paint it."""
        with QPainter(self) as painter:
            paint_row(Ink(painter, QRectF(self.rect())), self._data, self._state())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
