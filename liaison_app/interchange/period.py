"""The time that a list is about, as its file name or a title above the table says it."""

import re
from dataclasses import dataclass
from datetime import date

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.reading_dates import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"((?:19|20)\d\d|\d\d)(?!\d)"
_BETWEEN = r"[\s_.,'-]*(?:to|and|until)?[\s_.,'-]*"
_SPAN = re.compile(
    rf"{_NAME}{_BETWEEN}(?:{_YEAR}{_BETWEEN})?(?:\d\d?(?:st|nd|rd|th)?\s)?{_NAME}{_BETWEEN}{_YEAR}"
)
_MONTH = re.compile(rf"(?<![a-z]){_NAME}[\s_.,'-]*{_YEAR}")
_QUARTER = re.compile(
    r"(?<![a-z])q([1-4])[\s_.-]*((?:19|20)\d\d)(?!\d)|((?:19|20)\d\d)[\s_.-]*q([1-4])"
)
_ALONE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d])")
_SEVERAL = re.compile(r"(?<!\d)(?:19|20)\d\d\s*[-_/–to]+\s*(?:(?:19|20)?\d\d)(?!\d)")


@dataclass(frozen=True)
class Told:
    """A period and the words that told it."""

    period: Period
    words: str


def period_told(text: str) -> Told | None:
    """The period that a name such as ``meetings_jan_mar_14.csv`` or a title tells, with its year.

    Months without a year tell nothing, nor does more than one year without months.
    """
    lowered = text.lower()
    span = _SPAN.search(lowered)
    if span:
        first, first_year, last, year = span.groups()
        end = _year(year)
        start = _year(first_year) if first_year else end
        if not first_year and _month(first) > _month(last):
            start -= 1
        return _told(
            PartialDate.month(start, _month(first)), PartialDate.month(end, _month(last)), span
        )
    month = _MONTH.search(lowered)
    if month:
        when = PartialDate.month(_year(month[2]), _month(month[1]))
        return _told(when, when, month)
    quarter = _QUARTER.search(lowered)
    if quarter:
        when = PartialDate.quarter(int(quarter[2] or quarter[3]), int(quarter[1] or quarter[4]))
        return _told(when, when, quarter)
    years = set(_ALONE.findall(lowered))
    if len(years) == 1 and not _SEVERAL.search(lowered):
        when = PartialDate.year(int(years.pop()))
        found = _ALONE.search(lowered)
        return _told(when, when, found) if found else None
    return None


def _told(first: PartialDate, last: PartialDate, words: re.Match[str]) -> Told | None:
    if first.first is None or last.last is None or first.first > last.last:
        return None
    return Told((first.first, last.last), words[0].strip(" _.-,"))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1


def _year(figures: str) -> int:
    """Two figures are of this century in the names of files: spreadsheets are no older."""
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


def whole_year(year: int) -> Period:
    """A calendar year as a period."""
    return date(year, 1, 1), date(year, 12, 31)
