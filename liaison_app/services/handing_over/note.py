"""The handover note: what the next officer must know on the first morning, as plain data.

Relations that are alive, promises both ways, what is coming, requests and duties that wait, and what
colleagues wrote down to watch out for. It is for our own side alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from liaison_app.domain import agreements as rules
from liaison_app.domain.commitments import OPEN
from liaison_app.services.exchange_rows import RequestRow
from liaison_app.services.holding import holders_of
from liaison_app.services.lists.agreements import AGREEMENTS, AgreementRow
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.reading import Looking, living, names_of
from liaison_app.services.rows import CommitmentRow, EngagementRow, Named, Owed
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment

_DAYS = 730
_MOST = 100_000


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
    """The note. Relations: the last met first; promises and requests: the first due first; coming: the
    first first; watch-outs: the latest first, of two years and of what is coming."""

    relations: tuple[Relation, ...]
    we_owe: tuple[CommitmentRow, ...]
    they_owe: tuple[CommitmentRow, ...]
    unreviewed: int
    coming: tuple[EngagementRow, ...]
    requests: tuple[RequestRow, ...]
    agreements_to_settle: tuple[AgreementRow, ...]
    watch_outs: tuple[WatchOut, ...]


def handover_note(look: Looking) -> HandoverNote:
    """The note as of today."""
    promises = COMMITMENTS.rows_in(look, COMMITMENTS.numbers_in(look, "open", _MOST))
    doubtful = COMMITMENTS.numbers_in(look, "unreviewed", _MOST)
    return HandoverNote(
        relations=tuple(_relations(look)),
        we_owe=tuple(one for one in promises if one.direction != "they_owe"),
        they_owe=tuple(one for one in promises if one.direction == "they_owe"),
        unreviewed=len(doubtful),
        coming=tuple(_coming(look)),
        requests=tuple(REQUESTS.rows_in(look, REQUESTS.numbers_in(look, "open", _MOST))),
        agreements_to_settle=tuple(
            AGREEMENTS.rows_in(look, AGREEMENTS.numbers_in(look, "expiring", _MOST))
        ),
        watch_outs=tuple(_watch_outs(look)),
    )


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
    j = jurisdiction
    stands = select(j.c.stands_for).where(alive)
    numbers = look.connection.scalars(select(j.c.n).where(living(j), j.c.id.in_(stands))).all()
    home = look.setting("home")
    rows = [row for row in JURISDICTIONS.rows_in(look, numbers) if str(row.id) != home]
    rows.sort(key=lambda row: row.title)
    rows.sort(key=lambda row: row.last_engagement_on or date.min, reverse=True)
    leaders = _leaders(look, [row.id for row in rows])
    for row in rows:
        place = Named(row.id, row.ref, row.title, row.native)
        yield Relation(place, leaders.get(row.id, ()), row.last_engagement_on, row.owed)


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
    numbers = look.connection.scalars(select(e.n).where(*ahead).order_by(e.held_on, e.n)).all()
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
    rows = look.all(chosen.order_by(e.held_on.desc(), e.n.desc()))
    places = names_of(look, "jurisdiction", [r.jurisdiction_id for r in rows if r.jurisdiction_id])
    for row in rows:
        met = Named(row.id, row.ref, row.title or "")
        yield WatchOut(met, places.get(row.jurisdiction_id), row.held_on, row.watch_outs)
