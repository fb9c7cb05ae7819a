"""An office of every released Liaison opens with all that it held, and its old steps go on working."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.store import office_file
from liaison_app.store.check import check
from liaison_app.store.node import Profile
from liaison_app.store.salvaging import salvage
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.journal import step
from liaison_app.store.tables.people import person, person_private
from liaison_app.store.tables.promises import commitment
from liaison_app.store.undo import undo
from tests.store.conftest import KEY, MovingClock

RELEASED = sorted(Path(__file__).with_name("released").glob("*.liaison"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "old.liaison"))


def test_every_format_before_this_one_has_its_office() -> None:
    assert [path.stem for path in RELEASED] == [f"format-{n}" for n in range(1, SCHEMA)]


def test_an_older_office_opens_with_all_that_it_held(
    old: Path, clock: MovingClock, known: Profile
) -> None:
    store = office_file.open_office(old, KEY, clock, known)
    with store.read() as connection:
        names = set(connection.scalars(select(person.c.native_name).where(~person.c.deleted)))
        assert "平山 直美" in names
        assert connection.scalar(select(person_private.c.diet)) == "no shellfish"
    health = check(store)
    assert health.is_sound
    assert not health.findings
    store.close()


def test_what_was_added_since_can_be_used_at_once(
    old: Path, clock: MovingClock, known: Profile
) -> None:
    store = office_file.open_office(old, KEY, clock, known)
    with store.write("agreement.add") as records:
        made = records.add(agreement, title="Port memorandum", kind="sector_mou")
        promised = records.connection.scalar(select(commitment.c.id))
        assert promised is not None
        records.change(commitment, promised, agreement_id=made)
    assert check(store).is_sound
    store.close()


def test_a_step_from_before_the_change_of_format_is_undone(
    old: Path, clock: MovingClock, known: Profile
) -> None:
    store = office_file.open_office(old, KEY, clock, known)
    with store.read() as connection:
        changed = connection.execute(select(step).where(step.c.verb == "commitment.change")).one()
    undo(store, f"{changed.node}.{changed.seq}")
    with store.read() as connection:
        assert connection.scalar(select(commitment.c.wording)) == "Send the port memorandum"
    assert check(store).is_sound
    store.close()


def test_the_office_as_it_was_is_kept_beside_it(
    old: Path, clock: MovingClock, known: Profile
) -> None:
    before = old.read_bytes()
    office_file.open_office(old, KEY, clock, known).close()
    (kept,) = old.parent.glob("old before format *.liaison")
    raw = sqlite.open_raw(kept, KEY, 1_000)
    assert raw.execute("PRAGMA user_version").fetchone()[0] < SCHEMA
    raw.close()
    assert len(kept.read_bytes()) == len(before)


def test_an_older_office_that_another_program_has_open_is_left_alone(
    old: Path, clock: MovingClock, known: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 10)
    other = sqlite.open_raw(old, KEY, 1_000)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("SELECT count(*) FROM person").fetchone()
    with pytest.raises(Refusal) as said:
        office_file.open_office(old, KEY, clock, known)
    assert said.value.code == "store.busy"
    assert other.execute("PRAGMA user_version").fetchone()[0] < SCHEMA
    other.close()
    assert not list(old.parent.glob("old before*"))


def test_what_can_be_read_of_a_damaged_older_office_is_saved(
    old: Path, clock: MovingClock, known: Profile
) -> None:
    raw = sqlite.open_raw(old, KEY, sqlite.WRITER_CACHE_KIB)
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'person'").fetchone()
    raw.close()
    held = bytearray(old.read_bytes())
    held[(page - 1) * 4096 + 700] ^= 1
    old.write_bytes(held)
    into = old.with_name("saved.liaison")
    salvage(old, KEY, into, clock)
    store = office_file.open_office(into, KEY, clock, known)
    with store.read() as connection:
        names = set(connection.scalars(select(person.c.native_name).where(~person.c.deleted)))
        assert "平山 直美" in names
        assert connection.scalar(select(person_private.c.diet)) == "no shellfish"
    assert check(store).is_sound
    store.close()
    assert old.read_bytes() == bytes(held)
