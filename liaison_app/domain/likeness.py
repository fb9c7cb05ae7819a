"""How alike two people, organizations or jurisdictions are, and why: the rule proposes duplicates.

It proposes with its reasons and never decides. Names come folded and transliterated, as words in
their order; e-mails in lower case, phones as figures. Reasons are codes, worded by who shows them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product
from uuid import UUID

from liaison_app.domain.kinds import Kind
from liaison_app.domain.spellings import distance, joined, skeletons, sounds, spoken

THRESHOLD = 50
"""From this score on two records are proposed as duplicates."""

_LONG = 5
"""Consonants from which on two spellings of the same sounds say enough by themselves."""
_FAR = 0.35
"""The greatest share of letters in which two spellings of one name differ."""
_PAIRED = 6
"""Words of a name that are looked at in pairs."""


class Reason(StrEnum):
    """Why two records may be the same, or why not."""

    NAME = "same_name"
    ORDER = "other_order"
    SPELLING = "other_spelling"
    SOUND = "sounds_alike"
    WITHIN = "name_within"
    WORD = "same_word"
    EMAIL = "same_email"
    PHONE = "same_phone"
    OFFICE = "same_office"
    JURISDICTION = "same_jurisdiction"
    OTHER_NAME = "different_name"
    OTHER_NATIVE = "different_native_name"
    OTHER_EMAIL = "different_email"
    OTHER_JURISDICTION = "different_jurisdiction"
    OTHER_FACT = "different_fact"


_WEIGHTS = {
    Reason.NAME: 70,
    Reason.ORDER: 65,
    Reason.SPELLING: 60,
    Reason.WITHIN: 50,
    Reason.SOUND: 35,
    Reason.WORD: 10,
    Reason.EMAIL: 50,
    Reason.PHONE: 35,
    Reason.OFFICE: 25,
    Reason.JURISDICTION: 15,
    Reason.OTHER_NAME: -20,
    Reason.OTHER_EMAIL: -15,
    Reason.OTHER_NATIVE: -40,
    Reason.OTHER_JURISDICTION: -40,
    Reason.OTHER_FACT: -45,
}

_EVERYWHERE = frozenset(
    {
        "the",
        "of",
        "and",
        "for",
        "de",
        "la",
        "le",
        "du",
        "des",
        "del",
        "der",
        "und",
        "city",
        "county",
        "state",
        "town",
        "village",
        "province",
        "prefecture",
        "municipality",
        "metropolitan",
        "district",
        "region",
    }
)
"""Words that stand in so many names of places and organizations that they tell none apart."""


@dataclass(frozen=True)
class Name:
    """One name as words, folded; ``latin``: it was written so, else a machine spelled it."""

    words: tuple[str, ...]
    latin: bool = True


@dataclass(frozen=True)
class Known:
    """What the rule looks at. ``phones``: figures only; ``offices`` held at any time; ``facts``:
    what one record has one value of, by its name (country, local code, pronouns)."""

    id: UUID
    kind: Kind
    names: tuple[Name, ...]
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    offices: frozenset[UUID] = frozenset()
    jurisdictions: frozenset[UUID] = frozenset()
    facts: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """How alike two records are: a score of 0 to 100 with the reasons, those for it first."""

    score: int
    reasons: tuple[Reason, ...]

    @property
    def proposed(self) -> bool:
        """Whether somebody should be asked."""
        return self.score >= THRESHOLD


def likeness(one: Known, other: Known) -> Likeness:
    """How alike two records of one kind are; the same whichever is named first."""
    reasons = sorted(set(_reasons(one, other)), key=lambda why: (-_WEIGHTS[why], why))
    score = sum(_WEIGHTS[why] for why in reasons)
    return Likeness(min(100, max(0, score)), tuple(reasons))


def keys_of(one: Known) -> frozenset[str]:
    """The keys by which a record is found: whatever is proposed shares at least one of them.

    E-mail, phone, the consonants of each name whatever their order, words of the name in pairs, and
    each word with each office held.
    """
    found = {f"@{email}" for email in one.emails} | {f"#{_end(phone)}" for phone in one.phones}
    for name in one.names:
        words = _telling(one.kind, name)
        found.add("~" + "".join(sorted(sounds("".join(words)))))
        if len(words) == 1:
            found.add(f"={words[0]}")
        if one.kind is not Kind.PERSON:
            found |= {f"={word}" for word in words}
        pairs = combinations(sorted(set(words))[:_PAIRED], 2)
        found |= {f"+{first} {second}" for first, second in pairs}
        found |= {f"{held}{word}" for held in one.offices for word in words}
    return frozenset(found)


def _reasons(one: Known, other: Known) -> Iterator[Reason]:
    yield _names(one, other)
    if _strangers(one, other):
        yield Reason.OTHER_NATIVE
    if one.emails & other.emails:
        yield Reason.EMAIL
    elif one.emails and other.emails:
        yield Reason.OTHER_EMAIL
    if {_end(phone) for phone in one.phones} & {_end(phone) for phone in other.phones}:
        yield Reason.PHONE
    if one.offices & other.offices:
        yield Reason.OFFICE
    if one.jurisdictions & other.jurisdictions:
        yield Reason.JURISDICTION
    elif one.kind is not Kind.PERSON and one.jurisdictions and other.jurisdictions:
        yield Reason.OTHER_JURISDICTION
    said = dict(other.facts)
    if any(said.get(name, value) != value for name, value in one.facts):
        yield Reason.OTHER_FACT


def _names(one: Known, other: Known) -> Reason:
    found = [_name(one.kind, *pair) for pair in product(one.names, other.names)]
    return max(found, key=lambda why: _WEIGHTS[why], default=Reason.OTHER_NAME)


def _name(kind: Kind, one: Name, other: Name) -> Reason:
    ours, theirs = _telling(kind, one), _telling(kind, other)
    if not ours or not theirs:
        return Reason.OTHER_NAME
    if ours == theirs or "".join(ours) == "".join(theirs):
        return Reason.NAME
    if sorted(ours) == sorted(theirs) or joined(ours) & joined(theirs):
        return Reason.ORDER
    shared = skeletons(ours) & skeletons(theirs)
    if shared and _near(ours, theirs):
        written = one.latin and other.latin
        long = max(map(len, shared)) >= (_LONG if written else _LONG - 1)
        return Reason.SPELLING if long else Reason.SOUND
    fewer, more = sorted((set(ours), set(theirs)), key=len)
    enough = len(fewer) > 1 or kind is not Kind.PERSON
    if fewer <= more and enough:
        return Reason.WITHIN
    return Reason.WORD if fewer & more else Reason.OTHER_NAME


def _near(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names of the same consonants are near with their vowels too, where both have them:
    Arabic and Hebrew are written without."""
    spelled = product(joined(ours), joined(theirs))
    pairs = [(spoken(a), spoken(b)) for a, b in spelled if sounds(a) == sounds(b)]
    return any(
        min(len(a) / len(sounds(a)), len(b) / len(sounds(b))) < 1.2
        or distance(a, b) <= _FAR * max(len(a), len(b))
        for a, b in pairs
        if sounds(a)
    )


def _strangers(one: Known, other: Known) -> bool:
    """Whether both names are known in their own script, and none of them is the other's."""
    ours = {name.words for name in one.names if not name.latin}
    theirs = {name.words for name in other.names if not name.latin}
    return bool(ours and theirs) and not any(
        joined(a) & joined(b) or skeletons(a) & skeletons(b) for a, b in product(ours, theirs)
    )


def _telling(kind: Kind, name: Name) -> tuple[str, ...]:
    if kind is Kind.PERSON:
        return name.words
    return tuple(word for word in name.words if word not in _EVERYWHERE) or name.words


def _end(phone: str) -> str:
    """The figures that stay whether or not the country is dialled."""
    return phone[-8:]
