"""Places for backups as they are: shared with another copy of the office, cut off, given up for another."""

import errno
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.services import backups, people
from liaison_app.services.erasing_in_backups import in_reach
from liaison_app.services.office import Office, Profile, open_office
from tests.cut_off import cut_off
from tests.offices import PASSPHRASE, MovingClock

BROKEN = [errno.EACCES, errno.ENOTCONN, errno.ESTALE, errno.EIO]
WORDS = [errno.errorcode[one] for one in BROKEN]


@pytest.fixture
def share(office: Office, tmp_path: Path) -> Path:
    """A share that is chosen as the second place."""
    folder = tmp_path / "share"
    folder.mkdir()
    backups.choose_second_place(office, folder)
    return folder


def made_in(office: Office, folder: Path) -> Path:
    (done,) = backups.make(office, [folder])
    assert done.made is not None, done.fault
    return done.made.path


def work_on(office: Office, folder: Path, clock: MovingClock) -> int:
    """Days of work, a backup every seven hours; how many old ones made room."""
    gone = 0
    for number in range(14):
        clock.at += timedelta(hours=7)
        people.add(office, f"Person {number}")
        (done,) = backups.make(office, [folder])
        gone += len(done.removed)
    return gone


def test_two_copies_of_one_office_keep_each_other_s_backups_on_a_share(
    office: Office, share: Path, moving_clock: MovingClock, tmp_path: Path
) -> None:
    made_in(office, share)
    (tmp_path / "travel").mkdir()
    office.store.forget_traces()
    path = Path(shutil.copy(office.path, tmp_path / "travel"))
    away = open_office(path, PASSPHRASE, moving_clock, Profile(tmp_path / "travel.json"))
    moving_clock.at += timedelta(minutes=20)
    people.add(away, "Ana Lindqvist")
    only = made_in(away, share)
    assert work_on(office, share, moving_clock) > 0
    assert only.exists(), "what was written on the road is nowhere else"
    second = backups.standing(away).second
    away.close()
    assert second is not None
    assert second.last is not None


def test_a_backup_made_by_hand_is_nobody_s_to_throw_away(
    office: Office, share: Path, moving_clock: MovingClock
) -> None:
    by_hand = backups.copy_to(office, share).path
    assert work_on(office, share, moving_clock) > 0
    assert by_hand.exists()


def test_a_name_with_a_day_that_is_none_stops_no_backup(
    office: Office, moving_clock: MovingClock
) -> None:
    own = backups.own_folder(office)
    odd = own / "office 2026-13-45 999999.liaison"
    shutil.copy(made_in(office, own), odd)
    people.add(office, "Ana Lindqvist")
    moving_clock.at += timedelta(hours=1)
    made_in(office, own)
    people.add(office, "Bea Marchetti")
    merging = backups.make_before(office, "merge")
    assert merging is not None
    assert merging.made is not None
    assert odd.exists()


@pytest.mark.parametrize("error", BROKEN, ids=WORDS)
def test_a_share_that_is_cut_off_is_away_and_the_backup_beside_the_office_is_made(
    office: Office,
    share: Path,
    moving_clock: MovingClock,
    monkeypatch: pytest.MonkeyPatch,
    error: int,
) -> None:
    backups.make_all(office)
    people.add(office, "Ana Lindqvist")
    moving_clock.at += timedelta(minutes=31)
    with monkeypatch.context() as patch:
        cut_off(share, error, patch)
        own = backups.own_folder(office)
        assert backups.due(office) == backups.due(office, leaving=True) == (own,)
        second = backups.standing(office).second
        assert second is not None
        assert (second.there, second.last is None, second.behind) == (False, False, True)
        here, there = backups.make_all(office)
        assert here.made is not None
        assert there.fault.startswith(f"No copy in {share}: ")
        with pytest.raises(Refusal, match=r"backup\.folder_missing"):
            backups.choose_second_place(office, share / "another")
        with pytest.raises(Refusal):
            backups.copy_to(office, share)
    told = backups.standing(office).second
    assert told is not None
    assert told.fault == there.fault
    moving_clock.at += timedelta(minutes=6)
    assert backups.due(office) == (share,)


@pytest.mark.parametrize("error", BROKEN, ids=WORDS)
def test_where_the_folder_beside_the_office_is_cut_off_it_is_said_and_stops_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    own = backups.own_folder(office)
    made_in(office, own)
    with monkeypatch.context() as patch:
        cut_off(own, error, patch)
        assert backups.due(office) == (own,)
        for what in ("import", "merge"):
            done = backups.make_before(office, what)
            assert done is not None
            assert done.fault.startswith(f"No copy in {own}: ")
        assert backups.standing(office).own.last is None


def test_where_the_last_backup_can_not_become_the_way_back_another_is_made(
    office: Office, moving_clock: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = made_in(office, backups.own_folder(office))

    def held(self: Path, target: Path) -> Path:
        if self == last:
            raise PermissionError(errno.EACCES, "held by the program that syncs the folder")
        return really(self, target)

    really = Path.replace
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        patch.setattr(Path, "rename", held)
        done = backups.make_before(office, "import")
    assert done is not None
    assert done.made is not None
    assert done.made.path.name.startswith("office before import ")
    assert last.exists()


def test_copies_are_known_wherever_they_were_put_and_folders_that_are_away_are_named(
    office: Office, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = tmp_path / "by hand", tmp_path / "another stick"
    for folder in folders:
        folder.mkdir()
    by_hand = backups.copy_to(office, folders[0]).path
    (own, former) = backups.make_all(office)
    backups.choose_second_place(office, folders[1])
    (now,) = backups.make(office, [folders[1]])
    made = [one.made.path for one in (own, former, now) if one.made is not None]
    assert set(in_reach(office).copies) == {by_hand, *made}
    assert in_reach(office).away == ()
    folders[1].rename(tmp_path / "in the drawer")
    cut_off(share, errno.ENOTCONN, monkeypatch)
    assert set(in_reach(office).away) == {share, folders[1]}
