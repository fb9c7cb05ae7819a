"""Undo of any step: three modes, redo, and never a half."""

from uuid import UUID

import pytest
from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.erase import Cell, erase
from liaison_app.store.tables.people import office, person, tenure
from liaison_app.store.undo import Mode, Moved, MovedOn, undo


def last(store: Store) -> str:
    with store.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT node || '.' || seq FROM step ORDER BY n DESC LIMIT 1"
        )
        return str(found.scalar_one())


def add(store: Store, name: str) -> UUID:
    with store.write("person.add") as records:
        return records.add(person, full_name=name)


def rename(store: Store, one: UUID, name: str) -> str:
    with store.write("person.change", one) as records:
        records.change(person, one, full_name=name)
    return last(store)


def shown(store: Store, one: UUID) -> tuple[str | None, bool]:
    with store.read() as connection:
        found = connection.execute(select(person).where(person.c.id == one)).one()
    return found.full_name, found.deleted


def test_undo_and_redo_of_a_change(store: Store) -> None:
    one = add(store, "Ana")
    undo(store, rename(store, one, "Bea"))
    assert shown(store, one) == ("Ana", False)
    undo(store, last(store))
    assert shown(store, one) == ("Bea", False)


def test_undo_of_an_addition_takes_the_record_away_and_redo_brings_it_back(store: Store) -> None:
    one = add(store, "Ana")
    undo(store, last(store))
    assert shown(store, one) == ("Ana", True)
    undo(store, last(store))
    assert shown(store, one) == ("Ana", False)


def test_a_cell_that_moved_on_is_named_and_nothing_is_undone(store: Store) -> None:
    one, other = add(store, "Ana"), add(store, "Carl")
    with store.write("person.rename") as records:
        records.change(person, one, full_name="Bea")
        records.change(person, other, full_name="Dan")
    bulk = last(store)
    rename(store, one, "Eva")
    with pytest.raises(MovedOn) as refused:
        undo(store, bulk)
    assert refused.value.moved == (Moved("person", one, "full_name"),)
    assert (shown(store, one)[0], shown(store, other)[0]) == ("Eva", "Dan")


def test_keep_undoes_the_rest_and_force_restores_all(store: Store) -> None:
    one, other = add(store, "Ana"), add(store, "Carl")
    with store.write("person.rename") as records:
        records.change(person, one, full_name="Bea")
        records.change(person, other, full_name="Dan")
    bulk = last(store)
    rename(store, one, "Eva")
    kept = undo(store, bulk, Mode.KEEP)
    assert [moved.row for moved in kept.kept] == [one]
    assert (shown(store, one)[0], shown(store, other)[0]) == ("Eva", "Carl")
    undo(store, bulk, Mode.FORCE)
    assert (shown(store, one)[0], shown(store, other)[0]) == ("Ana", "Carl")


def test_a_cell_that_shows_the_value_again_has_not_moved_on(store: Store) -> None:
    one = add(store, "Ana")
    changed = rename(store, one, "Bea")
    rename(store, one, "Ana")
    assert undo(store, changed).step is None
    assert shown(store, one) == ("Ana", False)


def test_what_others_built_on_stays_until_forced(store: Store) -> None:
    with store.write("office.add") as records:
        post = records.add(office, title="Mayor")
        lone = records.add(office, title="Clerk")
    added = last(store)
    one = add(store, "Ana")
    with store.write("tenure.appoint", one) as records:
        held = records.add(tenure, person_id=one, office_id=post)
    with pytest.raises(MovedOn) as refused:
        undo(store, added)
    assert refused.value.moved == (Moved("office", post, "*"),)
    undo(store, added, Mode.KEEP)
    with store.read() as connection:
        deleted = dict(connection.execute(select(office.c.id, office.c.deleted)).all())
    assert deleted == {post: False, lone: True}
    with store.write("tenure.delete", one) as records:
        records.remove(tenure, held)
    undo(store, added)
    with store.read() as connection:
        assert connection.scalar(select(office.c.deleted).where(office.c.id == post))


def test_what_is_kept_keeps_the_rows_of_the_same_step_that_it_refers_to(store: Store) -> None:
    with store.write("import.apply") as records:
        post = records.add(office, title="Mayor")
        one = records.add(person, full_name="Ana")
        held = records.add(tenure, person_id=one, office_id=post)
        spare = records.add(person, full_name="Bea")
    brought = last(store)
    with store.write("tenure.change") as records:
        records.change(tenure, held, standing="acting")
    undo(store, brought, Mode.KEEP)
    assert not shown(store, one)[1]
    assert shown(store, spare)[1]
    assert check(store).findings == ()


def test_an_erased_cell_is_skipped_and_said(store: Store) -> None:
    one = add(store, "Ana")
    changed = rename(store, one, "Bea")
    erase(store, one, [Cell("person", one, "full_name")])
    undone = undo(store, changed)
    assert (undone.step, undone.erased) == (None, 1)
    with pytest.raises(Refusal) as refused:
        undo(store, last(store))
    assert refused.value.code == "undo.final"


def test_an_unknown_step_is_said(store: Store) -> None:
    with pytest.raises(Refusal) as refused:
        undo(store, "0000.7")
    assert refused.value.code == "undo.no_such_step"


def test_undo_goes_back_through_ones_steps_one_by_one(store: Store) -> None:
    one = add(store, "Ana")
    first, second = rename(store, one, "Bea"), rename(store, one, "Carla")
    undo(store, second)
    undo(store, first)
    assert shown(store, one) == ("Ana", False)


def test_a_closed_chain_of_merges_stays_in_sight_at_its_smallest_id(store: Store) -> None:
    one, other = add(store, "Ana"), add(store, "Anna")
    for gives_way, stays in ((one, other), (other, one)):
        with store.write("person.merge", stays) as records:
            records.change(person, gives_way, merged_into=stays)
    with store.read() as connection:
        found = {row.id: row for row in connection.execute(select(person))}
    assert {row.stands_for for row in found.values()} == {min(one, other)}
    assert found[min(one, other)].found_at is not None
    assert found[max(one, other)].found_at is None
