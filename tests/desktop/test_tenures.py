"""Who takes which office, from when to when: entered, changed, ended and taken back in the window."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from liaison_app.desktop.pages.people.page import PeoplePage
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.field import Field, State
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.segmented import Switch
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.window import Window
from liaison_app.domain.kinds import Kind
from liaison_app.domain.tenures import Seat
from liaison_app.services import people
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.office import Office
from liaison_app.services.pages.person import person_page
from liaison_app.services.rows import OfficeHeld, OfficeRow
from tests.desktop.conftest import Settle, shown_texts
from tests.desktop.test_every_control import nameless

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def newcomer(window: Window, settle: Settle) -> UUID:
    """Somebody without an office, on the screen."""
    made = people.add(window.session.office, "Rosalía Quiñones-Vigil").id
    window.session.open_record(Kind.PERSON, made)
    settle()
    return made


def button(window: Window, name: str) -> Button:
    found = [b for b in window.findChildren(Button) if b.isVisible() and b.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} buttons are called {name}"
    return found[0]


def took_office(window: Window, settle: Settle) -> RecordForm:
    QTest.keyClick(button(window, "Took office…"), Qt.Key.Key_Return)
    settle()
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    return next(one for one in page.findChildren(RecordForm) if one.isVisible())


def fill(form: RecordForm, settle: Settle, **words: str) -> None:
    for name, typed in words.items():
        field = form.field(name)
        assert isinstance(field, Field)
        field.setText("")
        QTest.keyClicks(field, typed)
        settle()


def save(form: RecordForm, settle: Settle) -> None:
    QTest.keyClick(form.field("standing"), Qt.Key.Key_Return, CTRL)
    settle()


def held(office: Office, person: UUID) -> OfficeHeld:
    career = person_page(office, person).career
    assert len(career) == 1
    return career[0]


def mayor(office: Office) -> OfficeRow:
    return OFFICES.page(office, 'jurisdiction:Helmstedt "mayor"', limit=1)[0]


def test_a_successor_takes_office_and_the_predecessor_ends_in_one_step(
    window: Window, settle: Settle, newcomer: UUID
) -> None:
    office = window.session.office
    before = mayor(office)
    assert before.holders
    form = took_office(window, settle)
    fill(form, settle, jurisdiction_id="Helmstedt", office_id=before.title)
    fill(form, settle, took_office_on="1 dec 2026", term_ends_on="30 nov 2031")
    said = form.field("end_predecessor").accessibleDescription()
    assert f"{before.holders[0].title}, since" in said
    ending = form.field("end_predecessor")
    assert isinstance(ending, Switch)
    assert not ending.isChecked(), "nobody's term is ended unasked"
    ending.click()
    save(form, settle)
    tenure = held(office, newcomer)
    assert (tenure.office_id, tenure.start_on) == (before.id, date(2026, 12, 1))
    assert tenure.term_ends_on == date(2031, 11, 30)
    old = [
        one
        for one in person_page(office, before.holders[0].id).career
        if one.office_id == before.id
    ]
    assert [one.end_on for one in old] == [date(2026, 11, 30)]
    window.undoing.undo()
    settle()
    assert person_page(office, newcomer).career == ()
    assert mayor(office).holders == before.holders


def test_an_office_that_is_not_here_yet_is_entered_with_whoever_takes_it(
    window: Window, settle: Settle, newcomer: UUID
) -> None:
    office = window.session.office
    count = OFFICES.count(office)
    form = took_office(window, settle)
    assert "This office isn’t here yet" not in shown_texts(form)
    fill(form, settle, jurisdiction_id="Helmstedt", office_id="Envoy for the Border Museum")
    assert "This office isn’t here yet" in shown_texts(form)
    standing = form.field("standing")
    assert isinstance(standing, Pick)
    standing.choose("acting")
    save(form, settle)
    tenure = held(office, newcomer)
    assert OFFICES.count(office) == count + 1
    assert tenure.title == "Envoy for the Border Museum"
    assert tenure.jurisdiction is not None
    assert tenure.jurisdiction.title == "Helmstedt"
    assert tenure.seat is Seat.ACTING
    window.undoing.undo()
    settle()
    assert OFFICES.count(office) == count


def test_an_office_without_a_place_is_asked_whose_it_is(
    window: Window, settle: Settle, newcomer: UUID
) -> None:
    form = took_office(window, settle)
    save(form, settle)
    assert "Which office?" in form.field("office_id").accessibleDescription()
    fill(form, settle, office_id="Keeper of the Seal")
    save(form, settle)
    place = form.field("jurisdiction_id")
    assert isinstance(place, RecordField)
    assert form.isVisible()
    assert place.state is State.REFUSED
    assert "Whose office is “Keeper of the Seal”?" in place.accessibleDescription()
    assert person_page(window.session.office, newcomer).career == ()


def test_a_term_is_changed_ended_and_taken_back(
    window: Window, settle: Settle, newcomer: UUID
) -> None:
    office = window.session.office
    form = took_office(window, settle)
    fill(form, settle, jurisdiction_id="Helmstedt", office_id="Archivist")
    fill(form, settle, took_office_on="1 feb 2024")
    save(form, settle)
    more = button(window, "What to do with this term: Archivist, Helmstedt")
    menu = more.findChild(QMenu)
    assert menu is not None
    offered = {action.text(): action for action in menu.actions()}
    offered["Change the term…"].trigger()
    settle()
    page = window.page("people")
    assert page is not None
    change = next(one for one in page.findChildren(RecordForm) if one.isVisible())
    fill(change, settle, next_election_on="3 nov 2027")
    assert nameless(window) == []
    save(change, settle)
    assert held(office, newcomer).end_on is None
    more = button(window, "What to do with this term: Archivist, Helmstedt")
    menu = more.findChild(QMenu)
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Ended today").trigger()
    settle()
    assert held(office, newcomer).end_on == date(2026, 11, 23)
    window.undoing.undo()
    settle()
    assert held(office, newcomer).end_on is None


def test_a_form_that_was_filled_for_another_office_ends_nobody(
    window: Window, settle: Settle, newcomer: UUID
) -> None:
    form = took_office(window, settle)
    fill(form, settle, jurisdiction_id="Helmstedt", office_id=mayor(window.session.office).title)
    ending = form.field("end_predecessor")
    assert isinstance(ending, Switch)
    ending.click()
    fill(form, settle, office_id="Archivist")
    assert not ending.isChecked()
    assert not ending.isVisible()
