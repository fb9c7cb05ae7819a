"""Which requests may be the same: somebody who asks again for the same within two years (DOMAIN 3.1).

A delegation writes to three desks, or writes again when nobody answered. The rule proposes, with its
reasons; whoever reads them decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

APART_DAYS = 730
"""Requests further apart than two years are taken for different ones."""

_SHORTEST = 4
"""Letters of the shortest word that says something of a purpose."""

_EVERYWHERE = frozenset(
    {"request", "requests", "visit", "visits", "meeting", "from", "with", "that", "this", "their"}
)
"""Words that stand in so many requests that they say nothing of one."""

_ALIKE = 0.34
"""The least share of the words of the shorter purpose that the other has too."""


class Reason(StrEnum):
    """Why two requests may be the same."""

    ASKER = "same_asker"
    JURISDICTION = "same_jurisdiction"
    PURPOSE = "same_purpose"


@dataclass(frozen=True)
class Asked:
    """What the rule looks at. ``askers``: whoever asks, however named; ``words``: those of title and
    purpose, folded; ``settled``: the request that somebody said it is a duplicate of."""

    id: UUID
    ref: str
    askers: frozenset[str]
    jurisdiction: UUID | None
    words: frozenset[str]
    received_on: date | None
    settled: UUID | None = None


@dataclass(frozen=True)
class Candidate:
    """A request that may be the same: why, which words both have, and how many days lie between."""

    id: UUID
    ref: str
    reasons: tuple[Reason, ...]
    words: tuple[str, ...]
    days_apart: int


def candidates(one: Asked, others: Iterable[Asked]) -> list[Candidate]:
    """The requests that may be the same as ``one``: the most reasons first, then the nearest in time.

    Asker or jurisdiction must be the same, and words of the purpose, within two years. Those that
    were settled as duplicates of each other aren't proposed again.
    """
    found = [match for other in others if (match := _match(one, other)) is not None]
    return sorted(
        found, key=lambda c: (-len(c.reasons), -len(c.words), c.days_apart, c.ref, str(c.id))
    )


def telling(words: Iterable[str]) -> frozenset[str]:
    """The words that say something of a purpose."""
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _EVERYWHERE)


def _match(one: Asked, other: Asked) -> Candidate | None:
    if one.id in (other.id, other.settled) or one.settled == other.id:
        return None
    if one.received_on is None or other.received_on is None:
        return None
    apart = abs((one.received_on - other.received_on).days)
    shared = _shared(one, other)
    if apart > APART_DAYS or not shared:
        return None
    reasons = []
    if one.askers & other.askers:
        reasons.append(Reason.ASKER)
    if one.jurisdiction is not None and one.jurisdiction == other.jurisdiction:
        reasons.append(Reason.JURISDICTION)
    if not reasons:
        return None
    return Candidate(other.id, other.ref, (*reasons, Reason.PURPOSE), shared, apart)


def _shared(one: Asked, other: Asked) -> tuple[str, ...]:
    """The telling words that both have, if they are enough of the shorter purpose."""
    ours, theirs = telling(one.words), telling(other.words)
    both = ours & theirs
    fewer = min(len(ours), len(theirs))
    return tuple(sorted(both)) if fewer and len(both) / fewer >= _ALIKE else ()
