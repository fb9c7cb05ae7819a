"""Unlocking and making an office: health first, a wait after a wrong passphrase, a word on recovery."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from liaison_app.desktop import preferences
from liaison_app.desktop.start import Desk, application
from liaison_app.desktop.welcome.window import Welcome
from liaison_app.desktop.window import Window
from liaison_app.domain.strength import strength
from liaison_app.services import moving_in, what_left
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.services.what_left import There
from liaison_app.system.worker.worker import Worker
from tests.desktop.conftest import CLOCK, PASSPHRASE, shown_texts
from tests.desktop.job.conftest import Chosen, Paper, to_file
from tests.desktop.test_every_control import nameless


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "albuquerque.liaison"
    shutil.copyfile(template, path)
    return path


@pytest.fixture
def welcome(qtbot: QtBot, tmp_path: Path) -> Iterator[Welcome]:
    application()
    made = Welcome(CLOCK, Profile(tmp_path / "nodes.json"))
    opened: list[Office] = []
    made.opened.connect(opened.append)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    if isValid(made):
        made.close()
    for one in opened[-1:]:
        one.close()


def rest(qtbot: QtBot, welcome: Welcome) -> None:
    qtbot.waitUntil(lambda: not welcome.tasks.busy, timeout=10_000)
    QApplication.processEvents()  # rows that were put in come into sight one turn later


def test_the_health_of_the_file_is_said_before_the_passphrase(
    qtbot: QtBot, welcome: Welcome, file: Path
) -> None:
    welcome.show_offices([file])
    rest(qtbot, welcome)
    said = shown_texts(welcome)
    assert "albuquerque.liaison" in said
    assert "Closed properly last time" in said
    assert welcome.unlock.button.isEnabled()


def test_what_is_no_office_is_said_and_takes_no_passphrase(
    qtbot: QtBot, welcome: Welcome, tmp_path: Path
) -> None:
    path = tmp_path / "letter.liaison"
    path.write_bytes(b"PK\x03\x04" + b"x" * 5000)
    welcome.show_offices([path])
    rest(qtbot, welcome)
    assert "is not an office of Liaison" in shown_texts(welcome)
    assert not welcome.unlock.button.isEnabled()


def test_a_wrong_passphrase_waits_twice_as_long_each_time(
    qtbot: QtBot, welcome: Welcome, file: Path
) -> None:
    welcome.show_offices([file])
    rest(qtbot, welcome)
    unlock = welcome.unlock
    for seconds in (1, 2, 4):
        unlock.passphrase.field.setText("not it")
        unlock.unlock()
        rest(qtbot, welcome)
        assert "That passphrase doesn’t open this file" in shown_texts(welcome)
        assert unlock.button.text() == f"Unlock in {seconds} s"
        assert not unlock.button.isEnabled()
        for _ in range(seconds):
            unlock.count_down()
        assert unlock.button.text() == "Unlock"
        assert unlock.button.isEnabled()


def test_the_wait_is_remembered_when_the_program_is_started_anew(
    qtbot: QtBot, welcome: Welcome, file: Path, tmp_path: Path
) -> None:
    welcome.show_offices([file])
    rest(qtbot, welcome)
    for _ in range(3):
        welcome.unlock.passphrase.field.setText("not it")
        welcome.unlock.unlock()
        rest(qtbot, welcome)
        for _ in range(4):
            welcome.unlock.count_down()
    again = Welcome(CLOCK, Profile(tmp_path / "nodes.json"))
    again.show_offices([file])
    rest(qtbot, again)
    assert again.unlock.button.text() == "Unlock in 4 s"
    assert not again.unlock.button.isEnabled()
    again.close()


def test_nothing_is_tried_while_it_waits(qtbot: QtBot, welcome: Welcome, file: Path) -> None:
    welcome.show_offices([file])
    rest(qtbot, welcome)
    welcome.unlock.passphrase.field.setText("not it")
    welcome.unlock.unlock()
    rest(qtbot, welcome)
    welcome.unlock.passphrase.field.setText(PASSPHRASE)
    welcome.unlock.unlock()
    assert not welcome.tasks.busy


def test_the_right_passphrase_opens(qtbot: QtBot, welcome: Welcome, file: Path) -> None:
    welcome.show_offices([file])
    rest(qtbot, welcome)
    welcome.unlock.passphrase.field.setText(PASSPHRASE)
    with qtbot.waitSignal(welcome.opened, timeout=10_000) as opened:
        welcome.unlock.unlock()
    assert isinstance(opened.args[0], Office)
    assert welcome.unlock.passphrase.typed == ""


def fill(welcome: Welcome, path: Path) -> None:
    welcome.show_founding()
    form = welcome.founding
    form.officer.setText("Ren Abe")
    form.office.setText("Office of Tribal Relations")
    form.home.setText("Navajo Nation")
    form.kind.choose("tribal_nation")
    form.zone.setText("America/Denver")
    form.file.setText(str(path))
    for one in (form.secret.first, form.secret.second):
        one.field.setText("copper mesa lantern rain")


def test_two_different_passphrases_make_nothing(
    qtbot: QtBot, welcome: Welcome, tmp_path: Path
) -> None:
    path = tmp_path / "new.liaison"
    fill(welcome, path)
    welcome.founding.secret.second.field.setText("copper mesa lantern")
    welcome.founding.found()
    assert "differ" in shown_texts(welcome)
    rest(qtbot, welcome)
    assert not path.exists()


def test_an_office_is_made_its_sheet_saved_and_the_sheet_opens_it(
    qtbot: QtBot, welcome: Welcome, tmp_path: Path
) -> None:
    path, sheet = tmp_path / "new.liaison", tmp_path / "sheet.pdf"
    fill(welcome, path)
    welcome.founding.found()
    qtbot.waitUntil(welcome.keep.isVisible, timeout=10_000)
    assert not welcome.keep.go.isEnabled()
    welcome.keep.save_sheet(sheet)
    assert sheet.read_bytes().startswith(b"%PDF")
    code = welcome.keep.code
    with qtbot.waitSignal(welcome.opened, timeout=10_000) as opened:
        welcome.keep.go.click()
    opened.args[0].close()
    welcome.show_unlock()
    welcome.unlock.show_file(path)
    rest(qtbot, welcome)
    welcome.unlock.passphrase.field.setText(code.lower())
    with qtbot.waitSignal(welcome.opened, timeout=10_000) as opened:
        welcome.unlock.unlock()
    assert opened.args[0].setting("name") == "Office of Tribal Relations"


def test_a_sheet_printed_to_a_file_is_entered_as_a_file_and_on_paper_before_it_is_drawn(
    qtbot: QtBot, welcome: Welcome, tmp_path: Path
) -> None:
    fill(welcome, tmp_path / "new.liaison")
    welcome.founding.found()
    qtbot.waitUntil(welcome.keep.isVisible, timeout=10_000)
    office = welcome.keep._office
    assert office is not None
    paper = Paper(tmp_path / "paper.pdf", office)
    no_paper = Paper(tmp_path / "no folder" / "paper.pdf", office)
    for printer in (to_file(tmp_path / "sheet.pdf"), no_paper, paper):
        welcome.keep.choose = Chosen(print_to=printer)
        welcome.keep._ask_printer()
        said = "The printer took nothing" in shown_texts(welcome.keep)
        assert said is (printer is no_paper)
    on_paper, in_file = what_left.what_left(office)
    assert on_paper.there is There.PAPER
    assert paper.said == [on_paper.path, in_file.path]
    assert (in_file.path, in_file.there) == (str(tmp_path / "sheet.pdf"), There.AS_WRITTEN)


def test_without_a_sheet_one_must_accept_to_lose_everything(
    qtbot: QtBot, welcome: Welcome, tmp_path: Path
) -> None:
    fill(welcome, tmp_path / "new.liaison")
    welcome.founding.found()
    qtbot.waitUntil(welcome.keep.isVisible, timeout=10_000)
    assert not welcome.keep.go.isEnabled()
    welcome.keep.accept.setChecked(True)
    assert welcome.keep.go.isEnabled()
    with qtbot.waitSignal(welcome.opened):
        welcome.keep.go.click()


@pytest.fixture
def shared(file: Path) -> Path:
    """The office in a folder that Syncthing keeps alike."""
    (file.parent / "team" / ".stfolder").mkdir(parents=True)
    return file.rename(file.parent / "team" / file.name)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this computer that offices move to."""
    (tmp_path / "here").mkdir()
    monkeypatch.setattr(moving_in, "local_folder", lambda: tmp_path / "here")
    return tmp_path / "here"


