"""Handing over from the window: told first, then one step, one undo, and what is left to do stays in sight."""

from datetime import date
from uuid import UUID

import pytest

from liaison_app.desktop.pages.handing_over.page import HandOverPage
from liaison_app.desktop.parts.pick import Pick
from liaison_app.domain.dates import PartialDate
from liaison_app.services import commitments, engagements, history, offices, people, trips
from liaison_app.services.drafts import CommitmentDraft, EngagementDraft, ParticipantDraft
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from tests.desktop.conftest import shown_texts
from tests.desktop.job.conftest import CTRL, KEY, Officer


@pytest.fixture
def mayor(office: Office) -> UUID:
    """The mayor of Chattanooga, with a promise, a meeting held and a trip ahead."""
    post = offices.add(
        office, "Mayor", jurisdiction_id=UUID(office.setting("home")), is_head=True
    ).id
    old = people.add(office, "Bertil Rask", is_ours=True).id
    kim = people.add(office, "Kim Do-hyun").id
    offices.appoint(office, post, old, start_on=date(2019, 1, 7))
    abroad = offices.add(office, "Mayor of Busan").id
    offices.appoint(office, abroad, kim, start_on=date(2026, 7, 1))
    trips.plan(office, "Busan in spring", principal_id=old, start_on=date(2027, 3, 8))
    commitments.make(office, CommitmentDraft("Come to the festival", "we_owe", obligor=old))
    who = [ParticipantDraft(old, facts={"side": "ours"}), ParticipantDraft(kim)]
    held = PartialDate.day(date(2026, 10, 1))
    engagements.hold(
        office, engagements.capture(office, EngagementDraft("Call", {"held": held}, None, who)).id
    )
    return old


def page_of(officer: Officer) -> HandOverPage:
    officer.session.asked.emit("hand_over")
    officer.settle()
    page = officer.page("hand_over")
    assert isinstance(page, HandOverPage)
    return page


def ask(officer: Officer, page: HandOverPage) -> None:
    """Type who takes over and from when, as a person does."""
    officer.write("Delphine Osei-Ward")
    officer.tab_to(page.asking.on)
    officer.write("4 jan 2027")
    officer.press(KEY.Key_Tab)


def test_it_says_what_is_needed_and_then_what_would_happen(officer: Officer, mayor: UUID) -> None:
    page = page_of(officer)
    assert page.asking.to.hasFocus()
    assert not page.button.isEnabled()
    assert "Say who takes over" in shown_texts(page)
    before = len(history.latest(officer.session.office))
    ask(officer, page)
    said = shown_texts(page)
    assert page.asking.to.reading == "a new person"
    for words in ("Bertil Rask", "Come to the festival", "Busan in spring", "Kim Do-hyun"):
        assert words in said
    assert page.button.isEnabled()
    assert len(history.latest(officer.session.office)) == before


def test_somebody_known_is_read_as_the_record(officer: Officer, mayor: UUID) -> None:
    people.add(officer.session.office, "Delphine Osei-Ward")
    page = page_of(officer)
    ask(officer, page)
    assert page.asking.to.reading.startswith("P-")
    assert page.button.isEnabled()


def test_one_step_does_it_and_one_undo_takes_it_back(officer: Officer, mayor: UUID) -> None:
    office, page = officer.session.office, page_of(officer)
    ask(officer, page)
    officer.press(KEY.Key_Return, CTRL)
    assert officer.notice == "Handed over to Delphine Osei-Ward."
    trip = TRIPS.page(office)[0]
    assert trip.principal is not None
    assert trip.principal.title == "Delphine Osei-Ward"
    assert "Introductions to be written" in shown_texts(page)
    officer.window.undoing.undo()
    officer.settle()
    trip = TRIPS.page(office)[0]
    assert trip.principal is not None
    assert trip.principal.title == "Bertil Rask"


def test_each_commitment_may_be_treated_otherwise(officer: Officer, mayor: UUID) -> None:
    office, page = officer.session.office, page_of(officer)
    ask(officer, page)
    ref = COMMITMENTS.page(office)[0].ref
    pick = next(one for one in page.findChildren(Pick) if ref in one.accessibleName())
    assert pick.code == "review"
    pick.choose("withdraw")
    pick.picked.emit("withdraw")
    page.hand_over()
    officer.settle()
    assert [row.status for row in COMMITMENTS.page(office)] == ["withdrawn"]


def test_a_new_officer_is_greeted_with_the_note(officer: Officer, mayor: UUID) -> None:
    page = page_of(officer)
    page.asking.who_changes.choose("officer")
    page.asking.who_changes.chosen.emit("officer")
    page.asking.officer_to.setFocus()
    officer.write("Ottilie Brandvold")
    assert "Come to the festival" in shown_texts(page)
    page.hand_over()
    officer.settle()
    assert officer.notice == "Handed this copy over to Ottilie Brandvold."
    assert "Watch-outs" in shown_texts(page)
    officer.session.open_page("today")
    officer.settle()
    assert "Ottilie Brandvold" in shown_texts(officer.page("today"))


def test_an_office_without_a_head_says_how_to_go_on(officer: Officer) -> None:
    page = page_of(officer)
    ask(officer, page)
    assert "isn’t entered yet" in shown_texts(page)
    assert "--" not in shown_texts(page)
    assert not page.button.isEnabled()
    page.asking.post.setFocus()
    officer.write("Mayor")
    assert page.button.isEnabled()
