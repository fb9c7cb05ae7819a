"""Agreements through their verbs: proposed, signed, in force, ended; parties, reports, signs of life."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_app.domain import agreements as rules
from liaison_app.domain.agreements import Standing
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    agreement_parts,
    agreements,
    commitments,
    engagements,
    history,
    jurisdictions,
    organizations,
    people,
    removing,
)
from liaison_app.services.drafts import CommitmentDraft, EngagementDraft, EvidenceDraft
from liaison_app.services.lists.agreements import AGREEMENTS
from liaison_app.services.office import Office
from liaison_app.services.pages.agreement import agreement_page
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.jurisdiction import jurisdiction_page
from liaison_app.services.searching import search
from liaison_app.store.tables.agreements import agreement
from tests.offices import MovingClock

TODAY = date(2026, 11, 24)
SIGNED = PartialDate.year(1974)


def in_force(office: Office, title: str = "Sister city", **days: date | None) -> UUID:
    one = agreements.propose(office, title, kind="sister_city").id
    agreements.sign(office, one, SIGNED)
    agreements.put_in_force(office, one, date(1974, 5, 4), **days)
    return one


def refs(office: Office, where: str) -> list[str]:
    return [row.ref for row in AGREEMENTS.page(office, where)]


def test_from_a_draft_to_force_and_to_its_end(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    mayor = people.add(office, "Kim Do-hyun").id
    made = agreements.propose(
        office,
        "Friendship with Busan",
        [{"jurisdiction_id": busan}, {"named": "Port of Busan", "side": "third"}],
        kind="friendship_city",
        jurisdiction_id=busan,
        rationale="A ferry line, in 1974.",
    )
    assert made.ref == "A-2026-0001"
    agreements.negotiate(office, made.id)
    agreements.sign(
        office, made.id, PartialDate.day(date(2026, 11, 20)), [{"person_id": mayor}], place="Busan"
    )
    assert AGREEMENTS.page(office)[0].standing is Standing.PREPARED
    agreements.put_in_force(office, made.id, expires_on=date(2027, 11, 23))
    agreements.renew(office, made.id, date(2030, 1, 1), review_on=date(2027, 1, 1))
    agreements.set_languages(office, made.id, ["en", "ko"])
    page = agreement_page(office, made.id)
    assert [
        party.who if isinstance(party.who, str) else party.who.title for party in page.parties
    ] == [
        "Busan",
        "Port of Busan",
    ]
    assert page.signatories[0].person is not None
    assert page.languages == ("en", "ko")
    assert page.record.standing is Standing.IN_FORCE
    assert page.record.expiring, "a review is near"
    assert page.fields["signed"] == PartialDate.day(date(2026, 11, 20))
    agreements.terminate(office, made.id, how="A letter of three lines.")
    row = AGREEMENTS.page(office)[0]
    assert (row.status, row.expires_on, row.standing) == ("terminated", TODAY, Standing.ENDED)


def test_each_verb_is_a_step_that_reads_well_and_is_undone(office: Office) -> None:
    one = agreements.propose(office, "Water MOU").id
    agreements.sign(office, one)
    agreements.put_in_force(office, one)
    party = agreement_parts.add_party(office, one, named="Sasebo").id
    agreement_parts.remove_party(office, party)
    agreements.change(office, one, review_on=date(2027, 1, 1))
    assert [line.done for line in history.of_record(office, one)] == [
        "Changed the day of review of A-2026-0001",
        "Took a party out of A-2026-0001",
        "Added a party to A-2026-0001",
        "Put A-2026-0001 in force",
        "Signed A-2026-0001",
        "Proposed A-2026-0001",
    ]
    for _ in range(4):
        history.undo(office)
    assert AGREEMENTS.page(office)[0].status == "signed"
    history.undo(office)
    history.undo(office)
    assert AGREEMENTS.count(office) == 0


@pytest.mark.parametrize("verb", ["sign", "put_in_force", "abandon", "negotiate"])
def test_what_has_ended_begins_no_more(office: Office, verb: str) -> None:
    one = in_force(office)
    agreements.terminate(office, one)
    with pytest.raises(Refusal, match=r"agreement\.ended"):
        getattr(agreements, verb)(office, one)


def test_days_that_cannot_follow_each_other_are_refused(office: Office) -> None:
    one = agreements.propose(office, "Water MOU").id
    agreements.sign(office, one, PartialDate.month(2026, 6))
    with pytest.raises(Refusal, match=r"date\.out_of_order"):
        agreements.put_in_force(office, one, date(2026, 5, 31))
    with pytest.raises(Refusal, match=r"date\.out_of_order"):
        agreements.put_in_force(office, one, date(2026, 6, 1), expires_on=date(2026, 5, 1))
    with pytest.raises(Refusal, match=r"date\.in_future"):
        agreements.sign(office, one, PartialDate.day(date(2026, 11, 25)))
    agreements.put_in_force(office, one, date(2026, 6, 1), expires_on=date(2026, 12, 31))
    with pytest.raises(Refusal, match=r"agreement\.not_longer"):
        agreements.renew(office, one, date(2026, 12, 31))
    with pytest.raises(Refusal, match=r"agreement\.not_over"):
        agreements.expire(office, one)
    assert history.latest(office, 1)[0].verb == "agreement.put_in_force", "nothing else was written"


def test_a_row_that_stands_wrong_already_takes_a_note(office: Office) -> None:
    with office.store.write("import.apply") as records:
        one = records.add(
            agreement, title="MOU", signed_on=date(2020, 1, 1), expires_on=date(2019, 1, 1)
        )
    agreements.change(office, one, notes="Ask the clerk which of the days is right.")
    with pytest.raises(Refusal, match=r"date\.out_of_order"):
        agreements.change(office, one, expires_on=date(2018, 1, 1))


def test_its_parts_are_checked(office: Office) -> None:
    one = agreements.propose(office, "Water MOU").id
    with pytest.raises(Refusal, match=r"party\.nobody"):
        agreement_parts.add_party(office, one, side="theirs")
    with pytest.raises(Refusal, match=r"signatory\.nobody"):
        agreement_parts.add_signatory(office, one)
    with pytest.raises(Refusal, match=r"code\.unknown"):
        agreements.change(office, one, binding_status="very")
    gone = people.add(office, "Nobody").id
    removing.delete(office, Kind.PERSON, gone)
    with pytest.raises(Refusal, match=r"record\.gone"):
        agreement_parts.add_signatory(office, one, person_id=gone)


def test_a_report_to_a_register_is_due_then_done(office: Office) -> None:
    one = in_force(office)
    made = agreement_parts.record_notification(
        office, one, "Foreign arrangements register", due_on=date(2026, 12, 8)
    )
    assert agreement_page(office, one).notifications[0].done_on is None
    agreement_parts.notify(office, made.id, date(2026, 11, 20), "FA-881")
    told = agreement_page(office, one).notifications[0]
    assert (told.done_on, told.reference) == (date(2026, 11, 20), "FA-881")


def test_the_one_that_takes_its_place_is_named_on_both(office: Office) -> None:
    old, new = in_force(office, "MOU 1974"), in_force(office, "MOU 2026")
    agreements.supersede(office, old, new, date(2020, 1, 1))
    page = agreement_page(office, old)
    assert page.superseded_by is not None
    assert page.superseded_by.title == "MOU 2026"
    assert page.record.expires_on == date(2020, 1, 1)
    assert [row.title for row in agreement_page(office, new).supersedes] == ["MOU 1974"]
    with pytest.raises(Refusal, match="own_successor"):
        agreements.supersede(office, new, new)


def test_the_list_knows_its_filters(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    tono = jurisdictions.add(office, "Tono", kind="city").id
    in_force(office, "Filed with Busan")
    agreements.change(office, AGREEMENTS.page(office)[0].id, jurisdiction_id=busan)
    agreements.propose(office, "Busan is a party", [{"jurisdiction_id": busan}], kind="sector_mou")
    agreements.propose(office, "Tono", jurisdiction_id=tono)
    assert refs(office, "jurisdiction:busan") == ["A-2026-0001", "A-2026-0002"]
    assert refs(office, "kind:sector_mou") == ["A-2026-0002"]
    assert refs(office, "status:draft") == ["A-2026-0002", "A-2026-0003"]
    assert refs(office, "year:1974") == ["A-2026-0001"]
    assert refs(office, "after:1980 open") == ["A-2026-0002", "A-2026-0003"]
    assert refs(office, "closed") == []
    page = jurisdiction_page(office, busan)
    assert [row.ref for row in page.agreements] == ["A-2026-0002", "A-2026-0001"], "newest first"


def test_it_is_dormant_until_a_meeting_a_proof_or_a_kept_promise(
    office: Office, moving_clock: MovingClock
) -> None:
    one = in_force(office)
    assert refs(office, "dormant") == ["A-2026-0001"]
    held = EngagementDraft(
        "Delegation", {"held": PartialDate.day(date(2026, 3, 1)), "status": "held"}
    )
    met = engagements.capture(office, held).id
    agreements.link_engagement(office, one, met)
    assert refs(office, "dormant") == []
    assert AGREEMENTS.page(office)[0].last_sign_on == date(2026, 3, 1)
    assert [row.ref for row in engagement_page(office, met).agreements] == ["A-2026-0001"]
    agreements.unlink_engagement(office, one, met)
    assert refs(office, "dormant") == ["A-2026-0001"]
    promise = CommitmentDraft("Six students", "we_owe", facts={"agreement_id": one})
    owed = commitments.make(office, promise).id
    assert refs(office, "dormant") == ["A-2026-0001"], "a promise alone is no sign"
    commitments.add_evidence(office, owed, EvidenceDraft("mail", "Ms Ito", {"dated_on": TODAY}))
    assert refs(office, "dormant") == []
    moving_clock.move(days=732)
    assert refs(office, "dormant") == ["A-2026-0001"]
    commitments.fulfil(office, owed)
    assert refs(office, "dormant") == []


days_away = st.none() | st.integers(-400, 400)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(days_away, days_away, st.booleans()), min_size=1, max_size=4))
def test_the_lists_of_expiring_and_dormant_are_what_the_rules_say(
    office: Office, drawn: list[tuple[int | None, int | None, bool]]
) -> None:
    def day(away: int | None) -> date | None:
        return None if away is None else TODAY + timedelta(away)

    with office.store.write("test.agreements") as records:
        for ends, review, renews in drawn:
            records.add(
                agreement,
                title="Sister city",
                status="in_force",
                effective_on=date(1974, 5, 4),
                expires_on=day(ends),
                review_on=day(review),
                auto_renews=renews,
            )
    rows = AGREEMENTS.page(office, limit=500)
    expiring = {row.ref for row in AGREEMENTS.page(office, "expiring", limit=500)}
    assert expiring == {
        row.ref
        for row in rows
        if rules.is_expiring(row.status, row.expires_on, row.auto_renews, row.review_on, TODAY)
    }
    assert {row.ref for row in rows if row.dormant} == {
        row.ref for row in AGREEMENTS.page(office, "dormant", limit=500)
    }


def test_search_finds_why_it_was_made(office: Office) -> None:
    one = in_force(office, "Sister city Tono")
    agreements.change(office, one, rationale="Chosen for the silk mill that both cities lost.")
    found = search(office, "silk")[0]
    assert (found.kind, found.ref) == (Kind.AGREEMENT, "A-2026-0001")
    assert "silk mill" in found.snippet
    assert found.when == SIGNED
    assert [one.kind for one in search(office, "kind:agreement")] == [Kind.AGREEMENT]
    assert [one.ref for one in search(office, "dormant")] == ["A-2026-0001"]


def test_deleted_with_its_parts_and_not_while_others_name_it(office: Office) -> None:
    one = agreements.propose(office, "Water MOU", [{"named": "Sasebo"}]).id
    agreements.set_languages(office, one, ["ja"])
    body = organizations.add(office, "Waterworks").id
    agreement_parts.add_party(office, one, organization_id=body)
    promise = commitments.make(
        office, CommitmentDraft("A manual", "we_owe", facts={"agreement_id": one})
    )
    with pytest.raises(Refusal, match="still_named") as refused:
        removing.delete(office, Kind.AGREEMENT, one)
    assert refused.value.params["by"] == "commitment (1)"
    commitments.change(office, promise.id, agreement_id=None)
    removing.delete(office, Kind.AGREEMENT, one)
    assert AGREEMENTS.count(office) == 0
    removing.delete(office, Kind.ORGANIZATION, body)
    history.undo(office)
    history.undo(office)
    page = agreement_page(office, one)
    assert (len(page.parties), page.languages) == (2, ("ja",))


def test_two_records_of_one_agreement_are_read_as_one(office: Office) -> None:
    keep, other = in_force(office, "Sister city"), in_force(office, "Sister cities")
    agreement_parts.add_party(office, other, named="Sasebo")
    held = EngagementDraft("Visit", {"held": PartialDate.day(date(2026, 3, 1)), "status": "held"})
    agreements.link_engagement(office, other, engagements.capture(office, held).id)
    removing.merge(office, Kind.AGREEMENT, keep, other)
    row = AGREEMENTS.page(office)[0]
    assert (row.title, row.parties, row.dormant) == ("Sister city", ("Sasebo",), False)
    assert refs(office, "dormant") == []
    assert len(agreement_page(office, keep).engagements) == 1
