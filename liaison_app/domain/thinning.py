"""Which automatic backups to keep: all of the last day, one a day for a month, one a week for a year,
within five times the office's size.

When room is short, the one goes whose neighbours stand in for it best (whose ages are nearest to each
other), so that what is left still reaches from this morning to last year.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

ALL_FOR = timedelta(days=1)
DAILY_FOR = timedelta(days=30)
WEEKLY_FOR = timedelta(days=365)
TIMES_THE_OFFICE = 5

GUARDS = frozenset({"import", "merge", "migration", "restore"})
"""Reasons whose latest backup is never thinned: the way back from what was done after it."""


@dataclass(frozen=True)
class Backup:
    """One backup: when it was made, its size in bytes, and before what (empty: by the clock)."""

    made_at: datetime
    size: int
    before: str = ""


def surplus(
    backups: Iterable[Backup], now: datetime, office_size: int, zone: tzinfo
) -> list[Backup]:
    """Those to throw away, the latest first; ``office_size`` in bytes, days and weeks as ``zone``
    counts them.

    The newest is never among them, nor the last one before an import, a merge, a migration or a
    restore, even if these alone take more room.
    """
    newest_first = sorted(backups, key=lambda one: one.made_at, reverse=True)
    lasting = _lasting(newest_first)
    kept: list[Backup] = []
    stood_for: set[Hashable] = set()
    for one in newest_first:
        slot = _slot(one, now, zone)
        if one in lasting or (slot is not None and slot not in stood_for):
            kept.append(one)
            stood_for.add(slot)
    room = TIMES_THE_OFFICE * office_size
    while sum(one.size for one in kept) > room:
        spare = [at for at, one in enumerate(kept) if one not in lasting]
        if not spare:
            break
        del kept[min(spare, key=lambda at: _gap_without(kept, at, now))]
    return [one for one in newest_first if one not in kept]


def _lasting(newest_first: list[Backup]) -> set[Backup]:
    found = set(newest_first[:1])
    for reason in GUARDS:
        found |= set([one for one in newest_first if one.before == reason][:1])
    return found


def _slot(one: Backup, now: datetime, zone: tzinfo) -> Hashable | None:
    """What a backup stands for: itself, its day or its week; None when it is too old."""
    age = now - one.made_at
    if age <= ALL_FOR:
        return one
    day = one.made_at.astimezone(zone).date()
    if age <= DAILY_FOR:
        return day
    return day.isocalendar()[:2] if age <= WEEKLY_FOR else None


def _gap_without(kept: list[Backup], at: int, now: datetime) -> float:
    """How many times older its older neighbour is than its newer one; the oldest has none to stand in."""
    if at + 1 == len(kept):
        return float("inf")
    newer, older = (now - kept[there].made_at for there in (at - 1, at + 1))
    return max(older.total_seconds(), 1) / max(newer.total_seconds(), 1)
