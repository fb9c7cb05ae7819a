"""The encrypted file: opened by its passphrase and nothing else, whole or not there."""

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import func, select

from liaison_app.domain.errors import Refusal
from liaison_app.store import backup, office_file
from liaison_app.store.check import check
from liaison_app.store.door import Store
from liaison_app.store.key import derive
from liaison_app.store.node import Profile
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.people import person
from tests.store.conftest import KEY, OFFICE, OFFICER, MovingClock


def refused(path: Path, clock: MovingClock, known: Profile) -> str:
    with pytest.raises(Refusal) as said:
        office_file.open_office(path, KEY, clock, known)
    return said.value.code


def test_any_sqlcipher_tool_opens_an_office_with_its_passphrase(
    tmp_path: Path, clock: MovingClock
) -> None:
    path = tmp_path / "new.liaison"
    key = office_file.new_key("a long enough passphrase")
    office_file.create(path, key, clock, OFFICER, OFFICE).close()
    other = sqlcipher.connect(str(path))
    other.execute("PRAGMA key = 'a long enough passphrase'")
    assert other.execute("SELECT count(*) FROM person").fetchone() == (0,)
    other.close()


def test_a_backup_made_while_open_opens_with_the_passphrase_typed_anew(
    tmp_path: Path, clock: MovingClock, known: Profile
) -> None:
    path = tmp_path / "new.liaison"
    key = office_file.new_key("a long enough passphrase")
    store = office_file.create(path, key, clock, OFFICER, OFFICE)
    with store.write("person.add") as records:
        records.add(person, full_name="Ana Ruíz")
    (tmp_path / "stick").mkdir()
    copy = backup.backup(store, tmp_path / "stick").path
    store.close()
    typed = office_file.key_for(copy, "a long enough passphrase")
    opened = office_file.open_office(copy, typed, clock, known)
    with opened.read() as connection:
        assert connection.execute(person.select()).one().full_name == "Ana Ruíz"
    opened.close()


def test_a_wrong_passphrase_opens_nothing(path: Path) -> None:
    with pytest.raises(Refusal) as said:
        office_file.refuse_wrong(path, derive("wrong", KEY.salt))
    assert said.value.code == "office.wrong_passphrase"


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(Refusal) as said:
        office_file.new_key("  ")
    assert said.value.code == "key.empty"


def test_what_is_no_office_is_told_apart(
    tmp_path: Path, clock: MovingClock, known: Profile
) -> None:
    plain = tmp_path / "plain.liaison"
    plain.write_bytes(b"SQLite format 3\0" + bytes(8176))
    short = tmp_path / "short.liaison"
    short.write_bytes(b"no office")
    text = tmp_path / "text.liaison"
    text.write_bytes(b"Dear colleague,\n" * 512)
    picture = tmp_path / "picture.liaison"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    assert refused(plain, clock, known) == "office.not_an_office"
    assert refused(short, clock, known) == "office.not_an_office"
    assert refused(text, clock, known) == "office.not_an_office"
    assert refused(picture, clock, known) == "office.not_an_office"
    assert refused(tmp_path, clock, known) == "office.is_folder"
    assert refused(tmp_path / "none.liaison", clock, known) == "office.missing"


def test_a_newer_office_is_refused_politely(path: Path, clock: MovingClock, known: Profile) -> None:
    raw = sqlite.open_raw(path, KEY, 1_000)
    raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    raw.close()
    assert refused(path, clock, known) == "office.newer"


def test_an_office_that_exists_is_never_replaced(path: Path, clock: MovingClock) -> None:
    before = path.read_bytes()
    with pytest.raises(Refusal) as said:
        office_file.create(path, KEY, clock, OFFICER, OFFICE)
    assert said.value.code == "office.exists"
    assert path.read_bytes() == before


def test_nothing_readable_stands_in_the_file_or_beside_it(store: Store) -> None:
    with store.write("person.add") as records:
        records.add(person, full_name="Marker Quixotic", notes="zanzibarwords")
    for file in store.path.parent.iterdir():
        if file.is_file():
            held = file.read_bytes()
            assert b"Quixotic" not in held
            assert b"zanzibarwords" not in held


def test_a_copy_of_the_file_becomes_a_node_of_its_own(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    first = office_file.open_office(path, KEY, clock, known)
    office_file.close(first, known)
    again = office_file.open_office(path, KEY, clock, known)
    office_file.close(again, known)
    clone = Path(shutil.copy(path, path.with_name("clone.liaison")))
    other = office_file.open_office(clone, KEY, clock, known)
    other.close()
    assert again.node == first.node
    assert other.node.name != first.node.name
    assert len(other.node.series) == 2


def test_a_restored_older_state_is_noticed_by_its_last_step(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    store = office_file.open_office(path, KEY, clock, known)
    office_file.close(store, known)
    older = path.read_bytes()
    store = office_file.open_office(path, KEY, clock, known)
    with store.write("person.add") as records:
        records.add(person, full_name="Ana")
    office_file.close(store, known)
    with path.open("r+b") as file:
        file.write(older)
        file.truncate()
    again = office_file.open_office(path, KEY, clock, known)
    again.close()
    assert again.node.name != store.node.name


def test_a_damaged_page_is_found_by_a_check(path: Path, clock: MovingClock, known: Profile) -> None:
    store = office_file.open_office(path, KEY, clock, known)
    with store.write("person.add") as records:
        records.add(person, full_name="Ana", notes="long " * 20_000)
    assert check(store).is_sound
    store.close()
    with path.open("r+b") as file:
        file.seek(-5 * 4096 + 100, 2)
        file.write(bytes(300))
    store = office_file.open_office(path, KEY, clock, known)
    health = check(store)
    store.close()
    assert [one.code for one in health.findings] == ["check.pages"]
    assert not health.is_sound


def test_a_full_disk_takes_back_the_write_and_keeps_the_rest(store: Store) -> None:
    with store.write("person.add") as records:
        records.add(person, full_name="Ana")
    with store.write("person.add") as records:
        pages = records.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        records.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        records.add(person, full_name="Bea")
    with pytest.raises(Refusal) as refused, store.write("person.add") as records:
        records.add(person, full_name="Carla", notes="x" * 1_000_000)
    assert refused.value.code == "store.disk_full"
    assert check(store).is_sound
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(person)) == 2
