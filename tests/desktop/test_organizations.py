"""Organizations in the window: found, opened, added, changed, verified; who holds their offices."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison_app.desktop.pages.organizations.page import OrganizationsPage
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.records.form import RecordForm
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.window import Window
from liaison_app.domain.kinds import Kind
from liaison_app.services import offices, organizations
from liaison_app.services.lists.organizations import ORGANIZATIONS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.pages.organization import organization_page
from tests.desktop.conftest import Settle, shown_texts
from tests.desktop.test_every_control import nameless

CTRL = Qt.KeyboardModifier.ControlModifier


def form_of(window: Window) -> RecordForm:
    page = window.page("organizations")
    assert isinstance(page, OrganizationsPage)
    return next(one for one in page.findChildren(RecordForm) if one.isVisible())


def typed(form: RecordForm, name: str, words: str, settle: Settle) -> None:
    field = form.field(name)
    assert isinstance(field, Field)
    QTest.keyClicks(field, words)
    settle()


def test_a_consulate_is_added_by_keyboard_and_undone(window: Window, settle: Settle) -> None:
    office = window.session.office
    count = ORGANIZATIONS.count(office)
    QTest.keyClick(window, Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    form = form_of(window)
    typed(form, "name", "Consulate General of Sasebo", settle)
    kind = form.field("kind")
    assert isinstance(kind, Pick)
    kind.choose("consulate_general")
    typed(form, "jurisdiction_id", "Colorado", settle)
    typed(form, "represents_id", "Japan", settle)
    place = form.field("jurisdiction_id")
    assert isinstance(place, RecordField)
    assert place.named is not None
    assert nameless(window) == []
    QTest.keyClick(place, Qt.Key.Key_Return, CTRL)
    settle()
    assert ORGANIZATIONS.count(office) == count + 1
    assert "Consulate general, of Japan, Colorado" in shown_texts(window)
    window.undoing.undo()
    settle()
    assert ORGANIZATIONS.count(office) == count


def test_an_organization_is_found_with_ctrl_k_and_shows_who_holds_its_offices(
    window: Window, settle: Settle
) -> None:
    office = window.session.office
    made = organizations.add(office, "Bureau of Invented Harbors", kind="agency").id
    post = offices.add(office, "Harbor Director", organization_id=made).id
    who = PEOPLE.page(office, limit=1)[0]
    offices.appoint(office, post, who.id)
    settle()
    window.actions_.run("find")
    QTest.keyClicks(window.palette_, "invented harbors")
    settle()
    window.session.open_record(Kind.ORGANIZATION, made)
    settle()
    page = window.page("organizations")
    assert page is not None
    assert window.session.office is office
    said = shown_texts(page)
    assert "Bureau of Invented Harbors" in said
    assert f"{who.title}" in said
    assert "Harbor Director" in said
    assert nameless(window) == []


def test_an_organization_is_changed_with_f2_and_verified_with_v(
    window: Window, settle: Settle
) -> None:
    office = window.session.office
    made = organizations.add(office, "Bureau of Invented Harbors", kind="agency").id
    window.session.open_record(Kind.ORGANIZATION, made)
    settle()
    QTest.keyClick(window, Qt.Key.Key_F2)
    settle()
    form = form_of(window)
    typed(form, "acronym", "BIH", settle)
    QTest.keyClick(form.field("acronym"), Qt.Key.Key_Return, CTRL)
    settle()
    assert organization_page(office, made).record.acronym == "BIH"
    window.actions_.run("verify")
    settle()
    assert organization_page(office, made).record.verified_on == window.session.today
    window.undoing.undo()
    settle()
    assert organization_page(office, made).record.verified_on is None


@pytest.mark.parametrize("action", ["new_engagement", "new_commitment", "packet"])
def test_what_is_begun_from_an_organization_opens(
    action: str, window: Window, settle: Settle
) -> None:
    office = window.session.office
    row = ORGANIZATIONS.page(office, limit=1)[0]
    window.session.open_record(Kind.ORGANIZATION, row.id)
    settle()
    window.actions_.run(action)
    settle()
    assert "mistake" not in window.notice.words
    assert not window.page("organizations").isVisible()  # type: ignore[union-attr]  # made above