def unlocked(qtbot: QtBot, welcome: Welcome, path: Path) -> None:
    welcome.show_offices([path])
    rest(qtbot, welcome)
    welcome.unlock.passphrase.field.setText(PASSPHRASE)
    welcome.unlock.unlock()
    rest(qtbot, welcome)


def test_an_office_in_a_shared_place_moves_here_after_one_question(
    qtbot: QtBot, welcome: Welcome, shared: Path, here: Path
) -> None:
    unlocked(qtbot, welcome, shared)
    assert "Syncthing copies this folder" in shown_texts(welcome)
    assert nameless(welcome) == []
    with qtbot.waitSignal(welcome.opened, timeout=10_000) as opened:
        welcome.moving.move_.click()
    assert opened.args[0].path == here / "albuquerque.liaison"
    (backup,) = shared.parent.glob("*.liaison")
    assert backup.name != shared.name


def test_a_window_closed_while_an_office_moves_leaves_it_moved_closed_and_found_again(
    qtbot: QtBot, welcome: Welcome, shared: Path, here: Path, tmp_path: Path
) -> None:
    unlocked(qtbot, welcome, shared)
    welcome.moving.move_.click()
    welcome.close()
    moved = here / "albuquerque.liaison"
    assert preferences.load().recent[0] == str(moved)
    assert list(here.iterdir()) == [moved]  # no log beside it: closed
    open_office(moved, PASSPHRASE, CLOCK, Profile(tmp_path / "nodes.json")).close()


