"""The three who lead a place: title, name, since and until, how fresh that is."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from liaison_app.desktop.look.ink import Ink, Run, joined, name_runs
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.layout import across
from liaison_app.desktop.parts.text import Rule
from liaison_app.desktop.records.rows import holders
from liaison_app.desktop.records.words import age_words, short_day
from liaison_app.domain.tenures import Seat
from liaison_app.services.rows import OfficeRow
from liaison_app.system.messages import text

MOST = 3


class Leader(QAbstractButton):
    """One office of a place with whoever holds it; pressed, it opens that person."""

    def __init__(self, row: OfficeRow, today: date) -> None:
        super().__init__()
        self._title = row.title
        name, native = holders(row)
        if row.seat in (Seat.ACTING, Seat.DISPUTED):
            self._title = text(f"held.{row.seat.value}", title=row.title)
        self._name = name_runs(name, native, bold=True, tone="text" if row.holders else "soon")
        self._since = _since(row, today)
        self._stale = any(run.tone == "soon" for run in self._since)
        self.setAccessibleName(joined(self._title, self._name, self._since))
        self.setText(self.accessibleName())
        self.setEnabled(bool(row.holders))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.accessibleName())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(look().px(160), look().height("micro", "body", "micro", air=10))

    def minimumSizeHint(self) -> QSize:
        """It elides."""
        return QSize(look().px(90), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, name, since."""
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, worn = Ink(painter, area), look()
            if self.underMouse() and self.isEnabled():
                ink.box(area, "hover", None, 5)
            if self.hasFocus():
                ink.ring(area)
            x, room, y = 6.0, area.width() - 12, 3.0
            ink.text(
                x, y + worn.metrics("micro").ascent(), room, self._title, "micro", "text2", True
            )
            y += worn.metrics("micro").height() + 1
            ink.text(x, y + worn.metrics("body").ascent(), room, self._name)
            y += worn.metrics("body").height() + 2
            if self._stale:
                middle = y + worn.metrics("micro").height() / 2
                ink.icon("warn", x, middle, "soon", 12)
                x += ink.px(16)
                room -= ink.px(16)
            ink.text(x, y + worn.metrics("micro").ascent(), room, self._since, "micro", "text3")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Leaders(QWidget):
    """``chosen(person id)`` when one is pressed."""

    chosen = Signal(object)

    def __init__(self, rows: tuple[OfficeRow, ...], today: date) -> None:
        super().__init__()
        self.setAccessibleName(text("place.leaders"))
        items: list[QWidget] = []
        for row in rows[:MOST]:
            if items:
                items.append(Rule(upright=True))
            items.append(self._leader(row, today))
        line = across(*((one, 0 if isinstance(one, Rule) else 1) for one in items), gap=8)
        self.setLayout(line)

    def _leader(self, row: OfficeRow, today: date) -> Leader:
        leader = Leader(row, today)
        if row.holders:
            person = row.holders[0].id
            leader.clicked.connect(lambda: self.chosen.emit(person))
        return leader


def _since(row: OfficeRow, today: date) -> list[Run]:
    if not row.holders:
        elect = ", ".join(one.title for one in row.elect)
        return [Run(text("office.elect", name=elect))] if elect else []
    runs: list[Run] = []
    if row.since is not None:
        runs.append(Run(text("office.since", day=short_day(row.since, today)) + "; "))
    words, tone = age_words(row.verified_on, today, row.term_ends_on)
    runs.append(Run(words, tone, bool(tone)))
    return runs
