"""Today: the next meeting, both ledgers with what is late first, facts to verify, latest steps."""

from datetime import UTC, date, datetime, timedelta

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.domain.staleness import Age
from liaison_app.services import commitments, engagements, jurisdictions, offices, people, trips
from liaison_app.services.drafts import CommitmentDraft, EngagementDraft, ParticipantDraft
from liaison_app.services.office import Office
from liaison_app.services.pages.today import today_page
from liaison_app.services.pages.trip import trip_page
from liaison_app.services.rows import Owed
from tests.offices import MovingClock

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_an_empty_office_has_a_quiet_day(office: Office) -> None:
    page = today_page(office)
    assert page.day == date(2026, 11, 24)
    assert page.officer is not None
    assert (page.next, page.trip, page.we_owe, page.owed) == (None, None, (), Owed())
    assert page.counts[Kind.PERSON] == 1


def test_the_next_engagement_is_the_one_that_is_not_over_yet(
    office: Office, moving_clock: MovingClock
) -> None:
    for title, hours in (("Breakfast", 1), ("Video call", 5), ("Dinner", 11)):
        start = NOW + timedelta(hours=hours)
        end = start + timedelta(hours=1)
        engagements.capture(office, EngagementDraft(title, {"start_at": start, "end_at": end}))
    first = today_page(office).next
    assert first is not None
    assert first.engagement.title == "Breakfast"
    moving_clock.at = NOW + timedelta(hours=3)
    following = today_page(office).next
    assert following is not None
    assert following.engagement.title == "Video call"


def test_late_ones_lead_the_ledgers(office: Office, moving_clock: MovingClock) -> None:
    for day, direction in ((28, "we_owe"), (26, "we_owe"), (25, "they_owe")):
        due = PartialDate.day(date(2026, 11, day))
        commitments.make(office, CommitmentDraft(f"By {day}", direction, facts={"due": due}))
    moving_clock.move(days=3)
    page = today_page(office)
    assert [row.title for row in page.we_owe] == ["By 26", "By 28"]
    assert page.owed == Owed(we_owe=2, overdue=1, they_owe=1, awaited=1)


def test_only_stale_facts_that_the_next_meetings_use_are_to_verify(office: Office) -> None:
    wuxi = jurisdictions.add(office, "Wuxi", kind="city", country="CN")
    mayor = offices.add(office, "Mayor", jurisdiction_id=wuxi.id).id
    wang = people.add(office, "Wang Yiming", native_name="王毅明").id
    fresh = people.add(office, "Li Na").id
    people.add(office, "Nobody Meets")
    old = date(2025, 9, 1)
    offices.appoint(office, mayor, wang, start_on=date(2020, 1, 1), verified_on=old)
    people.verify(office, fresh)
    who = [ParticipantDraft(wang), ParticipantDraft(fresh)]
    held = PartialDate.day(date(2026, 12, 1))
    engagements.capture(office, EngagementDraft("Call", {"held": held}, participants=who))
    facts = today_page(office).to_verify
    assert [(one.person.title, one.age, one.verified_on) for one in facts] == [
        ("Wang Yiming", Age.STALE, old)
    ]
    assert facts[0].held is not None
    assert facts[0].used_by.title == "Call"


def test_a_trip_shows_its_days_in_the_time_of_each_place(office: Office) -> None:
    trip = trips.plan(
        office, "Busan and Seoul", start_on=date(2026, 11, 29), end_on=date(2026, 12, 5)
    )
    trips.add_leg(
        office,
        trip.id,
        kind="flight",
        start_at=datetime(2026, 11, 29, 18, 0, tzinfo=UTC),
        start_zone="America/New_York",
        end_at=datetime(2026, 11, 30, 9, 0, tzinfo=UTC),
        end_zone="Asia/Seoul",
    )
    engagements.capture(
        office,
        EngagementDraft(
            "Courtesy call",
            {
                "trip_id": trip.id,
                "start_at": datetime(2026, 11, 30, 23, 0, tzinfo=UTC),
                "zone": "Asia/Seoul",
            },
        ),
    )
    trips.add_member(office, trip.id, people.add(office, "Renata Aldous").id, role="head")
    page = trip_page(office, trip.id)
    assert [day.day for day in page.days] == [date(2026, 11, 29), date(2026, 12, 1)]
    assert [member.person.title for member in page.members] == ["Renata Aldous"]
    coming = today_page(office).trip
    assert coming is not None
    assert (coming.ref, coming.engagements, coming.members) == ("T-2026-0001", 1, 1)
