"""What a person speaks, where a place lies, what the work with it serves: added and taken away by keyboard, undone."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from liaison_app.desktop.pages.people.languages import LanguageField
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.field import State
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.window import Window
from liaison_app.domain.kinds import Kind
from liaison_app.services import jurisdictions, people
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.office import Office
from liaison_app.services.pages.jurisdiction import jurisdiction_page
from liaison_app.services.pages.person import person_page
from tests.desktop.conftest import Settle
from tests.desktop.test_tenures import button


def named(window: Window, kind: type[QWidget], name: str) -> QWidget:
    found = [w for w in window.findChildren(kind) if w.isVisible() and w.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} are called {name}"
    return found[0]


def spoken(office: Office, person: UUID) -> dict[str, str | None]:
    return {one.language: one.level for one in person_page(office, person).languages}


def located(office: Office, place: UUID) -> set[str]:
    return {one.title for one in jurisdiction_page(office, place).located_in}


def test_languages_are_added_by_name_and_taken_away(window: Window, settle: Settle) -> None:
    office = window.session.office
    person = people.add(office, "Rosalía Quiñones-Vigil").id
    window.session.open_record(Kind.PERSON, person)
    settle()
    for name, level in (("korean", "working"), ("Navajo", "native")):
        how_well = named(window, Pick, "How well")
        assert isinstance(how_well, Pick)
        how_well.choose(level)
        field = named(window, LanguageField, "Add a language")
        field.setFocus()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()
    assert spoken(office, person) == {"ko": "working", "nv": "native"}
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Add a language", "one goes on typing"
    QTest.keyClick(named(window, Chip, "Korean, working"), Qt.Key.Key_Delete)
    settle()
    assert spoken(office, person) == {"nv": "native"}
    window.undoing.undo()
    settle()
    assert spoken(office, person) == {"ko": "working", "nv": "native"}


def test_a_language_nobody_knows_is_refused_and_stays_in_its_field(
    window: Window, settle: Settle
) -> None:
    office = window.session.office
    person = people.add(office, "Rosalía Quiñones-Vigil").id
    window.session.open_record(Kind.PERSON, person)
    settle()
    field = named(window, LanguageField, "Add a language")
    assert isinstance(field, LanguageField)
    QTest.keyClicks(field, "Kornish-ish")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert field.state is State.REFUSED
    assert field.text() == "Kornish-ish"
    assert spoken(office, person) == {}


def test_a_tribal_nation_lies_in_several_states(window: Window, settle: Settle) -> None:
    office = window.session.office
    nation = jurisdictions.add(office, "Nation of the Two Mesas", kind="tribal_nation").id
    window.session.open_record(Kind.JURISDICTION, nation)
    settle()
    for state in ("New Mexico", "Arizona"):
        field = named(window, RecordField, "Add where it lies")
        QTest.keyClicks(field, state)
        settle()
        QTest.keyClick(button(window, "Add where it lies"), Qt.Key.Key_Return)
        settle()
    assert located(office, nation) == {"New Mexico", "Arizona"}
    assert JURISDICTIONS.page(office, '"Two Mesas"')[0].parent is None
    QTest.keyClick(named(window, Chip, "Arizona"), Qt.Key.Key_Backspace)
    settle()
    assert located(office, nation) == {"New Mexico"}
    window.undoing.undo()
    settle()
    assert located(office, nation) == {"New Mexico", "Arizona"}


def test_a_place_does_not_lie_in_itself(window: Window, settle: Settle) -> None:
    office = window.session.office
    nation = jurisdictions.add(office, "Nation of the Two Mesas", kind="tribal_nation").id
    window.session.open_record(Kind.JURISDICTION, nation)
    settle()
    QTest.keyClicks(named(window, RecordField, "Add where it lies"), "Nation of the Two Mesas")
    settle()
    QTest.keyClick(button(window, "Add where it lies"), Qt.Key.Key_Return)
    settle()
    assert located(office, nation) == set()
    assert "doesn’t lie in itself" in window.notice.words


def test_priorities_are_added_and_taken_away(window: Window, settle: Settle) -> None:
    office = window.session.office
    place = jurisdictions.add(office, "Puerto Invented", kind="city").id
    window.session.open_record(Kind.JURISDICTION, place)
    settle()
    for code in ("energy", "culture"):
        which = named(window, Pick, "Priority to add")
        assert isinstance(which, Pick)
        which.choose(code)
        QTest.keyClick(button(window, "Add this priority"), Qt.Key.Key_Return)
        settle()
    assert set(jurisdiction_page(office, place).priorities) == {"energy", "culture"}
    which = named(window, Pick, "Priority to add")
    assert isinstance(which, Pick)
    offered = {which.itemText(at) for at in range(which.count())}
    assert "Energy" not in offered, "what is there isn't offered again"
    QTest.keyClick(named(window, Chip, "Energy"), Qt.Key.Key_Delete)
    settle()
    assert jurisdiction_page(office, place).priorities == ("culture",)
    window.undoing.undo()
    settle()
    assert set(jurisdiction_page(office, place).priorities) == {"energy", "culture"}
