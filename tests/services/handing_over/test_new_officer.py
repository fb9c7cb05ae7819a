"""The officer is posted elsewhere: the successor finds everything on the desk, and history stays."""

import shutil
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.services import (
    anonymising,
    commitments,
    engagements,
    history,
    jurisdictions,
    people,
    requests,
    trips,
)
from liaison_app.services.drafts import (
    CommitmentDraft,
    EngagementDraft,
    ParticipantDraft,
    PersonDraft,
)
from liaison_app.services.handing_over.asked import OfficerChange
from liaison_app.services.handing_over.officer import change_officer, plan
from liaison_app.services.keeping import check
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office, Profile
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.person import person_page
from liaison_app.store import office_file
from liaison_app.store.key import Key
from tests.offices import MovingClock, opened

NEW = PersonDraft("Ottilie Brandvold")
TODAY = date(2026, 11, 24)


class Desk:
    """What lies on the desk of Marisol Okafor-Reyes."""

    def __init__(self, office: Office) -> None:
        officer = office.store.node.officer
        assert officer is not None
        self.officer: UUID = officer
        busan = jurisdictions.add(office, "Busan", kind="city", country="KR").id
        self.open = self.promise(office, "Send the harbour study", busan)
        self.kept = self.promise(office, "Return the flag", busan)
        commitments.fulfil(office, self.kept)
        self.request = requests.receive(office, "Visit of the port authority").id
        trips.plan(office, "Busan", lead_id=officer, start_on=date(2026, 12, 7))
        self.ahead = self.meeting(office, date(2026, 12, 8), busan, "He counts in tonnes.")
        self.past = self.meeting(office, date(2026, 10, 1), busan, None)
        engagements.hold(office, self.past)

    def promise(self, office: Office, wording: str, place: UUID) -> UUID:
        draft = CommitmentDraft(wording, "we_owe", facts={"jurisdiction_id": place})
        return commitments.make(office, draft).id

    def meeting(self, office: Office, day: date, place: UUID, watch_outs: str | None) -> UUID:
        held = PartialDate.day(day)
        draft = EngagementDraft(
            "Working session",
            {"held": held, "jurisdiction_id": place, "watch_outs": watch_outs},
            participants=[ParticipantDraft(self.officer, facts={"side": "ours"})],
        )
        return engagements.capture(office, draft).id


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


def owners(office: Office) -> dict[UUID, str | None]:
    owned = [(row.id, row.owner) for row in COMMITMENTS.page(office)]
    owned += [(row.id, row.owner) for row in REQUESTS.page(office)]
    return {one: owner.title if owner is not None else None for one, owner in owned}


def test_what_is_open_goes_to_the_successor_and_what_is_done_stays(
    office: Office, desk: Desk
) -> None:
    told, _ = change_officer(office, OfficerChange(NEW))
    assert [row.owner and row.owner.title for row in told.note.we_owe] == ["Ottilie Brandvold"]
    assert owners(office) == {
        desk.open: "Ottilie Brandvold",
        desk.kept: "Marisol Okafor-Reyes",
        desk.request: "Ottilie Brandvold",
    }
    lead = TRIPS.page(office)[0].lead
    assert lead is not None
    assert lead.title == "Ottilie Brandvold"
    there = {
        one: engagement_page(office, one).participants[0].name for one in (desk.ahead, desk.past)
    }
    assert there == {desk.ahead: "Ottilie Brandvold", desk.past: "Marisol Okafor-Reyes"}


def test_the_new_officer_works_here_from_the_next_step_on(office: Office, desk: Desk) -> None:
    change_officer(office, OfficerChange(NEW))
    commitments.progress(office, desk.open, "in_progress")
    after, handed = history.latest(office, 2)
    assert after.officer is not None
    assert handed.officer is not None
    assert (after.officer.title, handed.officer.title) == (
        "Ottilie Brandvold",
        "Marisol Okafor-Reyes",
    )
    assert COMMITMENTS.count(office, "mine open") == 1
    new = PEOPLE.page(office, "brandvold")[0]
    old = person_page(office, desk.officer).career[0]
    assert new.held is not None
    assert (new.held.title, new.held.start_on) == ("Liaison officer", TODAY)
    assert old.end_on == date(2026, 11, 23)
    assert check(office).broken == ()


def test_the_file_knows_its_officer_when_it_is_opened_again(
    founded: tuple[Path, Key], tmp_path: Path, moving_clock: MovingClock
) -> None:
    made = opened(founded, tmp_path, moving_clock)
    change_officer(made, OfficerChange(NEW))
    new, path, key = made.store.node.officer, made.path, made.store.key
    made.close()
    again = office_file.open_office(path, key, moving_clock, made.profile)
    assert again.node.officer == new
    again.close()
    copy = Path(shutil.copy(path, path.with_name("copy.liaison")))
    elsewhere = office_file.open_office(copy, key, moving_clock, Profile(tmp_path / "none.json"))
    assert (elsewhere.node.officer, elsewhere.node.series == "") == (new, False)
    elsewhere.close()


def test_one_undo_takes_all_of_it_back_whoever_asks(office: Office, desk: Desk) -> None:
    before = owners(office), TRIPS.page(office), PEOPLE.page(office)
    change_officer(office, OfficerChange(NEW))
    line = history.next_undo(office)
    assert line is not None
    assert line.label == "Hand this copy over to Ottilie Brandvold"
    history.undo(office)
    assert office.store.node.officer == desk.officer
    assert (owners(office), TRIPS.page(office), PEOPLE.page(office)) == before


def test_undo_says_what_the_new_officer_has_done_since(office: Office, desk: Desk) -> None:
    change_officer(office, OfficerChange(NEW))
    commitments.make(office, CommitmentDraft("Send the tonnage", "we_owe"))
    with pytest.raises(Refusal, match=r"undo\.moved_on"):
        history.undo(office, history.latest(office, 2)[1].ref)


def test_the_note_says_what_one_must_know_on_the_first_morning(office: Office, desk: Desk) -> None:
    note = plan(office, OfficerChange(NEW)).note
    assert [one.jurisdiction.title for one in note.relations] == ["Busan"]
    assert note.relations[0].last_engagement_on == date(2026, 10, 1)
    assert [row.title for row in note.we_owe] == ["Send the harbour study"]
    assert [row.id for row in note.coming] == [desk.ahead]
    assert [row.id for row in note.requests] == [desk.request]
    assert [(one.said, one.on) for one in note.watch_outs] == [
        ("He counts in tonnes.", date(2026, 12, 8))
    ]


def test_a_former_officer_may_be_anonymised(office: Office, desk: Desk) -> None:
    with pytest.raises(Refusal, match=r"anonymise\.officer"):
        anonymising.anonymise(office, desk.officer)
    change_officer(office, OfficerChange(NEW))
    anonymising.anonymise(office, desk.officer)


def test_what_can_t_be_is_refused(office: Office, desk: Desk) -> None:
    with pytest.raises(Refusal, match=r"handover\.same_officer"):
        change_officer(office, OfficerChange(desk.officer))
    with pytest.raises(Refusal, match=r"date\.in_future"):
        change_officer(office, OfficerChange(NEW, date(2027, 1, 1)))
    assert PEOPLE.count(office) == 1
    somebody = people.add(office, "Kim Do-hyun").id
    assert change_officer(office, OfficerChange(somebody, TODAY))[1].id == somebody
