"""The rules of duplicates, deadlines, precedence, purging and counting, on any day."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.deadlines import (
    Compare,
    Condition,
    Event,
    Rule,
    State,
    dues,
    read_conditions,
    state,
    write_conditions,
)
from liaison_app.domain.duplicate_requests import APART_DAYS, Asked, Reason, candidates
from liaison_app.domain.errors import Refusal
from liaison_app.domain.keeping_until import ASK_DAYS, Kept, Purge, purge, to_ask
from liaison_app.domain.outcomes import Brought, Reported, totals
from liaison_app.domain.precedence import Guest, Override, Rank, Seat, Why, in_order

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
ONE, TWO, THREE = UUID(int=1), UUID(int=2), UUID(int=3)
PORT = frozenset({"container", "terminal", "visit"})


def asked(who: UUID, on: date, place: UUID | None = THREE, words: frozenset[str] = PORT) -> Asked:
    return Asked(who, f"R-{who.int}", frozenset({"port"}), place, words, on)


@given(DAYS, st.integers(-1500, 1500))
def test_requests_are_the_same_only_within_two_years_and_both_ways(day: date, apart: int) -> None:
    other = day + timedelta(days=apart)
    found = candidates(asked(ONE, day), [asked(TWO, other)])
    assert bool(found) == (abs(apart) <= APART_DAYS)
    back = candidates(asked(TWO, other), [asked(ONE, day)])
    assert [one.reasons for one in found] == [one.reasons for one in back]
    assert all(one.days_apart == abs(apart) for one in found)


@given(DAYS)
def test_words_that_every_request_has_make_no_duplicate(day: date) -> None:
    plain = frozenset({"visit", "meeting", "from", "the"})
    assert candidates(asked(ONE, day, words=plain), [asked(TWO, day, words=plain)]) == []
    stranger = Asked(TWO, "R-2", frozenset({"choir"}), None, PORT, day)
    assert candidates(asked(ONE, day), [stranger]) == []
    same_place = Asked(TWO, "R-2", frozenset({"choir"}), THREE, PORT, day)
    found = candidates(asked(ONE, day), [same_place])
    assert found[0].reasons == (Reason.JURISDICTION, Reason.PURPOSE)


def rule(**given: object) -> Rule:
    base: dict[str, object] = {
        "id": ONE,
        "pack": "p",
        "name": "Gift",
        "trigger": "gift.received",
        "days": 60,
        "duty": "File",
        "source": "Ours",
        "active": True,
    }
    return Rule(**(base | given))  # type: ignore[arg-type]


@given(DAYS, st.integers(0, 400), DAYS, DAYS)
def test_a_deadline_is_so_many_days_after_an_event_within_the_rules_dates(
    on: date, days: int, start: date, end: date
) -> None:
    event = Event("gift.received", "gift", TWO, on)
    found = dues([rule(days=days, from_on=start, until_on=end)], [event])
    assert bool(found) == (start <= on <= end)
    assert all((one.due_on - on).days == days for one in found)
    assert dues([rule(active=False)], [event]) == []
    assert dues([rule(trigger="engagement.held")], [event]) == []


@given(DAYS, st.integers(-500, 500))
def test_a_deadline_is_overdue_the_day_after_unless_it_is_settled(due: date, after: int) -> None:
    today = due + timedelta(days=after)
    assert state(due, None, today) is (State.OVERDUE if after > 0 else State.OPEN)
    assert state(due, "filed", today) is State.FILED
    assert state(due, "not_applicable", today) is State.NOT_APPLICABLE


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_only_an_amount_known_to_be_small_takes_a_deadline_away(
    value: Decimal, threshold: Decimal
) -> None:
    above = Condition("value_amount", Compare.ABOVE, str(threshold))
    assert above.holds({"value_amount": value}) == (value > threshold)
    assert above.holds({"value_amount": None})
    assert read_conditions(write_conditions([above])) == (above,)


@pytest.mark.parametrize(
    "bad", ["[[1]]", "nonsense", '[["a", "like", "b"]]', '[["a", "above", "x"]]']
)
def test_a_condition_that_cannot_be_read_is_refused(bad: str) -> None:
    with pytest.raises(Refusal, match=r"rule\.bad_condition"):
        read_conditions(bad)


def guest(who: UUID, rank: str | None, since: date | None = None, place: UUID = ONE) -> Guest:
    seats = (Seat(who, rank, "city", place, since),) if rank else ()
    return Guest(who, str(who), seats)


RANKS = (
    Rank(rank_class="governor", only_in_own=True, label="Governor, in their own state"),
    Rank(rank_class="head", label="Heads"),
    Rank(rank_class="governor", label="Other governors"),
)


def test_a_governor_ranks_first_only_in_the_own_state() -> None:
    governor, mayor = guest(ONE, "governor", place=THREE), guest(TWO, "head", place=TWO)
    at_home = in_order([mayor, governor], RANKS, THREE)
    abroad = in_order([mayor, governor], RANKS, TWO)
    assert [one.id for one in at_home] == [ONE, TWO]
    assert at_home[0].label == "Governor, in their own state"
    assert [one.id for one in abroad] == [TWO, ONE]


@given(DAYS, DAYS, st.permutations([ONE, TWO, THREE]))
def test_equals_go_by_the_day_of_taking_office_however_they_are_listed(
    first: date, second: date, order: list[UUID]
) -> None:
    since = {ONE: first, TWO: second}
    guests = [guest(who, "head" if who != THREE else None, since.get(who)) for who in order]
    placed = in_order(guests, RANKS, None)
    earlier = [ONE, TWO] if first <= second else [TWO, ONE]
    assert [one.id for one in placed] == [*earlier, THREE]
    assert placed[1].why is (Why.NAME if first == second else Why.SENIORITY)
    assert placed[2].why is Why.UNLISTED
    moved = in_order(guests, RANKS, None, {THREE: Override(1, "Guest of honour")})
    assert (moved[0].id, moved[0].why, moved[0].label) == (THREE, Why.OVERRIDE, "Guest of honour")
    assert [one.id for one in moved[1:]] == earlier


@given(DAYS, st.integers(-400, 400))
def test_private_facts_are_asked_about_before_their_day_and_due_after(
    until: date, after: int
) -> None:
    today = until + timedelta(days=after)
    said = purge(until, today)
    expected = Purge.DUE if after > 0 else Purge.ASK if after >= -ASK_DAYS else Purge.KEPT
    assert said is expected
    assert bool(to_ask([Kept(ONE, until)], today)) == (said is not Purge.KEPT)
    assert purge(None, today) is Purge.DUE


IDS = [UUID(int=number) for number in range(1, 7)]


@given(st.lists(st.sampled_from([None, *IDS]), min_size=6, max_size=6))
def test_every_outcome_is_counted_once_even_where_copies_made_a_circle(
    counted_in: list[UUID | None],
) -> None:
    reported = [
        Reported(one, Brought(Decimal(10), "USD", jobs=1), Brought(), other)
        for one, other in zip(IDS, counted_in, strict=True)
    ]
    found = totals(reported)
    assert 1 <= found.count <= len(IDS)
    assert found.claimed.sums == {"USD": Decimal(10 * found.count)}
    assert found.claimed.jobs == found.count
    assert found.verified.sums == {}
    if not any(counted_in):
        assert found.count == len(IDS)


def test_currencies_are_never_added_to_each_other() -> None:
    yen, dollars = Brought(Decimal(100), "JPY"), Brought(Decimal(7), "USD")
    found = totals([Reported(ONE, yen, Brought()), Reported(TWO, dollars, yen)])
    assert found.claimed.sums == {"JPY": Decimal(100), "USD": Decimal(7)}
    assert found.verified.sums == {"JPY": Decimal(100)}
