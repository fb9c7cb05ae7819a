"""Copies of one office: which node writes in each, and what is left of those that were cut short."""

import os
import shutil
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from liaison_app.domain.errors import Refusal
from liaison_app.store import backup, office_file
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.key import Key
from liaison_app.store.node import Profile
from liaison_app.store.restoring import restore
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.journal import node
from liaison_app.store.tables.people import person
from tests.offices import PASSPHRASE
from tests.store.conftest import KEY, OFFICE, OFFICER, MovingClock


def add(store: Store, name: str) -> None:
    with store.write("person.add") as records:
        records.add(person, full_name=name)


def how_many(store: Store) -> int:
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(person)) or 0


def test_an_office_opens_while_another_program_writes_in_it(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    first = office_file.open_office(path, KEY, clock, known)
    with first.write("person.add") as records:
        records.add(person, full_name="Ana")
        second = office_file.open_office(path, KEY, clock, known)
    add(second, "Bea")
    add(first, "Carla")
    assert (how_many(first), how_many(second)) == (3, 3)
    assert first.node == second.node
    assert check(first).findings == ()
    first.close()
    second.close()


def test_a_backup_put_in_the_place_of_its_office_is_a_node_of_its_own(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    store = office_file.open_office(path, KEY, clock, known)
    copy = backup.backup(store, path.parent).path
    add(store, "written after the backup")
    store.close()  # as a crash does: the profile isn't told
    with path.open("r+b") as file:  # the same inode
        file.write(copy.read_bytes())
        file.truncate()
    again = office_file.open_office(path, KEY, clock, known)
    again.close()
    assert again.node.name != store.node.name


def test_a_file_whose_number_changes_stays_the_copy_it_is(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    """Sticks have no lasting file numbers, and another device number each time."""
    store = office_file.open_office(path, KEY, clock, known)
    add(store, "Ana")
    office_file.close(store, known)
    other = Path(shutil.copy(path, path.with_name("other")))
    other.replace(path)
    again = office_file.open_office(path, KEY, clock, known)
    office_file.close(again, known)
    assert again.node == store.node


def test_an_office_whose_copy_was_cut_short_while_it_was_named_still_opens(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    raw = sqlite.open_raw(path, KEY, 1_000)
    raw.execute("UPDATE node SET is_this = 0")
    raw.close()
    store = office_file.open_office(path, KEY, clock, known)
    add(store, "Ana")
    with store.read() as connection:
        assert connection.scalars(select(node.c.name).where(node.c.is_this == 1)).all() == [
            store.node.name
        ]
    store.close()


def test_a_thousand_copies_find_letters_of_their_own(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    series = set()
    for number in range(4):
        copy = Path(shutil.copy(path, path.with_name(f"{number}.liaison")))
        raw = sqlite.open_raw(copy, KEY, 1_000)
        letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
        raw.executemany(
            "INSERT OR IGNORE INTO node (name, series, is_this) VALUES (?, ?, 0)",
            [(a + b, a + b) for a in letters for b in letters],
        )
        raw.close()
        store = office_file.open_office(copy, KEY, clock, known)
        series.add(store.node.series)
        store.close()
    assert all(len(one) == 3 for one in series)


def test_the_last_changes_of_another_office_are_never_mixed_into_a_restored_one(
    founded: tuple[Path, Key], tmp_path: Path, clock: MovingClock, known: Profile
) -> None:
    path = Path(shutil.copy(founded[0], tmp_path))
    store = office_file.open_office(path, founded[1], clock, known)
    (tmp_path / "stick").mkdir()
    copy = backup.backup(store, tmp_path / "stick").path
    add(store, "Ana")
    log = path.with_name(f"{path.name}-wal")
    left = log.read_bytes()
    store.close()
    path.unlink()
    log.write_bytes(left)  # what a crash leaves
    with pytest.raises(Refusal) as refused:
        restore(copy, PASSPHRASE, path, clock.now())
    assert refused.value.code == "office.leftovers"
    with pytest.raises(Refusal) as refused:
        office_file.create(path, KEY, clock, OFFICER, OFFICE)
    assert refused.value.code == "office.leftovers"
    assert log.read_bytes() == left
    assert not path.exists()


def test_what_a_crash_left_half_made_is_swept_away_the_next_day(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    store = office_file.open_office(path, KEY, clock, known)
    old, new = path.with_name(".liaison-old"), path.with_name(".liaison-new")
    for left in (old, new, path.with_name(".liaison-old-journal")):
        left.write_bytes(b"half")
        yesterday = clock.at.timestamp() - 2 * 86_400
        os.utime(left, (yesterday, yesterday) if "old" in left.name else None)
    backup.backup(store, path.parent)
    store.close()
    left_over = {one.name for one in path.parent.iterdir() if one.name.startswith(".liaison-")}
    assert left_over == {".liaison-new"}


def test_a_backup_is_of_one_moment_however_much_is_written_meanwhile(
    store: Store, known: Profile, clock: MovingClock
) -> None:
    with store.write("import.apply", bulk=True) as records:
        records.add_many(
            person, [{"full_name": f"P {n}", "notes": "x" * 4_000} for n in range(3_000)]
        )
    told: list[int] = []

    def meanwhile(_done: int, _total: int) -> None:
        told.append(_done)
        if len(told) < 50:
            add(store, "Ana")

    copy = backup.backup(store, store.path.parent, meanwhile).path
    assert len(told) < 50
    assert told == sorted(told)
    opened = office_file.open_office(copy, KEY, clock, known)
    assert how_many(opened) == 3_000
    assert check(opened).findings == ()
    opened.close()


def test_an_office_is_whole_from_its_first_moment(
    tmp_path: Path, clock: MovingClock, known: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever the power goes, there is no file or one that opens."""
    path = tmp_path / "new.liaison"

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(office_file, "Store", power_cut)
        with pytest.raises(KeyboardInterrupt):
            office_file.create(path, KEY, clock, OFFICER, OFFICE)
    if path.exists():
        store = office_file.open_office(path, KEY, clock, known)
        assert store.node.officer == OFFICER
        store.close()
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".liaison-")]


def test_an_office_that_can_not_be_founded_is_not_left_empty(
    tmp_path: Path, clock: MovingClock
) -> None:
    def found(store: Store) -> None:
        add(store, "Ana")
        raise Refusal("store.disk_full")

    with pytest.raises(Refusal):
        office_file.create(tmp_path / "new.liaison", KEY, clock, OFFICER, OFFICE, found)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == []


def test_nothing_stands_beside_a_closed_office(store: Store) -> None:
    add(store, "Ana")
    how_many(store)
    store.close()
    assert [one.name for one in store.path.parent.glob("*office.liaison*")] == ["office.liaison"]


def test_a_file_moved_away_during_a_write_is_noticed_before_it_counts(store: Store) -> None:
    away = store.path.with_name("moved.liaison")

    def move_while_writing() -> None:
        with store.write("person.add") as records:
            records.add(person, full_name="Ana")
            store.path.rename(away)

    with pytest.raises(Refusal) as refused:
        move_while_writing()
    assert refused.value.code == "store.moved"
    away.rename(store.path)
    assert how_many(store) == 0


def test_reading_within_reading_is_an_error_and_no_freeze(store: Store) -> None:
    outcome: list[str] = []

    def nested() -> None:
        try:
            with store.read(), store.read() as inner:
                outcome.append(str(inner.scalar(text("SELECT 1"))))
        except DBAPIError as fault:
            outcome.append(type(fault).__name__)

    reader = threading.Thread(target=nested, daemon=True)
    reader.start()
    reader.join(5)
    assert outcome
    assert outcome != ["1"]
    add(store, "Ana")
    assert how_many(store) == 1


def test_two_threads_write_and_read_in_turn(store: Store) -> None:
    def work(name: str) -> None:
        for number in range(10):
            add(store, f"{name} {number}")
            assert how_many(store) > number

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Ana", "Bea")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert how_many(store) == 20
    assert check(store).findings == ()
