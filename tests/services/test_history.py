"""History and undo in the officer's words."""

from datetime import date

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import commitments, history, people
from liaison_app.services.cell_history import of_cell
from liaison_app.services.drafts import CommitmentDraft
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.system.messages import TEXTS


def test_a_step_says_what_it_changed(office: Office) -> None:
    one = commitments.make(office, CommitmentDraft("Five apprentices", "we_owe"))
    commitments.change(office, one.id, due=PartialDate.day(date(2026, 12, 9)))
    line = history.next_undo(office)
    assert line is not None
    assert line.label == "Change the due date of C-2026-0001"
    assert history.latest(office)[0].done == "Changed the due date of C-2026-0001"
    assert line.officer is not None
    assert line.officer.title == "Marisol Okafor-Reyes"


def test_undo_goes_back_step_by_step_and_redo_forward(office: Office) -> None:
    one = people.add(office, "Ruth Begay")
    people.change(office, one.id, phone="+1 928 555 0100")
    history.undo(office)
    history.undo(office)
    assert PEOPLE.count(office, "begay") == 0
    with pytest.raises(Refusal, match=r"undo\.nothing"):
        history.undo(office)
    history.redo(office)
    history.redo(office)
    assert PEOPLE.page(office, "begay")[0].phone == "+1 928 555 0100"
    with pytest.raises(Refusal, match=r"redo\.nothing"):
        history.redo(office)
    history.undo(office)
    assert PEOPLE.page(office, "begay")[0].phone is None
    assert [line.done for line in history.latest(office, 2)] == [
        "Undid: Change the phone of Ruth Begay",
        "Did again: Change the phone of Ruth Begay",
    ]


def test_new_work_ends_what_could_be_done_again(office: Office) -> None:
    people.add(office, "Ruth Begay")
    history.undo(office)
    people.add(office, "Lars Lund")
    assert history.next_redo(office) is None


def test_the_history_of_a_record_leaves_out_the_others(office: Office) -> None:
    one = people.add(office, "Ruth Begay")
    people.add(office, "Lars Lund")
    people.verify(office, one.id)
    assert [line.done for line in history.of_record(office, one.id)] == [
        "Verified Ruth Begay",
        "Added Ruth Begay",
    ]


def test_the_history_of_one_field(office: Office) -> None:
    due = PartialDate.month(2026, 12)
    draft = CommitmentDraft("Five apprentices", "we_owe", facts={"due": due})
    one = commitments.make(office, draft).id
    commitments.change(office, one, due=PartialDate.day(date(2026, 12, 9)))
    commitments.change(office, one, due=PartialDate.before_event())
    commitments.change(office, one, wording="Six apprentices")
    versions = of_cell(office, Kind.COMMITMENT, one, "due")
    assert [version.value for version in versions] == [
        "before the visit",
        "9 Dec 2026",
        "Dec 2026",
    ]
    assert versions[-1].step.verb == "commitment.make"
    owners = of_cell(office, Kind.COMMITMENT, one, "owner_id")
    assert [version.value for version in owners] == ["Marisol Okafor-Reyes"]


def test_every_step_has_both_its_labels() -> None:
    verbs = {code.removeprefix("step.") for code in TEXTS if code.startswith("step.")}
    assert verbs == {code.removeprefix("done.") for code in TEXTS if code.startswith("done.")}
