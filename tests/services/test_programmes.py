"""Memberships, programmes, money and people assigned, through their verbs."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from liaison_app.domain.assignments import Standing
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services import (
    assignments,
    engagements,
    funding,
    history,
    jurisdictions,
    memberships,
    organizations,
    people,
    programmes,
    removing,
)
from liaison_app.services.cell_history import of_cell
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.lists.assignments import ASSIGNMENTS
from liaison_app.services.lists.funding import FUNDING
from liaison_app.services.lists.memberships import MEMBERSHIPS
from liaison_app.services.lists.programmes import PROGRAMMES
from liaison_app.services.office import Office
from liaison_app.services.pages.assignment import assignment_page
from liaison_app.services.pages.funding import funding_page
from liaison_app.services.pages.jurisdiction import jurisdiction_page
from liaison_app.services.pages.membership import membership_page
from liaison_app.services.pages.programme import programme_page
from liaison_app.services.searching import search
from tests.offices import MovingClock

TODAY = date(2026, 11, 24)


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def dones(office: Office, record: UUID) -> list[str]:
    return [line.done for line in history.of_record(office, record)]


def test_a_membership_with_its_pledges_and_dues(office: Office, moving_clock: MovingClock) -> None:
    network = organizations.add(office, "Dry Cities Network", kind="network").id
    one = memberships.join(
        office,
        "Dry Cities Network",
        network_id=network,
        role="board",
        since=PartialDate.year(2016),
        dues=usd("1200.50"),
        dues_due_on=date(2026, 12, 1),
    ).id
    first = memberships.pledge(
        office, one, "Publish losses in the mains", due=PartialDate.year(2027)
    )
    second = memberships.pledge(office, one, "Send a delegate to each congress")
    memberships.keep_pledge(office, first.id)
    memberships.drop_pledge(office, second.id)
    page = membership_page(office, one)
    assert [(pledge.wording, pledge.status) for pledge in page.pledges] == [
        ("Publish losses in the mains", "kept"),
        ("Send a delegate to each congress", "dropped"),
    ]
    assert (page.record.pledges, page.record.pledges_kept) == (2, 1)
    assert page.fields["dues"] == Money(Decimal("1200.5"), "USD")
    assert MEMBERSHIPS.count(office, "overdue") == 0
    moving_clock.move(days=8)
    assert [row.dues_late for row in MEMBERSHIPS.page(office, "overdue")] == [True]
    memberships.pay_dues(office, one, next_due_on=date(2027, 12, 1))
    assert MEMBERSHIPS.count(office, "overdue") == 0
    assert [row.ref for row in MEMBERSHIPS.page(office, "year:2020")] == ["M-2026-0001"]
    memberships.leave(office, one)
    assert MEMBERSHIPS.count(office, "closed") == 1
    with pytest.raises(Refusal, match=r"membership\.ended"):
        memberships.pay_dues(office, one)
    assert dones(office, one)[:3] == [
        "Ended membership M-2026-0001",
        "Paid the dues of M-2026-0001",
        "Dropped a pledge of M-2026-0001",
    ]
    found = search(office, "losses mains")[0]
    assert (found.ref, found.snippet) == ("M-2026-0001", "Publish losses in the mains")


def test_a_membership_is_deleted_with_its_pledges_and_comes_back_with_them(office: Office) -> None:
    one = memberships.join(office, "Metropolis").id
    memberships.pledge(office, one, "Shore power")
    removing.delete(office, Kind.MEMBERSHIP, one)
    assert search(office, "shore power") == []
    history.undo(office)
    assert [pledge.wording for pledge in membership_page(office, one).pledges] == ["Shore power"]
    assert [found.ref for found in search(office, "shore power")] == ["M-2026-0001"]


def test_a_membership_applied_for_runs_once_admitted(office: Office) -> None:
    one = memberships.apply(office, "Metropolis").id
    assert MEMBERSHIPS.page(office, "status:applied")[0].since is None
    memberships.admit(office, one, PartialDate.month(2026, 11))
    memberships.suspend(office, one)
    memberships.admit(office, one)
    assert MEMBERSHIPS.page(office, "status:active")[0].since == PartialDate.month(2026, 11)
    with pytest.raises(Refusal, match=r"date\.ends_before"):
        memberships.leave(office, one, PartialDate.year(2025))


def test_a_programme_with_its_engagements_and_money(office: Office) -> None:
    tono = jurisdictions.add(office, "Tono", kind="city").id
    one = programmes.plan(
        office, "School exchange", kind="student_exchange", jurisdiction_id=tono, people_planned=9
    ).id
    programmes.start(office, one, date(2026, 9, 1))
    met = engagements.capture(office, EngagementDraft("Call on the exchange")).id
    programmes.link_engagement(office, one, met)
    for currency, asked in (("USD", "30000"), ("USD", "0.10"), ("JPY", "500000")):
        grant = funding.plan(office, f"Grant in {currency}", programme_id=one).id
        funding.ask(office, grant, Money.of(asked, currency))
    funding.award(office, grant, Money.of("400000", "JPY"), report_due_on=date(2027, 1, 31))
    page = programme_page(office, one)
    assert [row.title for row in page.engagements] == ["Call on the exchange"]
    assert page.sums is not None
    assert [total.label() for total in page.sums.asked] == ["500,000 JPY", "30,000.10 USD"]
    assert [total.label() for total in page.sums.awarded] == ["400,000 JPY"]
    assert page.sums.received == ()
    programmes.finish(office, one, result="Nine went.", people_sent=9)
    row = PROGRAMMES.page(office, "closed")[0]
    assert (row.end_on, row.people_sent, row.status) == (TODAY, 9, "finished")
    assert [row.ref for row in jurisdiction_page(office, tono).programmes] == ["X-2026-0001"]
    assert PROGRAMMES.count(office, "after:2026-10 before:2026-12") == 1, "it ran then"
    with pytest.raises(Refusal, match=r"programme\.not_now"):
        programmes.start(office, one)
    with pytest.raises(Refusal, match="still_named"):
        removing.delete(office, Kind.PROGRAMME, one)


def test_money_comes_in_parts_of_one_currency_after_it_was_awarded(office: Office) -> None:
    one = funding.plan(office, "Interpreters", giver="A foundation", kind="foundation").id
    funding.ask(office, one, usd("10000"), date(2026, 1, 5))
    with pytest.raises(Refusal, match=r"funding\.not_now"):
        funding.receive(office, one, usd("1"))
    with pytest.raises(Refusal, match=r"date\.out_of_order"):
        funding.award(office, one, usd("8000"), date(2026, 1, 4))
    funding.award(office, one, usd("8000"), date(2026, 2, 1), report_due_on=date(2026, 11, 1))
    funding.receive(office, one, usd("4000.01"), date(2026, 3, 1))
    funding.receive(office, one, usd("3999.99"), date(2026, 4, 1))
    with pytest.raises(Refusal, match=r"money\.mixed"):
        funding.receive(office, one, Money.of("1", "EUR"))
    funding.spend(office, one, usd("7999.95"))
    page = funding_page(office, one)
    sums = [page.record.asked, page.record.awarded, page.record.received, page.record.spent]
    assert [one.label() for one in sums if one] == [
        "10,000 USD",
        "8,000 USD",
        "8,000 USD",
        "7,999.95 USD",
    ]
    assert [row.report_late for row in FUNDING.page(office, "overdue")] == [True]
    funding.report(office, one)
    assert FUNDING.count(office, "overdue") == 0
    funding.close(office, one)
    assert FUNDING.count(office, "open") == 0
    assert dones(office, one)[:4] == [
        "Closed B-2026-0001",
        "Reported on B-2026-0001",
        "Spent money of B-2026-0001",
        "Received money of B-2026-0001",
    ]


def test_the_history_of_a_sum_is_that_of_one_field(office: Office) -> None:
    one = funding.plan(office, "Interpreters").id
    funding.ask(office, one, usd("10000"))
    funding.ask(office, one, Money.of("9000.5", "EUR"))
    versions = of_cell(office, Kind.FUNDING, one, "asked")
    assert [version.value for version in versions] == ["9,000.50 EUR", "10,000 USD", None]


def test_what_was_refused_is_not_awarded(office: Office) -> None:
    one = funding.plan(office, "A bus").id
    funding.ask(office, one, usd("90000"))
    funding.refuse(office, one)
    with pytest.raises(Refusal, match=r"funding\.not_now"):
        funding.award(office, one, usd("1"))


@pytest.mark.parametrize(
    "wrong", [Money(Decimal(-1), "USD"), Money(Decimal(1), "usd"), Money(Decimal("1e-9"), "USD")]
)
def test_a_sum_that_cannot_be_kept_is_refused_and_nothing_written(
    office: Office, wrong: Money
) -> None:
    one = funding.plan(office, "A bus").id
    with pytest.raises(Refusal, match=r"money\."):
        funding.ask(office, one, wrong)
    assert FUNDING.page(office)[0].status == "planned"


def test_somebody_detailed_to_us_for_a_year(office: Office, moving_clock: MovingClock) -> None:
    tono = jurisdictions.add(office, "Tono", kind="city").id
    who = people.add(office, "Ito Rena").id
    one = assignments.begin(
        office,
        "Adviser from the ministry",
        kind="detailed",
        person_id=who,
        from_named="Ministry of Foreign Affairs",
        jurisdiction_id=tono,
        start_on=date(2026, 4, 1),
        end_on=date(2027, 3, 31),
        report_due_on=date(2027, 2, 1),
    ).id
    assert ASSIGNMENTS.count(office, "expiring") == 0
    assert [row.ref for row in jurisdiction_page(office, tono).assignments] == ["D-2026-0001"]
    assert [row.sender for row in ASSIGNMENTS.page(office, "person:ito")] == [
        "Ministry of Foreign Affairs"
    ]
    moving_clock.move(days=100)
    row = ASSIGNMENTS.page(office, "expiring overdue")[0]
    assert (row.standing, row.days_left, row.report_late) == (Standing.ENDING, 27, True)
    assignments.report(office, one, result="A handbook for visits.")
    with pytest.raises(Refusal, match=r"assignment\.not_longer"):
        assignments.extend(office, one, date(2027, 3, 31))
    assignments.extend(office, one, date(2027, 9, 30))
    assert ASSIGNMENTS.count(office, "expiring") == 0
    assignments.end(office, one)
    moving_clock.move(days=1)
    page = assignment_page(office, one)
    assert page.record.standing is Standing.ENDED
    assert page.fields["result"] == "A handbook for visits."
    assert ASSIGNMENTS.count(office, "closed") == 1
    assert dones(office, one) == [
        "Ended D-2026-0001",
        "Extended D-2026-0001",
        "Reported on D-2026-0001",
        "Entered assignment D-2026-0001",
    ]
    with pytest.raises(Refusal, match="still_named"):
        removing.delete(office, Kind.PERSON, who)


def test_an_assignment_does_not_end_before_it_begins(office: Office) -> None:
    with pytest.raises(Refusal, match=r"date\.ends_before"):
        assignments.begin(office, "Detail", start_on=TODAY, end_on=TODAY - timedelta(1))
