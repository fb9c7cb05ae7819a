"""Editing in place, by keyboard, and taking it back by name."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_app.desktop.parts.field import Field, State, TextBox
from liaison_app.desktop.records.date_field import DateField
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.window import Window
from liaison_app.domain.kinds import Kind
from liaison_app.services import people
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.services.pages.commitment import commitment_page
from tests.desktop.conftest import Settle, shown_texts

CTRL = Qt.KeyboardModifier.ControlModifier


def form_of(window: Window) -> RecordForm:
    found = [one for one in window.findChildren(RecordForm) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def open_person(window: Window, settle: Settle) -> str:
    row = PEOPLE.page(window.session.office, limit=1)[0]
    window.session.open_record(Kind.PERSON, row.id)
    settle()
    return row.title


def test_f2_edits_ctrl_enter_saves_ctrl_z_takes_back(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    before = open_person(window, settle)
    QTest.keyClick(window, Qt.Key.Key_F2)
    settle()
    name = form_of(window).field("full_name")
    assert isinstance(name, Field)
    assert QApplication.focusWidget() is name
    name.setText("Müller-Ōta Ren")
    QTest.keyClick(name, Qt.Key.Key_Return, CTRL)
    settle()
    assert "Müller-Ōta Ren" in shown_texts(window)
    assert "Müller-Ōta Ren" in window.notice.words
    undo = window.actions_.get("undo")
    assert undo.isEnabled()
    assert undo.text().startswith("Undo: ")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    settle()
    page = window.page("people")
    assert page is not None
    assert before in shown_texts(page)
    assert "Müller-Ōta Ren" not in shown_texts(page)


def test_redo_does_again_what_was_undone(qtbot: QtBot, window: Window, settle: Settle) -> None:
    office = window.session.office
    row = PEOPLE.page(office, limit=1)[0]
    window.session.open_record(Kind.PERSON, row.id)
    settle()
    window.session.do(lambda: people.change(office, row.id, phone="+1 505 555 0190"))
    settle()
    window.undoing.undo()
    settle()
    assert PEOPLE.rows(office, [row.n])[0].phone == row.phone
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert PEOPLE.rows(office, [row.n])[0].phone == "+1 505 555 0190"


def test_esc_leaves_everything_as_it_was(qtbot: QtBot, window: Window, settle: Settle) -> None:
    before = open_person(window, settle)
    QTest.keyClick(window, Qt.Key.Key_F2)
    name = form_of(window).field("full_name")
    assert isinstance(name, Field)
    name.setText("Somebody else")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    settle()
    assert not [one for one in window.findChildren(RecordForm) if one.isVisible()]
    assert before in shown_texts(window)


def test_a_page_with_something_unsaved_stays_and_says_why(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    open_person(window, settle)
    QTest.keyClick(window, Qt.Key.Key_F2)
    form = form_of(window)
    name = form.field("full_name")
    assert isinstance(name, Field)
    name.setText("Not saved")
    window.session.open_page("today")
    settle()
    assert form.isVisible()
    assert "Not saved yet" in shown_texts(form)


def test_an_empty_name_is_refused_at_its_field(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    open_person(window, settle)
    QTest.keyClick(window, Qt.Key.Key_F2)
    form = form_of(window)
    name = form.field("full_name")
    assert isinstance(name, Field)
    name.clear()
    form.save()
    settle()
    assert form.isVisible()
    assert name.state is State.REFUSED


def test_a_new_person_is_added_by_keyboard(qtbot: QtBot, window: Window, settle: Settle) -> None:
    count = PEOPLE.count(window.session.office)
    window.actions_.run("new_person")
    settle()
    name = form_of(window).field("full_name")
    assert isinstance(name, Field)
    name.setText("Ōe Kenzaburo")
    QTest.keyClick(name, Qt.Key.Key_Return, CTRL)
    settle()
    assert PEOPLE.count(window.session.office) == count + 1
    assert "Ōe Kenzaburo" in shown_texts(window)


def test_dates_are_read_as_people_type_them(qtbot: QtBot) -> None:
    field = DateField("Due", date(2026, 11, 23), ahead=True)
    qtbot.addWidget(field)
    for typed, read in (
        ("1 dec", "Tue 1 Dec 2026"),
        ("1 jun", "Tue 1 Jun 2027"),
        ("Q2 2027", "Q2 2027"),
        ("before the visit", "before the visit"),
    ):
        field.setText(typed)
        assert field.reading == read
        assert field.state is State.FINE
    field.setText("31/02/2024")
    assert field.state is State.REFUSED
    assert field.text() == "31/02/2024"
    assert field.problem


def overdue(office: Office) -> tuple[int, object]:
    row = COMMITMENTS.page(office, "overdue", limit=1)[0]
    return row.n, row.id


def test_a_commitment_is_fulfilled_with_evidence_and_taken_back(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    office = window.session.office
    row = COMMITMENTS.page(office, "overdue", limit=1)[0]
    window.session.open_record(Kind.COMMITMENT, row.id)
    settle()
    window.actions_.run("fulfil")
    settle()
    form = form_of(window)
    reference = form.field("reference")
    assert isinstance(reference, Field)
    reference.setText("letter 2026/118")
    QTest.keyClick(reference, Qt.Key.Key_Return, CTRL)
    settle()
    page = commitment_page(office, row.id)
    assert page.record.status == "fulfilled"
    assert [one.reference for one in page.evidence][-1] == "letter 2026/118"
    assert row.ref in window.notice.words
    window.undoing.undo()
    settle()
    after = commitment_page(office, row.id)
    assert after.record.status == row.status
    assert "letter 2026/118" not in [one.reference for one in after.evidence]


def test_a_commitment_is_made_with_a_due_month(
    qtbot: QtBot, window: Window, settle: Settle
) -> None:
    office = window.session.office
    count = COMMITMENTS.count(office)
    window.actions_.run("new_commitment")
    settle()
    form = form_of(window)
    wording, due = form.field("wording"), form.field("due")
    assert isinstance(wording, TextBox)
    assert isinstance(due, DateField)
    wording.setPlainText("Send the list of five apprentices")
    due.setText("March 2027")
    QTest.keyClick(due, Qt.Key.Key_Return, CTRL)
    settle()
    assert COMMITMENTS.count(office) == count + 1
    made = COMMITMENTS.page(office, '"five apprentices"', limit=1)[0]
    assert made.due is not None
    assert made.due.label() == "Mar 2027"


def test_undo_says_what_moved_on_and_asks(qtbot: QtBot, window: Window, settle: Settle) -> None:
    office, session = window.session.office, window.session
    row = PEOPLE.page(office, limit=1)[0]
    session.open_record(Kind.PERSON, row.id)
    settle()
    first = people.change(office, row.id, phone="+1 505 555 0191")
    people.change(office, row.id, phone="+1 505 555 0192")
    settle()
    assert first.step is not None
    session.undo_asked.emit(first.step)
    settle()
    said = shown_texts(window)
    assert "Restore all" in said
    assert "Undo the rest, keep these" in said
    assert PEOPLE.rows(office, [row.n])[0].phone == "+1 505 555 0192"


def test_undo_asks_first_if_its_record_is_not_on_the_screen(window: Window, settle: Settle) -> None:
    office, session = window.session.office, window.session
    one, other = PEOPLE.page(office, limit=2)
    people.change(office, one.id, phone="+1 505 555 0193")
    settle()
    people.change(office, other.id, phone="+1 505 555 0194")
    settle()
    window.undoing.undo()
    settle()
    session.open_page("trips")
    settle()
    window.undoing.undo()
    settle()
    assert "Undo it" in shown_texts(window)
    assert PEOPLE.rows(office, [one.n])[0].phone == "+1 505 555 0193"


def test_deleting_offers_undo(window: Window, settle: Settle) -> None:
    office = window.session.office
    done = people.add(office, "Nobody Invented")
    settle()
    window.session.open_record(Kind.PERSON, done.id)
    settle()
    page = window.page("people")
    count = PEOPLE.count(office)
    page.delete()  # type: ignore[union-attr]  # the page of people
    settle()
    assert PEOPLE.count(office) == count - 1
    window.undoing.undo()
    settle()
    assert PEOPLE.count(office) == count
