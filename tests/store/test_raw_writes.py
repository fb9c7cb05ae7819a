"""What raw SQL can do: with the door shut nothing, through an open door nothing unseen."""

from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.sqlite.capture import REFUSED
from liaison_app.store.tables.people import person

SHUT = {
    "derived column": "UPDATE person SET sort_key = 'zzz', revision = 9",
    "row number": "UPDATE person SET n = n + 100",
    "replace": "INSERT OR REPLACE INTO person (n, id, full_name) SELECT n, id, 'Eve' FROM person",
    "a step made up": (
        "INSERT INTO step (node, seq, hlc, schema, verb, made_at, prior, digest) "
        "VALUES ('0', 1, '0', 1, 'x', '2026-11-24T09:00:00Z', x'00', x'00')"
    ),
    "a change made up": (
        "INSERT INTO change (step, tbl, row, col, after) SELECT 7, 'person', id, 'notes', '1' "
        "FROM person"
    ),
    "a private value made up": (
        "INSERT INTO change_private (step, row, col) SELECT 1, id, 'diet' FROM person"
    ),
}

OPEN = {
    "another identity": "UPDATE person SET id = x'00000000000000000000000000000001'",
    "another row number": "UPDATE person SET n = n + 100",
    "replace by id": "INSERT OR REPLACE INTO person (id, full_name) SELECT id, 'Eve' FROM person",
    "replace by number": (
        "INSERT OR REPLACE INTO person (n, id) SELECT n, x'00000000000000000000000000000001' "
        "FROM person"
    ),
    "removal": "DELETE FROM person",
}


@pytest.fixture
def ana(store: Store) -> Any:
    with store.write("person.add") as records:
        return records.add(person, full_name="Ana", notes="likes tea")


@pytest.mark.parametrize("way", SHUT)
def test_with_the_door_shut_nothing_is_written(store: Store, ana: Any, way: str) -> None:
    with store.apart() as connection, pytest.raises(DBAPIError, match=REFUSED):
        connection.execute(text(SHUT[way]))


@pytest.mark.parametrize("way", OPEN)
def test_an_open_door_takes_no_row_away(store: Store, ana: Any, way: str) -> None:
    with (
        pytest.raises(DBAPIError, match=f"{REFUSED}|UNIQUE"),
        store.write("raw") as records,
    ):
        records.connection.execute(text(OPEN[way]))
    assert check(store).findings == ()
    with store.read() as connection:
        assert connection.scalar(select(person.c.full_name).where(person.c.id == ana)) == "Ana"


def test_an_upsert_is_caught_cell_by_cell(store: Store, ana: Any) -> None:
    with store.write("raw") as records:
        records.connection.execute(
            text(
                "INSERT INTO person (id, full_name) SELECT id, 'Eva' FROM person WHERE true "
                "ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name"
            )
        )
    assert check(store).findings == ()
    with store.read() as connection:
        cells = connection.exec_driver_sql("SELECT col, after FROM change WHERE step = 2").all()
    assert cells == [("full_name", '"Eva"')]


@pytest.mark.parametrize(
    "words", ["a\x00b", 'say "hi" \\ \x01\x7f', "\u2028\ufeff😀", "5 MB " * 2**20]
)
def test_any_text_is_kept_and_proves(store: Store, words: str) -> None:
    with store.write("person.add") as records:
        one = records.add(person, full_name="Ana", notes=words)
    with store.write("person.change") as records:
        records.change(person, one, notes=words + "!")
    assert check(store).findings == ()
    with store.read() as connection:
        assert connection.scalar(select(person.c.notes)) == words + "!"
