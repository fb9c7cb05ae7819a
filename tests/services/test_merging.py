"""Two records of one person become one, field by field, and part again with all that came since."""

from datetime import date

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import commitments, engagements, history, offices, participants, people
from liaison_app.services.drafts import (
    CommitmentDraft,
    EngagementDraft,
    ParticipantDraft,
)
from liaison_app.services.merging import Side, compare, merge_chosen, merged_into, unmerge
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.person import person_page

TEN = (
    "honorific",
    "phonetic",
    "post_nominals",
    "spoken_address",
    "salutation",
    "envelope_line",
    "biography",
    "education",
    "career",
    "interests",
)


def test_the_choice_is_made_field_by_field(office: Office) -> None:
    kim = people.add(office, "Kim Do-hyun", email="a@busan.example").id
    other = people.add(office, "Dohyun Kim", email="b@busan.example", phone="+82 51 555 0100").id
    sides = {one.name: one for one in compare(office, Kind.PERSON, kim, other).fields}
    assert set(sides) == {"full_name", "email", "phone"}
    assert sides["phone"].proposed == "+82 51 555 0100"
    merge_chosen(office, Kind.PERSON, kim, other, {"full_name": "KIM Do-hyun", "email": Side.RIGHT})
    fields = person_page(office, kim).fields
    assert fields["full_name"] == "KIM Do-hyun"
    assert (fields["email"], fields["phone"]) == ("b@busan.example", "+82 51 555 0100")


def test_un_merge_gives_both_back_with_all_that_came_since(office: Office) -> None:
    two = [people.add(office, name).id for name in ("Kim Do-hyun", "Dohyun Kim")]
    people.change(office, two[1], phone="+82 51 555 0100", email="b@busan.example")
    assistants = [people.add(office, name).id for name in ("Rosa Lund", "Jun Park")]
    for at, one in enumerate(two):
        met = EngagementDraft(f"Talks {at}", {"held": PartialDate.day(date(2026, 3, at + 1))})
        meeting = engagements.capture(office, met).id
        participants.add(office, meeting, ParticipantDraft(who=one))
        post = offices.add(office, f"Deputy Mayor {at}").id
        offices.appoint(office, post, one)
        commitments.make(office, CommitmentDraft(f"Promise {at}", "they_owe", obligor=one))
    before = [person_page(office, one) for one in two]

    merged = merge_chosen(office, Kind.PERSON, two[0], two[1])
    whole = person_page(office, two[0])
    assert (len(whole.engagements), len(whole.career)) == (2, 2)
    assert whole.fields["phone"] == "+82 51 555 0100"
    assert [one.id for one in merged_into(office, Kind.PERSON, two[0])] == [two[1]]
    for field in TEN:
        people.change(office, two[0], **{field: f"new {field}"})  # type: ignore[arg-type]
    people.change(office, two[0], phone="+82 51 555 0199")
    for one in assistants:
        people.link(office, two[0], one, "scheduler")

    undone = unmerge(office, Kind.PERSON, two[1])
    assert [one.col for one in undone.kept] == ["phone"]
    after = [person_page(office, one) for one in two]
    assert after[1] == before[1]
    for part in ("engagements", "career", "ledger"):
        assert getattr(after[0], part) == getattr(before[0], part)
    edits = {field: f"new {field}" for field in TEN} | {"phone": "+82 51 555 0199"}
    assert dict(after[0].fields) == {**before[0].fields, **edits}
    assert [one.other.id for one in after[0].links] == assistants
    verbs = [one.verb for one in history.of_record(office, two[0])]
    assert verbs[:3] == ["undo", "person.link", "person.link"]
    assert verbs.count("person.change") == len(TEN) + 1
    assert all(one.officer is not None for one in history.of_record(office, two[0]))
    assert merged.step is not None


def test_what_was_not_merged_is_not_parted(office: Office) -> None:
    kim = people.add(office, "Kim Do-hyun").id
    with pytest.raises(Refusal, match="not_merged"):
        unmerge(office, Kind.PERSON, kim)


def test_merging_opens_nothing_to_anybody(office: Office) -> None:
    kim, other = (people.add(office, "Kim Do-hyun").id for _ in range(2))
    people.change(office, other, readers="hq")
    merge_chosen(office, Kind.PERSON, kim, other)
    assert person_page(office, kim).fields["readers"] == "hq"


def test_what_both_records_tell_of_is_shown_once(office: Office) -> None:
    two = [people.add(office, "Kim Do-hyun").id for _ in range(2)]
    met = EngagementDraft("Talks", {"held": PartialDate.day(date(2026, 3, 1))})
    meeting = engagements.capture(office, met).id
    post = offices.add(office, "Deputy Mayor").id
    for one in two:
        participants.add(office, meeting, ParticipantDraft(who=one))
        offices.appoint(office, post, one)
    merge_chosen(office, Kind.PERSON, two[0], two[1])
    assert len(person_page(office, two[0]).career) == 1
    assert [one.name for one in engagement_page(office, meeting).participants] == ["Kim Do-hyun"]
    unmerge(office, Kind.PERSON, two[1])
    assert len(engagement_page(office, meeting).participants) == 2
