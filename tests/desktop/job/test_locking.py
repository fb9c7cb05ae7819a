"""Locking: by key, when nobody is there, when the computer slept; nothing typed is lost, nothing begun is cut."""

import gc
import shutil
import weakref
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from liaison_app.desktop import preferences
from liaison_app.desktop.pages.capture.page import CapturePage
from liaison_app.desktop.pages.importing.page import ImportPage
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.start import Desk, application
from liaison_app.desktop.welcome.window import Welcome
from liaison_app.desktop.window import Window
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements, people
from liaison_app.services.capturing import unsaved
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.office import Profile, open_office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.store.key import Key
from liaison_app.system.worker.worker import Worker
from tests.desktop.conftest import shown_texts
from tests.desktop.job.conftest import CTRL, KEY, SHIFT, Officer
from tests.desktop.job.test_import_page import DOUBTFUL, bring, states
from tests.desktop.test_editing import form_of
from tests.offices import PASSPHRASE, MovingClock


class AtDesk:
    """Somebody at the program: the office's window, or the one that unlocks it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot

    @property
    def officer(self) -> Officer:
        assert isinstance(self.desk.front, Window)
        return Officer(self.desk.front, self._qtbot)

    @property
    def welcome(self) -> Welcome:
        assert isinstance(self.desk.front, Welcome)
        return self.desk.front

    def unlock(self) -> None:
        welcome = self.welcome
        self._qtbot.waitUntil(lambda: not welcome.tasks.busy, timeout=10_000)
        welcome.unlock.passphrase.field.setText(PASSPHRASE)
        welcome.unlock.unlock()
        self._qtbot.waitUntil(lambda: isinstance(self.desk.front, Window), timeout=10_000)
        self.officer.settle()

    def wait_locked(self) -> None:
        self._qtbot.waitUntil(lambda: isinstance(self.desk.front, Welcome), timeout=10_000)
        welcome = self.welcome
        self._qtbot.waitUntil(lambda: not welcome.tasks.busy, timeout=10_000)

    def look(self) -> None:
        self.officer.window.locking.away.look()


@pytest.fixture
def at_desk(
    founded: tuple[Path, Key], tmp_path: Path, qtbot: QtBot, moving_clock: MovingClock
) -> Iterator[AtDesk]:
    application()
    path = Path(shutil.copy(founded[0], tmp_path / "office.liaison"))
    profile = Profile(tmp_path / "copies.json")
    with Worker() as worker:
        desk = Desk(moving_clock, profile, worker)
        desk.open(open_office(path, PASSPHRASE, moving_clock, profile))
        person = AtDesk(desk, qtbot)
        person.officer.settle()
        yield person
        if isinstance(desk.front, Window):
            person.officer.settle()
            desk.front.leave()
        assert desk.front is not None
        desk.front.close()


def someone(officer: Officer) -> str:
    """A person, shown on the people's page."""
    done = people.add(officer.session.office, "Ana Lindqvist", phone="+46 8 555 01")
    officer.session.open_record(Kind.PERSON, done.id)
    officer.settle()
    return str(done.id)


def test_after_ten_minutes_without_a_sign_it_locks(
    at_desk: AtDesk, moving_clock: MovingClock
) -> None:
    for _ in range(119):
        moving_clock.at += timedelta(seconds=5)
        at_desk.look()
    assert isinstance(at_desk.desk.front, Window)
    moving_clock.at += timedelta(seconds=5)
    at_desk.look()
    at_desk.wait_locked()
    assert "nobody was here for 10 minutes" in shown_texts(at_desk.welcome)
    assert "office.liaison" in shown_texts(at_desk.welcome)


def test_any_key_begins_the_ten_minutes_anew(at_desk: AtDesk, moving_clock: MovingClock) -> None:
    window = at_desk.officer.window
    window.locking.away._watch(window.windowHandle())
    for _ in range(3):
        for _ in range(100):
            moving_clock.at += timedelta(seconds=5)
            at_desk.look()
        QTest.keyClick(window.windowHandle(), KEY.Key_Shift)
        at_desk.look()
    assert isinstance(at_desk.desk.front, Window)


