"""Six words proposed, a passphrase changed in the window, and the sheet that goes with it."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_app.desktop.start import Desk, application
from liaison_app.desktop.welcome.window import Welcome
from liaison_app.desktop.window import Window
from liaison_app.domain.errors import Refusal
from liaison_app.services import backups
from liaison_app.services.office import Profile, open_office
from liaison_app.store.key import Key
from liaison_app.system.worker.worker import Worker
from tests.desktop.conftest import shown_texts
from tests.desktop.test_every_control import nameless
from tests.offices import PASSPHRASE, MovingClock

NEW = "a kettle of quiet brass"


@pytest.fixture
def file(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    return Path(shutil.copy(founded[0], tmp_path / "office.liaison"))


@pytest.fixture
def desk(file: Path, tmp_path: Path, moving_clock: MovingClock) -> Iterator[Desk]:
    """The program with the office open in its window."""
    application()
    profile = Profile(tmp_path / "copies.json")
    with Worker() as worker:
        made = Desk(moving_clock, profile, worker)
        office = open_office(file, PASSPHRASE, moving_clock, profile)
        backups.copy_to(office, tmp_path)
        made.open(office)
        yield made
        assert made.front is not None
        made.front.close()


def rest(qtbot: QtBot, welcome: Welcome) -> None:
    qtbot.waitUntil(lambda: not welcome.tasks.busy, timeout=20_000)
    QApplication.processEvents()


def asked_in_window(qtbot: QtBot, desk: Desk, action: str) -> Welcome:
    window = desk.front
    assert isinstance(window, Window)
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)
    window.actions_.run(action)
    qtbot.waitUntil(lambda: isinstance(desk.front, Welcome), timeout=20_000)
    assert isinstance(desk.front, Welcome)
    rest(qtbot, desk.front)
    return desk.front


def fill(welcome: Welcome, present: str, new: str) -> None:
    page = welcome.changing
    page.present.field.setText(present)
    for one in (page.new.first, page.new.second):
        one.field.setText(new)


def test_it_is_changed_a_new_sheet_made_and_the_office_is_open_again(
    qtbot: QtBot, desk: Desk, file: Path, tmp_path: Path, moving_clock: MovingClock
) -> None:
    welcome = asked_in_window(qtbot, desk, "passphrase")
    assert "One copy in reach opens with the old passphrase" in said_by(welcome)
    assert nameless(welcome) == []
    fill(welcome, PASSPHRASE, NEW)
    welcome.changing.older.choose("remake")
    welcome.changing.change()
    rest(qtbot, welcome)
    assert welcome.keep.isVisible()
    welcome.keep.save_sheet(tmp_path / "sheet.pdf")
    code = welcome.keep.code
    welcome.keep.go.click()
    assert isinstance(desk.front, Window)
    window = desk.front
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)
    window.close()
    qtbot.waitUntil(window.isHidden, timeout=20_000)
    profile = Profile(tmp_path / "copies.json")
    for path in tmp_path.glob("*.liaison"):
        open_office(path, code, moving_clock, profile).close()
        with pytest.raises(Refusal):
            open_office(path, PASSPHRASE, moving_clock, profile)


def said_by(welcome: Welcome) -> str:
    labels = (one for one in welcome.findChildren(type(welcome.changing._copies)))
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_copies_on_a_stick_are_found_when_its_folder_is_named(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    (copy,) = (one for one in tmp_path.glob("*.liaison") if one.name != "office.liaison")
    shutil.copy(copy, tmp_path / "stick")
    welcome = asked_in_window(qtbot, desk, "passphrase")
    welcome.changing.look_in(tmp_path / "stick")
    rest(qtbot, welcome)
    assert "2 copies in reach" in said_by(welcome)


def test_a_sheet_left_on_the_screen_is_locked_away(
    qtbot: QtBot, desk: Desk, moving_clock: MovingClock
) -> None:
    welcome = asked_in_window(qtbot, desk, "sheet")
    welcome.unlock.passphrase.field.setText(PASSPHRASE)
    welcome.unlock.unlock()
    rest(qtbot, welcome)
    assert welcome.keep.code
    moving_clock.at += timedelta(minutes=3)
    welcome.away.look()
    rest(qtbot, welcome)
    assert not welcome.keep.isVisible()
    assert not welcome.keep.code
    assert welcome.unlock.isVisible()


def test_a_wrong_one_is_said_and_nothing_is_changed(
    qtbot: QtBot, desk: Desk, file: Path, moving_clock: MovingClock, tmp_path: Path
) -> None:
    welcome = asked_in_window(qtbot, desk, "passphrase")
    before = file.read_bytes()[:16]
    fill(welcome, "not it", NEW)
    welcome.changing.change()
    rest(qtbot, welcome)
    assert "That passphrase doesn’t open" in shown_texts(welcome)
    welcome.changing.new.second.field.setText("something else")
    welcome.changing.change()
    assert "differ" in shown_texts(welcome)
    assert file.read_bytes()[:16] == before


def test_giving_up_half_way_leaves_the_old_passphrase(
    qtbot: QtBot, desk: Desk, file: Path, moving_clock: MovingClock, tmp_path: Path
) -> None:
    welcome = asked_in_window(qtbot, desk, "passphrase")
    fill(welcome, PASSPHRASE, NEW)
    welcome.changing.change()
    welcome.changing._given_up.set()
    rest(qtbot, welcome)
    assert "as it was" in shown_texts(welcome)
    open_office(file, PASSPHRASE, moving_clock, Profile(tmp_path / "copies.json")).close()


def test_the_sheet_is_made_anew_for_who_knows_the_passphrase(qtbot: QtBot, desk: Desk) -> None:
    welcome = asked_in_window(qtbot, desk, "sheet")
    assert "Unlock it to make its recovery sheet" in shown_texts(welcome)
    assert not welcome.keep.isVisible()
    welcome.unlock.passphrase.field.setText(PASSPHRASE)
    welcome.unlock.unlock()
    rest(qtbot, welcome)
    assert welcome.keep.isVisible()
    assert "Fingerprint of the key: " in shown_texts(welcome)
    assert welcome.keep.go.isEnabled()


def test_six_words_are_proposed_taken_and_typed_once_more(qtbot: QtBot, desk: Desk) -> None:
    welcome = asked_in_window(qtbot, desk, "passphrase")
    new = welcome.changing.new
    proposed = new.proposed.text()
    assert len(proposed.split()) == 6
    new.use()
    assert new.typed == proposed
    assert "strong" in new.first.field.reading
    assert "differ" in new.problem
    new.second.field.setText(proposed)
    assert new.problem == ""
    new.draw()
    assert new.proposed.text() != proposed


def test_a_weak_one_is_warned_of_and_taken_an_empty_one_is_not(qtbot: QtBot, desk: Desk) -> None:
    welcome = asked_in_window(qtbot, desk, "passphrase")
    new = welcome.changing.new
    assert "empty" in new.problem
    fill(welcome, PASSPHRASE, "summer")
    assert "Weak" in said_by(welcome)
    assert new.problem == ""