def test_left_there_it_opens_and_is_not_asked_about_again(
    qtbot: QtBot, welcome: Welcome, shared: Path, here: Path
) -> None:
    unlocked(qtbot, welcome, shared)
    with qtbot.waitSignal(welcome.opened, timeout=10_000) as opened:
        welcome.moving.leave.click()
    assert opened.args[0].path == shared
    opened.args[0].close()
    welcome.show_unlock()
    with qtbot.waitSignal(welcome.opened, timeout=10_000) as opened:
        unlocked(qtbot, welcome, shared)
    assert opened.args[0].path == shared


def test_a_new_office_in_a_shared_place_is_offered_a_better_one(
    qtbot: QtBot, welcome: Welcome, shared: Path, here: Path
) -> None:
    fill(welcome, shared.parent / "new.liaison")
    rest(qtbot, welcome)
    form = welcome.founding
    assert "Syncthing" in shown_texts(form)
    form._make_it_here()
    rest(qtbot, welcome)
    assert form.path == here / "new.liaison"
    assert not form.shared.isVisible()


def test_every_control_has_a_name(qtbot: QtBot, welcome: Welcome, file: Path) -> None:
    welcome.show_offices([file])
    rest(qtbot, welcome)
    assert nameless(welcome) == []
    welcome.show_founding()
    assert nameless(welcome) == []


def test_strength_grows_with_words_not_with_repetition() -> None:
    weak = strength("password")
    assert weak.word == "weak"
    assert strength("aaaaaaaaaaaaaaaaaaaaaaaa").word == "weak"
    assert strength("copper mesa lantern rain harbor fifty").word == "strong"
    assert strength("copper copper copper copper").bits < strength("copper mesa lantern rain").bits
    assert strength("").bits == 0


def test_locking_closes_the_office_and_asks_for_its_passphrase(
    qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    application()
    profile = Profile(tmp_path / "nodes.json")
    desk = Desk(CLOCK, profile, Worker())
    desk.open(open_office(file, PASSPHRASE, CLOCK, profile))
    window = desk.front
    assert isinstance(window, Window)
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=10_000)
    window.actions_.run("lock")
    front = desk.front
    assert isinstance(front, Welcome)
    qtbot.waitUntil(lambda: not front.tasks.busy, timeout=10_000)
    assert "albuquerque.liaison" in shown_texts(front)
    front.close()
