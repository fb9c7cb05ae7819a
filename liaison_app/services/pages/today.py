"""Today: what comes next, what is owed both ways, which facts to verify first, the latest steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.staleness import Age, age
from liaison_app.services import backups
from liaison_app.services.backups import Standing
from liaison_app.services.history import StepLine, lines
from liaison_app.services.holding import offices_of
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.lists.commitments import COMMITMENTS, LIVE
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import Participant, participants
from liaison_app.services.reading import Looking, batches, living, looking, names_of
from liaison_app.services.rows import CommitmentRow, EngagementRow, Named, OfficeHeld, Owed, TripRow
from liaison_app.store.tables.journal import step
from liaison_app.store.tables.meetings import engagement, participation, trip
from liaison_app.store.tables.people import person
from liaison_app.store.tables.promises import commitment

AHEAD_DAYS = 30
"""Facts are verified first that meetings of so many days ahead use (LOOKS 8)."""

_SHOWN = 10
_FACTS_SHOWN = 12
_STEPS_SHOWN = 12


@dataclass(frozen=True)
class Next:
    """The next engagement, with who takes part."""

    engagement: EngagementRow
    participants: tuple[Participant, ...]


@dataclass(frozen=True)
class FactToVerify:
    """A fact that a meeting ahead uses and that is too old: about a person, or their office.

    ``used_on`` is the day of the first meeting that needs it, ``used_by`` that meeting.
    """

    person: Named
    held: OfficeHeld | None
    age: Age
    verified_on: date | None
    used_on: date
    used_by: Named


@dataclass(frozen=True)
class Today:
    """All that the page shows; the ledgers begin with what is late. ``owed`` counts all of it.

    ``counts``: how many records of each kind there are, for the sidebar. ``backed_up``: how the office
    is backed up, while a trip of ours is going on; None otherwise.
    """

    day: date
    officer: Named | None
    office: str
    marking: str
    next: Next | None
    trip: TripRow | None
    we_owe: tuple[CommitmentRow, ...]
    they_owe: tuple[CommitmentRow, ...]
    owed: Owed
    unreviewed: int
    to_verify: tuple[FactToVerify, ...]
    steps: tuple[StepLine, ...]
    counts: dict[Kind, int]
    backed_up: Standing | None


def today_page(office: Office) -> Today:
    """The page of this day."""
    standing = backups.standing(office)
    with looking(office) as look:
        now = office.clock.now()
        officers = names_of(look, Kind.PERSON, [look.officer] if look.officer else [])
        latest = select(step).order_by(step.c.n.desc()).limit(_STEPS_SHOWN)
        coming = _trip(look)
        return Today(
            day=look.today,
            officer=officers.get(look.officer) if look.officer else None,
            office=look.setting("name"),
            marking=look.setting("marking"),
            next=_next(look, now),
            trip=coming,
            we_owe=_owed_rows(look, commitment.c.direction.is_distinct_from("they_owe")),
            they_owe=_owed_rows(look, commitment.c.direction == "they_owe"),
            owed=owed(look),
            unreviewed=_count(look, commitment, COMMITMENTS.conditions(look, "unreviewed")),
            to_verify=to_verify(look),
            steps=tuple(lines(look, look.all(latest))),
            counts={kind: _count(look, one.table, ()) for kind, one in LISTINGS.items()},
            backed_up=standing if coming is not None and _is_away(coming, look.today) else None,
        )


def owed(look: Looking) -> Owed:
    """All open commitments of the office, counted both ways."""
    theirs = commitment.c.direction == "they_owe"
    late = commitment.c.due_on < look.today

    def counted(*conditions: Any) -> Any:
        total = conditions[0]
        for one in conditions[1:]:
            total = total & one
        return func.coalesce(func.sum(case((total, 1), else_=0)), 0)

    row = look.one(
        select(
            counted(~theirs), counted(~theirs, late), counted(theirs), counted(theirs, late)
        ).where(living(commitment), LIVE)
    )
    return Owed(*row) if row is not None else Owed()


def to_verify(look: Looking, limit: int = _FACTS_SHOWN) -> tuple[FactToVerify, ...]:
    """Facts about people that meetings of the next 30 days use and that are stale, soonest first."""
    used = _used(look)
    names = names_of(look, Kind.PERSON, used)
    meetings = names_of(look, Kind.ENGAGEMENT, [by for _, by in used.values()])
    held = offices_of(look, [one.id for one in names.values()], look.today)
    found: list[FactToVerify] = []
    for row in _verified(look, [one.id for one in names.values()]):
        first, by = used.get(row.id, (None, None))
        if first is None or by not in meetings:
            continue
        facts = _stale(names[row.id], row.verified_on, held.get(row.id, []), first)
        found += [FactToVerify(*fact, used_on=first, used_by=meetings[by]) for fact in facts]
    found.sort(key=lambda one: (one.used_on, one.person.title))
    return tuple(found[:limit])


def _stale(
    who: Named, verified_on: date | None, held: Sequence[OfficeHeld], used_on: date
) -> Iterable[tuple[Named, OfficeHeld | None, Age, date | None]]:
    old = age(verified_on, used_on)
    if old is Age.STALE:
        yield who, None, old, verified_on
    for one in held[:1]:
        old = age(one.verified_on or verified_on, used_on, one.term_ends_on)
        if old is not Age.FRESH:
            yield who, one, old, one.verified_on


def _used(look: Looking) -> dict[UUID, tuple[date, UUID]]:
    """Whom the planned meetings of the next days need: with the first day, and that meeting."""
    last = look.today + timedelta(days=AHEAD_DAYS)
    ahead = look.all(
        select(engagement.c.id, engagement.c.held_on)
        .where(
            living(engagement),
            engagement.c.status == "planned",
            engagement.c.held_on.between(look.today, last),
        )
        .order_by(engagement.c.held_on)
    )
    days = {row.id: row.held_on for row in ahead}
    who = (
        select(participation.c.person_id, participation.c.engagement_id)
        .join(person, person.c.id == participation.c.person_id)
        .where(~participation.c.deleted, ~person.c.is_ours)
    )
    found: dict[UUID, tuple[date, UUID]] = {}
    for chosen in batches(days):
        rows = look.all(who.where(participation.c.engagement_id.in_(chosen)))
        for one, by in sorted(rows, key=lambda row: days[row.engagement_id]):
            found.setdefault(one, (days[by], by))
    return found


def _verified(look: Looking, ids: Sequence[UUID]) -> list[Any]:
    rows: list[Any] = []
    for chosen in batches(ids):
        known = select(person.c.id, person.c.verified_on).where(person.c.id.in_(chosen))
        rows.extend(look.all(known))
    return rows


def _next(look: Looking, now: datetime) -> Next | None:
    """The next planned engagement that isn't over: by instant, or by day where no hour is known."""
    e = engagement.c
    chosen = (
        select(e.n, e.id, e.start_at, e.end_at, e.held_on)
        .where(
            living(engagement), e.status == "planned", e.held_on >= look.today - timedelta(days=1)
        )
        .order_by(e.held_on, e.start_at)
        .limit(50)
    )
    coming = []
    for row in look.all(chosen):
        end = row.end_at or (row.start_at + timedelta(hours=1) if row.start_at else None)
        if end is None and row.held_on >= look.today:
            start = datetime(row.held_on.year, row.held_on.month, row.held_on.day, 23, tzinfo=UTC)
            coming.append((start, row))
        elif end is not None and end > now:
            coming.append((row.start_at, row))
    if not coming:
        return None
    _, first = min(coming, key=lambda pair: (pair[0], pair[1].n))
    return Next(
        ENGAGEMENTS.rows_in(look, [first.n])[0], participants(look, first.id, first.held_on)
    )


