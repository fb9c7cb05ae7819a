"""What comes of reading a date: the value, how it was read, and the question that is open."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from liaison_app.domain.dates import PartialDate

Period = tuple[date, date]
"""A first and a last day, both included."""

Written = str | float | date | datetime
"""What a cell holds: text, a number (a spreadsheet's day number or a year) or a date."""


class How(StrEnum):
    """How a date was read."""

    WRITTEN = "written"
    MONTH_AND_SHORT_YEAR = "month_and_short_year"
    SHORT_YEAR = "short_year"
    ONLY_ORDER = "only_order"
    ORDER_GIVEN = "order_given"
    ORDER_FROM_PERIOD = "order_from_period"
    YEAR_GIVEN = "year_given"
    YEAR_FROM_PERIOD = "year_from_period"
    SEASON = "season"
    ROUGHLY = "roughly"
    FROM_TODAY = "from_today"
    DAY_NUMBER = "day_number"


class Question(StrEnum):
    """What must be asked before the date can be used; also a code of the message catalogue."""

    ORDER = "date.which_order"
    YEAR = "date.which_year"
    DAY_OR_YEAR = "date.day_or_year"


@dataclass(frozen=True)
class DateReading:
    """What a text says of a date.

    ``when`` is None while ``question`` is open; ``choices`` then holds what it could be. ``until``
    is the end of a range, else None.
    """

    when: PartialDate | None
    how: How
    until: PartialDate | None = None
    question: Question | None = None
    choices: tuple[PartialDate, ...] = ()


def overlaps(when: PartialDate, period: Period) -> bool:
    """Whether some day of a date lies in a period."""
    if when.first is None or when.last is None:
        return False
    return when.first <= period[1] and period[0] <= when.last
