"""The window looks after its office's backups, and says when the last one was made and where."""

import errno
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.window import Window
from liaison_app.domain.errors import Refusal
from liaison_app.services import backups, people, trips
from liaison_app.services.office import Office
from liaison_app.store import copying
from tests.cut_off import cut_off
from tests.desktop.conftest import Settle, shown_texts


class Chosen(Chooser):
    """A person who chooses this folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self._folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "BLUE STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def seen(qtbot: QtBot, window: Window, settle: Settle) -> Callable[[], str]:
    """What can be read in the window, once it has settled and is laid out."""

    def read() -> str:
        settle()
        QApplication.processEvents()
        return shown_texts(window)

    return read


def own_folder(window: Window) -> Path:
    return backups.own_folder(window.session.office)


def test_what_is_due_is_backed_up_in_the_background_and_the_sidebar_says_so(
    window: Window, settle: Settle
) -> None:
    assert "No backup yet" in shown_texts(window.sidebar)
    window.backing_up.look()
    settle()
    (made,) = own_folder(window).iterdir()
    assert made.name.startswith("office 2026-11-23 ")
    assert "Backed up today 08:42" in shown_texts(window.sidebar)
    assert window.notice.words == "", "nobody is disturbed"
    window.backing_up.look()
    settle()
    assert list(own_folder(window).iterdir()) == [made]


def test_what_fails_is_said_once_and_stops_nobody(
    window: Window, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise Refusal("store.disk_full")

    monkeypatch.setattr(copying, "fill_copy", full)
    window.backing_up.look()
    settle()
    assert "has no room" in window.notice.words
    window.session.say("")
    monkeypatch.setattr(backups, "AGAIN", timedelta(0))
    window.backing_up.look()
    settle()
    assert window.notice.words == ""
    office = window.session.office
    window.session.do(lambda: people.add(office, "Ana Lindqvist"))
    settle()
    assert "Ana Lindqvist" in window.notice.words


def test_a_second_place_is_chosen_gets_its_copy_and_is_given_up(
    window: Window, settle: Settle, stick: Path, seen: Callable[[], str]
) -> None:
    window.backing_up.chooser = Chosen(stick)
    window.actions_.run("second_place")
    settle()
    assert len(list(stick.iterdir())) == 1
    assert "BLUE STICK: today 08:42" in shown_texts(window.sidebar)
    assert str(stick) in window.notice.words
    window.actions_.run("second_place")
    assert "Another place…" in seen()
    answers = {one.text(): one for one in window.findChildren(QPushButton) if one.isVisible()}
    answers["No second place"].click()
    settle()
    assert "BLUE STICK" not in shown_texts(window.sidebar)
    assert len(list(stick.iterdir())) == 1


def test_closing_waits_until_the_last_backup_is_checked(
    window: Window, settle: Settle, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.closed, timeout=20_000):
        assert not window.close()
        assert "leave a stick in" in window.notice.words
    assert not window.isVisible()
    assert len(list(own_folder(window).iterdir())) == 1


def test_whoever_closes_twice_is_not_kept_and_nothing_half_made_is_left(
    window: Window, settle: Settle
) -> None:
    window.close()
    assert window.close()
    folder = own_folder(window)
    assert not folder.exists() or not [one for one in folder.iterdir() if one.name[0] == "."]


def test_a_share_that_is_cut_off_keeps_nobody_in(
    window: Window,
    settle: Settle,
    stick: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backups.choose_second_place(window.session.office, stick)
    with monkeypatch.context() as patch:
        cut_off(stick, errno.ENOTCONN, patch)
        with qtbot.waitSignal(window.closed, timeout=20_000):
            assert not window.close()
    assert len(list(own_folder(window).iterdir())) == 1


def test_an_office_that_can_not_be_read_any_more_can_be_left(
    window: Window, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> tuple[Path, ...]:
        raise Refusal("store.medium_failed")

    monkeypatch.setattr(backups, "due", gone)
    assert window.close()


def test_nothing_new_closes_at_once(window: Window, settle: Settle) -> None:
    window.backing_up.look()
    settle()
    assert window.close()


def test_a_last_backup_that_fails_is_said_before_leaving(
    window: Window, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise Refusal("store.disk_full")

    monkeypatch.setattr(copying, "fill_copy", full)
    window.close()
    settle()
    assert window.isVisible()
    assert "has no room" in window.notice.words
    assert "close again" in window.notice.words
    assert window.close()


def away(office: Office, first: date, last: date, direction: str) -> None:
    trips.plan(
        office,
        "Harbour mission",
        start_on=first,
        end_on=last,
        direction=direction,
        status="confirmed",
    )


@pytest.mark.parametrize(
    ("direction", "said"), [("outbound", True), ("inbound", False)], ids=["away", "they come to us"]
)
def test_on_the_road_today_says_what_would_be_left_if_the_bag_were_lost(
    window: Window, stick: Path, direction: str, said: bool, seen: Callable[[], str]
) -> None:
    office, today = window.session.office, window.session.today
    away(office, today - timedelta(days=1), today + timedelta(days=2), direction)
    window.session.open_page("today")
    assert ("No copy outside this bag" in seen()) is said
    backups.choose_second_place(office, stick)
    backups.make_all(office)
    for one in stick.iterdir():
        one.rename(stick.parent / one.name)
    stick.rmdir()  # it went with somebody else: what was made there still counts
    window.session.open_page("people")
    window.session.open_page("today")
    assert ("Last copy outside this bag" in seen()) is said
    assert ("today 08:42, BLUE STICK" in seen()) is said
