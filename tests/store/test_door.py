"""The one door: every write is a named step, and nothing is written round it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, delete, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, registry

from liaison_app.domain.errors import Refusal
from liaison_app.store.door import Store
from liaison_app.store.sqlite.capture import REFUSED
from liaison_app.store.steps import Written
from liaison_app.store.tables.journal import change, step
from liaison_app.store.tables.people import person
from liaison_app.store.tables.promises import commitment


def steps(store: Store) -> list[Any]:
    with store.read() as connection:
        return list(connection.execute(select(step).order_by(step.c.n)).all())


def changes(store: Store, number: int) -> set[tuple[str, str | None, str | None]]:
    with store.read() as connection:
        found = select(change.c.col, change.c.before, change.c.after)
        return set(connection.execute(found.where(change.c.step == number)))


def test_a_write_is_one_step_that_names_verb_subject_and_officer(store: Store) -> None:
    with store.write("person.add") as records:
        records.subject = records.add(person, full_name="Ana Ruíz")
    (only,) = steps(store)
    assert (only.verb, only.subject, only.officer) == (
        "person.add",
        records.subject,
        store.node.officer,
    )
    assert records.step is not None
    assert records.step.endswith(".1")


def test_what_changed_is_kept_cell_by_cell(store: Store) -> None:
    with store.write("person.add") as records:
        one = records.add(person, full_name="Ana Ruíz", email="ana@example.org")
    with store.write("person.change", one) as records:
        records.change(person, one, full_name="Ana Ruíz Vega", email="ana@example.org")
    assert changes(store, 2) == {("full_name", '"Ana Ruíz"', '"Ana Ruíz Vega"')}


def test_going_back_and_forth_within_a_write_leaves_nothing(store: Store) -> None:
    with store.write("person.add") as records:
        one = records.add(person, full_name="Ana")
    with store.write("person.change") as records:
        records.change(person, one, full_name="Bea")
        records.change(person, one, full_name="Ana")
        gone = records.add(person, full_name="Never was")
        records.remove(person, gone)
    assert records.step is None
    assert len(steps(store)) == 1
    with store.read() as connection:
        assert connection.scalar(select(person.c.id).where(person.c.id == gone)) is None


def test_added_and_then_changed_in_one_write_was_added_as_it_ended_up(store: Store) -> None:
    with store.write("person.add") as records:
        one = records.add(person, full_name="Ana")
        records.change(person, one, family="Ruíz")
    ((col, before, after),) = changes(store, 1)
    assert (col, before) == ("*", None)
    assert after is not None
    assert '"family":"Ruíz"' in after


def fail_after_adding(store: Store) -> None:
    with store.write("person.add") as records:
        records.add(person, full_name="Ana")
        raise RuntimeError


def test_an_error_inside_takes_the_whole_write_back(store: Store) -> None:
    with pytest.raises(RuntimeError):
        fail_after_adding(store)
    assert steps(store) == []
    with store.write("person.add") as records:
        records.add(person, full_name="Bea")
    assert len(steps(store)) == 1


def test_text_is_kept_composed(store: Store) -> None:
    with store.write("person.add") as records:
        one = records.add(person, full_name="Jose\u0301")
    with store.read() as connection:
        assert connection.scalar(select(person.c.full_name).where(person.c.id == one)) == "José"


class Person:
    """A class that somebody maps onto the table."""


def by_orm(connection: Connection) -> None:
    registry().map_imperatively(Person, person)
    with Session(connection) as session:
        found = session.scalars(select(Person)).one()
        setattr(found, "full_name", "Eve")  # noqa: B010  # mapped, not declared
        session.flush()


ROUND_THE_DOOR: dict[str, Callable[[Connection], object]] = {
    "core": lambda c: c.execute(insert(person).values(id=uuid4(), full_name="Eve")),
    "orm": by_orm,
    "raw insert": lambda c: c.execute(text("INSERT INTO person (id) VALUES (x'00')")),
    "raw update": lambda c: c.execute(text("UPDATE person SET full_name = 'Eve'")),
    "raw delete": lambda c: c.execute(text("DELETE FROM person")),
}


@pytest.mark.parametrize("way", ROUND_THE_DOOR)
def test_a_write_round_the_door_is_refused(store: Store, way: str) -> None:
    with store.write("person.add") as records:
        records.add(person, full_name="Ana")
    with store.apart() as connection, pytest.raises(DBAPIError, match=REFUSED):
        ROUND_THE_DOOR[way](connection)


def test_the_journal_itself_can_not_be_rewritten(store: Store) -> None:
    with store.write("person.add") as records:
        records.add(person, full_name="Ana")
    for table in (step, change):
        with store.apart() as connection, pytest.raises(DBAPIError, match=REFUSED):
            connection.execute(delete(table))


def test_references_count_on_and_are_never_used_again(store: Store) -> None:
    letters = store.node.series
    with store.write("commitment.make") as records:
        first = records.add(commitment, wording="Send the draft")
        second = records.add(commitment, wording="Send the list")
    with store.write("commitment.delete") as records:
        records.remove(commitment, second)
    with store.write("commitment.make") as records:
        third = records.add(commitment, wording="Send the plan")
    with store.read() as connection:
        refs = dict(connection.execute(select(commitment.c.id, commitment.c.ref)).all())
    assert refs[first] == f"C-2026-{letters}0001"
    assert refs[third] == f"C-2026-{letters}0003"


def test_those_who_show_lists_are_told_what_was_touched(store: Store) -> None:
    told: list[Written] = []
    store.after_write.append(told.append)
    with store.write("commitment.make") as records:
        one = records.add(commitment, wording="Send the draft")
    with store.write("commitment.change", one) as records:
        records.change(commitment, one, due_on=date(2026, 12, 4), due_precision="day")
    assert told[0].cells == {"commitment": frozenset({"*"})}
    assert told[1].cells == {"commitment": frozenset({"due_on", "due_precision"})}
    assert told[1].rows == frozenset({one})


def test_a_file_moved_away_while_open_is_noticed_before_anything_is_lost(store: Store) -> None:
    away = store.path.rename(store.path.with_name("moved.liaison"))
    with pytest.raises(Refusal) as refused, store.write("person.add"):
        pytest.fail("the door opened on a file that is not there")
    assert refused.value.code == "store.moved"
    away.rename(store.path)


def test_reading_sees_a_snapshot(store: Store) -> None:
    with store.read() as connection:
        before = connection.scalars(select(person.c.id)).all()
        with store.write("person.add") as records:
            records.add(person, full_name="Ana")
        assert connection.scalars(select(person.c.id)).all() == before