def test_a_computer_that_slept_is_locked_when_it_wakes(
    at_desk: AtDesk, moving_clock: MovingClock
) -> None:
    moving_clock.at += timedelta(minutes=2)
    at_desk.look()
    at_desk.wait_locked()
    assert "as the computer slept" in shown_texts(at_desk.welcome)


def test_how_long_is_the_officers_choice_and_is_kept(
    at_desk: AtDesk, moving_clock: MovingClock
) -> None:
    officer = at_desk.officer
    officer.session.asked.emit("lock_after")
    officer.settle()
    choices = {one.text(): one for one in officer.window.findChildren(QPushButton)}
    choices["2 minutes"].click()
    assert "after 2 minutes" in officer.notice
    assert preferences.load().lock_after == 2
    assert officer.window.actions_.get("lock_after").text() == "Lock by itself after 2 min…"
    for _ in range(24):
        moving_clock.at += timedelta(seconds=5)
        at_desk.look()
    at_desk.wait_locked()


def test_what_is_typed_is_there_again_where_one_was(at_desk: AtDesk) -> None:
    officer = at_desk.officer
    someone(officer)
    officer.press(KEY.Key_F2)
    form_of(officer.window).field("full_name").setText("Ana Lindqvist-Ōta")  # type: ignore[attr-defined]
    officer.press(KEY.Key_L, CTRL)
    at_desk.wait_locked()
    at_desk.unlock()
    officer = at_desk.officer
    page = officer.page("people")
    assert page.isVisible()
    name = form_of(officer.window).field("full_name")
    assert isinstance(name, Field)
    assert name.text() == "Ana Lindqvist-Ōta"
    assert "not saved yet" in officer.notice
    form_of(officer.window).save()
    officer.settle()
    assert "Ana Lindqvist-Ōta" in shown_texts(page)
    officer.press(KEY.Key_L, CTRL)
    at_desk.wait_locked()
    at_desk.unlock()
    officer = at_desk.officer
    assert "Ana Lindqvist-Ōta" in shown_texts(officer.page("people"))
    assert not [one for one in officer.window.findChildren(Field) if one.text() == "+46 8 555 01"]


def test_what_is_typed_beside_a_record_is_there_again_too(at_desk: AtDesk) -> None:
    officer = at_desk.officer
    office = officer.session.office
    done = engagements.capture(office, EngagementDraft("Courtesy call"))
    officer.session.open_record(Kind.ENGAGEMENT, done.id)
    officer.settle()
    officer.press(KEY.Key_T, CTRL)
    officer.write("Ask about the pier")
    people.add(office, "Bea Marchetti")
    officer.settle()
    field = QApplication.focusWidget()
    assert isinstance(field, Field)
    assert field.text() == "Ask about the pier", "other steps take nothing of it away"
    officer.press(KEY.Key_L, CTRL)
    at_desk.wait_locked()
    at_desk.unlock()
    officer = at_desk.officer
    page = officer.page("engagements")
    assert [one.text() for one in page.findChildren(Field) if one.text()] == ["Ask about the pier"]
    officer.press(KEY.Key_T, CTRL)
    officer.press(KEY.Key_Return)
    officer.settle()
    assert not [one.text() for one in page.findChildren(Field) if one.text()]
    (point,) = engagement_page(officer.session.office, done.id).points
    assert point.text == "Ask about the pier"


def test_a_list_that_is_looked_at_is_read_again_as_it_was_said(
    at_desk: AtDesk, tmp_path: Path
) -> None:
    page = bring(at_desk.officer, tmp_path, DOUBTFUL)
    page.asked.order.choose("day")
    page.asked.answered.emit()
    at_desk.officer.settle()
    before = states(page)
    assert page.apply_button.isEnabled()
    at_desk.officer.press(KEY.Key_L, CTRL)
    at_desk.wait_locked()
    at_desk.unlock()
    again = at_desk.officer.page("import")
    assert isinstance(again, ImportPage)
    assert states(again) == before
    assert again.asked.day_first is True


