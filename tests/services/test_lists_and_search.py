"""Lists and search: filters of one language, names in every script, pages by key."""

from dataclasses import replace
from datetime import date

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import (
    commitments,
    engagements,
    history,
    jurisdictions,
    offices,
    organizations,
    people,
    removing,
    saved_searches,
)
from liaison_app.services.drafts import CommitmentDraft, EngagementDraft, ParticipantDraft
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS, tree
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.services.pages.jurisdiction import jurisdiction_page
from liaison_app.services.rows import Heading
from liaison_app.services.searching import answer, by_kind, search
from liaison_app.system import messages


def meeting(office: Office, title: str, day: date, **facts: object) -> None:
    given = {"held": PartialDate.day(day), **facts}
    engagements.capture(office, EngagementDraft(title, given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Gudmundsdottir", "Björk Guðmundsdóttir"),
        ("udmund", "Björk Guðmundsdóttir"),
        ("gud", "Björk Guðmundsdóttir"),
        ("nguyen", "Nguyễn Thị Minh Khai"),
        ("garcia marq", "García Márquez"),
        ("毅明", "王毅明"),
        ("wang", "王毅明"),
        ("oodham", "Tohono Oʼodham liaison"),
        ("محمد", "محمد الحداد"),
    ],
)
def test_names_are_found_as_people_type_them(office: Office, typed: str, name: str) -> None:
    for one in (
        "Björk Guðmundsdóttir",
        "Nguyễn Thị Minh Khai",
        "García Márquez",
        "王毅明",
        "Tohono Oʼodham liaison",
        "محمد الحداد",
    ):
        people.add(office, one)
    assert [found.title for found in search(office, typed)] == [name]
    assert [row.title for row in PEOPLE.page(office, typed)] == [name]


