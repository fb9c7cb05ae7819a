"""Two clocks with office hours, so that “can I call now?” needs no arithmetic."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from liaison_app.desktop.look.ink import Ink
from liaison_app.desktop.look.look import look
from liaison_app.desktop.records.words import weekday
from liaison_app.system.messages import text

OPENS, CLOSES = 9, 17
"""Office hours as they are drawn."""


class DayClock(QWidget):
    """The time somewhere, and where it stands in that day."""

    def __init__(self, place: str, zone: str, home: str) -> None:
        super().__init__()
        self._place, self._zone, self._home = place, ZoneInfo(zone), ZoneInfo(home)
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, now: datetime) -> None:
        """Show this instant."""
        self._now = now.astimezone(self._zone)
        hour = self._now.hour + self._now.minute / 60
        open_ = self._now.weekday() < 5 and OPENS <= hour < CLOSES
        state = text("clock.open" if open_ else "clock.closed")
        self.setAccessibleName(f"{self._place} {self._now:%H:%M} {self._day()}, {state}")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """A time and a bar."""
        return QSize(look().px(196), look().height("small", "display", air=4))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Place and day over time and bar."""
        if self._now is None:
            return
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            ink, worn = Ink(painter, area), look()
            small = worn.metrics("small")
            ink.text(0, small.ascent(), area.width() * 0.6, self._place, "small", "text2", True)
            ink.text_at_end(0, small.ascent(), area.width(), self._day(), "micro", "text3")
            middle = small.height() + worn.metrics("display").height() / 2
            time_width = ink.text(
                0,
                ink.baseline(middle, "display"),
                area.width(),
                f"{self._now:%H:%M}",
                "display",
                "text",
            )
            self._bar(ink, time_width + ink.px(14), area.width(), middle)

    def _bar(self, ink: Ink, x: float, end: float, middle: float) -> None:
        tall, wide = ink.px(7), end - x
        top = middle - tall / 2 - ink.px(3)
        ink.box(QRectF(x, top, wide, tall), "sunken", "line2", tall / 2)
        first, last = (x + wide * hour / 24 for hour in (OPENS, CLOSES))
        ink.fill(first, top + 1, last - first, tall - 2, "soft_line")
        if self._now is not None:
            at = x + wide * (self._now.hour * 60 + self._now.minute) / 1440
            ink.fill(at - 1, top - ink.px(3), 2, tall + ink.px(6), "text")
        below = top + tall + ink.look.metrics("micro").ascent() + ink.px(1)
        for hour, at in ((OPENS, first), (CLOSES, last)):
            width = ink.look.width(str(hour), "micro")
            ink.text(at - width / 2, below, width + 1, str(hour), "micro", "text3")

    def _day(self) -> str:
        if self._now is None:
            return ""
        here = self._now.astimezone(self._home)
        gap = (self._now.replace(tzinfo=None) - here.replace(tzinfo=None)).total_seconds() / 3600
        day = weekday(self._now.date())
        return f"{day}, {gap:+g} h" if gap else day
