"""Whatever officers do, undo, keep, force, redo or erase: the records equal the replayed journal."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.store import office_file
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.erase import Cell, erase
from liaison_app.store.node import Profile
from liaison_app.store.references import columns_to
from liaison_app.store.tables.declare import metadata
from liaison_app.store.tables.people import office, person, person_private, tenure
from liaison_app.store.tables.places import jurisdiction, located_in
from liaison_app.store.undo import Mode, Moved, MovedOn, undo
from tests.store.conftest import KEY, MovingClock
from tests.store.replaying import replayed, shown

TABLES = ("person", "person_private", "office", "tenure", "jurisdiction", "located_in")
NAMES = st.sampled_from(["Ana", "Béla", "Ʒ", "김도현", "=1+1", 'say "hi"', "", None])
PLACES = st.integers(0, 11)
EDITS = st.one_of(
    st.tuples(st.just("add"), NAMES),
    st.tuples(st.just("rename"), PLACES, NAMES),
    st.tuples(st.just("many"), PLACES, PLACES, NAMES),
    st.tuples(st.just("appoint"), PLACES, PLACES),
    st.tuples(st.just("private"), PLACES, NAMES),
    st.tuples(st.just("locate"), PLACES, PLACES, st.booleans()),
    st.tuples(st.just("delete"), PLACES),
    st.tuples(st.just("merge"), PLACES, PLACES),
)
ACTS = st.one_of(
    EDITS,
    st.tuples(st.just("undo"), PLACES, st.sampled_from(Mode)),
    st.tuples(st.just("undo last"), st.sampled_from(Mode)),
    st.tuples(st.just("erase"), PLACES),
    st.tuples(st.just("reopen")),
)


class Desk:
    """An officer at work: each act is one write, or a refusal that changes nothing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.people: list[UUID] = []
        self.places: list[UUID] = []
        self.offices: list[UUID] = []

    def do(self, act: tuple[Any, ...]) -> None:
        name, *given_values = act
        acts: dict[str, Callable[..., None]] = {
            "add": self.add,
            "rename": self.rename,
            "many": self.many,
            "appoint": self.appoint,
            "private": self.private,
            "locate": self.locate,
            "delete": self.delete,
            "merge": self.merge,
            "undo": self.undo,
            "undo last": self.undo_last,
            "erase": self.erase,
        }
        acts[name](*given_values)

    def add(self, name: str | None) -> None:
        with self.store.write("add") as records:
            self.people.append(records.add(person, full_name=name))
            self.places.append(records.add(jurisdiction, name=name))
            self.offices.append(records.add(office, title=name))

    def rename(self, at: int, name: str | None) -> None:
        with self.store.write("rename") as records:
            records.change(person, self.of(self.people, at), full_name=name, family=name)

    def many(self, at: int, other: int, name: str | None) -> None:
        with self.store.write("many") as records:
            records.change(person, self.of(self.people, at), full_name=name)
            records.change(person, self.of(self.people, other), full_name=f"{name}!")
            born = records.add(person, full_name=name)
            records.change(person, born, given=name)
            if at % 2:
                records.remove(person, born)

    def appoint(self, at: int, post: int) -> None:
        with self.store.write("appoint") as records:
            records.add(
                tenure, person_id=self.of(self.people, at), office_id=self.of(self.offices, post)
            )

    def private(self, at: int, diet: str | None) -> None:
        with self.store.write("private") as records:
            records.add(person_private, person_id=self.of(self.people, at), diet=diet)
            found = records.connection.scalars(select(person_private.c.id)).first()
            assert found is not None
            records.change(person_private, found, diet=f"{diet}?")

    def locate(self, at: int, other: int, inside: bool) -> None:
        with self.store.write("locate") as records:
            verb = records.link if inside else records.unlink
            verb(located_in, self.of(self.places, at), self.of(self.places, other))

    def delete(self, at: int) -> None:
        with self.store.write("delete") as records:
            records.remove(person, self.of(self.people, at))

    def merge(self, at: int, other: int) -> None:
        with self.store.write("merge") as records:
            into = self.of(self.people, other)
            records.change(person, self.of(self.people, at), merged_into=into)

    def undo(self, at: int, mode: Mode) -> None:
        listed = names(self.store)
        undo(self.store, listed[at % len(listed)], mode)

    def undo_last(self, mode: Mode) -> None:
        self.undo(-1, mode)

    def erase(self, at: int) -> None:
        one = self.of(self.people, at)
        erase(self.store, one, [Cell("person", one, "full_name")])

    @staticmethod
    def of(ids: list[UUID], at: int) -> UUID:
        return ids[at % len(ids)]


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with store.read() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(metadata.tables[name]))]
            for name in TABLES
        }


