"""How dates are written in the sample, as offsets from today, so that it never grows old.

``-120`` and ``+9`` are days from today; ``m-7`` the first of the month seven months ago; ``w+2`` two
days after the coming Monday (the Wednesday of next week, at least three days ahead); ``1970-12-31`` a
day of history, which doesn't move. A text may hold
``{y-12}``, the year twelve years ago, and ``{d:w+2}``, a day as people write it.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from liaison_app.domain.dates import PartialDate, Precision

_YEAR = re.compile(r"\{y([+-]\d+)\}")
_FIXED = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(r"\{d:([^}]+)\}")
_MONTHS = "January February March April May June July August September October November December"


def moved(text: str, today: date) -> date:
    """The date that an offset means when today is ``today``."""
    if _FIXED.fullmatch(text):
        return date.fromisoformat(text)
    if text.startswith("w"):
        return _coming_monday(today) + timedelta(days=int(text[1:]))
    if text.startswith("m"):
        months = today.year * 12 + today.month - 1 + int(text[1:])
        return date(months // 12, months % 12 + 1, 1)
    return today + timedelta(days=int(text))


def working_day(text: str, today: date) -> date:
    """Like ``moved``, but an offset in days that falls on a weekend goes to the Friday or Monday."""
    on = moved(text, today)
    if text.startswith("w"):
        return on
    return on + timedelta(days={5: -1, 6: 1}.get(on.weekday(), 0))


def instant(text: str, zone: str, today: date) -> datetime:
    """The instant of ``DAY HH:MM`` on the wall clock of ``zone``, in UTC."""
    on, _, at = text.partition(" ")
    local = datetime.combine(working_day(on, today), time.fromisoformat(at), ZoneInfo(zone))
    return local.astimezone(UTC)


def due(text: str, today: date) -> PartialDate:
    """``+40``, ``month +40``, ``quarter +80``, ``year +200`` or ``event``."""
    if text == Precision.EVENT:
        return PartialDate.before_event()
    precision, _, offset = text.rpartition(" ")
    on = working_day(offset, today)
    match precision:
        case Precision.MONTH:
            return PartialDate.month(on.year, on.month)
        case Precision.QUARTER:
            return PartialDate.quarter(on.year, (on.month + 2) // 3)
        case Precision.YEAR:
            return PartialDate.year(on.year)
        case _:
            return PartialDate.day(on)


def filled(text: str, today: date) -> str:
    """A text with its years and days put in."""
    text = _YEAR.sub(lambda found: str(today.year + int(found[1])), text)
    return _DAY.sub(lambda found: _spoken(working_day(found[1], today)), text)


def _spoken(on: date) -> str:
    return f"{on.day} {_MONTHS.split()[on.month - 1]}"


def _coming_monday(today: date) -> date:
    soonest = today + timedelta(days=3)
    return soonest + timedelta(days=-soonest.weekday() % 7)
