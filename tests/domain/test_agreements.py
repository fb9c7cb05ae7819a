"""Agreements and assignments on a day: in force, ending, lapsed, dormant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain import agreements, assignments, reports
from liaison_app.domain.agreements import ENDED, PREPARED, Standing, in_force, is_dormant, standing
from liaison_app.domain.codes import LISTS
from liaison_app.domain.memberships import are_dues_late

TODAY = date(2026, 11, 24)
days = st.dates(date(1950, 1, 1), date(2060, 12, 31))
maybe = st.none() | days
statuses = st.sampled_from(LISTS["agreement_status"])


def test_every_status_is_before_in_or_after_force() -> None:
    assert {*PREPARED, "in_force", *ENDED} == set(LISTS["agreement_status"])


def test_both_its_first_and_its_last_day_are_in_force() -> None:
    first, last = date(1978, 5, 4), date(1988, 5, 3)
    on = [first - timedelta(1), first, last, last + timedelta(1)]
    assert [in_force("in_force", first, last, False, day) for day in on] == [
        False,
        True,
        True,
        False,
    ]
    assert in_force("in_force", first, last, True, TODAY), "it renews itself"
    assert in_force("terminated", first, last, True, date(1980, 1, 1)), "it was, then"
    assert not in_force("terminated", first, last, True, TODAY), "ended, it renews itself no more"
    assert not in_force("expired", first, None, False, date(1980, 1, 1)), "nobody knows until when"


@given(statuses, maybe, maybe, st.booleans(), days)
def test_how_an_agreement_stands_agrees_with_whether_it_is_in_force(
    status: str, since: date | None, until: date | None, renews: bool, today: date
) -> None:
    stands = standing(status, since, until, renews, today)
    binds = in_force(status, since, until, renews, today)
    if status == "in_force":
        assert binds == (stands in (Standing.IN_FORCE, Standing.ENDING))
    else:
        assert stands is (Standing.ENDED if status in ENDED else Standing.PREPARED)
    if stands is Standing.ENDING:
        left = agreements.days_left(until, today)
        assert left is not None
        assert 0 <= left <= agreements.ENDING_DAYS


@given(maybe, maybe, st.booleans(), days)
def test_what_ends_or_has_lapsed_is_always_among_the_expiring(
    since: date | None, until: date | None, renews: bool, today: date
) -> None:
    stands = standing("in_force", since, until, renews, today)
    named = agreements.is_expiring("in_force", until, renews, None, today)
    if stands in (Standing.ENDING, Standing.LAPSED):
        assert named
    if named and stands is Standing.IN_FORCE:
        raise AssertionError("named, though nothing ends")


@pytest.mark.parametrize(
    ("days_ahead", "expected"), [(-400, True), (0, True), (180, True), (181, False)]
)
def test_a_review_within_180_days_or_long_past_is_named(days_ahead: int, expected: bool) -> None:
    review = TODAY + timedelta(days_ahead)
    assert agreements.is_expiring("in_force", None, False, review, TODAY) is expected
    assert not agreements.is_expiring("expired", None, False, review, TODAY)


def test_it_is_dormant_after_two_years_without_a_sign() -> None:
    old = date(1978, 5, 4)
    assert is_dormant("in_force", old, None, TODAY)
    assert is_dormant("in_force", old, date(2024, 11, 23), TODAY)
    assert not is_dormant("in_force", old, date(2024, 11, 24), TODAY)
    assert not is_dormant("in_force", date(2025, 6, 1), None, TODAY), "it has its time to begin"
    assert not is_dormant("expired", old, None, TODAY)


@given(maybe, maybe, days, st.integers(0, 4000))
def test_what_is_dormant_stays_so_until_a_sign(
    since: date | None, sign: date | None, today: date, later: int
) -> None:
    if is_dormant("in_force", since, sign, today):
        assert is_dormant("in_force", since, sign, today + timedelta(later))
        assert not is_dormant("in_force", since, today, today)


@given(days, st.integers(0, 600))
def test_months_are_counted_back_to_the_same_day_or_the_last_of_the_month(
    day: date, months: int
) -> None:
    before = agreements.months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day == day.day or (before + timedelta(1)).day == 1
    assert before.day <= day.day


@given(maybe, maybe, days)
def test_an_assignment_ends_soon_only_while_it_runs(
    start: date | None, end: date | None, today: date
) -> None:
    stands = assignments.standing(start, end, today)
    ending = assignments.is_ending(start, end, today)
    assert ending == (stands is assignments.Standing.ENDING)
    if ending:
        assert end is not None
        assert today <= end <= today + timedelta(assignments.ENDING_DAYS)
    if stands is assignments.Standing.ENDED:
        assert end is not None
        assert end < today


def test_the_last_of_ninety_days_counts() -> None:
    ends = [TODAY + timedelta(days) for days in (-1, 0, 90, 91)]
    assert [assignments.is_ending(None, end, TODAY) for end in ends] == [False, True, True, False]


def test_a_report_and_dues_are_late_after_their_day() -> None:
    assert not reports.is_late(TODAY, None, TODAY)
    assert reports.is_late(TODAY - timedelta(1), None, TODAY)
    assert not reports.is_late(TODAY - timedelta(1), TODAY, TODAY)
    assert are_dues_late("active", TODAY - timedelta(1), TODAY)
    assert not are_dues_late("suspended", TODAY - timedelta(1), TODAY)
