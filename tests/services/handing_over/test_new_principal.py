"""An election: the old mayor's term ends, the new one's begins, and nothing promised is lost."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from liaison_app.domain.audience import INTERNAL
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.tenures import Seat
from liaison_app.services import (
    agreement_parts,
    agreements,
    commitments,
    engagements,
    history,
    jurisdictions,
    offices,
    people,
    trips,
)
from liaison_app.services.capturing import unsaved
from liaison_app.services.drafts import (
    CommitmentDraft,
    EngagementDraft,
    ParticipantDraft,
    PersonDraft,
    PointDraft,
)
from liaison_app.services.facts import CommitmentFacts
from liaison_app.services.handing_over.asked import PrincipalChange, Treatment
from liaison_app.services.handing_over.coming import Goes
from liaison_app.services.handing_over.principal import change_principal, plan
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.offices import NewPost
from liaison_app.services.packets.making import Wish, write_packet
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.jurisdiction import jurisdiction_page

TAKES_OFFICE = date(2027, 1, 4)
NEW = PersonDraft("Delphine Osei-Ward")


class City:
    """Chattanooga under its old mayor, with a trip to Busan ahead and promises both ways."""

    def __init__(self, office: Office) -> None:
        self.home = UUID(office.setting("home"))
        self.busan = jurisdictions.add(office, "Busan", kind="city", country="KR").id
        self.post = offices.add(office, "Mayor", jurisdiction_id=self.home, is_head=True).id
        self.old = people.add(office, "Bertil Rask", family="Rask", is_ours=True).id
        offices.appoint(office, self.post, self.old, start_on=date(2019, 1, 7))
        their_post = offices.add(office, "Mayor", jurisdiction_id=self.busan, is_head=True).id
        self.kim = people.add(office, "Kim Do-hyun", salutation="Dear Mayor Kim,").id
        offices.appoint(office, their_post, self.kim, start_on=date(2026, 7, 1))
        self.trip = trips.plan(
            office,
            "Busan in spring",
            principal_id=self.old,
            start_on=date(2027, 3, 8),
            end_on=date(2027, 3, 12),
        ).id
        self.past = self.meeting(office, "Call on Mayor Kim", date(2026, 10, 1))
        engagements.hold(office, self.past)
        self.farewell = self.meeting(office, "Farewell dinner", date(2027, 1, 2))
        self.ahead = self.meeting(office, "Courtesy call", date(2027, 3, 9))
        self.own = self.promise(office, "Come to the harbour festival", obligor=self.old)
        self.ours = self.promise(office, "Send the harbour study")
        self.theirs = self.promise(
            office, "Name a contact", direction="they_owe", beneficiary=self.old
        )

    def meeting(self, office: Office, title: str, day: date) -> UUID:
        draft = EngagementDraft(
            title,
            {"held": PartialDate.day(day), "jurisdiction_id": self.busan},
            participants=[
                ParticipantDraft(self.old, facts={"side": "ours", "role": "principal"}),
                ParticipantDraft(self.kim),
            ],
            points=[PointDraft("raise", "Mayor Rask thanks for the cranes")],
        )
        return engagements.capture(office, draft).id

    def promise(self, office: Office, wording: str, direction: str = "we_owe", **who: UUID) -> UUID:
        facts: CommitmentFacts = {
            "jurisdiction_id": self.busan,
            "due": PartialDate.day(date(2026, 11, 1)),
        }
        draft = CommitmentDraft(wording, direction, facts=facts, **who)
        return commitments.make(office, draft).id


@pytest.fixture
def city(office: Office) -> City:
    return City(office)


def names_at(office: Office, engagement_id: UUID) -> list[str]:
    return [one.name for one in engagement_page(office, engagement_id).participants]


def test_a_preview_tells_all_of_it_and_writes_nothing(office: Office, city: City) -> None:
    before = history.latest(office)
    told = plan(office, PrincipalChange(TAKES_OFFICE, NEW))
    assert history.latest(office) == before
    assert [(one.person.title, one.last_on) for one in told.leaving] == [
        ("Bertil Rask", date(2027, 1, 3))
    ]
    assert {one.row.title: one.treatment for one in told.promises.listed} == {
        "Come to the harbour festival": Treatment.REVIEW,
        "Name a contact": Treatment.REVIEW,
        "Send the harbour study": Treatment.KEEP,
    }
    assert [(one.title, one.goes) for one in told.coming] == [
        ("Busan in spring", Goes.TO_SUCCESSOR),
        ("Courtesy call", Goes.TO_SUCCESSOR),
    ]
    assert [(one.about.title) for one in told.papers.texts] == ["Courtesy call"]
    assert [(one.person.title, one.salutation) for one in told.introductions] == [
        ("Kim Do-hyun", "Dear Mayor Kim,")
    ]


def test_the_new_mayor_goes_where_the_old_one_would_have(office: Office, city: City) -> None:
    change_principal(office, PrincipalChange(TAKES_OFFICE, NEW))
    assert [one.principal and one.principal.title for one in TRIPS.page(office)] == [
        "Delphine Osei-Ward"
    ]
    assert names_at(office, city.ahead)[0] == "Delphine Osei-Ward"
    assert names_at(office, city.farewell)[0] == "Bertil Rask"
    assert names_at(office, city.past)[0] == "Bertil Rask"
    page = jurisdiction_page(office, city.home, TAKES_OFFICE).leaders[0]
    assert [one.title for one in page.holders] == ["Delphine Osei-Ward"]
    before = jurisdiction_page(office, city.home, date(2027, 1, 3)).leaders[0]
    assert [one.title for one in before.holders] == ["Bertil Rask"]
    assert [one.title for one in before.elect] == ["Delphine Osei-Ward"]


def test_promises_survive_the_election_and_the_personal_ones_are_put_to_the_new_mayor(
    office: Office, city: City
) -> None:
    change_principal(office, PrincipalChange(TAKES_OFFICE, NEW))
    rows = {row.id: row for row in COMMITMENTS.page(office, "open")}
    assert set(rows) == {city.own, city.ours, city.theirs}
    assert COMMITMENTS.count(office, "overdue") == 2
    assert rows[city.own].next_step == "Review with Delphine Osei-Ward: does it stand?"
    assert rows[city.own].next_step_on == TAKES_OFFICE
    assert rows[city.ours].next_step is None


def test_papers_with_the_old_name_are_told(office: Office, city: City, tmp_path: Path) -> None:
    now = office.clock.now().replace(microsecond=0)
    ref = TRIPS.page(office)[0].ref
    write_packet(office, Wish(ref, "staff", INTERNAL, now), tmp_path / "p.pdf")
    unsaved.keep(office, "capture", b'{"title": "Dinner for Mayor Rask"}')
    unsaved.keep(office, "export", b'{"first": "2026"}')
    papers = plan(office, PrincipalChange(TAKES_OFFICE, NEW)).papers
    assert [(one.about.title, one.version) for one in papers.packets] == [("Busan in spring", 1)]
    assert papers.drafts == ("capture",)
    assert [(one.about.title, one.field) for one in papers.texts] == [("Courtesy call", "text")]


def test_what_is_withdrawn_or_kept_or_left_is_as_the_officer_chose(
    office: Office, city: City
) -> None:
    chosen = {city.own: Treatment.WITHDRAW, city.theirs: Treatment.KEEP}
    left = frozenset({city.ahead})
    change_principal(office, PrincipalChange(TAKES_OFFICE, NEW, choices=chosen, left=left))
    assert [row.id for row in COMMITMENTS.page(office, "status:withdrawn")] == [city.own]
    assert {row.next_step for row in COMMITMENTS.page(office, "open")} == {None}
    assert names_at(office, city.ahead)[0] == "Bertil Rask"


def test_one_undo_brings_the_old_mayor_back_everywhere(office: Office, city: City) -> None:
    agreement = agreements.propose(office, "Harbour memorandum", jurisdiction_id=city.busan).id
    agreement_parts.add_signatory(office, agreement, person_id=city.old, side="ours")
    before = (
        TRIPS.page(office),
        COMMITMENTS.page(office),
        OFFICES.page(office),
        names_at(office, city.ahead),
    )
    told, done = change_principal(office, PrincipalChange(TAKES_OFFICE, NEW))
    assert [one.title for one in told.papers.agreements] == ["Harbour memorandum"]
    assert done.step is not None
    assert history.latest(office)[0].done == "Handed over to Delphine Osei-Ward"
    history.undo(office)
    after = (
        TRIPS.page(office),
        COMMITMENTS.page(office),
        OFFICES.page(office),
        names_at(office, city.ahead),
    )
    assert after == before


def test_an_acting_mayor_then_the_elected_one(office: Office, city: City) -> None:
    deputy = people.add(office, "Iolanda Frisch").id
    change_principal(office, PrincipalChange(date(2026, 12, 1), deputy, standing="acting"))
    change_principal(office, PrincipalChange(TAKES_OFFICE, NEW, standing="elect"))
    seats = [
        (one.seat, [who.title for who in one.holders])
        for day in (date(2026, 11, 30), date(2026, 12, 1), TAKES_OFFICE)
        for one in jurisdiction_page(office, city.home, day).leaders[:1]
    ]
    assert seats == [
        (Seat.HOLDER, ["Bertil Rask"]),
        (Seat.ACTING, ["Iolanda Frisch"]),
        (Seat.HOLDER, ["Delphine Osei-Ward"]),
    ]
    assert names_at(office, city.farewell)[0] == "Iolanda Frisch"
    assert names_at(office, city.ahead)[0] == "Delphine Osei-Ward"


def test_a_deputy_acts_until_the_elect_who_is_known_already(office: Office, city: City) -> None:
    elect = people.add(office, "Delphine Osei-Ward").id
    offices.appoint(office, city.post, elect, start_on=TAKES_OFFICE, standing="elect")
    deputy = people.add(office, "Iolanda Frisch").id
    change_principal(office, PrincipalChange(date(2026, 12, 1), deputy, standing="acting"))
    days = (date(2026, 12, 1), date(2027, 1, 3), TAKES_OFFICE)
    leaders = [jurisdiction_page(office, city.home, day).leaders[0] for day in days]
    assert [(one.seat, [who.title for who in one.holders]) for one in leaders] == [
        (Seat.ACTING, ["Iolanda Frisch"]),
        (Seat.ACTING, ["Iolanda Frisch"]),
        (Seat.HOLDER, ["Delphine Osei-Ward"]),
    ]
    with pytest.raises(Refusal, match=r"tenure\.starts_later"):
        plan(office, PrincipalChange(date(2026, 12, 15), PersonDraft("Somebody Else")))


def test_a_vacant_office_names_nobody_and_moves_nothing(office: Office, city: City) -> None:
    told, _ = change_principal(office, PrincipalChange(TAKES_OFFICE, None))
    assert {one.goes for one in told.coming} == {Goes.NOBODY_YET}
    assert jurisdiction_page(office, city.home, TAKES_OFFICE).leaders[0].seat is Seat.VACANT
    assert names_at(office, city.ahead)[0] == "Bertil Rask"
    change_principal(office, PrincipalChange(date(2027, 2, 1), NEW))
    assert names_at(office, city.ahead)[0] == "Delphine Osei-Ward"


def test_a_mayor_elect_whose_day_moves_keeps_one_term(office: Office, city: City) -> None:
    elect = people.add(office, "Delphine Osei-Ward").id
    offices.appoint(office, city.post, elect, start_on=TAKES_OFFICE, standing="elect")
    sworn_in = date(2027, 1, 11)
    change_principal(office, PrincipalChange(sworn_in, elect))
    seen = jurisdiction_page(office, city.home, sworn_in).leaders[0]
    assert (seen.seat, seen.since) == (Seat.HOLDER, sworn_in)
    assert len(jurisdiction_page(office, city.home, date(2027, 1, 10)).leaders[0].holders) == 1


def test_an_office_whose_head_was_never_entered_names_the_post(office: Office) -> None:
    with pytest.raises(Refusal, match=r"handover\.no_post"):
        plan(office, PrincipalChange(TAKES_OFFICE, NEW))
    post = NewPost("Mayor", {"is_head": True})
    change_principal(office, PrincipalChange(TAKES_OFFICE, NEW, post=post))
    assert [row.title for row in OFFICES.page(office, "mayor")] == ["Mayor"]


def test_engagements_stay_with_a_trip_that_began_before(office: Office, city: City) -> None:
    engagements.change(office, city.ahead, trip_id=city.trip)
    on_the_way = date(2027, 3, 9)
    told, _ = change_principal(office, PrincipalChange(on_the_way, NEW))
    assert {one.goes for one in told.coming} == {Goes.UNDER_WAY}
    assert names_at(office, city.ahead)[0] == "Bertil Rask"


def test_somebody_known_isn_t_entered_a_second_time(office: Office, city: City) -> None:
    people.add(office, "Delphine Osei-Ward")
    with pytest.raises(Refusal, match=r"handover\.known"):
        plan(office, PrincipalChange(TAKES_OFFICE, NEW))
    with pytest.raises(Refusal, match=r"title\.missing"):
        plan(office, PrincipalChange(TAKES_OFFICE, PersonDraft(" ")))


def test_what_can_t_be_is_refused_and_nothing_written(office: Office, city: City) -> None:
    count = len(history.latest(office, 500))
    for change, why in (
        (PrincipalChange(TAKES_OFFICE, city.old), "handover.holds_it"),
        (PrincipalChange(date(2018, 1, 1), NEW), "tenure.starts_later"),
        (PrincipalChange(TAKES_OFFICE, NEW, standing="disputed"), "handover.disputed"),
        (PrincipalChange(TAKES_OFFICE, NEW, left=frozenset({city.past})), "handover.not_coming"),
        (
            PrincipalChange(TAKES_OFFICE, NEW, choices={city.past: Treatment.KEEP}),
            "handover.not_open",
        ),
    ):
        with pytest.raises(Refusal, match=why):
            change_principal(office, change)
    assert len(history.latest(office, 500)) == count
    assert ENGAGEMENTS.count(office) == 3
