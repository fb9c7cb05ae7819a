"""A new passphrase: the old one and its sheet open nothing any more but the copies that are told."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import backups, people
from liaison_app.services.erasing_in_backups import in_reach
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office, Profile, fingerprint, open_office, recovery_code
from liaison_app.services.passphrases import NewPassphrase, Older, change, older_copies
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite
from tests.offices import PASSPHRASE, MovingClock, opened

NEW = "a kettle of quiet brass"


@pytest.fixture
def office(founded: tuple[Path, Key], tmp_path: Path, moving_clock: MovingClock) -> Office:
    """An office that is open; each test closes it, as it must be closed."""
    return opened(founded, tmp_path, moving_clock)


def shut(office: Office, path: Path, typed: str) -> bool:
    """Whether the file at ``path`` doesn't open with what is typed."""
    try:
        open_office(path, typed, office.clock, office.profile).close()
    except Refusal as refusal:
        return refusal.code in ("office.wrong_passphrase", "recovery.mistyped")
    return False


def test_the_office_goes_on_under_its_new_passphrase(
    office: Office, moving_clock: MovingClock
) -> None:
    people.add(office, "Ana Lindqvist")
    sheet, print_ = recovery_code(office), fingerprint(office)
    office.close()
    made = change(NewPassphrase(office.path, PASSPHRASE, NEW), moving_clock, office.profile)
    assert LISTINGS[Kind.PERSON].count(made.office) == 2
    assert people.add(made.office, "Bea Marchetti").ref == "P-0003"
    assert fingerprint(made.office) != print_
    new_sheet = recovery_code(made.office)
    made.office.close()
    assert shut(office, office.path, PASSPHRASE)
    assert shut(office, office.path, sheet), "the old sheet is void"
    assert not shut(office, office.path, NEW)
    assert not shut(office, office.path, new_sheet)


def test_who_forgot_the_passphrase_sets_a_new_one_with_the_sheet(
    office: Office, moving_clock: MovingClock
) -> None:
    sheet = recovery_code(office).lower().replace("-", " ")
    office.close()
    change(NewPassphrase(office.path, sheet, NEW), moving_clock, office.profile).office.close()
    assert not shut(office, office.path, NEW)


@pytest.mark.parametrize("older", Older)
def test_copies_in_reach_are_kept_remade_or_deleted(
    office: Office, moving_clock: MovingClock, tmp_path: Path, older: Older
) -> None:
    (stick := tmp_path / "stick").mkdir()
    (automatic := office.path.with_name("office backups")).mkdir()
    copies = [backups.copy_to(office, folder).path for folder in (stick, automatic)]
    office.close()
    assert older_copies(office.path) == (copies[1],), "the stick hasn't been named"
    wish = NewPassphrase(office.path, PASSPHRASE, NEW, older, [stick])
    made = change(wish, moving_clock, office.profile)
    made.office.close()
    told = made.left if older is Older.KEEP else made.done
    assert set(told) == set(copies)
    assert [one.exists() for one in copies] == [older is not Older.DELETE] * 2
    if older is not Older.DELETE:
        assert shut(office, copies[0], NEW) is (older is Older.KEEP)
        assert shut(office, copies[0], PASSPHRASE) is (older is Older.REMAKE)


def test_a_wrong_or_empty_passphrase_changes_nothing(
    office: Office, moving_clock: MovingClock
) -> None:
    office.close()
    for present, new, code in (
        ("not it", NEW, "office.wrong_passphrase"),
        (PASSPHRASE, "  ", "key.empty"),
    ):
        with pytest.raises(Refusal) as said:
            change(NewPassphrase(office.path, present, new), moving_clock, office.profile)
        assert said.value.code == code
    assert not shut(office, office.path, PASSPHRASE)


def test_guessing_here_waits_as_it_does_when_unlocking(
    office: Office, moving_clock: MovingClock
) -> None:
    office.close()
    for code in ("office.wrong_passphrase", "unlock.in_haste"):
        with pytest.raises(Refusal) as said:
            change(NewPassphrase(office.path, "not it", NEW), moving_clock, office.profile)
        assert said.value.code == code


