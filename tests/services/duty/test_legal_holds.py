"""A legal hold stops whatever would erase something of a record, until somebody lifts it."""

from datetime import date

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    attachments,
    engagements,
    history,
    legal_holds,
    people,
    private_facts,
    removing,
)
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.office import Office
from liaison_app.store.erase import erase, every_cell
from liaison_app.system import messages


def test_a_hold_is_one_step_with_its_reason_and_so_is_lifting_it(office: Office) -> None:
    ana = people.add(office, "Ana Ruíz").id
    put = legal_holds.put(office, Kind.PERSON, ana, "Harbour inquiry")
    held = legal_holds.standing_hold(office, Kind.PERSON, ana)
    assert held == legal_holds.Hold("Harbour inquiry", date(2026, 11, 24))
    lifted = legal_holds.lift(office, Kind.PERSON, ana, "Inquiry closed")
    assert put.step != lifted.step
    assert legal_holds.standing_hold(office, Kind.PERSON, ana) is None
    (kept,) = legal_holds.holds_of(office, Kind.PERSON, ana)
    assert (kept.reason, kept.lifted_reason) == ("Harbour inquiry", "Inquiry closed")
    labels = [line.done for line in history.of_record(office, ana)][:2]
    assert labels == ["Lifted the legal hold of Ana Ruíz", "Put Ana Ruíz under legal hold"]


def test_a_hold_needs_a_reason_and_can_be_put_and_lifted_once(office: Office) -> None:
    ana = people.add(office, "Ana Ruíz").id
    with pytest.raises(Refusal, match=r"hold\.no_reason"):
        legal_holds.put(office, Kind.PERSON, ana, " ")
    with pytest.raises(Refusal, match=r"hold\.not_held"):
        legal_holds.lift(office, Kind.PERSON, ana, "done")
    legal_holds.put(office, Kind.PERSON, ana, "Harbour inquiry")
    with pytest.raises(Refusal, match=r"hold\.is_held"):
        legal_holds.put(office, Kind.PERSON, ana, "Again")


def test_what_is_held_is_not_erased_nor_its_files_nor_what_was_merged_with_it(
    office: Office,
) -> None:
    ana, same = people.add(office, "Ana Ruíz").id, people.add(office, "A. Ruíz").id
    private_facts.keep(office, same, date(2026, 12, 20), diet="no shellfish")
    picture = attachments.attach(office, Kind.PERSON, same, "a.png", b"\x89PNG\r\n\x1a\nA").id
    removing.merge(office, Kind.PERSON, ana, same)
    legal_holds.put(office, Kind.PERSON, ana, "Harbour inquiry")
    with pytest.raises(Refusal, match=r"erase\.held"):
        private_facts.forget(office, ana)
    for table, row in (("person", same), ("attachment", picture)):
        with pytest.raises(Refusal) as refused:
            erase(office.store, ana, every_cell(table, row))
        sentence = messages.text(refused.value.code, **refused.value.params)
        assert sentence == (
            "P-0002 is under a legal hold. Nothing was erased; lift the hold first."
        )
    legal_holds.lift(office, Kind.PERSON, ana, "Inquiry closed")
    assert private_facts.forget(office, ana)


def test_a_held_meeting_keeps_its_files(office: Office) -> None:
    meeting = engagements.capture(office, EngagementDraft("Port visit")).id
    paper = attachments.attach(office, Kind.ENGAGEMENT, meeting, "note.txt", b"words").id
    legal_holds.put(office, Kind.ENGAGEMENT, meeting, "Harbour inquiry")
    with pytest.raises(Refusal, match=r"erase\.held"):
        erase(office.store, meeting, every_cell("attachment", paper))
    assert attachments.content_of(office, paper) == b"words"
