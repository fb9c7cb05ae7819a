"""A backup put back where an office stands: that office is kept, or nothing happens at all."""

import shutil
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import backups, keeping, people
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.store import restoring
from liaison_app.store.sqlite import connection as sqlite
from tests.offices import PASSPHRASE, MovingClock, found


def held(path: Path, clock: MovingClock, profile: Profile) -> int:
    """How many people the office at ``path`` holds, opened with its passphrase."""
    office = open_office(path, PASSPHRASE, clock, profile)
    count = LISTINGS[Kind.PERSON].count(office)
    office.close()
    return count


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """A backup of the office when it held its officer alone; Ana came after it."""
    folder = tmp_path / "stick"
    folder.mkdir()
    made = backups.copy_to(office, folder).path
    people.add(office, "Ana Lindqvist")
    return made


@pytest.fixture
def closed(office: Office, backup: Path, tmp_path: Path) -> Path:
    """The same office as no program has it open, with Ana in it, in a folder of its own."""
    assert backup.exists()
    office.store.forget_traces()
    (tmp_path / "home").mkdir()
    return Path(shutil.copy(office.path, tmp_path / "home"))


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.glob("*liaison*"))


def test_the_office_that_stands_there_is_kept_beside_it(
    office: Office, backup: Path, closed: Path, moving_clock: MovingClock
) -> None:
    kept = keeping.restore(backup, PASSPHRASE, closed, moving_clock)
    assert kept is not None
    assert kept.name.startswith("office before restore 2026-11-24 ")
    assert held(closed, moving_clock, office.profile) == 1
    assert held(kept, moving_clock, office.profile) == 2
    assert not kept.samefile(closed)


def test_what_a_crash_left_in_its_log_is_kept_too(
    office: Office, backup: Path, moving_clock: MovingClock, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for one in (office.path, office.path.with_name("office.liaison-wal")):
        shutil.copy(one, crashed)
    assert (crashed / "office.liaison-wal").stat().st_size
    kept = keeping.restore(backup, PASSPHRASE, crashed / "office.liaison", moving_clock)
    assert kept is not None
    assert held(kept, moving_clock, office.profile) == 2
    assert held(crashed / "office.liaison", moving_clock, office.profile) == 1


def test_an_office_that_another_program_has_open_is_left_alone(
    office: Office, backup: Path, moving_clock: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 10)
    before = beside(office.path)
    with pytest.raises(Refusal) as said:
        keeping.restore(backup, PASSPHRASE, office.path, moving_clock)
    assert said.value.code == "restore.present_open"
    assert beside(office.path) == before
    people.add(office, "Bea Marchetti")
    assert LISTINGS[Kind.PERSON].count(office) == 3


def test_a_file_that_the_passphrase_does_not_open_is_left_alone(
    office: Office, backup: Path, closed: Path, moving_clock: MovingClock, tmp_path: Path
) -> None:
    for name, held_there in (("list.liaison", b"a list of names\n" * 512), ("x", b"\x93" * 8192)):
        other = tmp_path / name
        other.write_bytes(held_there)
        with pytest.raises(Refusal) as said:
            keeping.restore(backup, PASSPHRASE, other, moving_clock)
        assert said.value.code == "restore.present_shut"
        assert other.read_bytes() == held_there


def test_another_office_with_the_same_passphrase_is_kept_as_well(
    office: Office, backup: Path, moving_clock: MovingClock, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other, key = found(tmp_path / "other")
    assert key.salt != office.store.key.salt
    kept = keeping.restore(backup, PASSPHRASE, other, moving_clock)
    assert kept is not None
    assert held(kept, moving_clock, office.profile) == 1
    assert held(other, moving_clock, office.profile) == 1


@pytest.mark.parametrize("links", [True, False], ids=["disk", "stick without links"])
def test_when_the_backup_cannot_take_its_place_the_office_is_where_it_was(
    office: Office,
    backup: Path,
    closed: Path,
    moving_clock: MovingClock,
    monkeypatch: pytest.MonkeyPatch,
    links: bool,
) -> None:
    before = beside(closed)
    replace = Path.replace

    def refused(made: Path, target: Path) -> Path:
        if made.name.startswith(".liaison-"):
            raise OSError(28, "No space left on device")
        return replace(made, target)

    def no_links(_kept: Path, _place: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", refused)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(Refusal) as said:
        keeping.restore(backup, PASSPHRASE, closed, moving_clock)
    assert said.value.code == "file.disk_full"
    assert beside(closed) == before
    assert held(closed, moving_clock, office.profile) == 2


def test_on_a_stick_without_links_the_office_is_kept_all_the_same(
    office: Office,
    backup: Path,
    closed: Path,
    moving_clock: MovingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_links(_kept: Path, _place: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    kept = keeping.restore(backup, PASSPHRASE, closed, moving_clock)
    assert kept is not None
    assert held(kept, moving_clock, office.profile) == 2
    assert held(closed, moving_clock, office.profile) == 1


def test_a_backup_cut_short_changes_nothing(
    office: Office, backup: Path, closed: Path, moving_clock: MovingClock
) -> None:
    backup.write_bytes(backup.read_bytes()[: 40 * 4096])
    before = beside(closed)
    with pytest.raises(Refusal):
        keeping.restore(backup, PASSPHRASE, closed, moving_clock)
    assert beside(closed) == before
    assert held(closed, moving_clock, office.profile) == 2


def test_a_backup_is_not_restored_over_itself(backup: Path, moving_clock: MovingClock) -> None:
    before = backup.read_bytes()
    with pytest.raises(Refusal) as said:
        restoring.restore(backup, PASSPHRASE, backup, moving_clock.now())
    assert said.value.code == "restore.same"
    assert backup.read_bytes() == before
