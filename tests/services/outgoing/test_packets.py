"""The packet's content: as of the meeting's day, promises both ways, times in local time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.content.packet import Packet
from liaison_app.domain.audience import INTERNAL, Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.services.packets.making import Wish, fill_packet, make_packet, write_packet
from liaison_app.store import ledger
from liaison_app.store.tables import meetings, people, places, promises
from tests.services.outgoing.small_office import NOW, Small

HQ = Audience(Reader.HQ)
TRIP, HELD, TALKS, ASIDE = "T-2026-0001", "E-2026-0001", "E-2026-0002", "E-2026-0003"
STAFF = Wish(TRIP, "staff", INTERNAL, NOW)


def filled(small: Small, wish: Wish = STAFF) -> Packet:
    return fill_packet(small.office, wish).packet


def talks(small: Small, wish: Wish = STAFF) -> Tab:
    return next(tab for tab in filled(small, wish).tabs if tab.ref == TALKS)


def titles(tab: Tab) -> dict[str, str]:
    assert tab.memo is not None
    return {one.person.name: one.person.title for one in (*tab.memo.theirs, *tab.memo.ours)}


def test_titles_are_those_of_the_meetings_day_not_of_today(small: Small) -> None:
    assert titles(talks(small))["Kang Yun-ah"] == "Mayor, Busan"
    assert titles(talks(small))["Ha Jun"] == "Port director (acting), Busan Port Authority"
    bio = next(one for one in talks(small).bios if one.person.name == "Kang Yun-ah")
    assert bio.in_office.startswith("Takes office 1 Dec 2026.")


def test_somebody_not_in_office_yet_on_that_day_is_elect(small: Small) -> None:
    small.change(meetings.engagement, "talks", held_on=date(2026, 11, 28), start_at=None)
    assert titles(talks(small))["Kang Yun-ah"] == "Mayor (elect), Busan"


def test_somebody_whose_term_is_over_by_then_is_said_so(small: Small) -> None:
    with small.office.store.write("test") as records:
        records.add(
            meetings.participation,
            engagement_id=small.ids["talks"],
            person_id=small.ids["seo"],
            side="theirs",
        )
    assert titles(talks(small))["Seo Min-jae"] == "Formerly Mayor, until 30 Nov 2026"


def test_a_vacant_or_disputed_office_is_said(small: Small) -> None:
    small.change(people.tenure, "t_kang", deleted=True)
    memo = talks(small).memo
    assert memo is not None
    assert memo.participants_note == "Mayor, Busan: vacant on 8 Dec 2026."
    small.change(people.tenure, "t_kang", deleted=False, standing="disputed")
    memo = talks(small).memo
    assert memo is not None
    assert "claimed by Kang Yun-ah; disputed" in memo.participants_note


def test_ours_is_late_and_theirs_awaited_with_what_was_promised(small: Small) -> None:
    memo = talks(small).memo
    assert memo is not None
    owed = {one.wording: one for one in memo.promises}
    draft, visit = owed["Send the draft agreement"], owed["Name a date for the visit"]
    assert (draft.side, draft.late_days, draft.due) == ("we", 147, "Jun 2026")
    assert (visit.side, visit.late_days, visit.due) == ("they", 23, "1 Nov 2026")
    assert visit.promised == "10 Mar 2026, Video call with the Mayor of Busan, Seo Min-jae"
    assert draft.next_step == "Legal to clear"


def test_promises_nobody_reviewed_are_left_alone(small: Small) -> None:
    small.change(promises.commitment, "draft", reviewed=False)
    memo = talks(small).memo
    assert memo is not None
    assert "Send the draft agreement" not in {one.wording for one in memo.promises}


def test_a_fulfilled_promise_of_last_time_is_shown_with_its_evidence(small: Small) -> None:
    with small.office.store.write("test") as records:
        records.change(promises.commitment, small.ids["draft"], status="fulfilled")
        records.add(
            promises.evidence,
            commitment_id=small.ids["draft"],
            description="Sent by mail",
            dated_on=date(2026, 6, 1),
        )
    packet = filled(small)
    memo = packet.tabs[0].memo
    assert memo is not None
    kept = next(one for one in memo.promises if one.wording == "Send the draft agreement")
    assert (kept.status, kept.late_days, kept.evidence) == (
        "fulfilled", 0, "Sent by mail, 1 Jun 2026",
    )  # fmt: skip
    assert packet.glance is not None
    assert kept.wording not in {one.wording for one in packet.glance.promises}


def test_the_last_three_meetings_newest_first(small: Small) -> None:
    with small.office.store.write("test") as records:
        for month in (1, 2, 4):
            records.add(
                meetings.engagement,
                title=f"Call {month}",
                status="held",
                held_on=date(2026, month, 1),
                held_precision="day",
                jurisdiction_id=small.ids["busan"],
            )
    memo = talks(small).memo
    assert memo is not None
    assert [one.when for one in memo.last_meetings] == ["5 May 2026", "1 Apr 2026", "10 Mar 2026"]


def test_facts_older_than_ninety_days_are_not_verified(small: Small) -> None:
    verified = {one.person.name: one.verified_on for one in talks(small).bios}
    assert verified == {"Kang Yun-ah": date(2026, 10, 1), "Ha Jun": None}
    later = replace(STAFF, as_of=NOW + timedelta(days=60))
    assert {one.verified_on for one in talks(small, later).bios} == {None}


def test_the_schedule_is_in_local_time_with_the_clock_at_home(small: Small) -> None:
    days = filled(small).days
    assert [day.date.day for day in days] == [6, 7, 8, 9]
    leave, arrive = days[0].items[0], days[1].items[0]
    assert leave.start is not None
    assert arrive.start is not None
    assert (leave.kind, f"{leave.start.at:%H:%M}", leave.start.zone) == ("leave", "12:00", "EST")
    assert (arrive.kind, f"{arrive.start.at:%H:%M}", arrive.start.zone) == (
        "arrive",
        "17:30",
        "KST",
    )
    assert leave.home is None
    meeting = days[2].items[0]
    assert meeting.home is not None
    assert (f"{meeting.home.at:%d %H:%M}", meeting.home.zone) == ("07 20:00", "EST")
    assert days[2].zones == "All times KST, UTC+9. Chattanooga is 14 hours behind."
    assert days[3].items == ()


def test_a_clock_that_nobody_knows_is_the_one_at_home(small: Small) -> None:
    small.change(meetings.engagement, "talks", zone="Mars/Olympus")
    start = talks(small).start
    assert start is not None
    assert (f"{start.at:%d %H:%M}", start.zone) == ("07 20:00", "EST")


def test_tabs_stand_in_the_order_of_the_schedule_and_cancelled_ones_only_there(
    small: Small,
) -> None:
    with small.office.store.write("test") as records:
        for title, hour, status in (("Early", 0, "planned"), ("Off", 3, "cancelled")):
            records.add(
                meetings.engagement,
                title=title,
                status=status,
                held_on=date(2026, 12, 8),
                held_precision="day",
                start_at=datetime(2026, 12, 8, hour, tzinfo=UTC),
                zone="Asia/Seoul",
                trip_id=small.ids["trip"],
            )
    packet = filled(small)
    assert [(tab.letter, tab.title) for tab in packet.tabs] == [
        ("A", "Early"),
        ("B", "Meeting with the Mayor of Busan"),
    ]
    off = packet.days[2].items[2]
    assert (off.what, off.cancelled, off.tab) == ("Off", True, "")


def test_the_order_of_precedence_is_the_offices(small: Small) -> None:
    memo = talks(small).memo
    assert memo is not None
    assert [one.person.name for one in memo.theirs] == ["Kang Yun-ah", "Ha Jun", "interpreter"]
    assert [one.principal for one in memo.ours] == [True, False]


def test_talking_points_have_a_topic_and_a_line(small: Small) -> None:
    points = talks(small).points
    assert points is not None
    assert (points.raise_[0].topic, points.raise_[0].line) == (
        "The signing day", "We propose 20 May.",
    )  # fmt: skip
    assert points.avoid[0].topic == "The stadium."


@pytest.mark.parametrize(
    ("said", "topic", "line"),
    [
        ("Two names: ours is Ortiz-Beck.", "Two names", "Ours is Ortiz-Beck."),
        ("Thank them. One thing more: the date.", "Thank them. One thing more: the date.", ""),
        ("The U.S. consulate: nothing yet.", "The U.S. consulate", "Nothing yet."),
    ],
)
def test_a_topic_never_reaches_over_the_end_of_a_sentence(
    small: Small, said: str, topic: str, line: str
) -> None:
    small.change(meetings.talking_point, "raise", text=said)
    points = talks(small).points
    assert points is not None
    assert (points.raise_[0].topic, points.raise_[0].line) == (topic, line)


def test_a_note_of_the_schedule_has_one_full_stop(small: Small) -> None:
    note = filled(small).days[0].items[0].note
    assert note == "Meet at the gate by 11:30. Confirmation QX7R2P"


def test_an_organization_of_which_nobody_is_named_takes_part_itself(small: Small) -> None:
    link, talked = meetings.engagement_organization, small.ids["talks"]
    with small.office.store.write("test.link") as records:
        club = records.add(places.organization, name="Busan Rowing Club")
        records.link(link, talked, small.ids["port"])
        records.link(link, talked, club)
    memo = talks(small).memo
    assert memo is not None
    # Ha Jun of the port stands there by name.
    assert [one.person.name for one in memo.theirs] == [
        "Kang Yun-ah", "Ha Jun", "interpreter", "Busan Rowing Club",
    ]  # fmt: skip


def test_headquarters_gets_no_points_and_nothing_that_is_ours_alone(small: Small) -> None:
    packet = filled(small, replace(STAFF, audience=HQ))
    (tab,) = packet.tabs
    assert tab.points is None
    assert tab.memo is not None
    assert (tab.memo.not_for_disclosure, tab.memo.watch_outs) == ("", ())
    for hidden in ("stadium", "divided", "QX7R2P", "0199", "Legal to clear", "He was tired"):
        assert hidden not in repr(packet)
    assert packet.left_out == ()


def test_a_partner_is_not_told_who_drafted_it(small: Small) -> None:
    partner = Audience(Reader.PARTNER, small.ids["busan"])
    with pytest.raises(Refusal, match=r"packet\.not_for_audience"):
        filled(small, replace(STAFF, audience=partner))
    small.change(meetings.engagement, "talks", readers="partner")
    packet = filled(small, replace(STAFF, ref=TALKS, audience=partner))
    assert packet.record is None
    assert packet.prepared_by == ("Office of International Affairs",)
    assert packet.tabs[0].memo is not None
    assert packet.tabs[0].memo.promises == ()


def test_one_engagement_has_its_memo_and_no_schedule(small: Small) -> None:
    packet = filled(small, replace(STAFF, ref=TALKS))
    assert (packet.days, [tab.letter for tab in packet.tabs]) == ((), ["A"])
    assert packet.dates == "8 Dec 2026"


@pytest.mark.parametrize("ref", ["T-2026-0999", "P-0001", "nonsense"])
def test_what_no_packet_can_be_made_of_is_refused(small: Small, ref: str) -> None:
    with pytest.raises(Refusal):
        filled(small, replace(STAFF, ref=ref))


def test_versions_count_the_packets_that_left(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "packet.pdf"
    first = write_packet(small.office, STAFF, path)
    assert path.read_bytes() == first.pdf
    second = filled(small)
    assert (first.filled.packet.version, second.version) == ("1", "2")
    assert second.record is not None
    assert [one.version for one in second.record.versions] == ["2", "1"]
    assert filled(small, replace(STAFF, ref=TALKS)).version == "1"
    with small.office.read() as connection:
        (entry,) = ledger.entries(connection, "packet")
    assert (entry.sha256, entry.subject_id) == (first.sha256, small.ids["trip"])
    assert entry.counts["pages"] == first.pages


def test_the_same_office_as_of_the_same_instant_gives_the_same_bytes(small: Small) -> None:
    wish = replace(STAFF, ref=TALKS, kind="principal", paper="a4")
    assert make_packet(small.office, wish).pdf == make_packet(small.office, wish).pdf
