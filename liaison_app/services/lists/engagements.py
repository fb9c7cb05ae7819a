"""The list of engagements: meetings, calls, delegations, conferences, letters."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, batches, named, partial_of
from liaison_app.services.rows import EngagementRow, Named
from liaison_app.store.tables.meetings import (
    engagement,
    engagement_jurisdiction,
    engagement_topic,
    participation,
    topic,
    trip,
)
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment

_E = engagement.c
_PLACE = Through(_E.jurisdiction_id, jurisdiction, "jurisdiction")
_TRIP = Through(_E.trip_id, trip, "trip")
_WHO = Through(participation.c.person_id, person, "who")

_CHOSEN = select(engagement, *_PLACE.columns(), *_TRIP.columns()).select_from(
    _TRIP.onto(_PLACE.onto(engagement))
)
_PEOPLE = (
    select(
        participation.c.engagement_id,
        participation.c.side,
        participation.c.unnamed,
        *_WHO.columns(),
    )
    .select_from(_WHO.onto(participation))
    .where(~participation.c.deleted)
    .order_by(participation.c.order_key, participation.c.id)
)
_PROMISED = (
    select(commitment.c.engagement_id, func.count())
    .where(~commitment.c.deleted)
    .group_by(commitment.c.engagement_id)
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[EngagementRow]:
    sides: dict[UUID, list[str]] = defaultdict(list)
    theirs: dict[UUID, list[Named]] = defaultdict(list)
    promised: dict[UUID, int] = {}
    for ids in batches(row.id for row in rows):
        for one in look.all(_PEOPLE.where(participation.c.engagement_id.in_(ids))):
            sides[one.engagement_id].append(one.side or "theirs")
            who = named(one, "who")
            if who is not None and one.side != "ours":
                theirs[one.engagement_id].append(who)
        counted = look.all(_PROMISED.where(commitment.c.engagement_id.in_(ids)))
        promised |= {found[0]: found[1] for found in counted}
    return [
        _row(row, sides[row.id], tuple(theirs[row.id]), promised.get(row.id, 0)) for row in rows
    ]


def _row(
    row: AnyRow, sides: Sequence[str], theirs: tuple[Named, ...], promised: int
) -> EngagementRow:
    return EngagementRow(
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=row.title or "",
        native=None,
        kind=row.kind,
        status=row.status,
        direction=row.direction,
        level=row.level,
        when=partial_of(row, "held"),
        start_at=row.start_at,
        end_at=row.end_at,
        zone=row.zone,
        venue=row.venue,
        jurisdiction=named(row, "jurisdiction"),
        trip=named(row, "trip"),
        ours=sides.count("ours"),
        theirs=len(sides) - sides.count("ours"),
        people=theirs,
        commitments=promised,
    )


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.JURISDICTION, called)
    also = select(engagement_jurisdiction.c.engagement_id).where(
        ~engagement_jurisdiction.c.deleted, engagement_jurisdiction.c.jurisdiction_id.in_(ids)
    )
    return or_(_E.jurisdiction_id.in_(ids), _E.id.in_(also))


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    there = select(participation.c.engagement_id).where(
        ~participation.c.deleted,
        participation.c.person_id.in_(standing_for(look, Kind.PERSON, called)),
    )
    return _E.id.in_(there)


def _on_topic(_: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    about = (
        select(engagement_topic.c.engagement_id)
        .join(topic, topic.c.id == engagement_topic.c.topic_id)
        .where(~engagement_topic.c.deleted, topic.c.name.in_(called))
    )
    return _E.id.in_(about)


def _mine(look: Looking, _: bool) -> ColumnElement[bool]:
    there = select(participation.c.engagement_id).where(
        ~participation.c.deleted, participation.c.person_id == look.officer
    )
    return _E.id.in_(there)


ENGAGEMENTS = Listing[EngagementRow](
    kind=Kind.ENGAGEMENT,
    table=engagement,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "when": Sort(_E.found_at, descending=True),
        "when_first": Sort(_E.found_at),
        "title": Sort(_E.sort_key),
        "ref": Sort(_E.ref),
        "status": Sort(_E.status),
        "changed": Sort(_E.updated_at, descending=True),
    },
    narrows={
        **dated(engagement),
        "jurisdictions": _in_place,
        "persons": _with_person,
        "trips": at(_E.trip_id, Kind.TRIP),
        "topics": _on_topic,
        "statuses": coded(engagement, "status"),
        "directions": coded(engagement, "direction"),
        "of_kinds": coded(engagement, "kind"),
        "mine": _mine,
    },
)
"""Every engagement that isn't deleted, the latest first."""
