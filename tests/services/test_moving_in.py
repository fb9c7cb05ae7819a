"""An office found in a shared place: the officer is asked once, and it moves whole or not at all."""

import shutil
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.services import moving_in, people
from liaison_app.services.office import Office, open_office
from liaison_app.store import moving
from liaison_app.store.key import Key
from liaison_app.system import files as writing
from liaison_app.system.files import put_in_place as put
from tests.offices import PASSPHRASE, MovingClock, opened


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this computer that offices move to."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.setattr(moving_in, "local_folder", lambda: folder)
    return folder


@pytest.fixture
def shared(founded: tuple[Path, Key], tmp_path: Path, moving_clock: MovingClock) -> Office:
    """An office that is open in a folder that Syncthing keeps alike."""
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / ".stfolder").mkdir()
    return opened(founded, folder, moving_clock)


def test_it_moves_to_this_computer_and_a_backup_stays(shared: Office, tmp_path: Path) -> None:
    people.add(shared, "Ana Lindqvist")
    assert "Syncthing" in moving_in.to_ask(shared)
    target = moving_in.home_for(shared.path)
    assert moving_in.warning(target) == ""
    office, said = moving_in.move_in(shared, target)
    (left,) = shared.path.parent.glob("*.liaison*")
    assert str(target) in said
    assert str(left) in said
    assert office.store.node == shared.store.node, "it is the same copy, moved"
    assert people.add(office, "Bea Marchetti").ref == "P-0003"
    office.close()
    assert not shared.path.exists()
    backup = open_office(left, PASSPHRASE, shared.clock, shared.profile)
    assert people.add(backup, "Cem Aydın").ref != "P-0003", (
        "what is made of the backup is another copy"
    )
    backup.close()


def test_who_leaves_it_there_is_not_asked_again(shared: Office) -> None:
    moving_in.leave_there(shared)
    assert moving_in.to_ask(shared) == ""
    assert moving_in.warning(shared.path)
    shared.close()


def test_without_room_for_it_here_all_is_as_it_was(
    shared: Office, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Refusal("file.disk_full", path=here)

    monkeypatch.setattr(moving, "write_anew", full)
    with pytest.raises(Refusal):
        moving_in.move_in(shared, here / "office.liaison")
    assert [one.name for one in here.parent.rglob("*.liaison")] == ["office.liaison"]
    again = open_office(shared.path, PASSPHRASE, shared.clock, shared.profile)
    assert again.store.node == shared.store.node
    again.close()


def test_killed_before_the_old_one_goes_no_two_write_under_one_name(
    shared: Office, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            moving_in.move_in(shared, here / "office.liaison")
    names = set()
    for path in (shared.path, here / "office.liaison"):
        office = open_office(path, PASSPHRASE, shared.clock, shared.profile)
        names.add(office.store.node.name)
        office.close()
    assert len(names) == 2


def test_another_office_of_that_name_is_never_overwritten(shared: Office, here: Path) -> None:
    shutil.copy(shared.path, here / "office.liaison")
    assert moving_in.home_for(shared.path) == here / "office-2.liaison"
    with pytest.raises(Refusal) as said:
        moving_in.move_in(shared, here / "office.liaison")
    assert said.value.code == "office.exists"
    open_office(shared.path, PASSPHRASE, shared.clock, shared.profile).close()


def test_an_old_file_that_can_t_be_removed_stays_and_is_told(
    shared: Office, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Path, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        office, said = moving_in.move_in(shared, here / "office.liaison")
    assert office.path == here / "office.liaison"
    assert f"delete {shared.path}" in said
    office.close()


def test_a_move_refused_at_its_last_step_leaves_the_same_copy(
    shared: Office, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(made: Path, path: Path) -> None:
        raise Refusal("file.disk_full", path=path)

    with monkeypatch.context() as patch:
        patch.setattr(
            writing,
            "put_in_place",
            lambda made, path: full(made, path) if path.parent == here else put(made, path),
        )
        with pytest.raises(Refusal):
            moving_in.move_in(shared, here / "office.liaison")
    again = open_office(shared.path, PASSPHRASE, shared.clock, shared.profile)
    assert again.store.node == shared.store.node
    again.close()
