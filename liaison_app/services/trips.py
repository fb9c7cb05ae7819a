"""Trips and visits: planned, changed, with who goes and the legs between engagements."""

from collections.abc import Iterable
from typing import Unpack
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.order import between
from liaison_app.services.editing import (
    Done,
    add_in,
    add_record,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import LegFacts, TripFacts
from liaison_app.services.office import Office
from liaison_app.services.sets import put_set
from liaison_app.store.tables.meetings import leg, leg_member, trip, trip_member


def plan(office: Office, title: str, **facts: Unpack[TripFacts]) -> Done:
    """Enter a trip, or the visit of a delegation."""
    return add_record(office, Kind.TRIP, {"title": title, **facts}, "trip.plan")


def change(
    office: Office, trip_id: UUID, *, title: str | None = None, **facts: Unpack[TripFacts]
) -> Done:
    """Change a trip."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.TRIP, trip_id, given)


def add_member(
    office: Office,
    trip_id: UUID,
    person_id: UUID,
    role: str | None = None,
    track: str | None = None,
) -> Done:
    """Add somebody who travels; ``track`` names a part of the delegation with its own schedule."""
    with writing(office, "trip.member", trip_id) as write:
        living_row(write, trip, trip_id)
        m = trip_member.c
        last = write.records.connection.scalar(
            select(func.max(m.order_key)).where(~m.deleted, m.trip_id == trip_id)
        )
        given = {"trip_id": trip_id, "person_id": person_id, "role": role, "track": track}
        made = add_in(write, trip_member, {**given, "order_key": between(last, None)})
        ref = ref_in(write, trip, trip_id)
    return Done(made, ref, write.records.step)


def remove_member(office: Office, member_id: UUID) -> Done:
    """Take somebody out of a trip."""
    with writing(office, "trip.member_remove") as write:
        row = living_row(write, trip_member, member_id)
        write.records.subject = row.trip_id
        write.records.remove(trip_member, member_id)
        ref = ref_in(write, trip, row.trip_id)
    return Done(member_id, ref, write.records.step)


def add_leg(
    office: Office, trip_id: UUID, members: Iterable[UUID] = (), **facts: Unpack[LegFacts]
) -> Done:
    """Add a flight, a drive, a meal, free time, a night; without ``members`` it's for everybody."""
    with writing(office, "trip.leg", trip_id) as write:
        living_row(write, trip, trip_id)
        made = add_in(write, leg, {"trip_id": trip_id, **facts})
        put_set(write, leg_member, made, members)
        ref = ref_in(write, trip, trip_id)
    return Done(made, ref, write.records.step)


def change_leg(
    office: Office, leg_id: UUID, members: Iterable[UUID] | None = None, **facts: Unpack[LegFacts]
) -> Done:
    """Change a leg; ``members`` replaces who goes, when given."""
    with writing(office, "trip.leg_change") as write:
        row = living_row(write, leg, leg_id)
        write.records.subject = row.trip_id
        change_in(write, leg, leg_id, facts)
        if members is not None:
            put_set(write, leg_member, leg_id, members)
        ref = ref_in(write, trip, row.trip_id)
    return Done(leg_id, ref, write.records.step)


def remove_leg(office: Office, leg_id: UUID) -> Done:
    """Take a leg out."""
    with writing(office, "trip.leg_remove") as write:
        row = living_row(write, leg, leg_id)
        write.records.subject = row.trip_id
        put_set(write, leg_member, leg_id, ())
        write.records.remove(leg, leg_id)
        ref = ref_in(write, trip, row.trip_id)
    return Done(leg_id, ref, write.records.step)
