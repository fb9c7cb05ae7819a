"""Dates read as people type them and as spreadsheets write them. Nothing is guessed silently.

A reading says what it took the text for, how, and which question is open if the text alone
doesn't tell. ``Jan-14`` is January 2014: a spreadsheet shows a month and year that way, and
14 January as ``14-Jan``.
"""

import re
from datetime import date, datetime
from functools import lru_cache

from liaison_app.domain.date_forms import Forms, from_number
from liaison_app.domain.date_reading import DateReading, How, Period, Question, Written
from liaison_app.domain.date_spans import read_span
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.relative_dates import read_relative

LONGEST = 200
"""A text with more characters is no date."""

__all__ = ["DateReading", "How", "Period", "Question", "Written", "read_date"]


def read_date(
    text: Written,
    *,
    day_first: bool | None,
    today: date,
    default_year: int | None = None,
    period: Period | None = None,
) -> DateReading:
    """Read a date or a range of dates.

    ``day_first``: whether 3/4 is 3 April (True) or 4 March (False), None if nobody has said.
    ``default_year`` and ``period`` (the time that the list is about) serve dates without a year.
    Refused: ``date.empty``, ``date.not_understood``, ``date.no_such_day``,
    ``date.range_backwards``, ``date.weekday_differs``.
    """
    if isinstance(text, datetime):
        return DateReading(PartialDate.day(text.date()), How.WRITTEN)
    if isinstance(text, date):
        return DateReading(PartialDate.day(text), How.WRITTEN)
    if not isinstance(text, str):
        return from_number(text)
    return _read_text(text, day_first, today, default_year, period)


@lru_cache(maxsize=1024)
def _read_text(
    text: str, day_first: bool | None, today: date, default_year: int | None, period: Period | None
) -> DateReading:
    """Read a text; a list says the same dates again and again."""
    forms = Forms(day_first, today, default_year, period, text)
    if len(text) > LONGEST:
        raise forms.refusal("date.not_understood")
    plain = _plain(text)
    if not plain:
        raise Refusal("date.empty")
    return _read(forms, plain)


def _read(forms: Forms, plain: str) -> DateReading:
    relative = read_relative(plain, forms.today)
    if relative is not None:
        how = How.WRITTEN if relative.last is None else How.FROM_TODAY
        return DateReading(relative, how)
    found = forms.single(plain) or read_span(forms, plain)
    if found is None:
        raise forms.refusal("date.not_understood")
    return found


_TIME = re.compile(
    r"(?:t|,? (?:at )?)\d\d?:\d\d(?::\d\d)?(?:\.\d+)? ?(?:[ap]m)?(?: ?z|[+-]\d\d:?\d\d)?$", re.ASCII
)
_LEAD = re.compile(r"^(?:(?:due|by|on|from|no later than|not later than|until|the|dated) )+")


def _plain(text: str) -> str:
    lowered = " ".join(text.replace("\u2013", "-").replace("\u2014", "-").lower().split())
    lowered = lowered.replace("\u2019", "'").replace("\u2018", "'").strip(" ,.;")
    lowered = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", lowered, flags=re.ASCII)
    return _LEAD.sub("", _TIME.sub("", lowered))
