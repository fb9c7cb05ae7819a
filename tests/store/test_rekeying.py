"""An office under a new key: all of it, at each moment whole, and nothing of it under the old one."""

import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.store import office_file
from liaison_app.store.check import check
from liaison_app.store.key import Key
from liaison_app.store.node import Profile
from liaison_app.store.rekeying import change_key
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.people import person
from tests.store.conftest import KEY, MovingClock
from tests.store.rekey_writer import key_number

NEW = key_number(7)


def opens(path: Path, key: Key) -> bool:
    try:
        office_file.refuse_wrong(path, key)
    except Refusal:
        return False
    return True


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """The file of an office with Ana in it, closed; the profile knows it."""
    path = Path(shutil.copy(template, tmp_path / "office.liaison"))
    store = office_file.open_office(path, KEY, MovingClock(), Profile(tmp_path / "known"))
    with store.write("person.add") as records:
        records.add(person, full_name="Ana Lindqvist")
    office_file.close(store, Profile(tmp_path / "known"))
    return path


def test_it_opens_with_the_new_key_only_and_holds_what_it_held(path: Path, tmp_path: Path) -> None:
    known = Profile(tmp_path / "known")
    before = office_file.open_office(path, KEY, MovingClock(), known)
    node = before.node
    office_file.close(before, known)
    change_key(path, KEY, NEW)
    assert not opens(path, KEY)
    store = office_file.open_office(path, NEW, MovingClock(), known)
    with store.read() as connection:
        assert "Ana Lindqvist" in connection.scalars(select(person.c.full_name)).all()
    assert store.node == node, "it is the same copy: its references go on without letters"
    assert check(store).findings == ()
    store.close()
    assert [one.name for one in path.parent.glob("*liaison*")] == ["office.liaison"]


def test_it_stays_the_same_copy_where_the_profile_is_lost(path: Path, tmp_path: Path) -> None:
    before = office_file.open_office(path, KEY, MovingClock(), Profile(tmp_path / "known"))
    before.close()
    change_key(path, KEY, NEW)
    store = office_file.open_office(path, NEW, MovingClock(), Profile(tmp_path / "other"))
    assert store.node == before.node
    store.close()


def test_while_another_program_has_it_open_nothing_changes(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = office_file.open_office(path, KEY, MovingClock(), Profile(tmp_path / "known"))
    monkeypatch.setattr(sqlite, "BUSY_MS", 10)
    with pytest.raises(Refusal) as said:
        change_key(path, KEY, NEW)
    assert said.value.code == "office.open_elsewhere"
    with store.write("person.add") as records:
        records.add(person, full_name="Bea Marchetti")
    store.close()
    assert opens(path, KEY)


def test_nobody_writes_while_it_is_copied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 10)
    refused = []

    def intrude() -> None:
        with pytest.raises(Refusal) as said:
            office_file.open_office(path, KEY, MovingClock(), Profile(path.with_suffix(".x")))
        refused.append(said.value.code)

    def watch(_done: int, _whole: int) -> None:
        if not refused:
            other = threading.Thread(target=intrude)
            other.start()
            other.join()

    change_key(path, KEY, NEW, watch)
    assert refused == ["store.busy"]


def test_a_copy_that_lacks_a_row_never_takes_the_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_less(raw: object, *_: object) -> None:
        raw.execute("DELETE FROM node")  # type: ignore[attr-defined]

    monkeypatch.setattr("liaison_app.store.node.take_over", one_less)
    with pytest.raises(Refusal) as said:
        change_key(path, KEY, NEW)
    assert said.value.code == "backup.not_sound"
    assert opens(path, KEY)
    assert [one.name for one in path.parent.glob("*.liaison*")] == ["office.liaison"]


def test_killed_at_any_moment_it_opens_with_the_old_key_or_the_new(
    path: Path, tmp_path: Path, trials: Callable[[int, int], int]
) -> None:
    dice = random.Random(9)  # noqa: S311  # when to kill, not a secret
    for number in range(trials(4, 60)):
        folder = tmp_path / str(number)
        folder.mkdir()
        office = Path(shutil.copy(path, folder / "office.liaison"))
        command = [sys.executable, "-m", "tests.store.rekey_writer", str(office)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
        ) as writer:
            assert writer.stdout is not None
            for _ in range(1 + number % 3):
                done = int(writer.stdout.readline())
            killer = threading.Timer(dice.uniform(0, 0.12), writer.kill)
            killer.start()
            said = writer.stdout.read().split()
            killer.join()
        done = int(said[-1]) if said else done
        (key,) = [one for one in (key_number(done), key_number(done + 1)) if opens(office, one)]
        store = office_file.open_office(office, key, MovingClock(), Profile(folder / "known"))
        with store.read() as connection:
            assert "Ana Lindqvist" in connection.scalars(select(person.c.full_name)).all()
        assert check(store).findings == ()
        store.close()
