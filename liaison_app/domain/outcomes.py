"""Outcomes counted: each once, claimed and verified apart, no two currencies in one sum."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True)
class Brought:
    """What one outcome brought by one count (claimed, or verified)."""

    amount: Decimal | None = None
    currency: str | None = None
    jobs: int | None = None
    people: int | None = None


@dataclass(frozen=True)
class Reported:
    """One outcome as reported. ``counted_in``: the same, reported by another, in which it counts."""

    id: UUID
    claimed: Brought
    verified: Brought
    counted_in: UUID | None = None


@dataclass(frozen=True)
class Total:
    """What some outcomes brought together: sums by currency (ISO 4217), jobs, people."""

    sums: Mapping[str, Decimal]
    jobs: int
    people: int


@dataclass(frozen=True)
class Totals:
    """The outcomes counted: how many, what is claimed of them, what was verified."""

    count: int
    claimed: Total
    verified: Total


def totals(outcomes: Iterable[Reported]) -> Totals:
    """These outcomes together. One that is counted in another of them adds nothing of its own; one
    counted in itself (two copies merged so) is counted, where its circle is first met."""
    known = {one.id: one for one in outcomes}
    counted = [known[one] for one in dict.fromkeys(_end(one, known) for one in known)]
    return Totals(
        len(counted),
        _total(one.claimed for one in counted),
        _total(one.verified for one in counted),
    )


def _end(start: UUID, known: Mapping[UUID, Reported]) -> UUID:
    """Where an outcome is counted: the end of its chain among those known, of a circle the least."""
    chain = [start]
    while (following := known[chain[-1]].counted_in) is not None and following in known:
        if following in chain:
            return min(chain[chain.index(following) :])
        chain.append(following)
    return chain[-1]


def _total(brought: Iterable[Brought]) -> Total:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    jobs = people = 0
    for one in brought:
        if one.amount is not None and one.currency is not None:
            sums[one.currency] += one.amount
        jobs += one.jobs or 0
        people += one.people or 0
    return Total(dict(sorted(sums.items())), jobs, people)
