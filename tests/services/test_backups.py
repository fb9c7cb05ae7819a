"""Backups make themselves: when one is due, where it goes, what makes room, what is told when it fails."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.services import backups, keeping, people
from liaison_app.services.office import Office, open_office
from liaison_app.store import copying
from tests.offices import PASSPHRASE, MovingClock


def made_now(office: Office) -> Path:
    """The backup that is made now in the office's own folder."""
    (done,) = backups.make(office, [backups.own_folder(office)])
    assert done.made is not None, done.fault
    return done.made.path


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def stick(office: Office, tmp_path: Path) -> Path:
    """A stick that is plugged in and chosen as the second place."""
    folder = tmp_path / "stick"
    folder.mkdir()
    backups.choose_second_place(office, folder)
    return folder


def test_the_first_is_due_at_once_and_the_next_half_an_hour_after_something_was_written(
    office: Office, moving_clock: MovingClock
) -> None:
    own = backups.own_folder(office)
    assert backups.due(office) == (own,)
    made_now(office)
    moving_clock.at += timedelta(hours=5)
    assert backups.due(office) == (), "nothing was written since"
    made_now(office)
    people.add(office, "Ana Lindqvist")
    moving_clock.at += timedelta(minutes=29)
    assert backups.due(office) == ()
    moving_clock.at += timedelta(minutes=2)
    assert backups.due(office) == (own,)


def test_when_the_office_is_left_what_was_written_since_is_not_left_out(office: Office) -> None:
    made_now(office)
    assert backups.due(office, leaving=True) == ()
    people.add(office, "Ana Lindqvist")
    assert backups.due(office) == ()
    assert backups.due(office, leaving=True) == (backups.own_folder(office),)


def test_a_backup_that_somebody_threw_away_is_no_backup(office: Office) -> None:
    made_now(office).unlink()
    assert backups.due(office) == (backups.own_folder(office),)
    assert backups.standing(office).own.last is None


def test_a_clock_set_back_puts_no_backup_off(office: Office, moving_clock: MovingClock) -> None:
    made_now(office)
    people.add(office, "Ana Lindqvist")
    moving_clock.move(days=-3)
    assert backups.due(office) == (backups.own_folder(office),)


def test_it_is_named_by_the_clock_of_the_office_and_only_its_owner_looks_into_the_folder(
    office: Office,
) -> None:
    made = made_now(office)
    assert made.parent == office.path.parent / "office backups"
    assert made.name.startswith("office 2026-11-24 0400")
    if os.name != "nt":
        assert made.parent.stat().st_mode & 0o077 == 0
        assert made.stat().st_mode & 0o077 == 0


def test_a_stick_gets_its_copy_as_soon_as_it_is_there_and_its_absence_stops_nothing(
    office: Office, stick: Path, moving_clock: MovingClock
) -> None:
    own = backups.own_folder(office)
    away = stick.rename(stick.with_name("in the drawer"))
    assert backups.due(office) == (own,)
    made_now(office)
    second = backups.standing(office).second
    assert second is not None
    assert (second.there, second.last, second.behind) == (False, None, True)
    assert backups.due(office) == ()
    away.rename(stick)
    assert backups.due(office) == (stick,)
    (done,) = backups.make(office, backups.due(office))
    assert done.made is not None
    assert names(stick) == [done.made.path.name]
    second = backups.standing(office).second
    assert second is not None
    assert second.last == done.made.made_at.replace(microsecond=0)
    assert not second.behind


def test_the_second_place_is_kept_and_given_up(office: Office, stick: Path) -> None:
    assert backups.folders(office) == (backups.own_folder(office), stick)
    backups.choose_second_place(office, None)
    assert backups.standing(office).second is None
    for wrong in (office.path.parent, stick / "nowhere"):
        with pytest.raises(Refusal):
            backups.choose_second_place(office, wrong)


def test_a_place_that_fails_is_told_and_tried_again_and_the_other_is_made(
    office: Office, stick: Path, moving_clock: MovingClock
) -> None:
    stick.rmdir()
    own, second = backups.make_all(office)
    assert own.made is not None
    assert second.made is None
    assert "not there now" in second.fault
    assert "plug the stick in" in second.fault
    told = backups.standing(office).second
    assert told is not None
    assert told.fault == second.fault
    stick.mkdir()
    assert backups.due(office) == (), "not at once"
    moving_clock.at += timedelta(minutes=6)
    assert backups.due(office) == (stick,)
    backups.make(office, [stick])
    told = backups.standing(office).second
    assert told is not None
    assert told.fault == ""


