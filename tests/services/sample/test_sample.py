"""The sample office: whole on any day of the year, its codes known, its dates moved with today."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from liaison_app.domain import codes
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.services.lists.agreements import AGREEMENTS
from liaison_app.services.lists.assignments import ASSIGNMENTS
from liaison_app.services.lists.consultations import CONSULTATIONS
from liaison_app.services.lists.coordination import COORDINATION
from liaison_app.services.lists.gifts import GIFTS
from liaison_app.services.lists.memberships import MEMBERSHIPS
from liaison_app.services.lists.outcomes import OUTCOMES, outcome_totals
from liaison_app.services.lists.programmes import PROGRAMMES
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.office import Office, Profile
from liaison_app.services.pages.programme import programme_page
from liaison_app.services.sample import dates
from liaison_app.services.sample.book import Book
from liaison_app.services.sample.making import coming_trip, make_sample
from liaison_app.services.sample.meeting import title_on
from liaison_app.store.tables import agreements, meetings, people, places, programmes, promises
from liaison_app.store.tables.declare import metadata
from liaison_app.system.clock import FixedClock

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("sample")
    clock = FixedClock(datetime(2026, 11, 24, 15, 0, tzinfo=UTC))
    profile = Profile(folder / "copies.json")
    made = make_sample(folder / "sample.liaison", "nine cranes asleep", clock, profile)
    yield made
    made.close()


def test_it_is_as_large_as_a_small_real_office(sample: Office) -> None:
    least = {
        people.person: 55,
        meetings.engagement: 40,
        promises.commitment: 50,
        meetings.trip: 3,
        meetings.talking_point: 30,
        meetings.leg: 20,
        agreements.agreement: 6,
        agreements.membership: 2,
        programmes.programme: 2,
        programmes.funding: 3,
        programmes.assignment: 2,
    }
    with sample.read() as connection:
        for table, rows in least.items():
            assert (connection.scalar(select(func.count()).select_from(table)) or 0) >= rows


def test_every_code_in_it_stands_in_its_list(sample: Office) -> None:
    with sample.read() as connection:
        for name, column, code_list in codes.coded_columns():
            cell = metadata.tables[name].c[column]
            used = connection.scalars(select(cell).where(cell.is_not(None)).distinct()).all()
            assert set(used) <= set(codes.LISTS[code_list]), (name, column)


def test_promises_of_every_status_run_both_ways_and_some_are_late(sample: Office) -> None:
    c = promises.commitment.c
    with sample.read() as connection:
        statuses = set(connection.scalars(select(c.status)).all())
        late = select(c.direction).where(c.due_on < TODAY, c.status.in_(("open", "in_progress")))
        directions = set(connection.scalars(late).all())
        precisions = set(connection.scalars(select(c.due_precision)).all())
    assert statuses == set(codes.LISTS["commitment_status"])
    assert {"we_owe", "they_owe"} <= directions
    assert {"day", "month", "quarter", "event"} <= precisions


def test_an_agreement_has_expired_one_ends_and_one_is_from_the_seventies(sample: Office) -> None:
    refs = {
        where: [row.ref for row in AGREEMENTS.page(sample, where)]
        for where in ("status:expired", "expiring", "year:1970", "dormant", "kind:letter_of_intent")
    }
    assert refs["year:1970"] == ["A-1970-0001"]
    assert len(refs["expiring"]) == 2, "one ends, one is to be reviewed"
    assert "A-1970-0001" in refs["expiring"]
    assert [len(refs[where]) for where in ("status:expired", "kind:letter_of_intent")] == [1, 1]
    assert [row.kind for row in ASSIGNMENTS.page(sample, "expiring")] == ["detailed"]
    exchange = programme_page(sample, PROGRAMMES.page(sample, "status:running")[0].id)
    assert exchange.sums is not None
    assert [one.label() for one in exchange.sums.awarded] == ["2,800,000 JPY", "32,000 USD"]
    assert [row.title for row in MEMBERSHIPS.page(sample, "overdue")] == [
        "ICLEI – Local Governments for Sustainability"
    ]


def test_tribal_nations_are_located_in_states_and_under_none(sample: Office) -> None:
    j = places.jurisdiction.c
    with sample.read() as connection:
        nations = connection.execute(select(j.id, j.parent_id).where(j.kind == "tribal_nation"))
        found = nations.all()
        located = connection.scalars(select(places.located_in.c.jurisdiction_id)).all()
    assert len(found) == 2
    assert all(row.parent_id is None and located.count(row.id) == 3 for row in found)


def test_names_stand_in_their_own_scripts(sample: Office) -> None:
    p = people.person.c
    with sample.read() as connection:
        rows = connection.execute(select(p.full_name, p.native_name)).all()
    written = " ".join(f"{row.full_name} {row.native_name or ''}" for row in rows)
    for part in ("平山", "차민규", "النابلسي", "Жүнісбекова", "Kaʻimipono", "Asdzą́ą́", "Nguyễn"):
        assert part in written


def test_the_trip_is_next_week_and_crosses_the_date_line(sample: Office) -> None:
    assert coming_trip(sample) == "T-2026-0001"
    with sample.read() as connection:
        trip = connection.execute(select(meetings.trip).where(meetings.trip.c.ref == "T-2026-0001"))
        legs = connection.execute(
            select(meetings.leg).where(meetings.leg.c.trip_id == trip.one().id)
        ).all()
    flights = [leg for leg in legs if leg.kind == "flight"]
    assert all(leg.start_at < leg.end_at for leg in legs)
    assert {leg.start_zone for leg in flights} >= {"America/Denver", "Asia/Tokyo", "Asia/Seoul"}
    assert all(leg.start_at.date() > TODAY for leg in legs)


@given(DAYS)
def test_no_engagement_of_the_sample_falls_on_a_weekend_unless_it_says_so(today: date) -> None:
    for offset in range(-700, 60, 7):
        assert dates.working_day(f"{offset:+}", today).weekday() < 5
    monday = dates.moved("w+0", today)
    assert monday.weekday() == 0
    assert 3 <= (monday - today).days <= 9


@given(DAYS)
def test_months_and_periods_move_with_today(today: date) -> None:
    assert dates.moved("m-7", today).day == 1
    assert (today - dates.moved("m-7", today)).days in range(182, 250)
    assert dates.due("event", today) == PartialDate.before_event()
    assert dates.filled("{y-12}", today) == str(today.year - 12)


@given(DAYS)
def test_whoever_took_part_held_an_office_that_day(today: date) -> None:
    book = Book(today, 0, {})
    for entry in book.entries["engagements"].values():
        day = dates.working_day(entry["start"].split()[0], today)
        named = [
            one.split(":")[0] for side in ("ours", "theirs", "third") for one in entry.get(side, ())
        ]
        for person in named:
            assert person.startswith("+") or title_on(person, day, book), (person, entry["title"])


def test_an_office_is_never_made_over_another(tmp_path: Path, sample: Office) -> None:
    profile = Profile(tmp_path / "copies.json")
    with pytest.raises(Refusal):
        make_sample(sample.path, "nine cranes asleep", sample.clock, profile)
    assert sample.path.exists()


def test_requests_gifts_outcomes_and_consultations_stand_in_every_state(sample: Office) -> None:
    brought = outcome_totals(sample)
    assert (brought.count, len(OUTCOMES.page(sample))) == (4, 5)
    assert brought.claimed.sums["USD"] > brought.verified.sums["USD"]
    requests = REQUESTS.page(sample)
    assert {row.decision for row in requests} == {None, "accepted", "deferred", "declined"}
    assert any(row.became is not None for row in requests)
    assert any(row.duplicate_of is not None for row in requests)
    assert {row.status for row in GIFTS.page(sample)} == {
        "carried",
        "given",
        "received",
        "declined",
    }
    assert len(COORDINATION.page(sample)) == 5
    assert [row.points for row in CONSULTATIONS.page(sample, "status:concluded")] == [2]
