"""The day as a strip: what fills it, at a glance. Ornament; the table under it says everything."""

from collections.abc import Sequence

from liaison_app.documents.layout.box import Whole
from liaison_app.documents.packet.content.moment import Moment
from liaison_app.documents.packet.content.schedule import ScheduleItem
from liaison_app.documents.packet.setting import Setting
from liaison_app.documents.pdf.pen import Fill, Pen, Place
from liaison_app.documents.text.style import Span, TextStyle
from liaison_app.system.messages import text as worded

_BAR = 16.0
_MOVING = frozenset({"leave", "arrive"})
_BLACK = frozenset({"meeting", "call", "ceremony"})
_LANES = 2
_SHORTEST = 20
"""Minutes that an item without an end is drawn as."""


class DayStrip(Whole):
    """Items from the first full hour to the last, at least six to twenty-two o'clock."""

    def __init__(self, items: Sequence[ScheduleItem], on: Setting) -> None:
        self._on = on
        self._items = [(_minutes(i.start), _end(i.start, i.end), i) for i in items if i.start]
        self.first = min([6, *(start // 60 for start, _, _ in self._items)])
        self.last = min(24, max([22, *(-(-end // 60) for _, end, _ in self._items)]))

    def height(self, width: float) -> float:
        """Bars and hours."""
        return _BAR + 18

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Bars on a line of hours."""
        unit = width / ((self.last - self.first) * 60)
        with pen.ornament():
            for index, (start, end, item) in enumerate(self._items):
                left = x + (start - self.first * 60) * unit
                wide = max(3.0, (min(end, self.last * 60) - start) * unit)
                lane, lanes = self._lane(index)
                tall = _BAR / lanes
                self._bar(pen, item, Place(left, y + lane * tall, wide, tall))
            pen.rule(x, y + _BAR, x + width, y + _BAR, 0.6)
            for hour in range(self.first, self.last + 1):
                at = x + (hour - self.first) * 60 * unit
                pen.rule(at, y + _BAR, at, y + _BAR + (4 if hour % 2 == 0 else 2.5), 0.6)
                if hour % 2 == 0:
                    self._hour(pen, hour, at, y + _BAR + 13, x, x + width)

    def _lane(self, at: int) -> tuple[int, int]:
        """Which lane of how many an item is drawn in: what goes on at once stands one over the other."""
        start, end, item = self._items[at]
        if item.kind in _MOVING:
            return 0, 1
        same = [
            n
            for n, (other, until, one) in enumerate(self._items)
            if one.kind not in _MOVING and other < end and start < until
        ]
        return (same.index(at), len(same)) if 1 < len(same) <= _LANES else (0, 1)

    def _bar(self, pen: Pen, item: ScheduleItem, place: Place) -> None:
        x, y, width, tall = place.x, place.y, place.width, place.height
        if item.kind in _MOVING:
            pen.box(Place(x, y + tall * 0.45, width, tall * 0.55), fill="hatch", line=0.9)
            return
        fill: Fill = "solid" if item.kind in _BLACK and not item.cancelled else "none"
        pen.box(place, fill=fill, line=0.9)
        if item.cancelled:
            pen.rule(x, y + tall, x + width, y, 0.9)
            return
        grey = 0.0 if fill == "solid" else 1.0
        word = worded(f"packet.strip.{item.kind}")
        sizes = ((item.tab, 10.0), (word, 9.0), (word, 7.5)) if tall == _BAR else ((item.tab, 7.5),)
        for words, size in sizes:
            style = TextStyle(size, 10, bold=True, grey=grey)
            line = self._on.setter.lines([Span(words, style)], 99)[0]
            if words and line.width <= width - 3:
                pen.text(line, x + (width - line.width) / 2, y + tall / 2 + size * 0.35)
                return

    def _hour(self, pen: Pen, hour: int, at: float, y: float, left: float, right: float) -> None:
        line = self._on.setter.lines([Span(f"{hour:02d}", TextStyle(8.5, 10))], 99)[0]
        pen.text(line, min(max(left, at - line.width / 2), right - line.width), y)


def _minutes(start: Moment) -> int:
    return start.at.hour * 60 + start.at.minute


def _end(start: Moment, end: Moment | None) -> int:
    """Minutes from midnight of the day it starts; over midnight it ends with the day."""
    first = _minutes(start)
    if end is None or end.at.utcoffset() != start.at.utcoffset():
        return first + _SHORTEST
    minutes = int((end.utc - start.utc).total_seconds() // 60)
    return min(24 * 60, first + max(_SHORTEST, minutes))
