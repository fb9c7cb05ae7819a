"""Small rules of the field: promises, old facts, markings, order, the search language."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.codes import LISTS, check, coded_columns
from liaison_app.domain.commitments import CLOSED, OPEN, Standing, days_past, standing
from liaison_app.domain.errors import Refusal
from liaison_app.domain.markings import PRESETS, check_marking, marking_in
from liaison_app.domain.order import between, spread
from liaison_app.domain.staleness import Age, age

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("direction", "status", "days", "reviewed", "expected"),
    [
        ("we_owe", "open", -1, True, Standing.OVERDUE),
        ("mutual", "waiting", -1, True, Standing.OVERDUE),
        ("they_owe", "open", -1, True, Standing.AWAITED),
        ("we_owe", "open", 0, True, Standing.SOON),
        ("we_owe", "open", 7, True, Standing.SOON),
        ("we_owe", "open", 8, True, Standing.OPEN),
        ("we_owe", "open", None, True, Standing.OPEN),
        ("we_owe", "open", -400, False, Standing.NOT_REVIEWED),
        ("we_owe", "overtaken", -400, True, Standing.CLOSED),
        ("we_owe", "partly_fulfilled", -1, True, Standing.OVERDUE),
    ],
)
def test_how_a_promise_stands(
    direction: str, status: str, days: int | None, reviewed: bool, expected: Standing
) -> None:
    due = None if days is None else TODAY + timedelta(days=days)
    assert standing(direction, status, due, reviewed, TODAY) is expected
    assert days_past(due, TODAY) == (None if days is None else -days)


def test_every_status_is_open_or_closed() -> None:
    assert set(LISTS["commitment_status"]) == OPEN | CLOSED
    assert not OPEN & CLOSED


def test_a_fact_grows_old_and_a_term_ends() -> None:
    assert age(TODAY - timedelta(days=90), TODAY) is Age.FRESH
    assert age(TODAY - timedelta(days=91), TODAY) is Age.STALE
    assert age(None, TODAY) is Age.NEVER
    assert age(TODAY - timedelta(days=9), TODAY, TODAY - timedelta(days=1)) is Age.TERM_ENDED
    assert age(TODAY, TODAY, TODAY - timedelta(days=1)) is Age.FRESH, "asked after the term's end"


@pytest.mark.parametrize(
    "marking", ["SECRET", "Top Secret", "SECRET//NOFORN", "confidential", "S//NF", "CUI//NOFORN"]
)
def test_a_classified_marking_is_refused(marking: str) -> None:
    with pytest.raises(Refusal, match=r"marking\.classified"):
        check_marking(marking)


def test_the_markings_of_an_office_are_taken() -> None:
    for marking in (*PRESETS, "City of Tōno - internal"):
        assert check_marking(marking) == marking


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Secretary kept it secret, in confidence and confidential.", None),
        ("Secret Service escort at the side door (s).", None),
        ("Met the secretary.\nSECRET//NOFORN\nThen lunch.", "SECRET//NOFORN"),
        ("(S//NF) The port will close.", "(S//NF)"),
        ("  TOP SECRET  ", "TOP SECRET"),
        ("(C) 2026 Port Authority", None),
        ("(C) The port will close.", "(C)"),
    ],
)
def test_only_what_is_shaped_like_a_marking_is_questioned(text: str, found: str | None) -> None:
    assert marking_in(text) == found


def test_a_code_that_is_in_no_list_is_refused() -> None:
    assert check("press", "pool") == "pool"
    with pytest.raises(Refusal, match=r"code\.unknown"):
        check("press", "secret")
    assert {name for _, _, name in coded_columns()} <= LISTS.keys()


@given(st.lists(st.integers(0, 20), max_size=60))
def test_there_is_always_room_between_two_keys(places: list[int]) -> None:
    keys: list[str] = spread(2)
    for place in places:
        at = place % (len(keys) + 1)
        left = keys[at - 1] if at else None
        right = keys[at] if at < len(keys) else None
        keys.insert(at, between(left, right))
    assert keys == sorted(set(keys))


@given(st.integers(0, 500))
def test_keys_given_together_are_in_order(count: int) -> None:
    keys = spread(count)
    assert len(set(keys)) == count
    assert keys == sorted(keys)