def test_a_new_record_half_typed_is_there_again(at_desk: AtDesk) -> None:
    officer = at_desk.officer
    officer.press(KEY.Key_C, CTRL | SHIFT)
    form = form_of(officer.window)
    form.field("wording").setPlainText("Send the names of the delegation")  # type: ignore[attr-defined]
    officer.press(KEY.Key_L, CTRL)
    at_desk.wait_locked()
    at_desk.unlock()
    again = form_of(at_desk.officer.window).field("wording")
    assert again.text() == "Send the names of the delegation"  # type: ignore[attr-defined]


def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the disk takes no draft any more."""

    def keep(*_: object) -> None:
        raise Refusal("store.disk_full")

    monkeypatch.setattr(unsaved, "keep", keep)


def typing(at_desk: AtDesk, page: str) -> None:
    """Somebody types on one of the pages."""
    if page == "people":
        someone(at_desk.officer)
        at_desk.officer.press(KEY.Key_F2)
        form_of(at_desk.officer.window).field("phone").setText("+46 8 555 02")  # type: ignore[attr-defined]
        return
    at_desk.officer.session.open_page("capture", "new")
    at_desk.officer.settle()
    capture = at_desk.officer.page("capture")
    assert isinstance(capture, CapturePage)
    capture.points.notes.setPlainText("He prefers tea")


@pytest.mark.parametrize("page", ["people", "capture"])
def test_what_can_t_be_kept_stays_with_whoever_asks_to_lock(
    at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    officer = at_desk.officer
    typing(at_desk, page)
    full(monkeypatch)
    for _ in range(2):  # asking again makes it no better
        officer.window.locking.lock()
        officer.settle()
        assert at_desk.desk.front is officer.window
        assert officer.window.isEnabled()
        assert "Not locked: what you typed can’t be kept" in officer.notice
        assert "disk is full" in officer.notice
    monkeypatch.undo()
    officer.window.locking.lock()
    at_desk.wait_locked()
    assert "could not be kept" not in shown_texts(at_desk.welcome)


def test_what_could_not_be_kept_when_nobody_was_there_is_said(
    at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(at_desk, "people")
    full(monkeypatch)
    at_desk.officer.window.locking.lock("idle")
    at_desk.wait_locked()
    QApplication.processEvents()
    said = shown_texts(at_desk.welcome)
    assert "What you had typed could not be kept" in said
    assert "disk is full" in said


def test_what_was_begun_is_finished_first_and_nothing_is_seen_meanwhile(at_desk: AtDesk) -> None:
    officer, go, done = at_desk.officer, Event(), list[str]()
    title = someone(officer)
    office = officer.session.office
    officer.session.do(
        lambda: (go.wait(10), people.add(office, "Bea Marchetti")), lambda _: done.append(title)
    )
    QTest.keyClick(officer.window, KEY.Key_L, CTRL)
    QApplication.processEvents()
    assert at_desk.desk.front is officer.window
    assert officer.window.locking._curtain.isVisible()
    assert officer.window.locking._curtain.geometry() == officer.window.rect()
    assert not officer.window.isEnabled()
    go.set()
    at_desk.wait_locked()
    assert done == [title]
    at_desk.unlock()
    assert "People, 3" in shown_texts(at_desk.officer.window.sidebar)


def test_a_dialog_that_is_open_goes_first(at_desk: AtDesk) -> None:
    officer = at_desk.officer
    dialog = QDialog(officer.window)
    dialog.setModal(True)
    dialog.show()
    officer.window.locking.lock("idle")
    at_desk.wait_locked()


def test_the_key_is_forgotten_and_the_file_closed(at_desk: AtDesk) -> None:
    officer = at_desk.officer
    someone(officer)
    store = officer.session.office.store
    key, window = weakref.ref(store.key), weakref.ref(officer.window)
    path = store.path
    officer.window.locking.lock()
    del officer, store
    at_desk.wait_locked()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert window() is None
    assert key() is None
    assert not path.with_name(path.name + "-wal").exists()
