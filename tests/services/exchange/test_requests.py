"""Requests: received, triaged, decided, answered; accepted into an engagement or a trip in one step."""

from datetime import date

import pytest

from liaison_app.domain.duplicate_requests import Reason
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import history, jurisdictions, organizations, removing, requests
from liaison_app.services.duplicate_requests import duplicates
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.exchange import request_page
from liaison_app.services.pages.jurisdiction import jurisdiction_page
from tests.offices import MovingClock


def test_accepting_plans_the_engagement_in_the_same_step(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    asked = requests.receive(
        office, "Call on the Mayor", jurisdiction_id=busan, purpose="Port tariffs", asker="Port"
    ).id
    steps = len(history.latest(office))
    made = requests.accept_as_engagement(office, asked, reason="They keep their word")
    assert len(history.latest(office)) == steps + 1
    page = engagement_page(office, made.id)
    assert page.record.jurisdiction is not None
    assert (page.record.title, page.record.jurisdiction.id) == ("Call on the Mayor", busan)
    assert (page.fields["purpose"], page.fields["requested_by"]) == ("Port tariffs", "Port")
    assert [row.id for row in page.exchanged.requests] == [asked]
    row = REQUESTS.page(office)[0]
    assert (row.decision, row.became and row.became.ref) == ("accepted", made.ref)
    with pytest.raises(Refusal, match=r"request\.has_become"):
        requests.decline(office, asked, "Too late")
    assert history.latest(office)[0].done == "Accepted R-2026-0001 as an engagement"
    history.undo(office)
    assert ENGAGEMENTS.count(office) == 0
    assert REQUESTS.page(office)[0].decision is None


def test_a_visit_becomes_a_trip(office: Office) -> None:
    asked = requests.receive(office, "Study visit", purpose="Night flow").id
    made = requests.accept_as_trip(office, asked, start_on=date(2027, 3, 1))
    trip = TRIPS.page(office)[0]
    assert (trip.ref, trip.direction, trip.title) == (made.ref, "inbound", "Study visit")


def test_a_decision_has_a_reason_and_an_answer_follows_it(office: Office) -> None:
    asked = requests.receive(office, "Loan of sweepers", received_on=date(2026, 11, 2)).id
    with pytest.raises(Refusal, match=r"request\.undecided"):
        requests.answer(office, asked, "No")
    with pytest.raises(Refusal, match=r"request\.no_reason"):
        requests.decline(office, asked, "  ")
    with pytest.raises(Refusal, match=r"date\.too_early"):
        requests.decline(office, asked, "Insurance", on=date(2026, 11, 1))
    requests.triage(office, asked, "not_ours", "Ask public works")
    requests.decline(office, asked, "Insurance")
    requests.answer(office, asked, "We can’t lend them")
    assert REQUESTS.page(office, "status:declined closed")[0].answered_on == date(2026, 11, 24)
    assert [line.done for line in history.latest(office, 3)] == [
        "Answered R-2026-0001",
        "Declined R-2026-0001",
        "Triaged R-2026-0001",
    ]


def test_an_answer_we_owe_is_overdue_and_one_of_theirs_is_awaited(
    office: Office, moving_clock: MovingClock
) -> None:
    due = date(2026, 11, 30)
    requests.receive(office, "Their question", answer_due_on=due)
    requests.receive(office, "Our question", direction="from_us", answer_due_on=due)
    moving_clock.move(days=10)
    assert [row.title for row in REQUESTS.page(office, "overdue")] == ["Their question"]
    assert [row.title for row in REQUESTS.page(office, "awaited")] == ["Our question"]
    assert REQUESTS.page(office, "overdue")[0].days_waiting == 10


def test_who_asks_again_is_proposed_as_a_duplicate_with_reasons(
    office: Office, moving_clock: MovingClock
) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    port = organizations.add(office, "Busan Port Authority").id
    facts = {"jurisdiction_id": busan, "asker_organization_id": port}
    first = requests.receive(office, "Visit of the container terminal", **facts).id  # type: ignore[arg-type]
    moving_clock.move(days=400)
    again = requests.receive(
        office, "See the container terminal at work", jurisdiction_id=busan, asker="Consulate"
    ).id
    found = duplicates(office, again)
    assert [(one.id, one.reasons) for one in found] == [
        (first, (Reason.JURISDICTION, Reason.PURPOSE))
    ]
    assert found[0].words == ("container", "terminal")
    assert request_page(office, again).maybe_same == tuple(found)
    requests.mark_duplicate(office, again, first)
    assert duplicates(office, again) == []
    assert [row.id for row in request_page(office, first).duplicates] == [again]
    with pytest.raises(Refusal, match=r"request\.circle"):
        requests.mark_duplicate(office, first, again)
    moving_clock.move(days=800)
    late = requests.receive(office, "Visit of the container terminal", **facts).id  # type: ignore[arg-type]
    assert duplicates(office, late) == []


def test_a_jurisdiction_shows_its_requests_until_they_are_deleted(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    asked = requests.receive(office, "Letter for the fair", jurisdiction_id=busan).id
    assert [r.id for r in jurisdiction_page(office, busan).exchanged.requests] == [asked]
    removing.delete(office, Kind.REQUEST, asked)
    assert jurisdiction_page(office, busan).exchanged.requests == ()
