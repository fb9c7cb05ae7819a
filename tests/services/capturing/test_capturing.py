"""What is typed on the capture page: read as people mean it, kept until saved, saved as one step."""

from datetime import UTC, date, datetime, time

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.services import engagements, jurisdictions, people
from liaison_app.services.capturing import offers, unsaved
from liaison_app.services.capturing.drafting import draft_of, made_title, unsettled
from liaison_app.services.capturing.reading_typed import read_day, read_due, read_time
from liaison_app.services.capturing.typed import (
    TypedMeeting,
    TypedPerson,
    TypedPlace,
    TypedPoint,
    TypedPromise,
    packed,
    unpacked,
)
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

KIM = TypedPerson("Kim Do-hyun", title="Mayor", role="head")
MEETING = TypedMeeting(
    date="1 dec",
    start="10",
    end="11:00",
    zone="Asia/Seoul",
    venue="Busan City Hall",
    place=TypedPlace("Busan", kind="city"),
    people=(KIM, TypedPerson("+1 security", unnamed=True)),
    points=(TypedPoint("raise", "Port MOU"), TypedPoint("avoid", "The ferry terminal")),
    promises=(
        TypedPromise("we_owe", "Send port MOU draft", due="by fri"),
        TypedPromise("they_owe", "20 places for students", who=KIM.key, due="fall 2027"),
    ),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 dec", date(2026, 12, 1)),
        ("tue 1 dec", date(2026, 12, 1)),
        ("tomorrow", date(2026, 11, 25)),
        ("fri", date(2026, 11, 27)),
        ("2026-12-01", date(2026, 12, 1)),
        ("3 jan", date(2027, 1, 3)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, meant: date) -> None:
    found = read_day(typed, TODAY).when
    assert found is not None
    assert found.last == meant


def test_a_due_date_counts_from_the_meeting() -> None:
    meeting = date(2026, 12, 1)
    friday = read_due("by fri", meeting).when
    assert friday is not None
    assert friday.last == date(2026, 12, 4)
    fall = read_due("in fall", meeting)
    assert fall.when is None
    assert [one.label() for one in fall.choices if one.last and one.last.year < 2028][-2:] == [
        "Q4 2026",
        "Q4 2027",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("10:30", time(10, 30)),
        ("1030", time(10, 30)),
        ("2.30 pm", time(14, 30)),
        ("9am", time(9)),
        ("12 am", time(0)),
        ("noon", time(12)),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25", "10:77", "soon", "13 pm", "-3"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match=r"capture\.no_hour"):
        read_time(typed)


def test_a_whole_page_is_saved_as_one_step_with_its_new_people_and_place(office: Office) -> None:
    assert unsettled(MEETING, TODAY) == ()
    done = engagements.capture(office, draft_of(MEETING, NOW, TODAY))
    page = engagement_page(office, done.id)
    assert page.record.title == "Bilateral with Kim Do-hyun"
    assert page.record.status == "planned"
    assert page.record.start_at == datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
    assert page.record.jurisdiction is not None
    assert page.record.jurisdiction.title == "Busan"
    assert next((one.name, one.title) for one in page.participants) == ("Kim Do-hyun", "Mayor")
    assert {(c.title, c.due.label() if c.due else "") for c in page.commitments} == {
        ("Send port MOU draft", "4 Dec 2026"),
        ("20 places for students", "Q4 2027"),
    }
    with office.read() as connection:
        verbs = connection.exec_driver_sql("SELECT verb FROM step ORDER BY n").scalars().all()
    assert verbs == ["office.found", "engagement.capture"]


def test_a_meeting_of_today_or_before_took_place_with_all_who_are_named(office: Office) -> None:
    past = TypedMeeting(date="yesterday", zone="America/New_York", people=(KIM,))
    page = engagement_page(office, engagements.capture(office, draft_of(past, NOW, TODAY)).id)
    assert page.record.status == "held"
    assert all(one.came for one in page.participants)


def test_everything_to_settle_is_named_at_its_place() -> None:
    typed = TypedMeeting(
        date="31 feb",
        start="25",
        zone="UTC",
        promises=(
            TypedPromise("they_owe", "Students", due="in fall"),
            TypedPromise("we_owe", "", due="fri"),
        ),
    )
    found = {one.where: one.code for one in unsettled(typed, TODAY)}
    assert found == {
        "title": "capture.no_title",
        "date": "capture.time_without_day",
        "start": "capture.no_hour",
        "promises.0.due": "capture.which",
        "promises.1.wording": "capture.no_wording",
    }
    assert all(one.sentence for one in unsettled(typed, TODAY))


def test_the_title_is_made_of_the_kind_and_the_head_of_their_side() -> None:
    assert made_title(TypedMeeting()) == ""
    assert made_title(TypedMeeting(place=TypedPlace("Busan"))) == "Bilateral with Busan"
    assert made_title(MEETING) == "Bilateral with Kim Do-hyun"
    assert made_title(TypedMeeting(title=" Port talks ", people=(KIM,))) == "Port talks"


def test_a_page_is_kept_and_comes_back_as_it_was(office: Office) -> None:
    assert unsaved.kept(office, "capture") is None
    unsaved.keep(office, "capture", packed(TypedMeeting(title="An older one")))
    unsaved.keep(office, "capture", packed(MEETING))
    found = unsaved.kept(office, "capture")
    assert found is not None
    assert unpacked(found.content) == MEETING
    unsaved.forget(office, "capture")
    assert unsaved.kept(office, "capture") is None


def test_who_and_where_are_offered_by_a_few_letters(office: Office) -> None:
    jurisdictions.add(office, "Busan", native_name="부산광역시", kind="city")
    people.add(office, "Kim Do-hyun", native_name="김도현")
    people.add(office, "Jörn Petersen-Groß")
    assert [one.title for one in offers.people_like(office, "kim")] == ["Kim Do-hyun"]
    assert [one.title for one in offers.people_like(office, "jorn")] == ["Jörn Petersen-Groß"]
    assert [one.title for one in offers.places_like(office, "bus")] == ["Busan"]
    assert offers.people_like(office, 'status:"') == []
    known = offers.known(office)
    assert known.officer is not None
    assert known.officer.title == "Marisol Okafor-Reyes"
    assert known.home is not None
    assert known.home.title == "Chattanooga"
