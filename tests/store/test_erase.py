"""Erasing rewrites the journal and leaves nothing behind, and the chain still proves."""

from uuid import UUID

import pytest
from sqlalchemy import select, text

from liaison_app.domain.errors import Refusal
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.erase import Cell, erase, every_cell
from liaison_app.store.tables.declare import metadata
from liaison_app.store.tables.house import draft, source_row
from liaison_app.store.tables.people import person, person_private

SECRET = "hazelnutallergy"


def everything(store: Store) -> str:
    """All that any table of the office says, the search index's words included."""
    found = []
    with store.apart() as connection:
        for table in metadata.tables.values():
            found += [str(row) for row in connection.execute(select(table)).all()]
        for name in ("found", "named"):
            connection.execute(
                text(f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab(main, {name}, row)")
            )
            found += connection.execute(text(f"SELECT term FROM temp.v_{name}")).scalars()
    return "\n".join(found)


@pytest.fixture
def guest(store: Store) -> tuple[UUID, UUID]:
    with store.write("person.add") as records:
        one = records.add(person, full_name="Ana Ruíz", notes=f"mind the {SECRET}")
        private = records.add(person_private, person_id=one, diet=SECRET)
        records.add(source_row, key="k", nth="0", record_id=one, row=f'{{"Diet": "{SECRET}"}}')
    with store.write("person.change", one) as records:
        records.change(person, one, notes=f"{SECRET} confirmed")
        records.change(person_private, private, diet=f"severe {SECRET}")
        records.connection.execute(
            draft.insert().values(
                page="person", record_id=one, kept_at=records.now, content=SECRET.encode()
            )
        )
    return one, private


def test_private_values_never_stand_in_the_ordinary_journal(
    store: Store, guest: tuple[UUID, UUID]
) -> None:
    with store.read() as connection:
        marked = connection.exec_driver_sql(
            "SELECT before, after FROM change WHERE tbl = 'person_private' AND col = 'diet'"
        ).all()
    assert marked == [('"changed"', '"changed"')]


def test_nothing_is_left_of_what_was_erased(store: Store, guest: tuple[UUID, UUID]) -> None:
    one, private = guest
    assert SECRET in everything(store)
    erase(store, one, [Cell("person", one, "notes"), Cell("person_private", private, "diet")])
    left = everything(store)
    assert SECRET not in left
    assert "Ana Ruíz" in left
    health = check(store)
    assert health.findings == ()


def test_the_whole_person_can_be_erased(store: Store, guest: tuple[UUID, UUID]) -> None:
    one, private = guest
    erase(store, one, every_cell("person", one) + every_cell("person_private", private))
    left = everything(store)
    assert SECRET not in left
    assert "Ruíz" not in left
    assert check(store).findings == ()


def test_a_legal_hold_stops_it_whole(store: Store, guest: tuple[UUID, UUID]) -> None:
    one, private = guest
    with store.write("person.hold", one) as records:
        records.change(person, one, legal_hold=True)
    with pytest.raises(Refusal) as refused:
        erase(store, one, [Cell("person_private", private, "diet")])
    assert refused.value.code == "erase.held"
    assert SECRET in everything(store)