def names(store: Store) -> list[str]:
    with store.read() as connection:
        found = connection.exec_driver_sql("SELECT node || '.' || seq FROM step ORDER BY n")
        return list(found.scalars())


def test_records_equal_the_replayed_journal(template: Path) -> None:
    @given(st.lists(ACTS, min_size=1, max_size=14))
    def holds(acts: list[tuple[Any, ...]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(shutil.copy(template, Path(folder) / "office.liaison"))
            clock, known = MovingClock(), Profile(Path(folder) / "known.json")
            desk = Desk(office_file.open_office(path, KEY, clock, known))
            desk.add("First")
            for act in acts:
                if act[0] == "reopen":
                    office_file.close(desk.store, known)
                    desk.store = office_file.open_office(path, KEY, clock, known)
                    continue
                before = rows(desk.store)
                try:
                    desk.do(act)
                except Refusal:
                    assert rows(desk.store) == before
            health = check(desk.store)
            broken = [one for one in health.findings if one.broken]
            desk.store.close()
            assert broken == []

    holds()


def test_all_steps_can_be_undone_one_by_one_and_redone(template: Path) -> None:
    @given(st.lists(EDITS, max_size=8))
    def holds(acts: list[tuple[Any, ...]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(shutil.copy(template, Path(folder) / "office.liaison"))
            known = Profile(Path(folder) / "known.json")
            desk = Desk(office_file.open_office(path, KEY, MovingClock(), known))
            desk.add("First")
            for act in acts:
                desk.do(act)
            full = shown(desk.store, TABLES)
            steps = names(desk.store)
            for name in reversed(steps):
                undo(desk.store, name)
            emptied = shown(desk.store, TABLES)
            for name in reversed(names(desk.store)[len(steps) :]):
                undo(desk.store, name)
            restored = shown(desk.store, TABLES)
            desk.store.close()
            assert emptied == {}
            assert restored == full

    holds()


def test_undo_of_any_step_is_replay_without_it_or_is_refused_for_its_reason(
    template: Path, trials: Callable[[int, int], int]
) -> None:
    runs, length = trials(4, 60), trials(20, 200)
    seen: Counter[str] = Counter()

    @settings(max_examples=runs, suppress_health_check=list(HealthCheck))
    @given(st.lists(EDITS, min_size=length, max_size=length), st.lists(st.floats(0, 1), min_size=8))
    def holds(acts: list[tuple[Any, ...]], chosen: list[float]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(shutil.copy(template, Path(folder) / "office.liaison"))
            known = Profile(Path(folder) / "known.json")
            desk = Desk(office_file.open_office(path, KEY, MovingClock(), known))
            desk.add("First")
            for act in acts:
                desk.do(act)
            full, steps = shown(desk.store, TABLES), names(desk.store)
            assert replayed(desk.store, len(steps)) == full
            for share in chosen:
                at = int(share * (len(steps) - 1))
                expected = replayed(desk.store, len(steps), without=at + 1)
                written = len(names(desk.store))
                moved = in_the_way(desk.store, steps[at])
                if moved:
                    seen["refused"] += 1
                    assert shown(desk.store, TABLES) == full
                    for one in moved:
                        assert built_on(desk.store, at + 1, one), one
                    continue
                seen["undone"] += 1
                assert shown(desk.store, TABLES) == expected
                after = names(desk.store)
                if len(after) > written:
                    undo(desk.store, after[-1])
                assert shown(desk.store, TABLES) == full
            broken = [one for one in check(desk.store).findings if one.broken]
            desk.store.close()
            assert broken == []

    holds()
    print(dict(seen))  # noqa: T201 (the figures of a trial)


def in_the_way(store: Store, name: str) -> tuple[Moved, ...]:
    """Undo a step; returns what it was refused for."""
    try:
        undo(store, name)
    except MovedOn as refusal:
        return refusal.moved
    return ()


def built_on(store: Store, number: int, moved: Moved) -> bool:
    """Whether a later step wrote the cell, or any cell of the row, or a living row names the row."""
    with store.read() as connection:
        cols = "" if moved.col == "*" else "AND col = ?"
        given_ = (moved.row.bytes, number, *(() if moved.col == "*" else (moved.col,)))
        later = connection.exec_driver_sql(
            f"SELECT 1 FROM change WHERE row = ? AND step > ? {cols}", given_
        ).first()
        if later is not None or moved.col != "*":
            return later is not None
        return any(
            connection.execute(
                select(table.c.id).where(column == moved.row, ~table.c.deleted)
            ).first()
            for table, column in columns_to(moved.table)
        )
