"""Dates as people know them: a day, or only a week, month, quarter or year, or "before the visit".

A ``PartialDate`` is kept as the *last* day of its period with its precision, so that overdue and
order work by comparing days.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from liaison_app.domain.errors import Refusal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Months as labels show them, January first."""


class Precision(StrEnum):
    """How much of a date is known, the finest first. ``EVENT``: before a visit or event, no day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    EVENT = "event"


_FINENESS = {precision: place for place, precision in enumerate(Precision)}


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date of any precision. ``last`` is the last day of its period, None only for ``EVENT``.

    A pair that doesn't agree (a day in mid-month said to be a month) stands for the period that
    holds the day: two people may have changed the two cells. ``last`` None without ``EVENT``, or
    the reverse, raises ValueError.
    """

    last: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if (self.last is None) != (self.precision is Precision.EVENT):
            raise ValueError(f"{self.last} can't be of precision {self.precision}")

    @classmethod
    def day(cls, on: date) -> "PartialDate":
        """A known day."""
        return cls(on, Precision.DAY)

    @classmethod
    def week(cls, year: int, week: int) -> "PartialDate":
        """An ISO week, Monday to Sunday. Refused as ``date.no_such_day`` if the year lacks it."""
        try:
            return cls(date.fromisocalendar(year, week, 7), Precision.WEEK)
        except ValueError:
            raise Refusal("date.no_such_day", text=f"{year}-W{week:02}") from None

    @classmethod
    def month(cls, year: int, month: int) -> "PartialDate":
        """A month, 1 to 12."""
        return cls(_end(year, month, 1), Precision.MONTH)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "PartialDate":
        """A quarter of the calendar year, 1 to 4."""
        return cls(_end(year, quarter * 3 - 2, 3), Precision.QUARTER)

    @classmethod
    def year(cls, year: int) -> "PartialDate":
        """A calendar year."""
        return cls(_end(year, 1, 12), Precision.YEAR)

    @classmethod
    def before_event(cls) -> "PartialDate":
        """Before the visit or event that this hangs on; no day is known."""
        return cls(None, Precision.EVENT)

    @property
    def first(self) -> date | None:
        """The first day of the period, None for ``EVENT``."""
        if self.last is None:
            return None
        match self.precision:
            case Precision.WEEK:
                return date.fromisocalendar(*self.last.isocalendar()[:2], 1)
            case Precision.MONTH:
                return self.last.replace(day=1)
            case Precision.QUARTER:
                return date(self.last.year, _quarter(self.last) * 3 - 2, 1)
            case Precision.YEAR:
                return date(self.last.year, 1, 1)
            case _:
                return self.last

    def label(self) -> str:
        """The date as shown: ``23 Nov 2026``, ``Nov 2026``, ``Q2 2026``, ``before the visit``."""
        if self.last is None:
            return "before the visit"
        match self.precision:
            case Precision.WEEK:
                return f"week of {_day_label(self.first or self.last)}"
            case Precision.MONTH:
                return f"{MONTHS[self.last.month - 1]} {self.last.year}"
            case Precision.QUARTER:
                return f"Q{_quarter(self.last)} {self.last.year}"
            case Precision.YEAR:
                return str(self.last.year)
            case _:
                return _day_label(self.last)

    def to_iso(self) -> str:
        """``2026-11-23``, ``2026-W48``, ``2026-11``, ``2026-Q2``, ``2026`` or ``event``."""
        if self.last is None:
            return "event"
        match self.precision:
            case Precision.WEEK:
                year, week, _ = self.last.isocalendar()
                return f"{year:04}-W{week:02}"
            case Precision.MONTH:
                return f"{self.last.year:04}-{self.last.month:02}"
            case Precision.QUARTER:
                return f"{self.last.year:04}-Q{_quarter(self.last)}"
            case Precision.YEAR:
                return f"{self.last.year:04}"
            case _:
                return self.last.isoformat()

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """The reverse of ``to_iso``. Refused: ``date.not_understood``, ``date.no_such_day``."""
        if text == "event":
            return cls.before_event()
        for pattern, make in _ISO_FORMS:
            found = pattern.fullmatch(text)
            if found:
                return make(*map(int, found.groups()))
        raise Refusal("date.not_understood", text=text)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, int]:
        return self.last or date.max, _FINENESS[self.precision]


def day(year: int, month: int, day_of_month: int) -> PartialDate:
    """That day; a day that no calendar has (31 February) is refused as ``date.no_such_day``."""
    try:
        return PartialDate.day(date(year, month, day_of_month))
    except ValueError:
        written = f"{year:04}-{month:02}-{day_of_month:02}"
        raise Refusal("date.no_such_day", text=written) from None


_ISO_FORMS: tuple[tuple[re.Pattern[str], Callable[..., PartialDate]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII), day),
    (re.compile(r"(\d{4})-W(\d\d)", re.ASCII), PartialDate.week),
    (re.compile(r"(\d{4})-(\d\d)", re.ASCII), PartialDate.month),
    (re.compile(r"(\d{4})-Q(\d)", re.ASCII), PartialDate.quarter),
    (re.compile(r"(\d{4})", re.ASCII), PartialDate.year),
)


def _quarter(on: date) -> int:
    return (on.month + 2) // 3


def _end(year: int, month: int, months: int) -> date:
    """The last day of a period of so many months; refused if there is no such month."""
    try:
        last_month = date(year, month, 1).replace(month=month + months - 1)
    except ValueError:
        raise Refusal("date.no_such_day", text=f"{year:04}-{month:02}") from None
    if last_month.month == 12:
        return last_month.replace(day=31)
    return last_month.replace(month=last_month.month + 1) - timedelta(days=1)


def _day_label(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"
