"""Deadlines by the rules that the office switched on; participants in its order of precedence."""

from datetime import date
from uuid import UUID

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.deadlines import State
from liaison_app.domain.errors import Refusal
from liaison_app.domain.precedence import Override, Rank, Why
from liaison_app.services import (
    deadlines,
    engagements,
    gifts,
    history,
    jurisdictions,
    offices,
    people,
    precedence,
)
from liaison_app.services.drafts import EngagementDraft, ParticipantDraft
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.exchange import gift_page
from tests.offices import MovingClock


@pytest.fixture
def busan(office: Office) -> UUID:
    return jurisdictions.add(office, "Busan", kind="city", country="KR").id


def test_nothing_is_due_until_an_office_switches_a_pack_on(
    office: Office, busan: UUID, moving_clock: MovingClock
) -> None:
    one = gifts.receive(office, "Vase", date(2026, 11, 2), jurisdiction_id=busan).id
    assert [rule.active for rule in deadlines.rules(office)] == [False, False]
    assert deadlines.deadlines(office) == []
    deadlines.switch_on(office, "gift_statement")
    (due,) = deadlines.deadlines(office)
    assert (due.about.id, due.due_on, due.state) == (one, date(2027, 1, 1), State.OPEN)
    assert "10 CFR" in due.source
    assert "your own counsel" in due.caution
    assert gift_page(office, one).deadlines == (due,)
    moving_clock.move(days=39)
    assert [(d.state, d.days_past) for d in deadlines.deadlines(office)] == [(State.OVERDUE, 1)]
    deadlines.file(office, due.rule_id, one, "Register 14")
    assert deadlines.deadlines(office) == []
    (settled,) = deadlines.deadlines(office, every=True)
    assert (settled.state, settled.reference) == (State.FILED, "Register 14")
    history.undo(office)
    assert len(deadlines.deadlines(office)) == 1
    deadlines.switch_off(office, "gift_statement")
    assert deadlines.deadlines(office) == []


def test_a_statement_filed_on_the_gift_settles_its_deadline(office: Office, busan: UUID) -> None:
    one = gifts.receive(office, "Vase", jurisdiction_id=busan).id
    deadlines.switch_on(office, "gift_statement")
    gifts.file_statement(office, one)
    assert [d.state for d in deadlines.deadlines(office, every=True)] == [State.FILED]


def test_contacts_abroad_are_due_within_the_rules_dates_and_those_at_home_are_not(
    office: Office, busan: UUID
) -> None:
    nation = jurisdictions.add(office, "Eastern River Nation", kind="tribal_nation").id
    for place, day in ((busan, 3), (busan, 20), (nation, 20)):
        met = engagements.capture(
            office,
            EngagementDraft(
                "Talks", {"jurisdiction_id": place, "held": _day(day), "status": "held"}
            ),
        )
    deadlines.switch_on(office, "foreign_contact", from_on=date(2026, 11, 10))
    (due,) = deadlines.deadlines(office)
    assert (due.event_on, due.due_on) == (date(2026, 11, 20), date(2026, 12, 20))
    with pytest.raises(Refusal, match=r"deadline\.no_reason"):
        deadlines.not_applicable(office, due.rule_id, due.about.id, " ")
    deadlines.not_applicable(office, due.rule_id, due.about.id, "A private visit")
    assert deadlines.deadlines(office) == []
    page = engagement_page(office, due.about.id)
    assert [(d.state, d.reason) for d in page.deadlines] == [
        (State.NOT_APPLICABLE, "A private visit")
    ]
    assert engagement_page(office, met.id).deadlines == ()


def test_an_office_writes_rules_of_its_own(office: Office) -> None:
    with pytest.raises(Refusal, match=r"rule\.incomplete"):
        deadlines.add_rule(office, "ours", name="Thank-you note", trigger="engagement.held")
    made = deadlines.add_rule(
        office,
        "ours",
        name="Thank-you note",
        trigger="engagement.held",
        days=7,
        duty="Write",
        source="Our manual",
        conditions=[["kind", "is", "courtesy_call"]],
    )
    facts = {"held": _day(20), "status": "held", "kind": "courtesy_call"}
    engagements.capture(office, EngagementDraft("Call", facts))  # type: ignore[arg-type]
    assert deadlines.deadlines(office) == []
    deadlines.switch_on(office, "ours")
    assert [d.due_on for d in deadlines.deadlines(office)] == [date(2026, 11, 27)]
    deadlines.change_rule(office, made, days=3)
    assert [d.due_on for d in deadlines.deadlines(office)] == [date(2026, 11, 23)]
    with pytest.raises(Refusal, match=r"rule\.no_pack"):
        deadlines.switch_on(office, "theirs")


def test_participants_stand_in_order_of_the_offices_held_that_day(
    office: Office, busan: UUID
) -> None:
    posts = {
        rank: offices.add(office, rank.title(), jurisdiction_id=busan, rank_class=rank).id
        for rank in ("head", "deputy")
    }
    who = {name: people.add(office, name).id for name in ("Seo Min-jae", "Ha Jun", "Kang Yun-ah")}
    offices.appoint(office, posts["deputy"], who["Ha Jun"], start_on=date(2025, 1, 1))
    offices.appoint(office, posts["head"], who["Kang Yun-ah"], start_on=date(2025, 7, 1))
    met = engagements.capture(
        office,
        EngagementDraft(
            "Dinner",
            {"jurisdiction_id": busan, "held": _day(20)},
            participants=[ParticipantDraft(one) for one in who.values()],
        ),
    ).id
    with pytest.raises(Refusal, match=r"precedence\.no_list"):
        precedence.order_at(office, met)
    ranks = [Rank(rank_class="head", label="Head"), Rank(rank_class="deputy", label="Deputy")]
    precedence.make_list(office, "City list", ranks, source="Protocol manual", usual=True)
    precedence.arrange(office, met)
    page = engagement_page(office, met)
    assert [one.name for one in page.participants] == ["Kang Yun-ah", "Ha Jun", "Seo Min-jae"]
    assert [one.why for one in precedence.order_at(office, met)][2] is Why.UNLISTED
    last = page.participants[2].id
    with pytest.raises(Refusal, match=r"precedence\.no_reason"):
        precedence.arrange(office, met, {last: Override(1, " ")})
    precedence.arrange(office, met, {last: Override(1, "Guest of honour")})
    first = engagement_page(office, met).participants[0]
    assert (first.name, first.note) == ("Seo Min-jae", "Guest of honour")


def _day(day: int) -> PartialDate:
    return PartialDate.day(date(2026, 11, day))