def test_search_is_newest_first_and_takes_filters(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    meeting(office, "Port talks", date(2024, 3, 1), jurisdiction_id=busan)
    meeting(office, "Port dinner", date(2026, 3, 1), jurisdiction_id=busan)
    meeting(office, "Port call", date(2025, 3, 1))
    assert [one.title for one in search(office, "port")] == [
        "Port dinner",
        "Port call",
        "Port talks",
    ]
    assert [one.title for one in search(office, "port jurisdiction:busan year:2024")] == [
        "Port talks"
    ]
    assert [one.title for one in search(office, "port after:2025 before:2026")] == ["Port call"]
    assert search(office, "port kind:people") == []
    assert list(by_kind(office, "busan")) == [Kind.JURISDICTION]


def test_a_filter_of_one_kind_finds_that_kind_only(office: Office) -> None:
    commitments.make(office, CommitmentDraft("Send the port tables", "we_owe"))
    meeting(office, "Port talks", date(2026, 3, 1))
    assert [one.ref for one in search(office, "port direction:we_owe")] == ["C-2026-0001"]
    assert [one.ref for one in search(office, "status:open")] == ["C-2026-0001"]


def test_a_whole_reference_comes_first(office: Office) -> None:
    meeting(office, "Talks", date(2026, 3, 1), notes="About C-2026-0001")
    commitments.make(office, CommitmentDraft("Send tables", "we_owe"))
    assert search(office, "c-2026-0001")[0].title == "Send tables"


def test_what_stands_in_the_notes_is_shown_around_the_word(office: Office) -> None:
    long = (
        "They asked about schools. " * 5
        + "The celadon bowl is from the mayor. "
        + "Then lunch." * 9
    )
    meeting(office, "Talks", date(2026, 3, 1), notes=long)
    found = search(office, "celad")[0]
    assert "The celadon bowl" in found.snippet
    assert found.snippet.startswith("…")
    assert len(found.snippet) < 120


def test_a_deleted_record_is_found_no_more(office: Office) -> None:
    one = people.add(office, "Ruth Begay")
    removing.delete(office, Kind.PERSON, one.id)
    assert search(office, "begay") == []
    assert PEOPLE.count(office, "begay") == 0


def test_pages_follow_each_other_without_gap_or_repetition(office: Office) -> None:
    for number in range(25):
        due = PartialDate.day(date(2026, 12, 1 + number // 4)) if number % 5 else None
        commitments.make(office, CommitmentDraft(f"Promise {number}", "we_owe", facts={"due": due}))
    for sort in COMMITMENTS.sorts:
        seen: list[int] = []
        while page := COMMITMENTS.page(office, "", sort, after=seen[-1] if seen else None, limit=4):
            seen += [row.n for row in page]
        assert seen == list(COMMITMENTS.keys(office, "", sort)), sort
        assert len(set(seen)) == 25
    dues = [row.due for row in COMMITMENTS.rows(office, COMMITMENTS.keys(office))]
    assert dues[:20] == sorted(due for due in dues if due is not None)
    assert dues[20:] == [None] * 5


def test_every_list_takes_every_one_of_its_filters(office: Office) -> None:
    values = {
        "jurisdictions": "jurisdiction:chattanooga",
        "persons": "person:marisol",
        "trips": "trip:T-2026-0001",
        "topics": "topic:port",
        "years": "year:2026",
        "after": "after:2026-01",
        "before": "before:2027",
    }
    coded = {"statuses": "status", "directions": "direction", "of_kinds": "kind"}
    for listing in LISTINGS.values():
        for name in listing.narrows:
            if name == "trips" or name in coded:
                continue
            assert listing.count(office, values.get(name, name)) >= 0, (listing.kind, name)


def test_a_filter_that_a_list_doesn_t_know_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match=r"search\.not_here"):
        PEOPLE.page(office, "overdue")
    with pytest.raises(Refusal, match=r"name\.unknown"):
        ENGAGEMENTS.page(office, "jurisdiction:atlantis")


def test_a_tribal_nation_stands_under_a_heading_of_its_own(office: Office) -> None:
    states = [
        jurisdictions.add(office, name, kind="state_province", country="US").id
        for name in ("Arizona", "New Mexico", "Utah")
    ]
    nation = jurisdictions.add(
        office,
        "Navajo Nation",
        native_name="Naabeehó Bináhásdzo",
        kind="tribal_nation",
        country="US",
    )
    jurisdictions.locate(office, nation.id, states)
    with pytest.raises(Refusal, match="tribal_parent"):
        jurisdictions.change(office, nation.id, parent_id=states[0])
    rows = [row for row in tree(office) if row.title == "Navajo Nation"]
    assert [(row.heading, row.depth, row.parent) for row in rows] == [(Heading.TRIBAL, 0, None)]
    assert len(jurisdiction_page(office, nation.id).located_in) == 3
    assert [one.title for one in jurisdiction_page(office, states[0]).within] == ["Navajo Nation"]
    assert [row.title for row in JURISDICTIONS.page(office, "tribal")] == ["Navajo Nation"]


def test_nobody_lies_within_themselves(office: Office) -> None:
    state = jurisdictions.add(office, "Tennessee", kind="state_province").id
    county = jurisdictions.add(office, "Hamilton County", kind="county", parent_id=state).id
    with pytest.raises(Refusal, match="circle"):
        jurisdictions.change(office, state, parent_id=county)
    assert [(row.title, row.depth) for row in tree(office) if row.heading is Heading.ABROAD] == [
        ("Tennessee", 0),
        ("Hamilton County", 1),
    ]


def test_merged_duplicates_are_read_as_the_one_that_stays(office: Office) -> None:
    keep, other = (people.add(office, name).id for name in ("Kim Do-hyun", "Kim Dohyun"))
    promise = CommitmentDraft("20 places for students", "they_owe", obligor=other)
    commitments.make(office, promise)
    removing.merge(office, Kind.PERSON, keep, other)
    assert [row.title for row in PEOPLE.page(office, "kim")] == ["Kim Do-hyun"]
    row = COMMITMENTS.page(office, "person:kim")[0]
    assert not isinstance(row.obligor, str | None)
    assert row.obligor.title == "Kim Do-hyun"


def test_what_others_name_is_not_deleted(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    organizations.add(office, "Port authority", jurisdiction_id=busan)
    offices.add(office, "Mayor", jurisdiction_id=busan)
    with pytest.raises(Refusal, match="still_named") as refused:
        removing.delete(office, Kind.JURISDICTION, busan)
    assert refused.value.params["by"] == "office (1), organization (1)"


def titles(office: Office, asked: str) -> set[str]:
    return {one.title for one in search(office, asked)}


def test_a_person_is_found_by_words_in_any_order_and_by_an_office_held(office: Office) -> None:
    aiko = people.add(office, "Nguyễn Thị Minh Khai").id
    post = offices.add(office, "Consul General of Japan").id
    offices.appoint(office, post, aiko)
    meeting(office, "Port talks", date(2026, 3, 1))
    with_her = EngagementDraft("Lunch", {"held": PartialDate.day(date(2026, 4, 1))})
    with_her = replace(with_her, participants=(ParticipantDraft(aiko, facts={"side": "theirs"}),))
    engagements.capture(office, with_her)
    for asked in ("khai nguyen", "Minh Khai", "consul general", "japan consul", "P-0002"):
        assert titles(office, f'with:"{asked}" kind:engagement') == {"Lunch"}, asked
    assert titles(office, 'with:"consul general" kind:people') == {"Nguyễn Thị Minh Khai"}


def test_one_and_two_characters_of_a_chinese_name_are_enough(office: Office) -> None:
    people.add(office, "Wang Wei", native_name="王偉")
    for asked in ("王", "王偉", "偉", "with:王偉", "with:偉"):
        assert titles(office, asked) == {"Wang Wei"}, asked


def test_what_has_a_minus_is_left_out(office: Office) -> None:
    busan = jurisdictions.add(office, "Busan", kind="city").id
    meeting(office, "Port talks", date(2026, 3, 1), jurisdiction_id=busan)
    meeting(office, "Port dinner", date(2026, 3, 2))
    meeting(office, "Port call", date(2026, 3, 3), status="cancelled")
    assert titles(office, "port -dinner") == {"Port talks", "Port call"}
    assert titles(office, "port -in:busan") == {"Port dinner", "Port call"}
    assert titles(office, "port -status:cancelled") == {"Port talks", "Port dinner"}
    assert titles(office, "port -kind:engagement") == set()
    assert titles(office, "kind:engagement -port") == set()
    assert titles(office, 'port -"port call" -dinner') == {"Port talks"}
    shown = ENGAGEMENTS.page(office, "-dinner -status:cancelled")
    assert [row.title for row in shown] == ["Port talks"]
    assert ENGAGEMENTS.count(office, "-kind:engagement") == 0
    assert ENGAGEMENTS.count(office, "-kind:people") == 3


def test_a_search_that_is_half_understood_says_so_and_finds_the_words(office: Office) -> None:
    meeting(office, "Port talks", date(2026, 3, 1))
    for asked, code in (
        ("port in:atlantis", "name.unknown"),
        ("port year:26", "search.bad_value"),
        ("port status:lost kind:engagement", "code.unknown"),
        ("port direction:we_owe stale topic:trade", "search.no_kind"),
    ):
        answered = answer(office, asked)
        assert [one.title for one in answered.found] == ["Port talks"], asked
        assert [one.code for one in answered.amiss] == [code], asked
        assert messages.text(code, **answered.amiss[0].params)
        with pytest.raises(Refusal):
            ENGAGEMENTS.page(office, asked)


def test_a_saved_search_is_asked_by_its_name(office: Office) -> None:
    meeting(office, "Port talks", date(2026, 3, 1))
    meeting(office, "Port dinner", date(2025, 3, 1))
    saved_searches.save(office, "Ports this year", "port year:2026", pinned=True)
    assert titles(office, 'saved:"ports this year"') == {"Port talks"}
    assert titles(office, 'port -saved:"ports this year"') == {"Port dinner"}
    rows = ENGAGEMENTS.page(office, 'saved:"Ports this year"')
    assert [row.title for row in rows] == ["Port talks"]
    saved_searches.save(office, "Talks", 'talks saved:"ports this year"')
    with pytest.raises(Refusal, match=r"saved\.used"):
        saved_searches.forget(office, "Ports this year")
    with pytest.raises(Refusal, match=r"search\.no_such_saved"):
        saved_searches.save(office, "Ports this year", "saved:talks")
    saved_searches.forget(office, "talks")
    saved_searches.forget(office, "ports this year")
    assert saved_searches.saved_searches(office) == []
    history.undo(office)
    assert [one.name for one in saved_searches.saved_searches(office)] == ["Ports this year"]
