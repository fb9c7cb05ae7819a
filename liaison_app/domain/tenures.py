"""Who held an office on a day: holder, elect, acting, disputed or vacant (DESIGN 1, "As of").

Offices are held by dated tenures, never by a text. A start or end that isn't known is open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from uuid import UUID


class Seat(StrEnum):
    """How an office is held on a day."""

    HOLDER = "holder"
    ACTING = "acting"
    DISPUTED = "disputed"
    ELECT = "elect"
    VACANT = "vacant"


@dataclass(frozen=True)
class Tenure:
    """One person in one office. ``start_on``: the day of taking office; both ends are included."""

    id: UUID
    person_id: UUID
    office_id: UUID
    start_on: date | None = None
    end_on: date | None = None
    standing: str | None = None
    term_ends_on: date | None = None
    verified_on: date | None = None
    source: str | None = None


@dataclass(frozen=True)
class Seated:
    """The answer for one office and day: ``held`` says how, ``by`` whom (several if disputed).

    ``elect`` are those chosen who have not taken office yet; they may stand beside a holder.
    """

    held: Seat
    by: tuple[Tenure, ...] = ()
    elect: tuple[Tenure, ...] = ()


def covers(tenure: Tenure, day: date) -> bool:
    """Whether ``tenure`` runs on ``day``. An elect without a day of taking office doesn't yet."""
    if tenure.start_on is None and tenure.standing == Seat.ELECT:
        return False
    return (tenure.start_on is None or tenure.start_on <= day) and (
        tenure.end_on is None or day <= tenure.end_on
    )


def standing_on(tenure: Tenure, day: date) -> Seat | None:
    """How one tenure stands on ``day``: an elect holds office from its first day on; None before
    a tenure that nobody was elected to, and after its end."""
    if covers(tenure, day):
        return (
            Seat(tenure.standing)
            if tenure.standing in (Seat.ACTING, Seat.DISPUTED)
            else (Seat.HOLDER)
        )
    ahead = tenure.start_on is None or day < tenure.start_on
    over = tenure.end_on is not None and tenure.end_on < day
    return Seat.ELECT if ahead and not over and tenure.standing != Seat.ACTING else None


def who_on(tenures: Iterable[Tenure], day: date) -> Seated:
    """Who held an office on ``day``, from all its tenures.

    Two that overlap without a dispute are a predecessor who was never ended: the one who started
    last holds it. Nobody at all is a vacancy, which is said so.
    """
    known = list(tenures)
    running = sorted((t for t in known if covers(t, day)), key=_started)
    elect = tuple(t for t in known if standing_on(t, day) is Seat.ELECT)
    disputed = tuple(t for t in running if t.standing == Seat.DISPUTED)
    if disputed:
        return Seated(Seat.DISPUTED, tuple(running), elect)
    if not running:
        return Seated(Seat.ELECT if elect else Seat.VACANT, (), elect)
    last = running[-1]
    return Seated(Seat.ACTING if last.standing == Seat.ACTING else Seat.HOLDER, (last,), elect)


def overlapping(tenures: Iterable[Tenure]) -> list[tuple[Tenure, Tenure]]:
    """Pairs of holders whose days overlap without a dispute or an acting: somebody must end one."""
    plain = sorted(
        (t for t in tenures if t.standing in (None, Seat.HOLDER, Seat.ELECT)), key=_started
    )
    return [
        (earlier, later)
        for earlier, later in pairwise(plain)
        if earlier.end_on is None or (later.start_on or date.min) <= earlier.end_on
    ]


def _started(tenure: Tenure) -> tuple[date, UUID]:
    return tenure.start_on or date.min, tenure.id
