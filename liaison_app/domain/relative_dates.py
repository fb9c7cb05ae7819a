"""Dates said from today or from the event: ``next friday``, ``in 2 weeks``, ``before the visit``."""

import re
from datetime import date, timedelta

from liaison_app.domain.dates import PartialDate

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_FIXED = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2}
_EVENT = re.compile(
    r"(?:before|ahead of|prior to) (?:(?:the|our|their|this|next) )?"
    r"(?:visit|trip|event|meeting|conference|summit|delegation|delegation visit)"
)
_WEEKDAY = re.compile(
    r"(?:(this|next|last) )?(mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|nesday|r|rs|rsday|urday)?\.?(?: (week))?"
)
_COUNT = re.compile(
    r"(?:(in|within) )?(\d{1,3}|[a-z]+) (day|week|month|year)s?(?: (ago|from now|from today))?",
    re.ASCII,
)
_PERIOD = re.compile(r"(?:end of |later )?(?:the )?(this|next|last)? ?(week|month|quarter|year)")


def read_relative(plain: str, today: date) -> PartialDate | None:
    """The date that ``plain`` (lower case, single spaces) says seen from ``today``, else None.

    A bare weekday, or "this", is the first one from today on; "next" is that of next week (Monday
    to Sunday); "last" the latest before today.
    """
    if _EVENT.fullmatch(plain):
        return PartialDate.before_event()
    if plain in _FIXED:
        return _from(today, days=_FIXED[plain])
    weekday = _WEEKDAY.fullmatch(plain)
    if weekday:
        return _weekday(weekday[1], _WEEKDAYS.index(weekday[2]), bool(weekday[3]), today)
    count = _COUNT.fullmatch(plain)
    if count and bool(count[1]) != bool(count[4]):
        return _count(count[2], count[3], count[4] == "ago", today)
    period = _PERIOD.fullmatch(plain)
    if period and (period[1] or plain.startswith("end of ")):
        return _period(period[1] or "this", period[2], today)
    return None


def _from(today: date, days: int) -> PartialDate | None:
    try:
        return PartialDate.day(today + timedelta(days=days))
    except OverflowError:
        return None


def _weekday(which: str | None, weekday: int, week_later: bool, today: date) -> PartialDate | None:
    ahead = (weekday - today.weekday()) % 7
    if which == "next":
        ahead = 7 - today.weekday() + weekday
    elif which == "last":
        ahead = ahead - 7
    return _from(today, ahead + 7 * week_later)


def _count(figure: str, unit: str, ago: bool, today: date) -> PartialDate | None:
    number = int(figure) if figure.isdecimal() else _NUMBERS.get(figure)
    if number is None:
        return None
    number = -number if ago else number
    if unit in ("day", "week"):
        return _from(today, number * (7 if unit == "week" else 1))
    return _months_on(today, number * (12 if unit == "year" else 1))


def _months_on(today: date, months: int) -> PartialDate | None:
    """The same day so many months on, or the last day of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return None
    last = PartialDate.month(year, month + 1).last
    return PartialDate.day(date(year, month + 1, min(today.day, last.day if last else 28)))


def _period(which: str, unit: str, today: date) -> PartialDate | None:
    step = {"this": 0, "next": 1, "last": -1}[which]
    if unit == "week":
        week = today + timedelta(weeks=step)
        return PartialDate.week(*week.isocalendar()[:2])
    months = step * {"month": 1, "quarter": 3, "year": 12}[unit]
    moved = _months_on(today, months)
    if moved is None or moved.last is None:
        return None
    year, month = moved.last.year, moved.last.month
    if unit == "month":
        return PartialDate.month(year, month)
    return (
        PartialDate.quarter(year, (month + 2) // 3) if unit == "quarter" else PartialDate.year(year)
    )
