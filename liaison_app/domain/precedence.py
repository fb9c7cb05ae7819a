"""Order of precedence from a list that the office keeps: nothing is decided here (DOMAIN 3.3, 5.3).

A list ranks classes of rank, single offices, or offices of one kind of jurisdiction; some rank only
in their own jurisdiction, as a governor does in the governor's own state. Equals go by the day of
taking office, then by name. Whoever arranges may put somebody elsewhere, with a reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Why(StrEnum):
    """Why somebody stands where they stand."""

    RANK = "rank"
    SENIORITY = "seniority"
    NAME = "name"
    UNLISTED = "unlisted"
    OVERRIDE = "override"


@dataclass(frozen=True)
class Rank:
    """One place of a list, highest first: all that it names must fit. ``only_in_own``: it counts only
    where the venue is the office's own jurisdiction."""

    rank_class: str | None = None
    office_id: UUID | None = None
    jurisdiction_kind: str | None = None
    only_in_own: bool = False
    label: str = ""


@dataclass(frozen=True)
class Seat:
    """An office that somebody holds, of which jurisdiction, and since when."""

    office_id: UUID
    rank_class: str | None = None
    jurisdiction_kind: str | None = None
    jurisdiction: UUID | None = None
    since: date | None = None


@dataclass(frozen=True)
class Guest:
    """Somebody to be placed. ``name``: by which equals are told apart, folded."""

    id: UUID
    name: str
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True)
class Override:
    """A place that somebody gave by hand: 1 is the first. It always has a reason."""

    place: int
    reason: str


@dataclass(frozen=True)
class Placed:
    """Where somebody stands and why. ``label``: the list's words for the rank, or the reason given."""

    id: UUID
    why: Why
    label: str


def in_order(
    guests: Sequence[Guest],
    ranks: Sequence[Rank],
    venue: UUID | None,
    overrides: Mapping[UUID, Override] | None = None,
) -> list[Placed]:
    """All guests, the highest first. ``venue``: the jurisdiction where it takes place."""
    by_hand = overrides or {}
    found = sorted((_found(one, ranks, venue) for one in guests if one.id not in by_hand), key=_key)
    placed = [
        Placed(one.guest.id, _why(one, found[at - 1] if at else None, ranks), one.label)
        for at, one in enumerate(found)
    ]
    moved = [(by_hand[one.id], one) for one in guests if one.id in by_hand]
    for override, guest in sorted(moved, key=lambda pair: (pair[0].place, pair[1].name)):
        placed.insert(max(0, override.place - 1), Placed(guest.id, Why.OVERRIDE, override.reason))
    return placed


@dataclass(frozen=True)
class _Found:
    """A guest with the highest place that the list gives them, beyond its end if it gives none."""

    guest: Guest
    place: int
    since: date
    label: str


def _found(guest: Guest, ranks: Sequence[Rank], venue: UUID | None) -> _Found:
    fitting = [
        (place, seat.since or date.max, rank.label)
        for place, rank in enumerate(ranks)
        for seat in guest.seats
        if _fits(rank, seat, venue)
    ]
    place, since, label = min(fitting, default=(len(ranks), date.max, ""))
    return _Found(guest, place, since, label)


def _fits(rank: Rank, seat: Seat, venue: UUID | None) -> bool:
    if rank.only_in_own and (venue is None or seat.jurisdiction != venue):
        return False
    return (
        rank.rank_class in (None, seat.rank_class)
        and rank.office_id in (None, seat.office_id)
        and rank.jurisdiction_kind in (None, seat.jurisdiction_kind)
    )


def _key(one: _Found) -> tuple[int, date, str, str]:
    return one.place, one.since, one.guest.name, str(one.guest.id)


def _why(one: _Found, before: _Found | None, ranks: Sequence[Rank]) -> Why:
    if one.place == len(ranks):
        return Why.UNLISTED
    if before is None or before.place != one.place:
        return Why.RANK
    return Why.SENIORITY if before.since != one.since else Why.NAME
