"""A meeting is captured whole: people, points and promises in one step, taken back in one."""

from datetime import UTC, date, datetime

import pytest

from liaison_app.domain.commitments import Standing
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.services import engagements, jurisdictions
from liaison_app.services.drafts import (
    CommitmentDraft,
    EngagementDraft,
    ParticipantDraft,
    PersonDraft,
    PointDraft,
    ScenarioDraft,
)
from liaison_app.services.editing import Done
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from tests.offices import MovingClock


def captured(office: Office) -> Done:
    busan = jurisdictions.add(office, "Busan", native_name="부산광역시", kind="city", country="KR")
    kim = PersonDraft("Kim Do-hyun", title="Mayor", facts={"native_name": "김도현"})
    return engagements.capture(
        office,
        EngagementDraft(
            title="Courtesy call on Mayor Kim Do-hyun",
            facts={
                "kind": "courtesy_call",
                "start_at": datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
                "zone": "Asia/Seoul",
                "jurisdiction_id": busan.id,
                "status": "held",
                "notes": "He prefers tea.",
            },
            participants=[
                ParticipantDraft(kim, facts={"role": "principal", "came": True}),
                ParticipantDraft(unnamed="+1 security"),
            ],
            points=[PointDraft("raise", "Port MOU"), PointDraft("avoid", "The ferry terminal")],
            scenario=[ScenarioDraft("Arrival at the side door", {"minutes": 5})],
            commitments=[
                CommitmentDraft(
                    "Send the port MOU draft",
                    "we_owe",
                    beneficiary=kim,
                    facts={"due": PartialDate.day(date(2026, 12, 4))},
                ),
                CommitmentDraft("20 places for students", "they_owe", obligor=kim),
            ],
            topics=["Port", "Students"],
            priorities=["education_youth"],
        ),
    )


def test_one_step_holds_the_meeting_its_people_and_its_promises(office: Office) -> None:
    done = captured(office)
    page = engagement_page(office, done.id)
    assert done.ref == "E-2026-0001"
    assert [one.name for one in page.participants] == ["Kim Do-hyun", "+1 security"]
    assert page.participants[0].title == "Mayor"
    assert page.day == date(2026, 11, 24), "the day is the venue's, not the office's"
    assert {c.title for c in page.commitments} == {
        "Send the port MOU draft",
        "20 places for students",
    }
    assert page.topics == ("Port", "Students")
    assert [point.kind for point in page.points] == ["raise", "avoid"]
    with office.read() as connection:
        steps = connection.exec_driver_sql("SELECT verb FROM step ORDER BY n").scalars().all()
    assert steps == ["office.found", "jurisdiction.add", "engagement.capture"]


def test_somebody_named_twice_is_entered_once(office: Office) -> None:
    captured(office)
    assert [row.title for row in PEOPLE.page(office, "kim")] == ["Kim Do-hyun"]
    owed = COMMITMENTS.page(office, "direction:we_owe")[0]
    assert not isinstance(owed.beneficiary, str | None)
    assert owed.beneficiary.title == "Kim Do-hyun"


def test_a_promise_takes_place_and_owner_from_its_meeting(office: Office) -> None:
    captured(office)
    owed = COMMITMENTS.page(office, "direction:we_owe")[0]
    assert owed.jurisdiction is not None
    assert owed.jurisdiction.title == "Busan"
    assert owed.owner is not None
    assert owed.owner.title == "Marisol Okafor-Reyes"
    assert owed.standing is Standing.OPEN


def test_a_meeting_that_can_t_be_is_not_half_saved(office: Office) -> None:
    draft = EngagementDraft(
        title="Lunch",
        participants=[ParticipantDraft(PersonDraft("Ruth Begay")), ParticipantDraft()],
    )
    with pytest.raises(Refusal, match=r"participant\.nobody"):
        engagements.capture(office, draft)
    assert ENGAGEMENTS.count(office) == 0
    assert PEOPLE.count(office, "ruth") == 0


def test_a_meeting_to_come_can_t_be_held_and_a_final_one_not_changed(
    office: Office, moving_clock: MovingClock
) -> None:
    draft = EngagementDraft("Signing", {"held": PartialDate.day(date(2026, 12, 1))})
    done = engagements.capture(office, draft)
    with pytest.raises(Refusal, match="not_yet"):
        engagements.hold(office, done.id)
    moving_clock.move(days=8)
    engagements.hold(office, done.id)
    engagements.record(office, done.id, decisions="Signed.")
    engagements.finalise(office, done.id)
    with pytest.raises(Refusal, match="finalised"):
        engagements.record(office, done.id, decisions="Signed, twice.")
    assert engagement_page(office, done.id).fields["decisions"] == "Signed."


def test_points_keep_their_order_when_changed(office: Office) -> None:
    done = captured(office)
    points = [PointDraft("raise", text) for text in ("One", "Two", "Three")]
    engagements.set_points(office, done.id, points)
    assert [p.text for p in engagement_page(office, done.id).points] == ["One", "Two", "Three"]
    engagements.set_points(office, done.id, points[1:])
    assert [p.text for p in engagement_page(office, done.id).points] == ["Two", "Three"]


def test_a_classified_marking_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match=r"marking\.classified"):
        engagements.capture(office, EngagementDraft("Talk", {"marking": "SECRET//NOFORN"}))