def test_a_full_disk_leaves_nothing_half_made_and_the_older_backups(
    office: Office, moving_clock: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made_now(office)
    moving_clock.at += timedelta(minutes=31)
    people.add(office, "Ana Lindqvist")

    def full(*_: object) -> int:
        raise Refusal("store.disk_full")

    monkeypatch.setattr(copying, "fill_copy", full)
    (done,) = backups.make(office, [backups.own_folder(office)])
    assert "has no room" in done.fault
    assert names(before.parent) == [before.name]
    assert people.add(office, "Bea Marchetti").ref


def test_a_copy_cut_short_is_found_before_it_counts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove = copying.prove

    def cut_short(made: Path, key: object) -> int:
        made.write_bytes(made.read_bytes()[: -20 * 4096])
        return prove(made, office.store.key)

    monkeypatch.setattr(copying, "prove", cut_short)
    (done,) = backups.make(office, [backups.own_folder(office)])
    assert done.made is None
    assert done.fault
    assert names(backups.own_folder(office)) == []
    assert backups.standing(office).own.last is None


def test_old_backups_make_room_and_strangers_are_left_alone(
    office: Office, moving_clock: MovingClock
) -> None:
    folder = made_now(office).parent
    stranger = folder / "office 2020-01-01 000000.liaison"
    stranger.write_bytes(b"\x07" * 8192)
    mine = folder / "office as I like it.liaison"
    mine.write_bytes((folder / names(folder)[-1]).read_bytes())
    gone = 0
    for number in range(14):
        moving_clock.at += timedelta(hours=7)
        people.add(office, f"Person {number}")
        (done,) = backups.make(office, [folder])
        assert done.made is not None
        assert done.made.path.exists()
        gone += len(done.removed)
    assert gone
    assert stranger.exists()
    assert mine.exists()
    kept = [one for one in folder.glob("*.liaison") if one not in (stranger, mine)]
    assert len(kept) + gone == 15
    assert sum(one.stat().st_size for one in kept) <= 5 * office.path.stat().st_size


def test_the_way_back_from_an_import_is_there_and_stays(
    office: Office, moving_clock: MovingClock
) -> None:
    people.add(office, "Ana Lindqvist")
    done = backups.make_before(office, "import")
    assert done is not None
    assert done.made is not None
    guard = done.made.path
    assert guard.name.startswith("office before import 2026-11-24 ")
    for number in range(10):
        moving_clock.move(days=40)
        people.add(office, f"Person {number}")
        made_now(office)
    assert guard.exists()


def test_a_backup_that_lacks_nothing_is_the_way_back_itself(office: Office) -> None:
    made = made_now(office)
    assert backups.make_before(office, "import") is None
    (only,) = names(made.parent)
    assert only == made.name.replace("office ", "office before import ")
    assert backups.due(office, leaving=True) == ()
    assert backups.make_before(office, "import") is None
    assert names(made.parent) == [only]


def test_one_backup_is_enough_for_a_row_of_merges(
    office: Office, moving_clock: MovingClock
) -> None:
    assert backups.make_before(office, "merge") is not None
    people.add(office, "Ana Lindqvist")
    assert backups.make_before(office, "merge") is None
    moving_clock.at += timedelta(minutes=31)
    assert backups.make_before(office, "merge") is not None


def test_what_restoring_kept_counts_and_the_last_of_it_stays(
    office: Office, moving_clock: MovingClock, tmp_path: Path
) -> None:
    made = made_now(office)
    office.store.forget_traces()
    (tmp_path / "home").mkdir()
    path = Path(shutil.copy(office.path, tmp_path / "home"))
    kept = []
    for _ in range(3):
        moving_clock.move(days=200)
        kept.append(keeping.restore(made, PASSPHRASE, path, moving_clock))
    moving_clock.move(days=200)
    again = open_office(path, PASSPHRASE, moving_clock, office.profile)
    made_now(again)
    again.close()
    assert [one.exists() for one in kept if one is not None] == [False, False, True]


def test_an_office_moved_away_is_not_backed_up_under_its_name(office: Office) -> None:
    away = office.path.rename(office.path.with_name("elsewhere.liaison"))
    (done,) = backups.make(office, [backups.own_folder(office)])
    assert "was moved" in done.fault
    away.rename(office.path)


def test_a_backup_opens_with_the_passphrase_typed_in_a_new_process_and_is_the_same(
    office: Office, tmp_path: Path
) -> None:
    people.add(office, "Ana Lindqvist")
    made = made_now(office)
    placed = tmp_path / "restored.liaison"

    def typed(*words: object) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "liaison_app", *map(str, words)],
            input=f"{PASSPHRASE}\n",
            env={**os.environ, "LIAISON_HOME": str(tmp_path / "another profile")},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    typed("restore", made, placed)
    assert "Ana Lindqvist" in typed("list", placed, "people")
    assert "Nothing is broken." in typed("check", placed)
    with office.read() as connection:
        ours = connection.exec_driver_sql("SELECT digest FROM step ORDER BY n").scalars().all()
    again = open_office(placed, PASSPHRASE, office.clock, office.profile)
    with again.read() as connection:
        theirs = connection.exec_driver_sql("SELECT digest FROM step ORDER BY n").scalars().all()
    again.close()
    assert theirs == ours
