"""The window of an office: opens on Today, gets everywhere by keyboard, says what was done."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison_app.desktop.look.look import look
from liaison_app.desktop.start import application, open_window
from liaison_app.desktop.window import PAGES, Window
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Founding, Profile, found_office
from tests.desktop.conftest import CLOCK, Settle, shown_texts

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_opens_on_today_with_the_next_meeting_and_both_ledgers(window: Window) -> None:
    said = shown_texts(window)
    assert "Good morning" in said
    assert "We owe" in said
    assert "They owe" in said
    assert "Next: " in said


def test_only_what_we_owe_is_called_late(window: Window) -> None:
    for line in shown_texts(window).splitlines():
        if "awaited since" in line:
            assert "late" not in line.replace("translate", "")


def test_the_sidebar_counts_records_and_names_what_is_late(window: Window) -> None:
    office = window.session.office
    people = LISTINGS[Kind.PERSON].count(office)
    late = LISTINGS[Kind.COMMITMENT].count(office, "overdue")
    said = shown_texts(window.sidebar)
    assert f"People, {people:,}" in said
    assert f"{late} late" in said


def test_every_page_is_reached_by_its_number(qtbot: QtBot, window: Window, settle: Settle) -> None:
    in_sidebar = [plug for plug in PAGES if plug.icon]
    for number, plug in enumerate(in_sidebar[:9], 1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        settle()
        page = window.page(plug.key)
        assert page is not None
        assert page.isVisible()


def test_back_and_forward_return_to_records(qtbot: QtBot, window: Window, settle: Settle) -> None:
    session = window.session
    person = LISTINGS[Kind.PERSON].page(session.office, limit=2)
    session.open_record(Kind.PERSON, person[0].id)
    settle()
    session.open_page("commitments")
    settle()
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    settle()
    assert person[0].title in shown_texts(window)
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    settle()
    page = window.page("commitments")
    assert page is not None
    assert page.isVisible()


def test_colours_are_switched_at_once_and_kept(window: Window, settle: Settle) -> None:
    window.actions_.run("dark")
    assert look().colours.name == "dark"
    window.actions_.run("light")
    assert look().colours.name == "light"


def test_locking_is_asked_for_by_its_key(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window, Qt.Key.Key_L, CTRL)


def test_a_broken_job_becomes_a_sentence(window: Window, settle: Settle) -> None:
    def broken() -> None:
        raise RuntimeError("Kim Do-hyun")

    window.session.do(broken)
    settle()
    assert "Liaison made a mistake" in window.notice.words
    assert "Kim" not in window.notice.words


def test_an_empty_office_shows_three_ways_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    application()
    founding = Founding("Ren Abe", "Tribal Relations", "Navajo Nation", "tribal_nation")
    path, profile = tmp_path / "empty.liaison", Profile(tmp_path / "nodes.json")
    office = found_office(path, "copper mesa lantern", founding, CLOCK, profile)
    window = open_window(office)
    with qtbot.waitExposed(window):
        window.show()
    ways = "Write down a meeting", "Bring what you have", "Choose your places"
    qtbot.waitUntil(lambda: all(way in shown_texts(window) for way in ways), timeout=10_000)
    assert "Welcome, Ren Abe" in shown_texts(window)
    for page, missing in (("trips", "No trips yet"), ("commitments", "Nothing is open")):
        window.session.open_page(page)
        qtbot.waitUntil(partial(_says, window, missing), timeout=10_000)
    window.leave()
    office.close()


def _says(window: Window, words: str) -> bool:
    return words in shown_texts(window)


def test_larger_text_never_pushes_the_window_wider(window: Window, settle: Settle) -> None:
    window.actions_.run("larger")
    window.actions_.run("larger")
    row = LISTINGS[Kind.JURISDICTION].page(window.session.office, "tribal", limit=1)[0]
    window.session.open_record(Kind.JURISDICTION, row.id)
    settle()
    assert window.width() == 1280
    window.actions_.run("usual_size")


def test_a_question_of_a_page_goes_when_the_page_is_left(window: Window, settle: Settle) -> None:
    window.session.open_page("capture")
    settle()
    window.session.say("1 thing to settle before saving: which fall?", "soon")
    window.session.open_page("people")
    settle()
    assert window.notice.words == ""
    window.session.say("The medium was pulled out; your last change is kept.", "late")
    window.session.open_page("today")
    settle()
    assert "pulled out" in window.notice.words, "what went wrong stays until the next step"