def test_an_office_open_elsewhere_keeps_its_passphrase(
    office: Office, moving_clock: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 10)
    with pytest.raises(Refusal) as said:
        change(NewPassphrase(office.path, PASSPHRASE, NEW), moving_clock, office.profile)
    assert said.value.code == "office.open_elsewhere"
    people.add(office, "Ana Lindqvist")
    assert not shut(office, office.path, PASSPHRASE)
    office.close()


def test_backups_that_kept_the_old_passphrase_are_known_as_such(
    office: Office, moving_clock: MovingClock, tmp_path: Path
) -> None:
    (stick := tmp_path / "stick").mkdir()
    by_hand = backups.copy_to(office, stick).path
    (done,) = backups.make_all(office)
    assert done.made is not None
    office.close()
    made = change(NewPassphrase(office.path, PASSPHRASE, NEW), moving_clock, office.profile)
    assert set(made.left) == {done.made.path, by_hand}
    (again,) = backups.make_all(made.office)
    assert again.made is not None
    reach = in_reach(made.office)
    assert reach.copies == (again.made.path,)
    assert set(reach.older) == {done.made.path, by_hand}
    made.office.close()


@pytest.mark.parametrize("older", [Older.REMAKE, Older.DELETE])
def test_backups_in_the_second_place_and_before_it_are_dealt_with_but_not_another_copy_s(
    office: Office, moving_clock: MovingClock, tmp_path: Path, older: Older
) -> None:
    for name in ("stick", "share", "gone", "travel"):
        (tmp_path / name).mkdir()
    stick, share, gone = (tmp_path / name for name in ("stick", "share", "gone"))
    path = Path(shutil.copy(office.path, tmp_path / "travel"))
    away = open_office(path, PASSPHRASE, moving_clock, Profile(tmp_path / "travel.json"))
    theirs = backups.copy_to(away, share).path
    away.close()
    moving_clock.at += timedelta(minutes=1)
    ours = []
    for folder in (stick, share, gone):
        backups.choose_second_place(office, folder)
        (done,) = backups.make(office, [folder])
        assert done.made is not None
        ours.append(done.made.path)
    gone.rename(tmp_path / "in the drawer")
    office.close()
    wish = NewPassphrase(office.path, PASSPHRASE, NEW, older)
    made = change(wish, moving_clock, office.profile)
    made.office.close()
    assert set(made.done) == set(ours[:2])
    assert made.left == (theirs,)
    assert made.away == (gone,)
    assert [one.exists() for one in ours[:2]] == [older is Older.REMAKE] * 2
    assert not shut(office, theirs, PASSPHRASE)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_copy_that_is_worked_with_is_never_deleted(
    office: Office, moving_clock: MovingClock, tmp_path: Path, is_open: bool
) -> None:
    travel = Path(shutil.copy(backups.copy_to(office, tmp_path).path, tmp_path / "travel.liaison"))
    other = open_office(travel, PASSPHRASE, moving_clock, Profile(tmp_path / "other.json"))
    people.add(other, "Ana Lindqvist")
    if not is_open:
        other.close()
    office.close()
    wish = NewPassphrase(office.path, PASSPHRASE, NEW, Older.DELETE)
    made = change(wish, moving_clock, office.profile)
    made.office.close()
    assert made.left == (travel,)
    if is_open:
        people.add(other, "Bea Marchetti")
        other.close()
    assert not shut(office, travel, PASSPHRASE)


def test_a_snapshot_made_of_links_stays_as_it_was(
    office: Office, moving_clock: MovingClock, tmp_path: Path
) -> None:
    office.close()
    (snapshots := tmp_path / "snapshots").mkdir()
    (kept := snapshots / "office.liaison").hardlink_to(office.path)
    change(NewPassphrase(office.path, PASSPHRASE, NEW), moving_clock, office.profile).office.close()
    assert not shut(office, kept, PASSPHRASE)
