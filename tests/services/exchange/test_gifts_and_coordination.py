"""Gifts from plan to disposition; whom we told and asked; consultations with nations."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    consultations,
    coordination,
    engagements,
    gifts,
    history,
    jurisdictions,
    removing,
)
from liaison_app.services.drafts import EngagementDraft
from liaison_app.services.lists.consultations import CONSULTATIONS
from liaison_app.services.lists.coordination import COORDINATION
from liaison_app.services.lists.gifts import GIFTS
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.exchange import consultation_page, gift_page
from liaison_app.services.searching import search
from tests.offices import MovingClock


def test_our_gift_is_planned_packed_given_and_can_come_back(office: Office) -> None:
    met = engagements.capture(office, EngagementDraft("Courtesy call")).id
    one = gifts.plan(office, "Retablo", receiver="Mayor Hirayama").id
    gifts.carry(office, one)
    assert GIFTS.count(office, "open status:carried") == 1
    gifts.give(office, one, engagement_id=met)
    assert [(row.id, row.given_on) for row in engagement_page(office, met).exchanged.gifts] == [
        (one, date(2026, 11, 24))
    ]
    with pytest.raises(Refusal, match=r"gift\.not_so"):
        gifts.carry(office, one)
    gifts.give_back(office, one, "Over their limit")
    assert GIFTS.page(office)[0].status == "returned"
    history.undo(office)
    assert GIFTS.page(office)[0].status == "given"


def test_a_gift_to_us_is_kept_disposed_of_and_stated(office: Office) -> None:
    one = gifts.receive(
        office, "Porcelain vase", value_amount=Decimal(60000), value_currency="JPY"
    ).id
    gifts.dispose(office, one, "displayed", location="Glass case")
    gifts.file_statement(office, one, "Register, page 14")
    page = gift_page(office, one)
    assert (page.record.disposition, page.fields["location"]) == ("displayed", "Glass case")
    assert page.record.statement_filed_on == date(2026, 11, 24)
    with pytest.raises(Refusal, match=r"gift\.not_ours_to_give"):
        gifts.give(office, one)
    ours = gifts.plan(office, "Piñon brittle").id
    with pytest.raises(Refusal, match=r"gift\.not_received"):
        gifts.file_statement(office, ours)
    with pytest.raises(Refusal, match=r"money\.no_currency"):
        gifts.change(office, ours, value_amount=Decimal(5))
    with pytest.raises(Refusal, match=r"code\.unknown"):
        gifts.dispose(office, one, "melted")


def test_whom_we_asked_is_awaited_until_they_clear_or_object(
    office: Office, moving_clock: MovingClock
) -> None:
    asked = coordination.consult(
        office, "Water memorandum", "legal", answer_due_on=date(2026, 12, 1)
    ).id
    told = coordination.inform(office, "Trip", "national_government", reference="Mail").id
    assert COORDINATION.count(office, "open") == 1
    moving_clock.move(days=10)
    assert [row.id for row in COORDINATION.page(office, "awaited")] == [asked]
    with pytest.raises(Refusal, match=r"date\.too_early"):
        coordination.clear(office, asked, on=date(2026, 11, 1))
    with pytest.raises(Refusal, match=r"coordination\.no_objection"):
        coordination.object_to(office, asked, " ")
    coordination.object_to(office, asked, "Strike “shall”", reference="Opinion 7")
    coordination.record_answer(office, told, "Noted with thanks")
    assert COORDINATION.count(office, "awaited") == 0
    assert [row.action for row in COORDINATION.page(office, "kind:legal")] == ["objected"]
    assert [found.ref for found in search(office, "noted thanks")] == ["K-2026-0002"]
    assert history.latest(office)[0].done == "Recorded the answer to K-2026-0002"


@pytest.fixture
def nation(office: Office) -> UUID:
    return jurisdictions.add(office, "Eastern River Nation", kind="tribal_nation").id


def test_a_consultation_keeps_both_sides_words(office: Office, nation: UUID) -> None:
    one = consultations.invite(office, nation, "Mains below the river", notice_days=45).id
    met = engagements.capture(office, EngagementDraft("Day of consultation")).id
    consultations.hold(office, one, [met])
    point = consultations.record_concern(office, one, "The route crosses the gathering place").id
    consultations.respond(office, point, consideration="Two routes surveyed", response="Moved")
    consultations.say(office, one, we="yes", nation="no")
    consultations.decide(office, one, "Crosses downstream")
    consultations.agree_text(office, one, "Read the gauge together each quarter")
    page = consultation_page(office, one)
    assert (page.record.status, page.record.we_call_it, page.record.nation_calls_it) == (
        "concluded",
        "yes",
        "no",
    )
    assert [(c.concern, c.response) for c in page.concerns] == [
        ("The route crosses the gathering place", "Moved")
    ]
    assert [named.id for named in page.engagements] == [met]
    assert page.fields["agreed_text"] == "Read the gauge together each quarter"
    assert [row.id for row in engagement_page(office, met).exchanged.consultations] == [one]
    assert [(f.ref, "gathering place" in f.snippet) for f in search(office, "gathering")] == [
        ("N-2026-0001", True)
    ]
    removing.delete(office, Kind.CONSULTATION, one)
    assert search(office, "gathering") == []
    history.undo(office)
    assert len(consultation_page(office, one).concerns) == 1


def test_only_a_nation_is_consulted_government_to_government(office: Office, nation: UUID) -> None:
    city = jurisdictions.add(office, "Busan", kind="city").id
    with pytest.raises(Refusal, match=r"consultation\.no_nation"):
        consultations.invite(office, city, "Tariffs")
    one = consultations.invite(office, nation, "Shortage").id
    consultations.decline(office, one)
    assert CONSULTATIONS.count(office, "closed status:declined") == 1
