"""Erasing rewrites the journal and leaves nothing behind, and the chain still proves."""

from uuid import UUID

import pytest
from sqlalchemy import select, text

from liaison_app.domain.errors import Refusal
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.erase import Cell, erase, every_cell
from liaison_app.store.tables.declare import metadata
from liaison_app.store.tables.house import draft, export_ledger, source_row
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.people import person, person_private
from liaison_app.store.undo import undo

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


def test_what_is_erased_leaves_the_lists_and_drafts_that_name_it(store: Store) -> None:
    with store.write("import.apply") as records:
        one = records.add(person, full_name="Ana Ruíz")
        meeting = records.add(engagement, title="Port visit")
        for kind, record in (("person", one), ("engagement", meeting)):
            records.add(
                source_row,
                key=kind,
                nth="0",
                record_kind=kind,
                record_id=record,
                row='{"People": "Ana Ruíz; Bo"}',
            )
        records.add(source_row, key="other", nth="0", row='{"People": "Bo"}')
    with store.write("person.change", one) as records:
        records.change(person, one, full_name="Ana Vega")
    with store.write_local() as connection:
        for content in (b'{"who": "Ana Ru\\u00edz"}', b"Ana Vega", b'{"who": "Bo"}'):
            connection.execute(
                draft.insert().values(page="capture", kept_at=store.clock.now(), content=content)
            )
        connection.execute(
            export_ledger.insert().values(
                made_at=store.clock.now(),
                kind="workbook",
                audience="hq",
                filter="Ana Vega",
                sha256="0",
                path="out.xlsx",
            )
        )
    erase(store, one, [Cell("person", one, "full_name")])
    left = everything(store)
    for name in ("Ruíz", "Ru\\u00edz", "Vega"):
        assert name not in left
    assert "Port visit" in left
    assert left.count("Bo") == 3  # the other row, its insert, the other draft
    assert check(store).findings == ()


def test_a_private_fact_leaves_the_row_that_it_came_from(
    store: Store, guest: tuple[UUID, UUID]
) -> None:
    one, private = guest
    with store.read() as connection:
        before = connection.scalar(select(source_row.c.row))
    erase(store, one, [Cell("person_private", private, "diet")])
    with store.read() as connection:
        assert before != connection.scalar(select(source_row.c.row)) is None
        assert connection.execute(select(draft)).all() == []


def test_the_index_forgets_in_the_same_write(
    store: Store, guest: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power may go right after it."""
    monkeypatch.setattr(Store, "forget_traces", lambda _: None)
    one, private = guest
    erase(store, one, every_cell("person", one) + every_cell("person_private", private))
    assert SECRET not in everything(store)


def test_erasing_again_erasing_after_undo_and_erasing_what_was_merged(
    store: Store, guest: tuple[UUID, UUID]
) -> None:
    one, private = guest
    with store.write("person.add") as records:
        other = records.add(person, full_name="Ana R.")
    with store.write("person.merge", one) as records:
        records.change(person, one, merged_into=other)
    with store.read() as connection:
        first = connection.exec_driver_sql("SELECT node || '.' || seq FROM step WHERE n = 2")
        name = first.scalar_one()
    undo(store, name)
    cells = [Cell("person", one, "notes"), Cell("person_private", private, "diet")]
    for _ in range(2):
        erase(store, one, cells)
        assert SECRET not in everything(store)
        assert check(store).findings == ()
    erase(store, one, every_cell("person", one))
    assert "Ana Ruíz" not in everything(store)
    assert check(store).findings == ()


def test_rows_of_a_record_under_a_legal_hold_are_left_alone(store: Store) -> None:
    with store.write("import.apply") as records:
        one = records.add(person, full_name="Ana Ruíz")
        meeting = records.add(engagement, title="Hearing", legal_hold=True)
        records.add(
            source_row, key="k", record_kind="engagement", record_id=meeting, row='"Ana Ruíz"'
        )
    erase(store, one, [Cell("person", one, "full_name")])
    with store.read() as connection:
        assert connection.scalar(select(source_row.c.row)) == '"Ana Ruíz"'


def alter(store: Store, statement: str) -> list[str]:
    """What a check finds after somebody with the key wrote this past the door."""
    with store.apart() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("INSERT INTO door VALUES (0, 'erase')")
        connection.exec_driver_sql(statement)
        connection.exec_driver_sql("DELETE FROM door")
    return sorted({one.code for one in check(store).findings})


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE change SET before = '\"x\"' WHERE col = 'notes'", "check.step_altered"),
        ("UPDATE change SET bases = '' WHERE col = 'notes'", "check.step_altered"),
        ("DELETE FROM change WHERE col = 'notes'", "check.step_altered"),
        ("UPDATE step SET verb = 'x' WHERE n = 1", "check.step_altered"),
        ("DELETE FROM step WHERE n = 1", "check.step_missing"),
        ("UPDATE change_private SET after = '\"none\"' WHERE step = 2", "check.differs"),
        ("DELETE FROM change_private", "check.differs"),
        ("DELETE FROM person_private", "check.differs"),
    ],
)
def test_a_check_notices_whatever_was_altered(
    store: Store, guest: tuple[UUID, UUID], statement: str, found: str
) -> None:
    assert check(store).findings == ()
    assert found in alter(store, statement)
