"""The search language: one box, forgiving, and plain about what it doesn't understand."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.search_language import Where, parse, read


def test_the_search_language() -> None:
    assert parse('port "joint session" kind:people jurisdiction:"New Mexico" overdue') == Where(
        words=("port", "joint session"),
        kinds=(Kind.PERSON,),
        jurisdictions=("New Mexico",),
        flags=frozenset({"overdue"}),
    )
    assert parse('"overdue"').words == ("overdue",), "in quotes it is a word"
    assert parse("10:30 re:port").words == ("10:30", "re:port"), "no such filter: a word"
    assert parse("after:2026-03").after == date(2026, 3, 1)
    assert parse("before:2026").before == date(2026, 1, 1)
    assert parse("kind:site_visit").of_kinds == ("site_visit",)
    assert parse("  ").is_empty
    assert parse("year:").is_empty, "half typed"


@pytest.mark.parametrize("typed", ["year:26", "year:0000", "after:31/02/2026", "before:event"])
def test_a_value_that_can_t_be_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refusal, match=r"search\.bad_value"):
        parse(typed)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    with suppress(Refusal):
        assert isinstance(parse(text), Where)


def test_a_minus_leaves_out_what_it_stands_before() -> None:
    where = parse('port -topic:trade -lunch -"joint session" -overdue')
    assert where.words == ("port",)
    assert where.without == (
        Where(topics=("trade",)),
        Where(words=("lunch",)),
        Where(words=("joint session",)),
        Where(flags=frozenset({"overdue"})),
    )
    assert parse("sister-city - well-known").words == ("sister-city", "well-known")


def test_what_is_not_understood_is_said_and_the_rest_is_taken() -> None:
    reading = read('port jurisdicton:busan year:26 "open end')
    assert reading.where.words == ("port", "jurisdicton:busan", "open end")
    assert [one.code for one in reading.amiss] == [
        "search.no_such_filter",
        "search.bad_value",
        "search.open_quote",
    ]
    assert reading.amiss[0].params == {"given": "jurisdicton", "meant": "jurisdiction"}


def test_a_saved_search_asks_what_it_says_and_may_be_left_out() -> None:
    saved = {"due in busan": "overdue in:Busan", "mine too": 'saved:"due in busan" mine'}
    assert parse('port saved:"Due in Busan"', saved) == parse("port overdue in:Busan")
    assert parse('saved:"mine too"', saved) == parse("overdue in:Busan mine")
    assert parse('port -saved:"due in busan"', saved).without == (parse("overdue in:Busan"),)


def test_a_saved_search_that_asks_itself_is_none() -> None:
    saved = {"one": "port saved:two", "two": "saved:one"}
    reading = read("saved:one", saved)
    assert reading.where == parse("port")
    assert [one.code for one in reading.amiss] == ["search.no_such_saved"]


@given(st.text(alphabet='ab-: "kindafteryr2026\u2212', max_size=60))
def test_reading_never_fails(text: str) -> None:
    assert isinstance(read(text).where, Where)
