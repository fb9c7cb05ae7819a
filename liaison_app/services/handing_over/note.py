"""The handover note: what the next officer must know on the first morning, as plain data.

Relations that are alive, promises both ways, what is coming, requests and duties that wait, and what
colleagues wrote down to watch out for. It is for our own side alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, or_, select

from liaison_app.domain import agreements as rules
from liaison_app.domain.commitments import OPEN
from liaison_app.services.deadlines import DeadlineRow, deadlines_in
from liaison_app.services.exchange_rows import RequestRow
from liaison_app.services.holding import holders_of
from liaison_app.services.lists.agreements import AGREEMENTS, AgreementRow
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.listing import Listing
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.reading import Looking, living, names_of
from liaison_app.services.rows import CommitmentRow, EngagementRow, Named, Owed, Row
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment

R = TypeVar("R", bound=Row)

_DAYS = 730
_MOST = 500
"""Of each part so many are told one by one; a note is for reading. The counts count all."""


@dataclass(frozen=True)
class Relation:
    """A jurisdiction that the office deals with: who leads it, when last met, what is owed."""

    jurisdiction: Named
    leaders: tuple[Named, ...]
    last_engagement_on: date | None
    owed: Owed


@dataclass(frozen=True)
class WatchOut:
    """What was written down to watch out for, with the meeting it is from."""

    engagement: Named
    jurisdiction: Named | None
    on: date | None
    said: str


@dataclass(frozen=True)
class HandoverNote:
    """The note. Relations: the last met first; promises, requests and deadlines: the first due first;
    coming: the first first; watch-outs: the latest first, of two years and of what is coming. ``owed``
    counts all open promises, ``unreviewed`` those that nobody has looked at."""

    relations: tuple[Relation, ...]
    we_owe: tuple[CommitmentRow, ...]
    they_owe: tuple[CommitmentRow, ...]
    owed: Owed
    unreviewed: int
    coming: tuple[EngagementRow, ...]
    requests: tuple[RequestRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    agreements_to_settle: tuple[AgreementRow, ...]
    watch_outs: tuple[WatchOut, ...]


def handover_note(look: Looking) -> HandoverNote:
    """The note as of today."""
    return HandoverNote(
        relations=tuple(_relations(look)),
        we_owe=_first(look, COMMITMENTS, "open -direction:they_owe"),
        they_owe=_first(look, COMMITMENTS, "open direction:they_owe"),
        owed=Owed(
            _count(look, "open -direction:they_owe"),
            _count(look, "overdue"),
            _count(look, "open direction:they_owe"),
            _count(look, "awaited"),
        ),
        unreviewed=_count(look, "unreviewed"),
        coming=tuple(_coming(look)),
        requests=_first(look, REQUESTS, "open"),
        deadlines=tuple(deadlines_in(look)[:_MOST]),
        agreements_to_settle=_first(look, AGREEMENTS, "expiring"),
        watch_outs=tuple(_watch_outs(look)),
    )


def _first(look: Looking, listing: Listing[R], where: str) -> tuple[R, ...]:
    return tuple(listing.rows_in(look, listing.numbers_in(look, where, _MOST)))


def _count(look: Looking, where: str) -> int:
    counted = select(func.count()).select_from(commitment)
    conditions = COMMITMENTS.conditions(look, where)
    return look.connection.scalar(counted.where(living(commitment), *conditions)) or 0


def _relations(look: Looking) -> Iterable[Relation]:
    e, c, a = engagement.c, commitment.c, agreement.c
    since = look.today - timedelta(days=_DAYS)
    alive = or_(
        jurisdiction.c.id.in_(
            select(e.jurisdiction_id).where(living(engagement), e.held_on >= since)
        ),
        jurisdiction.c.id.in_(
            select(c.jurisdiction_id).where(living(commitment), c.status.in_(sorted(OPEN)))
        ),
        jurisdiction.c.id.in_(
            select(a.jurisdiction_id).where(living(agreement), a.status.not_in(sorted(rules.ENDED)))
        ),
    )
    met = (
        select(func.max(e.held_on))
        .where(e.jurisdiction_id == jurisdiction.c.id, e.status == "held", living(engagement))
        .scalar_subquery()
    )
    stands = select(jurisdiction.c.stands_for).where(alive)
    chosen = select(jurisdiction.c.n).where(
        living(jurisdiction),
        jurisdiction.c.id.in_(stands),
        jurisdiction.c.id != _home(look),
    )
    ordered = chosen.order_by(met.desc().nulls_last(), jurisdiction.c.sort_key).limit(_MOST)
    rows = JURISDICTIONS.rows_in(look, look.connection.scalars(ordered).all())
    leaders = _leaders(look, [row.id for row in rows])
    for row in rows:
        place = Named(row.id, row.ref, row.title, row.native)
        yield Relation(place, leaders.get(row.id, ()), row.last_engagement_on, row.owed)


def _home(look: Looking) -> UUID:
    home = look.setting("home")
    return UUID(home) if home else UUID(int=0)


def _leaders(look: Looking, places: list[UUID]) -> dict[UUID, tuple[Named, ...]]:
    heads = look.all(
        select(post.c.id, jurisdiction.c.stands_for.label("place"))
        .join(jurisdiction, jurisdiction.c.id == post.c.jurisdiction_id)
        .where(living(post), post.c.is_head)
    )
    wanted = {row.id: row.place for row in heads if row.place in set(places)}
    seated = holders_of(look, wanted, look.today)
    who = names_of(look, "person", [one.person_id for held in seated.values() for one in held.by])
    found: dict[UUID, tuple[Named, ...]] = {}
    for one, held in seated.items():
        place = wanted[one]
        people = tuple(who[each.person_id] for each in held.by if each.person_id in who)
        found[place] = (*found.get(place, ()), *people)
    return found


def _coming(look: Looking) -> Iterable[EngagementRow]:
    e = engagement.c
    ahead = living(engagement), e.status == "planned", e.held_on >= look.today
    numbers = look.connection.scalars(
        select(e.n).where(*ahead).order_by(e.held_on, e.n).limit(_MOST)
    ).all()
    return ENGAGEMENTS.rows_in(look, numbers)


def _watch_outs(look: Looking) -> Iterable[WatchOut]:
    e = engagement.c
    since = look.today - timedelta(days=_DAYS)
    chosen = select(e.id, e.ref, e.title, e.jurisdiction_id, e.held_on, e.watch_outs).where(
        living(engagement),
        e.watch_outs.is_not(None),
        e.watch_outs != "",
        or_(e.held_on.is_(None), e.held_on >= since),
        e.status != "cancelled",
    )
    rows = look.all(chosen.order_by(e.held_on.desc(), e.n.desc()).limit(_MOST))
    places = names_of(look, "jurisdiction", [r.jurisdiction_id for r in rows if r.jurisdiction_id])
    for row in rows:
        met = Named(row.id, row.ref, row.title or "")
        yield WatchOut(met, places.get(row.jurisdiction_id), row.held_on, row.watch_outs)
