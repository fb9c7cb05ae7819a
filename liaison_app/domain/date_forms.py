"""The forms that a single date is written in, and what is known where a form leaves something open."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from liaison_app.domain.date_reading import DateReading, How, Period, Question, overlaps
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal

_DAY_ZERO = date(1899, 12, 30)
"""Spreadsheets count days from here (their 29 February 1900 never was)."""

_DAY_NUMBERS = range(10_000, 80_000)
"""Day numbers believed: 1927 to 2119. Others are refused rather than taken for a date."""

YEARS = range(1800, 2200)


def from_number(value: float) -> DateReading:
    """A spreadsheet's number as a year or a day; others are refused."""
    if value in YEARS:
        return DateReading(PartialDate.year(int(value)), How.WRITTEN)
    if _DAY_NUMBERS.start <= value < _DAY_NUMBERS.stop:
        return DateReading(PartialDate.day(_DAY_ZERO + timedelta(days=int(value))), How.DAY_NUMBER)
    raise Refusal("date.not_understood", text=f"{value:g}")


_WEEKDAY = re.compile(
    r"(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?[,.]? (?:the )?(?=.*\d)"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month or at least its first three letters (``Marc``), else None."""
    if word == "sept":
        return 9
    found = [n for n, name in enumerate(_MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    return found[0] if found else None


@dataclass(frozen=True)
class Forms:
    """What is known about a list of dates, and the reading of one of them."""

    day_first: bool | None
    today: date
    default_year: int | None
    period: Period | None
    original: str

    def refusal(self, code: str) -> Refusal:
        """The refusal of this text for that reason."""
        return Refusal(code, text=" ".join(self.original.split())[:80])

    def single(self, plain: str) -> DateReading | None:
        """A date without an end, None if this isn't one."""
        weekday = _WEEKDAY.match(plain)
        if weekday is None:
            return self.form(plain)
        found = self.form(plain[weekday.end() :])
        on = found.when.last if found and found.when else None
        if on is not None and _WEEKDAYS[on.weekday()] != weekday[1]:
            raise self.refusal("date.weekday_differs")
        return found

    def form(self, plain: str) -> DateReading | None:
        """A date in one of the forms below, None if in none."""
        for pattern, read in _FORMS:
            match = pattern.fullmatch(plain)
            found = read(self, *match.groups()) if match else None
            if found is not None:
                return found
        return None

    # The forms, each with the parts that its pattern caught.

    def year_month_day(self, year: str, month: str, day: str) -> DateReading:
        """``2014-03-12``."""
        return DateReading(self.day(int(year), int(month), int(day)), How.WRITTEN)

    def year_month(self, year: str, month: str) -> DateReading:
        """``2014-03``."""
        return DateReading(self._month(int(year), int(month)), How.WRITTEN)

    def month_year(self, month: str, year: str) -> DateReading:
        """``03/2014``."""
        return self.year_month(year, month)

    def year_week(self, year: str, week: str) -> DateReading:
        """``2026-W48``."""
        return DateReading(PartialDate.week(int(year), int(week)), How.WRITTEN)

    def week_year(self, week: str, year: str) -> DateReading:
        """``week 48, 2026``."""
        return self.year_week(year, week)

    def week_of(self, rest: str) -> DateReading | None:
        """``week of 23 Nov 2026``."""
        found = self.single(rest)
        if found is None or found.when is None or found.when.last is None:
            return found
        return replace(found, when=PartialDate.week(*found.when.last.isocalendar()[:2]))

    def quarter(self, quarter: str, year: str | None) -> DateReading:
        """``Q2, Q2 2026``."""
        number = int(quarter)
        if year:
            return DateReading(PartialDate.quarter(self._century(year), number), How.WRITTEN)
        return self._without_year(lambda y: PartialDate.quarter(y, number))

    def year_quarter(self, year: str, quarter: str) -> DateReading:
        """``2026-Q2``."""
        return self.quarter(quarter, year)

    def season(self, season: str, year: str | None) -> DateReading:
        """``spring 2027``."""
        found = self.quarter(_SEASONS[season], year)
        return found if found.question else replace(found, how=How.SEASON)

    def year(self, year: str) -> DateReading | None:
        """``2014``."""
        if int(year) not in YEARS:
            return None
        return DateReading(PartialDate.year(int(year)), How.WRITTEN)

    def day_number(self, number: str) -> DateReading:
        """``41640, a spreadsheet's number of a day``."""
        return from_number(float(number))

    def numbers(self, one: str, sign: str, other: str, year: str) -> DateReading:
        """``3/4/2012``."""
        how = How.WRITTEN if len(year) == 4 else How.SHORT_YEAR
        full = self._century(year)
        return self._in_order(int(one), int(other), sign, lambda m, d: self._try(full, m, d), how)

    def numbers_without_year(self, one: str, sign: str, other: str) -> DateReading | None:
        """``3/4``."""
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
        """``12 March 2014``."""
        number = month_number(month)
        if number is None:
            return None
        how = How.WRITTEN if len(year) == 4 else How.SHORT_YEAR
        return DateReading(self.day(self._century(year), number, int(day)), how)

    def month_day_year(self, month: str, day: str, year: str) -> DateReading | None:
        """``March 12, 2014``."""
        return self.day_month_year(day, month, year)

    def year_name_day(self, year: str, month: str, day: str) -> DateReading | None:
        """``2014 March 12``."""
        return self.day_month_year(day, month, year)

    def name_year(self, month: str, year: str) -> DateReading | None:
        """``March 2014``."""
        number = month_number(month)
        return DateReading(self._month(int(year), number), How.WRITTEN) if number else None

    def year_name(self, year: str, month: str) -> DateReading | None:
        """``2014 March``."""
        return self.name_year(month, year)

    def name_short_year(self, month: str, year: str) -> DateReading | None:
        """``Jan-14, a month and year``."""
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
        inside = self.period is not None and overlaps(as_month, self.period)
        if inside or int(figure) > 31 or (len(figure) == 2 and figure[0] == "0"):
            return DateReading(as_month, How.MONTH_AND_SHORT_YEAR)
        as_day = self._month_day(number, int(figure))
        if self.period is not None or self.default_year is not None:
            return as_day
        choices = (as_month, *as_day.choices)
        return DateReading(None, How.WRITTEN, None, Question.DAY_OR_YEAR, choices)

    def day_name(self, day: str, month: str) -> DateReading | None:
        """``14-Jan``."""
        number = month_number(month)
        return self._month_day(number, int(day)) if number else None

    def name(self, month: str) -> DateReading | None:
        """``July``."""
        number = month_number(month)
        return self._without_year(lambda y: PartialDate.month(y, number)) if number else None

    def roughly(self, rest: str) -> DateReading | None:
        """``mid March 2014``."""
        found = self.single(rest)
        return replace(found, how=How.ROUGHLY) if found and not found.question else found

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

    def day(self, year: int, month: int, day: int) -> PartialDate:
        """That day, refused if there is none."""
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
        inside = [when for when in both if self.period and overlaps(when, self.period)]
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
            dated = [when for when in map(make, years) if when and overlaps(when, self.period)]
            if len(dated) == 1:
                return DateReading(dated[0], How.YEAR_FROM_PERIOD)
        near = range(self.today.year - 1, self.today.year + 2)
        choices = tuple(when for when in map(make, near) if when)
        return DateReading(None, How.WRITTEN, None, Question.YEAR, choices)


_SEASONS = {"winter": "1", "spring": "2", "summer": "3", "autumn": "4", "fall": "4"}
"""Northern seasons by the quarter that holds most of them; winter is that of the year's beginning."""

_ROUGHLY = (
    r"(?:early|mid|late|(?:the )?(?:start|beginning|middle|end) of|around|about|circa|"
    r"ca?\.|approx\.?|approximately)[ -](.+)"
)
_D, _Y4, _M = r"(\d\d?)", r"(\d{4})", r"([a-z]{3,9})\.?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., DateReading | None]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (rf"{_Y4}[-/.]{_D}[-/.]{_D}", Forms.year_month_day),
        (r"((?:19|20)\d\d)(\d\d)(\d\d)", Forms.year_month_day),
        (rf"{_Y4}[-/.](\d\d)", Forms.year_month),
        (rf"{_D}[-/.]{_Y4}", Forms.month_year),
        (rf"{_Y4}[- ]?w(?:eek )?{_D}", Forms.year_week),
        (rf"w(?:ee)?k ?{_D},? {_Y4}", Forms.week_year),
        (r"(?:week (?:of|commencing|beginning|starting)|w/?c\.?|w/?b) (.+)", Forms.week_of),
        (r"q([1-4])(?:[ ,/-]*'?(\d{4}|\d\d))?", Forms.quarter),
        (rf"{_Y4}[ -]?q([1-4])", Forms.year_quarter),
        (rf"([1-4]) quarter(?: of)?(?:,? {_Y4})?", Forms.quarter),
        (rf"(winter|spring|summer|autumn|fall)(?: of)?(?:,? {_Y4})?", Forms.season),
        (_Y4, Forms.year),
        (r"(\d{5}(?:\.\d+)?)", Forms.day_number),
        (rf"{_D}([-/. ]){_D}\2(\d{{4}}|\d\d)", Forms.numbers),
        (rf"{_D}([/.]){_D}", Forms.numbers_without_year),
        (rf"{_D}[ ./-]?(?:of )?{_M}[ ,./-]*'?(\d{{4}}|\d\d)", Forms.day_month_year),
        (rf"{_M}[ .-]{_D}(?:,? |,|-){_Y4}", Forms.month_day_year),
        (rf"{_Y4}[ -]{_M}[ -]{_D}", Forms.year_name_day),
        (rf"{_M},?[ ./'-]*(?:of )?{_Y4}", Forms.name_year),
        (rf"{_Y4}[ ,/-]*{_M}", Forms.year_name),
        (rf"{_M} ?[-/'](?: ?')?(\d\d)", Forms.name_short_year),
        (rf"{_M},? ?{_D}", Forms.name_number),
        (rf"{_D}[ ./-]?(?:of )?{_M}", Forms.day_name),
        (_M, Forms.name),
        (
            _ROUGHLY,
            Forms.roughly,
        ),
    )
)
