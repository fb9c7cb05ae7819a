"""Who may be the same: proposed with reasons, the same both ways, whatever the order of the words."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_app.domain.kinds import Kind
from liaison_app.domain.likeness import THRESHOLD, Known, Name, Reason, keys_of, likeness

ONE, TWO = UUID(int=1), UUID(int=2)
POSTS = [UUID(int=n) for n in (11, 12)]
WORDS = st.sampled_from(
    ["kim", "gim", "do", "dohyun", "hyun", "park", "bak", "rosa", "mohammed", "mhmd", "al", "lee"]
)
NAMES = st.builds(Name, st.lists(WORDS, min_size=1, max_size=5).map(tuple), st.booleans())
PEOPLE = st.builds(
    Known,
    st.uuids(),
    st.sampled_from([Kind.PERSON, Kind.ORGANIZATION, Kind.JURISDICTION]),
    st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    st.frozensets(st.sampled_from(["a@b.example", "c@d.example"])),
    st.frozensets(st.sampled_from(["82515550100", "0515550100", "15550199"])),
    st.frozensets(st.sampled_from(POSTS)),
    st.frozensets(st.sampled_from(POSTS)),
    st.frozensets(st.sampled_from([("country", "KR"), ("pronouns", "he")])),
)


def called(name: str, *, latin: bool = True, kind: Kind = Kind.PERSON, **more: object) -> Known:
    return Known(TWO, kind, (Name(tuple(name.split()), latin),), **more)  # type: ignore[arg-type]


@given(PEOPLE, PEOPLE)
def test_likeness_is_the_same_whoever_is_named_first(one: Known, other: Known) -> None:
    other = replace(other, kind=one.kind)
    assert likeness(one, other) == likeness(other, one)


@given(PEOPLE)
def test_everybody_is_like_themselves(one: Known) -> None:
    found = likeness(one, one)
    assert found.proposed
    assert not any(reason.startswith("different") for reason in found.reasons)


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_the_order_of_the_words_hides_nobody(words: list[str], data: st.DataObject) -> None:
    turned = data.draw(st.permutations(words))
    found = likeness(called(" ".join(words)), called(" ".join(turned)))
    assert found.proposed
    assert found.reasons[0] in (Reason.NAME, Reason.ORDER)


@given(PEOPLE, PEOPLE)
def test_whoever_is_proposed_shares_a_key(one: Known, other: Known) -> None:
    other = replace(other, kind=one.kind)
    if likeness(one, other).proposed:
        assert keys_of(one) & keys_of(other)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (called("kim do hyun"), called("kim dohyun"), Reason.NAME),
        (called("kim do hyun"), called("dohyun kim"), Reason.ORDER),
        (called("kim do hyun"), called("gimdohyeon", latin=False), Reason.SPELLING),
        (called("wei wang"), called("wangwei", latin=False), Reason.ORDER),
        (called("mohammed al rashid"), called("muhammad al rasheed"), Reason.SPELLING),
        (called("mohammed al rashid"), called("mhmd alrshyd", latin=False), Reason.SPELLING),
        (called("anna maria lund"), called("anna lund"), Reason.WITHIN),
        (
            called("city of busan", kind=Kind.JURISDICTION),
            called("busan metropolitan city", kind=Kind.JURISDICTION),
            Reason.NAME,
        ),
    ],
)
def test_one_name_in_many_spellings(one: Known, other: Known, reason: Reason) -> None:
    found = likeness(one, other)
    assert found.proposed, found
    assert found.reasons[0] is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (called("kim do hyun"), called("kim dae han")),
        (called("kim do hyun"), called("park do hyun")),
        (called("rosa park"), called("mohammed al rashid", offices=frozenset(POSTS))),
        (
            called("hamilton", kind=Kind.JURISDICTION, facts=frozenset({("kind", "city")})),
            called(
                "hamilton county", kind=Kind.JURISDICTION, facts=frozenset({("kind", "county")})
            ),
        ),
        (called("gimdohyeon", latin=False), called("bagjisu", latin=False)),
    ],
)
def test_those_who_are_only_near_are_not_proposed(one: Known, other: Known) -> None:
    assert not likeness(one, other).proposed


def test_what_differs_counts_against() -> None:
    two = called("anna maria lund"), called("anna lund")
    mail = [frozenset({"a@b.example"}), frozenset({"c@d.example"})]
    apart = [replace(one, emails=own) for one, own in zip(two, mail, strict=True)]
    assert likeness(*apart).score < THRESHOLD <= likeness(*two).score
    assert Reason.OTHER_EMAIL in likeness(*apart).reasons


def test_a_mailbox_that_an_office_shares_makes_nobody_the_same() -> None:
    shared = frozenset({"office@busan.example"})
    kim, rosa, d_kim = (
        replace(called(name), emails=shared) for name in ("kim do hyun", "rosa lund", "d kim")
    )
    assert not likeness(kim, rosa).proposed
    kim = replace(kim, phones=frozenset({"82515550100"}))
    assert likeness(kim, replace(d_kim, phones=frozenset({"0515550100"}))).proposed
