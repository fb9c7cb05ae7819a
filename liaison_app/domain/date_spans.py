"""Ranges of dates: "3/4/2012 to 5/4/2012", "3-5 April 2012", "30 Dec - 2 Jan 2013"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from liaison_app.domain.date_forms import Forms
from liaison_app.domain.date_reading import DateReading, How, Question, overlaps
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal


def read_span(forms: Forms, plain: str) -> DateReading | None:
    """A range, None if this isn't one."""
    for left, right, joined in _splits(plain):
        orders = (True, False) if forms.day_first is None else (forms.day_first,)
        found, refused = _spans(forms, left, right, joined, orders)
        found = _inside(found, forms)
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
    forms: Forms, left: str, right: str, joined: bool, orders: tuple[bool, ...]
) -> tuple[list[DateReading], Refusal | None]:
    found, refused = [], None
    for order in orders:
        try:
            one = _pair(replace(forms, day_first=order), left, right, joined)
        except Refusal as refusal:
            refused = refusal
        else:
            found.extend([one] if one else [])
    return found, refused


def _inside(found: list[DateReading], forms: Forms) -> list[DateReading]:
    """Of two readings that differ in order, the one that lies in the list's period, if one does."""
    if forms.period is None or len(found) < 2:
        return found
    period = forms.period
    inside = [
        one
        for one in found
        if all(w and overlaps(w, period) for w in (one.when, one.until or one.when))
    ]
    return (
        [replace(inside[0], how=How.ORDER_FROM_PERIOD)] * len(found) if len(inside) == 1 else found
    )


def _pair(forms: Forms, left: str, right: str, joined: bool) -> DateReading | None:
    end = forms.single(right)
    if end is None or end.question or end.when is None or end.when.last is None:
        return end if end and _start(forms, left, forms.today.year) else None
    start = _start(forms, left, end.when.last.year, end.when)
    if start and start.how is How.YEAR_GIVEN and start.when and start.when > end.when:
        start = _start(forms, left, end.when.last.year - 1)
    if start is None or start.when is None:
        return start
    first, last = start.when.first, end.when.first
    if first is None or last is None or first > last:
        raise forms.refusal("date.range_backwards")
    if joined and start.when.last and last - start.when.last != timedelta(days=1):
        return None
    return DateReading(start.when, end.how, end.when if end.when != start.when else None)


def _start(
    forms: Forms, left: str, year: int, end: PartialDate | None = None
) -> DateReading | None:
    if end and end.last and left.isdecimal() and len(left) <= 2:
        return DateReading(forms.day(end.last.year, end.last.month, int(left)), How.WRITTEN)
    return replace(forms, default_year=year, period=None).single(left)


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
