"""The page of a trip: who goes, and the itinerary day by day in the time of each place."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.ledger import commitments
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    all_standing_for,
    living,
    looking,
    names_of,
)
from liaison_app.services.rows import CommitmentRow, EngagementRow, Named, TripRow
from liaison_app.store.tables.meetings import engagement, leg, leg_member, trip, trip_member
from liaison_app.store.tables.promises import commitment


@dataclass(frozen=True)
class Member:
    """Somebody who travels, or is in the delegation that comes."""

    id: UUID
    person: Named
    role: str | None
    track: str | None


@dataclass(frozen=True)
class LegRow:
    """One line of the itinerary that isn't an engagement; instants are UTC, each with its zone."""

    id: UUID
    kind: str | None
    title: str | None
    start_at: datetime | None
    end_at: datetime | None
    start_zone: str | None
    end_zone: str | None
    from_place: str | None
    to_place: str | None
    details: str | None
    confirmation: str | None
    contact: str | None
    contact_phone: str | None
    press: str | None
    dress: str | None
    track: str | None
    status: str
    members: tuple[Named, ...]


@dataclass(frozen=True)
class ItineraryDay:
    """What happens on one day by the calendar of the place; ``day`` is None for what has none."""

    day: date | None
    items: tuple[LegRow | EngagementRow, ...]


@dataclass(frozen=True)
class TripPage:
    """All that the page shows. ``commitments``: what is open with the places of the trip."""

    record: TripRow
    fields: Fields
    members: tuple[Member, ...]
    days: tuple[ItineraryDay, ...]
    engagements: tuple[EngagementRow, ...]
    commitments: tuple[CommitmentRow, ...]


def trip_page(office: Office, record_id: UUID) -> TripPage:
    """The page of a trip."""
    with looking(office) as look:
        row = record_of(look, Kind.TRIP, record_id)
        same = all_standing_for(trip, [row.id])
        legs, meetings = _legs(look, same), _engagements(look, same)
        there = select(engagement.c.jurisdiction_id).where(
            living(engagement), engagement.c.trip_id.in_(same)
        )
        made_there = select(engagement.c.id).where(engagement.c.trip_id.in_(same))
        return TripPage(
            record=TRIPS.rows_in(look, [row.n])[0],
            fields=fields_of(trip, row),
            members=_members(look, same),
            days=itinerary(legs, meetings),
            engagements=meetings,
            commitments=tuple(
                commitments(
                    look,
                    or_(
                        commitment.c.jurisdiction_id.in_(there),
                        commitment.c.engagement_id.in_(made_there),
                    ),
                )
            ),
        )


def itinerary(
    legs: tuple[LegRow, ...], meetings: tuple[EngagementRow, ...]
) -> tuple[ItineraryDay, ...]:
    """Legs and engagements day by day, in order of instant; cancelled ones stay, marked so."""
    days: dict[date | None, list[LegRow | EngagementRow]] = defaultdict(list)
    items: list[LegRow | EngagementRow] = [*legs, *meetings]
    for item in items:
        days[_local_day(item)].append(item)
    return tuple(
        ItineraryDay(day, tuple(sorted(days[day], key=_begins)))
        for day in sorted(days, key=lambda one: one or date.max)
    )


def _local_day(item: LegRow | EngagementRow) -> date | None:
    zone = item.start_zone if isinstance(item, LegRow) else item.zone
    if item.start_at is not None:
        return item.start_at.astimezone(ZoneInfo(zone or "UTC")).date()
    if isinstance(item, EngagementRow) and item.when is not None:
        return item.when.last
    return None


def _begins(item: LegRow | EngagementRow) -> tuple[datetime, str]:
    return item.start_at or datetime.min.replace(tzinfo=UTC), str(item.id)


def _engagements(look: Looking, same: Any) -> tuple[EngagementRow, ...]:
    chosen = (
        select(engagement.c.n)
        .where(living(engagement), engagement.c.trip_id.in_(same))
        .order_by(engagement.c.held_on, engagement.c.start_at, engagement.c.n)
    )
    return tuple(ENGAGEMENTS.rows_in(look, look.connection.scalars(chosen).all()))


def _members(look: Looking, same: Any) -> tuple[Member, ...]:
    m = trip_member.c
    rows = look.all(
        select(m.id, m.person_id, m.role, m.track)
        .where(~m.deleted, m.trip_id.in_(same))
        .order_by(m.order_key, m.id)
    )
    names = names_of(look, Kind.PERSON, [row.person_id for row in rows])
    return tuple(
        Member(row.id, names[row.person_id], row.role, row.track)
        for row in rows
        if row.person_id in names
    )


def _legs(look: Looking, same: Any) -> tuple[LegRow, ...]:
    rows = look.all(select(leg).where(~leg.c.deleted, leg.c.trip_id.in_(same)))
    going = look.all(
        select(leg_member.c.leg_id, leg_member.c.person_id).where(
            ~leg_member.c.deleted, leg_member.c.leg_id.in_([row.id for row in rows])
        )
    )
    names = names_of(look, Kind.PERSON, [row.person_id for row in going])
    aboard: dict[UUID, list[Named]] = defaultdict(list)
    for row in going:
        if row.person_id in names:
            aboard[row.leg_id].append(names[row.person_id])
    return tuple(_leg(row, tuple(aboard[row.id])) for row in rows)


def _leg(row: AnyRow, members: tuple[Named, ...]) -> LegRow:
    return LegRow(
        id=row.id,
        kind=row.kind,
        title=row.title,
        start_at=row.start_at,
        end_at=row.end_at,
        start_zone=row.start_zone,
        end_zone=row.end_zone,
        from_place=row.from_place,
        to_place=row.to_place,
        details=row.details,
        confirmation=row.confirmation,
        contact=row.contact,
        contact_phone=row.contact_phone,
        press=row.press,
        dress=row.dress,
        track=row.track,
        status=row.status,
        members=members,
    )
