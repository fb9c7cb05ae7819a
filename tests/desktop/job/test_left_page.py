"""The export ledger in the window: how many readable copies there are, and deleting them after one question."""

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_app.desktop.pages.left.page import LeftPage
from liaison_app.desktop.parts.button import Button
from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.kinds import Kind
from liaison_app.services import people
from liaison_app.services.outgoing.leaving import Leaving, write_out
from tests.desktop.conftest import shown_texts
from tests.desktop.job.conftest import KEY, Officer


def put(officer: Officer, path: Path) -> None:
    leaving = Leaving("workbook", audience=Audience(Reader.HQ))
    write_out(officer.session.office, path, b"readable", leaving)


def page_of(officer: Officer) -> LeftPage:
    officer.session.asked.emit("left")
    officer.settle()
    page = officer.page("left")
    assert isinstance(page, LeftPage)
    return page


def answer(page: LeftPage, words: str) -> Button:
    return next(one for one in page.question.findChildren(Button) if one.text().startswith(words))


def test_an_office_that_gave_nothing_away_says_so(officer: Officer) -> None:
    page = page_of(officer)
    assert "Nothing has left this office yet" in shown_texts(page)
    assert not officer.window.sidebar.findChild(Button, "readable")
    assert "readable copies on" not in shown_texts(officer.window.sidebar)


def test_the_sidebar_counts_readable_copies_and_leads_to_them(
    officer: Officer, tmp_path: Path
) -> None:
    put(officer, tmp_path / "hq.xlsx")
    put(officer, tmp_path / "again.xlsx")
    officer.session.left.emit()
    officer.settle()
    assert "2 readable copies on this computer" in shown_texts(officer.window.sidebar)
    officer.window.sidebar.readable_asked.emit()
    officer.settle()
    said = shown_texts(officer.page("left"))
    assert "hq.xlsx" in said
    assert "headquarters" in said


def test_they_are_deleted_after_one_question_and_only_those_as_written(
    officer: Officer, tmp_path: Path
) -> None:
    for name in ("one.xlsx", "two.xlsx", "edited.xlsx"):
        put(officer, tmp_path / name)
    (tmp_path / "edited.xlsx").write_bytes(b"edited")
    page = page_of(officer)
    page.delete_all.click()
    keep, delete = answer(page, "Keep"), answer(page, "Delete for good")
    assert keep.hasFocus()
    officer.press(KEY.Key_Return)
    assert (tmp_path / "one.xlsx").exists()
    page.delete_all.click()
    delete.click()
    officer.settle()
    names = {one.name for one in tmp_path.glob("*.xlsx")}
    assert names == {"edited.xlsx"}
    assert "Deleted for good: 2" in officer.notice
    assert "1 readable copy on this computer" in shown_texts(officer.window.sidebar)


def test_a_disk_that_never_answers_holds_up_neither_the_lists_nor_the_lock(
    officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    put(officer, tmp_path / "dead.xlsx")
    asked, answers = Event(), Event()
    real = Path.stat

    def stat(self: Path, **how: bool) -> os.stat_result:
        if self.name == "dead.xlsx":
            asked.set()
            answers.wait(20)
        return real(self, **how)

    monkeypatch.setattr(Path, "stat", stat)
    try:
        officer.session.left.emit()
        qtbot.waitUntil(asked.is_set)
        qtbot.waitUntil(lambda: not officer.session.tasks.busy)
        done = people.add(officer.session.office, "Ana Lindqvist")
        officer.session.open_record(Kind.PERSON, done.id)
        qtbot.waitUntil(lambda: "Ana Lindqvist" in shown_texts(officer.page("people")))
        with qtbot.waitSignal(officer.window.locked):
            officer.window.locking.lock()
    finally:
        answers.set()


def test_an_edit_does_not_look_at_what_left_but_coming_back_does(
    officer: Officer, tmp_path: Path
) -> None:
    put(officer, tmp_path / "hq.xlsx")
    officer.session.left.emit()
    officer.settle()
    (tmp_path / "hq.xlsx").unlink()
    people.add(officer.session.office, "Ana Lindqvist")
    officer.settle()
    assert "1 readable copy on this computer" in shown_texts(officer.window.sidebar)
    QApplication.sendEvent(officer.window, QEvent(QEvent.Type.ActivationChange))
    officer.settle()
    assert "readable cop" not in shown_texts(officer.window.sidebar)
