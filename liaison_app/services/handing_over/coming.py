"""Trips and engagements to come that name somebody who leaves, and naming the successor there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Table, func, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Writing
from liaison_app.services.reading import AnyRow, Looking, living
from liaison_app.store.tables.meetings import (
    engagement,
    leg,
    leg_member,
    participation,
    trip,
    trip_member,
)

_OVER = ("done", "cancelled")
_AHEAD = ("planned", "postponed")
_LED_BY = {"principal": trip.c.principal_id, "lead": trip.c.lead_id}


class Goes(StrEnum):
    """What becomes of a trip or an engagement to come: it names the successor, it was begun before and
    stays, it was asked to stay, or nobody succeeds yet."""

    TO_SUCCESSOR = "to_successor"
    UNDER_WAY = "under_way"
    LEFT = "left"
    NOBODY_YET = "nobody_yet"


@dataclass(frozen=True)
class Coming:
    """A trip or an engagement to come. ``roles``: as what it names whoever leaves (principal, lead,
    member of a trip; a role of participants)."""

    kind: Kind
    id: UUID
    ref: str
    title: str
    on: date | None
    roles: tuple[str, ...]
    goes: Goes


def coming_with(
    look: Looking,
    people: Sequence[UUID],
    on: date,
    left: frozenset[UUID] = frozenset(),
    *,
    succeeded: bool = True,
) -> tuple[Coming, ...]:
    """What is to come from ``on`` and names one of these people: trips first, each by day. Engagements
    go with their trip. Somebody who declined isn't coming anyway."""
    usual = Goes.TO_SUCCESSOR if succeeded else Goes.NOBODY_YET
    found: list[Coming] = []
    for row, roles in _trips(look, people, on):
        begun = row.start_on is not None and row.start_on < on
        goes = Goes.LEFT if row.id in left else Goes.UNDER_WAY if begun else usual
        found.append(Coming(Kind.TRIP, row.id, row.ref, row.title or "", row.start_on, roles, goes))
    with_trip = {one.id: one.goes for one in found}
    for row, roles in _engagements(look, people, on):
        goes = Goes.LEFT if row.id in left else with_trip.get(row.trip_id, usual)
        found.append(
            Coming(Kind.ENGAGEMENT, row.id, row.ref, row.title or "", row.held_on, roles, goes)
        )
    return tuple(found)


def name_successor(
    write: Writing, coming: Iterable[Coming], people: Sequence[UUID], successor: UUID
) -> None:
    """Put the successor in the place of these people, wherever that is to be. Who accepted did so for
    themselves: the successor is invited anew."""
    for one in coming:
        if one.goes is not Goes.TO_SUCCESSOR:
            continue
        if one.kind is Kind.TRIP:
            row = write.records.one(trip, one.id)
            for column in _LED_BY.values():
                if row is not None and row._mapping[column] in people:
                    write.records.change(trip, one.id, **{column.name: successor})
            _succeed(write, trip_member, trip_member.c.trip_id, one.id, people, successor)
            for each in write.look.all(
                select(leg.c.id).where(~leg.c.deleted, leg.c.trip_id == one.id)
            ):
                _go_on_leg(write, each.id, people, successor)
        else:
            named_by = participation.c.engagement_id
            _succeed(write, participation, named_by, one.id, people, successor)


def _succeed(
    write: Writing,
    part: Table,
    whole: object,
    one: UUID,
    people: Sequence[UUID],
    successor: UUID,
) -> None:
    rows = write.look.all(select(part).where(~part.c.deleted, whole == one))  # type: ignore[arg-type]
    there = any(row.person_id == successor for row in rows)
    for row in rows:
        if row.person_id not in people:
            continue
        if there:
            write.records.remove(part, row.id)
            continue
        cells: dict[str, object] = {"person_id": successor}
        if part is participation:
            cells |= {"title_as_of": None, "answer": "invited" if row.answer else None}
        write.records.change(part, row.id, **cells)
        there = True


def _go_on_leg(write: Writing, leg_id: UUID, people: Sequence[UUID], successor: UUID) -> None:
    m = leg_member.c
    gone = select(m.id).where(~m.deleted, m.leg_id == leg_id, m.person_id.in_(people))
    found = write.records.connection.scalars(gone).all()
    for one in found:
        write.records.remove(leg_member, one)
    if found:
        write.records.link(leg_member, leg_id, successor)


def _trips(
    look: Looking, people: Sequence[UUID], on: date
) -> Iterator[tuple[AnyRow, tuple[str, ...]]]:
    m = trip_member.c
    travels = select(m.trip_id).where(~m.deleted, m.person_id.in_(people))
    last = func.coalesce(trip.c.end_on, trip.c.start_on)
    chosen = select(trip).where(
        living(trip),
        trip.c.status.not_in(_OVER),
        or_(last.is_(None), last >= on),
        or_(*(column.in_(people) for column in _LED_BY.values()), trip.c.id.in_(travels)),
    )
    for row in look.all(chosen.order_by(trip.c.start_on, trip.c.n)):
        roles = [name for name, column in _LED_BY.items() if row._mapping[column] in people]
        yield row, tuple(roles) or ("member",)


def _engagements(
    look: Looking, people: Sequence[UUID], on: date
) -> Iterator[tuple[AnyRow, tuple[str, ...]]]:
    p, e = participation.c, engagement.c
    chosen = (
        select(engagement, p.role.label("their_role"))
        .join(participation, p.engagement_id == e.id)
        .where(
            living(engagement),
            e.status.in_(_AHEAD),
            e.finalised_at.is_(None),
            or_(e.held_on.is_(None), e.held_on >= on),
            ~p.deleted,
            p.person_id.in_(people),
            p.answer.is_distinct_from("declined"),
        )
        .order_by(e.held_on, e.n)
    )
    seen: dict[UUID, tuple[AnyRow, list[str]]] = {}
    for row in look.all(chosen):
        roles = seen.setdefault(row.id, (row, []))[1]
        roles.append(row.their_role or "member")
    yield from ((row, tuple(dict.fromkeys(roles))) for row, roles in seen.values())
