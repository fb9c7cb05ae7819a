"""A packet is written for one reader: what is theirs, what comes first, and nothing told twice."""

from datetime import UTC, date, datetime

from liaison_app.documents.packet.content.glance import Ask
from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.domain.audience import INTERNAL
from liaison_app.services.packets.glance import asks
from liaison_app.services.packets.making import Wish, fill_packet, make_packet
from liaison_app.store.tables import meetings, people
from tests.services.outgoing.small_office import NOW, Small

TRIP = Wish("T-2026-0001", "staff", INTERNAL, NOW)


def later_meeting(small: Small, **values: object) -> None:
    """A second meeting of the trip with the same counterpart, the day after the talks."""
    with small.office.store.write("test") as records:
        small.ids["second"] = records.add(
            meetings.engagement,
            title="Port walk",
            status="planned",
            held_on=date(2026, 12, 9),
            held_precision="day",
            start_at=datetime(2026, 12, 9, 1, 0, tzinfo=UTC),
            zone="Asia/Seoul",
            jurisdiction_id=small.ids["busan"],
            trip_id=small.ids["trip"],
            **values,
        )
        for who, side in (("maren", "ours"), ("kang", "theirs")):
            records.add(
                meetings.participation,
                engagement_id=small.ids["second"],
                person_id=small.ids[who],
                side=side,
                role="principal",
            )


def filled(small: Small) -> Packet:
    return fill_packet(small.office, TRIP).packet


def second(small: Small) -> Tab:
    return filled(small).tabs[1]


def test_you_is_the_principal_of_the_packet_not_whoever_leads_a_meeting(small: Small) -> None:
    later_meeting(small, our_role="Ask for the drawings.")
    memo = second(small).memo
    assert memo is not None
    assert [one.principal for one in memo.ours] == [False]
    assert memo.purpose == "Our role: Ask for the drawings."


def test_whom_only_others_meet_is_not_among_those_whom_you_meet(small: Small) -> None:
    later_meeting(small)
    glance = filled(small).glance
    assert glance is not None
    assert {one.tab for one in glance.meets} == {"A"}


def test_a_promise_told_in_an_earlier_tab_is_referred_to_there(small: Small) -> None:
    later_meeting(small)
    first, again = (tab.memo for tab in filled(small).tabs)
    assert first is not None
    assert again is not None
    assert {one.tab for one in first.promises} == {""}
    assert {one.tab for one in again.promises} <= {"A"}


def test_the_ask_that_serves_an_objective_comes_first() -> None:
    thanks, names = Ask("Thank you for the exchange", tab="A"), Ask("Two names, please", tab="A")
    places = Ask("Six places in spring", "We send names in ten days.", "B")
    others = Ask("Four places next spring", tab="B")
    listed = asks([[thanks, names], [others, places]], ["Six places in the spring course"])
    assert listed == (places, thanks, others, names)


def test_without_objectives_the_first_ask_of_each_meeting_comes_before_the_second() -> None:
    one, two, three = Ask("One"), Ask("Two"), Ask("Three")
    assert asks([[one, two], [three]], []) == (one, three, two)


def test_an_envelope_line_of_the_office_bears_the_holders_name(small: Small) -> None:
    small.change(people.office, "mayor_busan", envelope_line="The Honorable {name}")
    protocol = filled(small).tabs[0].protocol
    assert protocol is not None
    envelopes = {one.who: one.envelope for one in protocol.addresses}
    assert envelopes["Kang Yun-ah"] == "The Honorable Kang Yun-ah"


def test_an_engagement_of_which_nothing_is_known_has_no_empty_pages(small: Small) -> None:
    with small.office.store.write("test") as records:
        bare = records.add(meetings.engagement, title="Nothing known yet", status="planned")
    with small.office.read() as connection:
        ref = connection.execute(
            meetings.engagement.select().where(meetings.engagement.c.id == bare)
        ).one()
    made = make_packet(small.office, Wish(ref.ref, "staff", INTERNAL, NOW))
    assert made.filled.packet.glance is None
    # Cover, contents, notes, last page.
    assert made.pages == 4


def test_the_cover_bears_the_reference_and_says_to_return_it(small: Small) -> None:
    packet = filled(small)
    assert packet.about.startswith("T-2026-0001")
    assert "destroy" in packet.return_by
