"""What undo takes for moved on, and what not: references, clocks that were wrong, strange names."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.tables.people import person
from liaison_app.store.tables.promises import commitment
from liaison_app.store.undo import Mode, Moved, MovedOn, undo
from tests.store.conftest import MovingClock
from tests.store.test_undo import add, last, rename, shown


def test_a_reference_that_the_step_itself_wrote_goes_with_it(store: Store) -> None:
    with store.write("commitment.make") as records:
        promise = records.add(commitment, wording="Send the draft")
    with store.write("commitment.hand_over", promise) as records:
        owner = records.add(person, full_name="Ana")
        records.change(commitment, promise, owner_id=owner)
    undo(store, last(store))
    assert shown(store, owner) == ("Ana", True)
    with store.read() as connection:
        assert connection.scalar(select(commitment.c.owner_id)) is None


def test_keeping_a_reference_keeps_what_it_refers_to(store: Store) -> None:
    with store.write("commitment.make") as records:
        promise = records.add(commitment, wording="Send the draft")
    with store.write("commitment.hand_over", promise) as records:
        owner = records.add(person, full_name="Ana")
        records.change(commitment, promise, owner_id=owner, obligor="Ana")
    handed_over = last(store)
    other = add(store, "Bea")
    for now in (other, owner):
        with store.write("commitment.change", promise) as records:
            records.change(commitment, promise, owner_id=now)
    kept = undo(store, handed_over, Mode.KEEP).kept
    assert set(kept) == {
        Moved("commitment", promise, "owner_id"),
        Moved("person", owner, "*"),
    }
    assert shown(store, owner) == ("Ana", False)
    assert check(store).findings == ()


def test_a_change_made_while_the_clock_was_ten_years_ahead_moves_on_all_the_same(
    store: Store, clock: MovingClock
) -> None:
    one = add(store, "Ana")
    clock.at += timedelta(days=3_652)
    ahead = rename(store, one, "Bea")
    clock.at -= timedelta(days=3_652)
    rename(store, one, "Eva")
    with pytest.raises(MovedOn):
        undo(store, ahead)
    assert shown(store, one) == ("Eva", False)
    undo(store, last(store))
    undo(store, ahead)
    assert shown(store, one) == ("Ana", False)


def test_what_was_added_while_the_clock_was_ahead_moves_on_too(
    store: Store, clock: MovingClock
) -> None:
    clock.at += timedelta(days=3_652)
    one = add(store, "Ana")
    added = last(store)
    clock.at -= timedelta(days=3_652)
    rename(store, one, "Eva")
    with pytest.raises(MovedOn):
        undo(store, added)


@pytest.mark.parametrize("name", ["", "118", "abc.def", "0000.", "0000.99999999999999999999"])
def test_a_step_that_is_no_step_is_said(store: Store, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        undo(store, name)
    assert refused.value.code == "undo.no_such_step"
