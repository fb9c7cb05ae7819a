"""Dates read as people type them and as spreadsheets write them. Nothing is guessed silently.

A reading says what it took the text for, how, and which question is open if the text alone
doesn't tell. ``Jan-14`` is January 2014: a spreadsheet shows a month and year that way, and
14 January as ``14-Jan``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.relative_dates import read_relative

Period = tuple[date, date]
"""A first and a last day, both included."""

Written = str | int | float | date | datetime
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
        return _number(text)
    reader = _Reader(day_first, today, default_year, period, text)
    plain = _plain(text)
    if not plain:
        raise Refusal("date.empty")
    return reader.read(plain)


_DAY_ZERO = date(1899, 12, 30)
"""Spreadsheets count days from here (their 29 February 1900 never was)."""

_DAY_NUMBERS = range(10_000, 80_000)
"""Day numbers believed: 1927 to 2119. Others are refused rather than taken for a date."""

_YEARS = range(1800, 2200)


def _number(value: int | float) -> DateReading:
    if value in _YEARS:
        return DateReading(PartialDate.year(int(value)), How.WRITTEN)
    if _DAY_NUMBERS.start <= value < _DAY_NUMBERS.stop:
        return DateReading(PartialDate.day(_DAY_ZERO + timedelta(days=int(value))), How.DAY_NUMBER)
    raise Refusal("date.not_understood", text=f"{value:g}")


_TIME = re.compile(
    r"(?:t|,? (?:at )?)\d\d?:\d\d(?::\d\d)?(?:\.\d+)? ?(?:[ap]m)?(?: ?z|[+-]\d\d:?\d\d)?$", re.ASCII
)
_LEAD = re.compile(r"^(?:(?:due|by|on|from|no later than|not later than|until|the|dated) )+")
_WEEKDAY = re.compile(
    r"(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?[,.]? (?:the )?(?=.*\d)"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def _plain(text: str) -> str:
    lowered = " ".join(text.replace("\u2013", "-").replace("\u2014", "-").lower().split())
    lowered = lowered.replace("\u2019", "'").replace("\u2018", "'").strip(" ,.;")
    lowered = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", lowered, flags=re.ASCII)
    return _LEAD.sub("", _TIME.sub("", lowered))


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month or at least its first three letters (``Marc``), else None."""
    if word == "sept":
        return 9
    found = [n for n, name in enumerate(_MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    return found[0] if found else None


@dataclass(frozen=True)
class _Reader:
    """What is known about a list of dates, and the reading of one of them."""

    day_first: bool | None
    today: date
    default_year: int | None
    period: Period | None
    original: str

    def read(self, plain: str) -> DateReading:
        relative = read_relative(plain, self.today)
        if relative is not None:
            how = How.WRITTEN if relative.last is None else How.FROM_TODAY
            return DateReading(relative, how)
        found = self.single(plain) or self.span(plain)
        if found is None:
            raise self.refusal("date.not_understood")
        return found

    def refusal(self, code: str) -> Refusal:
        return Refusal(code, text=" ".join(self.original.split())[:80])

    def single(self, plain: str) -> DateReading | None:
        """A date without an end, None if this isn't one."""
        weekday = _WEEKDAY.match(plain)
        if weekday is None:
            return self.form(plain)
        found = self.form(plain[weekday.end() :])
        if found and found.when and found.when.last:
            if _WEEKDAYS[found.when.last.weekday()] != weekday[1]:
                raise self.refusal("date.weekday_differs")
        return found

    def form(self, plain: str) -> DateReading | None:
        for pattern, read in _FORMS:
            match = pattern.fullmatch(plain)
            found = read(self, *match.groups()) if match else None
            if found is not None:
                return found
        return None

    # The forms, each with the parts that its pattern caught.

    def year_month_day(self, year: str, month: str, day: str) -> DateReading:
        return DateReading(self._day(int(year), int(month), int(day)), How.WRITTEN)

    def year_month(self, year: str, month: str) -> DateReading:
        return DateReading(self._month(int(year), int(month)), How.WRITTEN)

    def month_year(self, month: str, year: str) -> DateReading:
        return self.year_month(year, month)

    def year_week(self, year: str, week: str) -> DateReading:
        return DateReading(PartialDate.week(int(year), int(week)), How.WRITTEN)

    def week_year(self, week: str, year: str) -> DateReading:
        return self.year_week(year, week)

    def week_of(self, rest: str) -> DateReading | None:
        found = self.single(rest)
        if found is None or found.when is None or found.when.last is None:
            return found
        return replace(found, when=PartialDate.week(*found.when.last.isocalendar()[:2]))

    def quarter(self, quarter: str, year: str | None) -> DateReading:
        number = int(quarter)
        if year:
            return DateReading(PartialDate.quarter(self._century(year), number), How.WRITTEN)
        return self._without_year(lambda y: PartialDate.quarter(y, number))

    def year_quarter(self, year: str, quarter: str) -> DateReading:
        return self.quarter(quarter, year)

    def season(self, season: str, year: str | None) -> DateReading:
        found = self.quarter(_SEASONS[season], year)
        return found if found.question else replace(found, how=How.SEASON)

    def year(self, year: str) -> DateReading | None:
        if int(year) not in _YEARS:
            return None
        return DateReading(PartialDate.year(int(year)), How.WRITTEN)

    def day_number(self, number: str) -> DateReading:
        return _number(float(number))

    def numbers(self, one: str, sign: str, other: str, year: str) -> DateReading:
        how = How.WRITTEN if len(year) == 4 else How.SHORT_YEAR
        full = self._century(year)
        return self._in_order(int(one), int(other), sign, lambda m, d: self._try(full, m, d), how)

    def numbers_without_year(self, one: str, sign: str, other: str) -> DateReading | None:
        a, b = int(one), int(other)
        if self.day_first is None and sign != "." and a <= 12 and b <= 12 and a != b:
            years = (self.default_year or self.today.year,)
            both = [self._try(y, m, d) for y in years for m, d in ((b, a), (a, b))]
            return DateReading(
                None, How.WRITTEN, None, Question.ORDER, tuple(one for one in both if one)
            )
        day_first = sign == "." or (self.day_first if self.day_first is not None else a > 12)
        month, day = (b, a) if day_first else (a, b)
        return self._month_day(month, day)

    def day_month_year(self, day: str, month: str, year: str) -> DateReading | None:
        number = month_number(month)
        if number is None:
            return None
        how = How.WRITTEN if len(year) == 4 else How.SHORT_YEAR
        return DateReading(self._day(self._century(year), number, int(day)), how)

    def month_day_year(self, month: str, day: str, year: str) -> DateReading | None:
        return self.day_month_year(day, month, year)

    def year_name_day(self, year: str, month: str, day: str) -> DateReading | None:
        return self.day_month_year(day, month, year)

    def name_year(self, month: str, year: str) -> DateReading | None:
        number = month_number(month)
        return DateReading(self._month(int(year), number), How.WRITTEN) if number else None

    def year_name(self, year: str, month: str) -> DateReading | None:
        return self.name_year(month, year)

    def name_short_year(self, month: str, year: str) -> DateReading | None:
        number = month_number(month)
        if number is None:
            return None
        return DateReading(self._month(self._century(year), number), How.MONTH_AND_SHORT_YEAR)

    def name_number(self, month: str, figure: str) -> DateReading | None:
        """``Jan 14``: a day or a year; the period or a figure above 31 tells."""
        number = month_number(month)
        if number is None:
            return None
        as_month = self._month(self._century(figure), number)
        inside = self.period is not None and _overlaps(as_month, self.period)
        if inside or int(figure) > 31 or len(figure) == 2 and figure[0] == "0":
            return DateReading(as_month, How.MONTH_AND_SHORT_YEAR)
        as_day = self._month_day(number, int(figure))
        if self.period is not None or self.default_year is not None:
            return as_day
        choices = (as_month, *as_day.choices)
        return DateReading(None, How.WRITTEN, None, Question.DAY_OR_YEAR, choices)

    def day_name(self, day: str, month: str) -> DateReading | None:
        number = month_number(month)
        return self._month_day(number, int(day)) if number else None

    def name(self, month: str) -> DateReading | None:
        number = month_number(month)
        return self._without_year(lambda y: PartialDate.month(y, number)) if number else None

    def roughly(self, rest: str) -> DateReading | None:
        found = self.single(rest)
        return replace(found, how=How.ROUGHLY) if found and not found.question else found

    # Ranges.

    def span(self, plain: str) -> DateReading | None:
        """A range, None if this isn't one."""
        for left, right, joined in _splits(plain):
            orders = (True, False) if self.day_first is None else (self.day_first,)
            found, refused = self._spans(left, right, joined, orders)
            dated = {(one.when, one.until) for one in found}
            if len(dated) == 1 and len(found) == len(orders):
                return found[0]
            if len(dated) == 1:
                return replace(found[0], how=How.ONLY_ORDER)
            if dated:
                choices = tuple(one.when for one in found if one.when)
                return DateReading(None, How.WRITTEN, None, Question.ORDER, choices)
            if refused is not None:
                raise refused
        return None

    def _spans(
        self, left: str, right: str, joined: bool, orders: tuple[bool, ...]
    ) -> tuple[list[DateReading], Refusal | None]:
        found, refused = [], None
        for order in orders:
            try:
                one = replace(self, day_first=order)._pair(left, right, joined)
            except Refusal as refusal:
                refused = refusal
            else:
                found.extend([one] if one else [])
        return found, refused

    def _pair(self, left: str, right: str, joined: bool) -> DateReading | None:
        end = self.single(right)
        if end is None or end.question or end.when is None or end.when.last is None:
            return end if end and self._start(left, self.today.year) else None
        start = self._start(left, end.when.last.year, end.when)
        if start and start.how is How.YEAR_GIVEN and start.when and start.when > end.when:
            start = self._start(left, end.when.last.year - 1)
        if start is None or start.when is None:
            return start
        first, last = start.when.first, end.when.first
        if first is None or last is None or first > last:
            raise self.refusal("date.range_backwards")
        if joined and start.when.last and last - start.when.last != timedelta(days=1):
            return None
        return DateReading(start.when, end.how, end.when if end.when != start.when else None)

    def _start(self, left: str, year: int, end: PartialDate | None = None) -> DateReading | None:
        if end and end.last and left.isdecimal() and len(left) <= 2:
            return DateReading(self._day(end.last.year, end.last.month, int(left)), How.WRITTEN)
        return replace(self, default_year=year, period=None).single(left)

    # What the forms share.

    def _century(self, year: str) -> int:
        """Two figures stand for the year at most 19 years ahead, else in the past 80."""
        if len(year) > 2:
            return int(year)
        latest = self.today.year + 19
        return latest - (latest - int(year)) % 100

    def _try(self, year: int, month: int, day: int) -> PartialDate | None:
        try:
            return PartialDate.day(date(year, month, day))
        except ValueError:
            return None

    def _day(self, year: int, month: int, day: int) -> PartialDate:
        found = self._try(year, month, day)
        if found is None:
            raise self.refusal("date.no_such_day")
        return found

    def _month(self, year: int, month: int) -> PartialDate:
        if not 1 <= month <= 12 or year < 1:
            raise self.refusal("date.no_such_day")
        return PartialDate.month(year, month)

    def _month_day(self, month: int, day: int) -> DateReading:
        if self._try(2024, month, day) is None:
            raise self.refusal("date.no_such_day")
        return self._without_year(lambda year: self._try(year, month, day))

    def _in_order(
        self,
        one: int,
        other: int,
        sign: str,
        make: Callable[[int, int], PartialDate | None],
        how: How,
    ) -> DateReading:
        order = True if sign == "." else self.day_first
        if order is not None:
            found = make(other, one) if order else make(one, other)
            if found is None:
                raise self.refusal("date.no_such_day")
            return DateReading(found, how if sign == "." or one == other else How.ORDER_GIVEN)
        both = [when for when in (make(other, one), make(one, other)) if when is not None]
        if not both:
            raise self.refusal("date.no_such_day")
        if len(both) == 1:
            return DateReading(both[0], How.ONLY_ORDER)
        if both[0] == both[1]:
            return DateReading(both[0], how)
        inside = [when for when in both if self.period and _overlaps(when, self.period)]
        if len(inside) == 1:
            return DateReading(inside[0], How.ORDER_FROM_PERIOD)
        return DateReading(None, How.WRITTEN, None, Question.ORDER, tuple(both))

    def _without_year(self, make: Callable[[int], PartialDate | None]) -> DateReading:
        if self.default_year is not None:
            found = make(self.default_year)
            if found is None:
                raise self.refusal("date.no_such_day")
            return DateReading(found, How.YEAR_GIVEN)
        if self.period is not None:
            years = range(self.period[0].year, self.period[1].year + 1)
            dated = [when for when in map(make, years) if when and _overlaps(when, self.period)]
            if len(dated) == 1:
                return DateReading(dated[0], How.YEAR_FROM_PERIOD)
        near = range(self.today.year - 1, self.today.year + 2)
        choices = tuple(when for when in map(make, near) if when)
        return DateReading(None, How.WRITTEN, None, Question.YEAR, choices)


def _overlaps(when: PartialDate, period: Period) -> bool:
    if when.first is None or when.last is None:
        return False
    return when.first <= period[1] and period[0] <= when.last


_TO = re.compile(r" (?:to|until|till|through) | - |-|(?<=[a-z]) ?/ ?(?=[a-z])")
_AND = re.compile(r" ?& ?| and ")
_DAYS_OF_MONTH = re.compile(
    r"([a-z]{3,9})\.? (\d\d?) ?(-|to|&|and) ?(\d\d?)(?:,? (\d{4}))?", re.ASCII
)


def _splits(plain: str) -> Iterator[tuple[str, str, bool]]:
    """The ways to cut a text into start and end, and whether it only joins two days."""
    plain = plain.removeprefix("between ")
    days = _DAYS_OF_MONTH.fullmatch(plain)
    if days:
        month, one, sign, other, year = days.groups()
        tail = f" {month} {year}" if year else f" {month}"
        yield one + tail, other + tail, sign in ("&", "and")
    for pattern, joined in ((_TO, False), (_AND, True)):
        for cut in pattern.finditer(plain):
            yield plain[: cut.start()].strip(" ,"), plain[cut.end() :].strip(" ,"), joined


_SEASONS = {"winter": "1", "spring": "2", "summer": "3", "autumn": "4", "fall": "4"}
"""Northern seasons by the quarter that holds most of them; winter is that of the year's beginning."""

_D, _Y4, _M = r"(\d\d?)", r"(\d{4})", r"([a-z]{3,9})\.?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., DateReading | None]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (rf"{_Y4}[-/.]{_D}[-/.]{_D}", _Reader.year_month_day),
        (r"((?:19|20)\d\d)(\d\d)(\d\d)", _Reader.year_month_day),
        (rf"{_Y4}[-/.](\d\d)", _Reader.year_month),
        (rf"{_D}[-/.]{_Y4}", _Reader.month_year),
        (rf"{_Y4}[- ]?w(?:eek )?{_D}", _Reader.year_week),
        (rf"w(?:ee)?k ?{_D},? {_Y4}", _Reader.week_year),
        (r"(?:week (?:of|commencing|beginning|starting)|w/?c\.?|w/?b) (.+)", _Reader.week_of),
        (r"q([1-4])(?:[ ,/-]*'?(\d{4}|\d\d))?", _Reader.quarter),
        (rf"{_Y4}[ -]?q([1-4])", _Reader.year_quarter),
        (rf"([1-4]) quarter(?: of)?(?:,? {_Y4})?", _Reader.quarter),
        (rf"(winter|spring|summer|autumn|fall)(?: of)?(?:,? {_Y4})?", _Reader.season),
        (_Y4, _Reader.year),
        (r"(\d{5}(?:\.\d+)?)", _Reader.day_number),
        (rf"{_D}([-/. ]){_D}\2(\d{{4}}|\d\d)", _Reader.numbers),
        (rf"{_D}([/.]){_D}", _Reader.numbers_without_year),
        (rf"{_D}[ ./-]?(?:of )?{_M}[ ,./-]*'?(\d{{4}}|\d\d)", _Reader.day_month_year),
        (rf"{_M}[ .-]{_D}(?:,? |,|-){_Y4}", _Reader.month_day_year),
        (rf"{_Y4}[ -]{_M}[ -]{_D}", _Reader.year_name_day),
        (rf"{_M},?[ ./'-]*(?:of )?{_Y4}", _Reader.name_year),
        (rf"{_Y4}[ ,/-]*{_M}", _Reader.year_name),
        (rf"{_M} ?[-/'](?: ?')?(\d\d)", _Reader.name_short_year),
        (rf"{_M},? ?{_D}", _Reader.name_number),
        (rf"{_D}[ ./-]?(?:of )?{_M}", _Reader.day_name),
        (_M, _Reader.name),
        (
            r"(?:early|mid|late|(?:the )?(?:start|beginning|middle|end) of|around|about|circa|"
            r"ca?\.|approx\.?|approximately)[ -](.+)",
            _Reader.roughly,
        ),
    )
)