def _trip(look: Looking) -> TripRow | None:
    """The trip that is under way, or the next one."""
    t = trip.c
    chosen = (
        select(t.n)
        .where(
            living(trip),
            t.status.not_in(["cancelled", "done"]),
            func.coalesce(t.end_on, t.start_on) >= look.today,
        )
        .order_by(t.start_on)
        .limit(1)
    )
    n = look.connection.scalar(chosen)
    return TRIPS.rows_in(look, [n])[0] if n is not None else None


def _is_away(coming: TripRow, today: date) -> bool:
    """Whether our people are on the road with it on this day: a delegation that comes to us isn't."""
    last = coming.end_on or coming.start_on
    return (
        coming.direction not in ("inbound", "virtual")
        and coming.start_on is not None
        and last is not None
        and coming.start_on <= today <= last
    )


def _owed_rows(look: Looking, side: Any) -> tuple[CommitmentRow, ...]:
    c = commitment.c
    chosen = (
        select(c.n)
        .where(living(commitment), LIVE, side, c.due_on.is_not(None))
        .order_by(c.due_on, c.n)
        .limit(_SHOWN)
    )
    ns = list(look.connection.scalars(chosen))
    if len(ns) < _SHOWN:
        bare = select(c.n).where(living(commitment), LIVE, side, c.due_on.is_(None))
        ns += look.connection.scalars(bare.order_by(c.n.desc()).limit(_SHOWN - len(ns)))
    return tuple(COMMITMENTS.rows_in(look, ns))


def _count(look: Looking, table: Any, conditions: Iterable[Any]) -> int:
    counted = select(func.count()).select_from(table).where(living(table), *conditions)
    return look.connection.scalar(counted) or 0
