"""The same fields of many records changed in one step: all of them or none, undone whole."""

from datetime import date
from uuid import UUID

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services import (
    agreements,
    commitments,
    engagements,
    funding,
    history,
    jurisdictions,
    people,
    removing,
)
from liaison_app.services.bulk import change_together
from liaison_app.services.drafts import CommitmentDraft, EngagementDraft
from liaison_app.services.lists.agreements import AGREEMENTS
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.funding import FUNDING
from liaison_app.services.office import Office
from liaison_app.system.messages import TEXTS


def three(office: Office) -> list[UUID]:
    return [agreements.propose(office, f"MOU {number}").id for number in range(3)]


def test_many_are_changed_in_one_step_and_undone_whole(office: Office) -> None:
    ids = three(office)
    change_together(office, Kind.AGREEMENT, ids, {"review_on": date(2027, 1, 1)})
    assert {row.review_on for row in AGREEMENTS.page(office)} == {date(2027, 1, 1)}
    line = history.latest(office, 1)[0]
    assert line.done == "Changed the day of review of 3 agreements"
    assert history.of_record(office, ids[1])[0].n == line.n
    history.undo(office)
    assert {row.review_on for row in AGREEMENTS.page(office)} == {None}
    assert history.latest(office, 1)[0].done == "Undid: Change the day of review of 3 agreements"


def test_dates_and_sums_are_one_field_here_too(office: Office) -> None:
    ids = [commitments.make(office, CommitmentDraft(f"Promise {n}", "we_owe")).id for n in (1, 2)]
    fields = {"due": PartialDate.month(2027, 3), "firmness": "explore"}
    change_together(office, Kind.COMMITMENT, ids, fields)
    assert {row.due for row in COMMITMENTS.page(office)} == {PartialDate.month(2027, 3)}
    assert history.latest(office, 1)[0].done == "Changed the facts of 2 commitments"
    money = [funding.plan(office, name).id for name in ("A bus", "A band")]
    change_together(office, Kind.FUNDING, money, {"asked": Money.of("5", "USD")})
    assert [row.asked and row.asked.label() for row in FUNDING.page(office)] == ["5 USD", "5 USD"]


def test_one_that_refuses_refuses_all_and_is_named(office: Office) -> None:
    ids = three(office)
    agreements.sign(office, ids[1], PartialDate.year(2020))
    with pytest.raises(Refusal, match=r"bulk\.refused") as refused:
        change_together(office, Kind.AGREEMENT, ids, {"expires_on": date(2019, 1, 1)})
    assert refused.value.params["ref"] == "A-2026-0002"
    assert "signature" in str(refused.value.params["why"])
    assert {row.expires_on for row in AGREEMENTS.page(office)} == {None}
    removing.delete(office, Kind.AGREEMENT, ids[2])
    with pytest.raises(Refusal, match=r"bulk\.refused"):
        change_together(office, Kind.AGREEMENT, ids, {"place": "Busan"})


def test_the_rules_of_a_kind_hold_for_many_as_for_one(office: Office) -> None:
    state = jurisdictions.add(office, "Arizona", kind="state_province").id
    nation = jurisdictions.add(office, "Navajo Nation", kind="tribal_nation").id
    with pytest.raises(Refusal, match=r"bulk\.refused"):
        change_together(office, Kind.JURISDICTION, [nation], {"parent_id": state})
    final = engagements.capture(office, EngagementDraft("Talks")).id
    engagements.finalise(office, final)
    with pytest.raises(Refusal, match=r"bulk\.refused"):
        change_together(office, Kind.ENGAGEMENT, [final], {"venue": "City Hall"})


def test_what_has_a_verb_of_its_own_or_is_no_field_is_refused(office: Office) -> None:
    ids = three(office)
    for kind, field in ((Kind.AGREEMENT, "status"), (Kind.COMMITMENT, "status")):
        with pytest.raises(Refusal, match=r"bulk\.own_verb"):
            change_together(office, kind, ids, {field: "in_force"})
    for field in ("shoe_size", "ref", "deleted", "merged_into"):
        with pytest.raises(Refusal, match=r"field\.unknown"):
            change_together(office, Kind.AGREEMENT, ids, {field: "x"})
    with pytest.raises(Refusal, match=r"bulk\.nothing"):
        change_together(office, Kind.AGREEMENT, ids, {})


def test_what_changes_nothing_is_no_step(office: Office) -> None:
    who = people.add(office, "Ruth Begay").id
    assert change_together(office, Kind.PERSON, [who], {"phone": None}) is None


def test_every_kind_that_is_listed_can_be_changed_together() -> None:
    for kind in LISTINGS:
        assert f"done.{kind}.change_together" in TEXTS
