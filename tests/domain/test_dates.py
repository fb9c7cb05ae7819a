"""Dates of any precision: what is not known is not invented, and order and overdue still work."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 26))
PARTIALS = st.one_of(
    DAYS.map(PartialDate.day),
    DAYS.map(lambda d: PartialDate.week(*d.isocalendar()[:2])),
    DAYS.map(lambda d: PartialDate.month(d.year, d.month)),
    DAYS.map(lambda d: PartialDate.quarter(d.year, (d.month + 2) // 3)),
    DAYS.map(lambda d: PartialDate.year(d.year)),
    st.just(PartialDate.before_event()),
)


@pytest.mark.parametrize(
    ("when", "label", "iso", "first", "last"),
    [
        (PartialDate.day(date(2026, 11, 23)), "23 Nov 2026", "2026-11-23", "2026-11-23", "2026-11-23"),
        (PartialDate.week(2026, 48), "week of 23 Nov 2026", "2026-W48", "2026-11-23", "2026-11-29"),
        (PartialDate.month(2026, 11), "Nov 2026", "2026-11", "2026-11-01", "2026-11-30"),
        (PartialDate.month(2024, 2), "Feb 2024", "2024-02", "2024-02-01", "2024-02-29"),
        (PartialDate.quarter(2026, 2), "Q2 2026", "2026-Q2", "2026-04-01", "2026-06-30"),
        (PartialDate.year(2026), "2026", "2026", "2026-01-01", "2026-12-31"),
    ],
)  # fmt: skip
def test_a_date_says_what_is_known_and_its_first_and_last_day(
    when: PartialDate, label: str, iso: str, first: str, last: str
) -> None:
    assert when.label() == label
    assert when.to_iso() == iso
    assert (str(when.first), str(when.last)) == (first, last)


def test_before_the_visit_has_no_day_and_comes_after_all_days() -> None:
    event = PartialDate.before_event()
    assert (event.label(), event.to_iso(), event.first) == ("before the visit", "event", None)
    assert event > PartialDate.year(9999)


@given(PARTIALS)
def test_iso_text_reads_back_as_the_same_date(when: PartialDate) -> None:
    assert PartialDate.from_iso(when.to_iso()) == when


@given(PARTIALS, PARTIALS)
def test_dates_are_ordered_by_their_last_day_then_by_how_much_is_known(
    one: PartialDate, other: PartialDate
) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    if one.last and other.last and one.last < other.last:
        assert one < other


def test_a_day_comes_before_the_month_that_ends_with_it() -> None:
    assert PartialDate.day(date(2026, 11, 30)) < PartialDate.month(2026, 11)


@pytest.mark.parametrize("text", ["2024-02-31", "2024-13", "2024-Q5", "2021-W53", "0000"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        PartialDate.from_iso(text)
    assert refused.value.code == "date.no_such_day"


@given(st.text())
def test_any_other_text_is_refused_not_crashed_on(text: str) -> None:
    try:
        found = PartialDate.from_iso(text)
    except Refusal:
        return
    assert found.to_iso() == text


def test_a_day_inside_a_month_said_to_be_a_month_stands_for_that_month() -> None:
    when = PartialDate(date(2026, 11, 23), Precision.MONTH)
    assert (when.label(), when.first) == ("Nov 2026", date(2026, 11, 1))
