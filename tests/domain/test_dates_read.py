"""Dates as people type them and as spreadsheets write them: read right, or asked, never guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import DateReading, How, Question, read_date

TODAY = date(2026, 11, 24)  # a Tuesday
FIRST_QUARTER = (date(2014, 1, 1), date(2014, 3, 31))


def read(text: str | float | date, **known: object) -> DateReading:
    asked: dict[str, object] = {"day_first": None, "today": TODAY, **known}
    return read_date(text, **asked)  # type: ignore[arg-type]  # one test door for all options


def said(reading: DateReading) -> str:
    """The reading as one line: iso text, ``..`` and the end for a range, the question if open."""
    if reading.question:
        return f"? {reading.question.value}"
    assert reading.when is not None
    return reading.when.to_iso() + (f"..{reading.until.to_iso()}" if reading.until else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan-14", "2014-01"),
        ("Jan '14", "2014-01"),
        ("Sept-13", "2013-09"),
        ("July 2013", "2013-07"),
        ("May, 2010", "2010-05"),
        ("January 2012, ", "2012-01"),
        ("2014-03-12", "2014-03-12"),
        ("12 March 2014", "2014-03-12"),
        ("12th March, 2014", "2014-03-12"),
        ("March 12, 2014", "2014-03-12"),
        ("12-Mar-14", "2014-03-12"),
        ("12.03.2014", "2014-03-12"),
        ("3.4.2012", "2012-04-03"),
        ("Wednesday 12 March 2014", "2014-03-12"),
        ("12/03/2014 09:30", "? date.which_order"),
        ("2014-03-12T10:00:00Z", "2014-03-12"),
        ("25/12/2012", "2012-12-25"),
        ("12/25/2012", "2012-12-25"),
        ("5/5/2012", "2012-05-05"),
        ("3/4/2012", "? date.which_order"),
        ("3/4/2012 to 5/4/2012", "? date.which_order"),
        ("28/4/2012 to 5/5/2012", "2012-04-28..2012-05-05"),
        ("3-5 April 2012", "2012-04-03..2012-04-05"),
        ("April 3-5, 2012", "2012-04-03..2012-04-05"),
        ("30 Dec - 2 Jan 2013", "2012-12-30..2013-01-02"),
        ("April - June 2012", "2012-04..2012-06"),
        ("3 and 4 July 2013", "2013-07-03..2013-07-04"),
        ("2014-03-12 - 2014-03-14", "2014-03-12..2014-03-14"),
        ("Q2 2026", "2026-Q2"),
        ("2026-Q2", "2026-Q2"),
        ("2nd quarter of 2026", "2026-Q2"),
        ("spring 2027", "2027-Q2"),
        ("fall 2027", "2027-Q4"),
        ("2026", "2026"),
        ("week of 23 Nov 2026", "2026-W48"),
        ("w/c 23 November 2026", "2026-W48"),
        ("mid March 2014", "2014-03"),
        ("by end of May 2027", "2027-05"),
        ("03/2014", "2014-03"),
        ("20140312", "2014-03-12"),
        ("41640", "2014-01-01"),
        ("July", "? date.which_year"),
        ("14-Jan", "? date.which_year"),
        ("Jan 14", "? date.day_or_year"),
        ("Jan 47", "1947-01"),
        ("before the visit", "event"),
        ("tomorrow", "2026-11-25"),
        ("fri", "2026-11-27"),
        ("tuesday", "2026-11-24"),
        ("next Friday", "2026-12-04"),
        ("in 2 weeks", "2026-12-08"),
        ("in three months", "2027-02-24"),
        ("2 days ago", "2026-11-22"),
        ("next week", "2026-W49"),
        ("next month", "2026-12"),
        ("end of the year", "2026"),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, expected: str) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "known", "expected", "how"),
    [
        ("July", {"default_year": 2013}, "2013-07", How.YEAR_GIVEN),
        ("March", {"period": FIRST_QUARTER}, "2014-03", How.YEAR_FROM_PERIOD),
        ("Marc", {"period": FIRST_QUARTER}, "2014-03", How.YEAR_FROM_PERIOD),
        ("July", {"period": FIRST_QUARTER}, "? date.which_year", How.WRITTEN),
        ("Jan 14", {"period": FIRST_QUARTER}, "2014-01", How.MONTH_AND_SHORT_YEAR),
        ("3/4/2012", {"day_first": True}, "2012-04-03", How.ORDER_GIVEN),
        ("3/4/2012", {"day_first": False}, "2012-03-04", How.ORDER_GIVEN),
        ("3/4/2014", {"period": FIRST_QUARTER}, "2014-03-04", How.ORDER_FROM_PERIOD),
        ("3/4/2012 to 5/4/2012", {"day_first": True}, "2012-04-03..2012-04-05", How.ORDER_GIVEN),
        ("25/12/2012", {}, "2012-12-25", How.ONLY_ORDER),
        ("spring 2027", {}, "2027-Q2", How.SEASON),
        ("end of May 2027", {}, "2027-05", How.ROUGHLY),
        ("tomorrow", {}, "2026-11-25", How.FROM_TODAY),
        ("1/6/98", {"day_first": True}, "1998-06-01", How.ORDER_GIVEN),
    ],
)
def test_what_the_list_tells_decides_and_is_said(
    text: str, known: dict[str, object], expected: str, how: How
) -> None:
    reading = read(text, **known)
    assert (said(reading), reading.how) == (expected, how)


def test_an_open_question_comes_with_what_the_date_could_be() -> None:
    assert [when.to_iso() for when in read("3/4/2012").choices] == ["2012-04-03", "2012-03-04"]
    assert read("July").question is Question.YEAR
    assert [when.to_iso() for when in read("July").choices] == ["2025-07", "2026-07", "2027-07"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2024", "date.no_such_day"),
        ("31 February 2024", "date.no_such_day"),
        ("29 Feb 2023", "date.no_such_day"),
        ("2024-02-31", "date.no_such_day"),
        ("13/13/2012", "date.no_such_day"),
        ("5 April 2012 to 3 April 2012", "date.range_backwards"),
        ("Monday 12 March 2014", "date.weekday_differs"),
        ("to be confirmed", "date.not_understood"),
        ("Marsh", "date.not_understood"),
        ("   ", "date.empty"),
        ("3 and 9 July 2013", "date.not_understood"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.code == code


def test_cells_of_a_spreadsheet_are_read_by_their_kind() -> None:
    assert said(read(datetime.fromisoformat("2014-01-03T09:30"))) == "2014-01-03"
    assert said(read(date(2014, 1, 3))) == "2014-01-03"
    assert read(41640.0).how is How.DAY_NUMBER
    assert said(read(2014)) == "2014"
    with pytest.raises(Refusal):
        read(7.5)
    with pytest.raises(Refusal):
        read(float("nan"))


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)))
def test_every_day_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d-%b-%Y", "%A %d %b %Y", "%d.%m.%Y"):
        assert said(read(day.strftime(form))) == day.isoformat()
    assert said(read(day.strftime("%d/%m/%Y"), day_first=True)) == day.isoformat()
    assert said(read(day.strftime("%m/%d/%Y"), day_first=False)) == day.isoformat()
    assert said(read(day.strftime("%b-%y"))) == day.strftime("%Y-%m") or day.year < 1947


@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                ["3", "31", "2012", "14", "April", "fri", "next", "to", "-", "/", "end of", "w/c"]
            ),
            max_size=7,
        ).map(" ".join),
        st.floats(),
        st.integers(),
    ),
    st.sampled_from([None, True, False]),
)
def test_nothing_that_is_typed_crashes(text: str | float, day_first: bool | None) -> None:
    try:
        reading = read(text, day_first=day_first)
    except Refusal:
        return
    assert (reading.when is None) == (reading.question is not None)
