"""Of what a packet can be made: the trips that aren't over, the meetings to come, and what was asked for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.reading import looking
from liaison_app.services.rows import EngagementRow, Row, TripRow

_MOST = 30


@dataclass(frozen=True)
class Subject:
    """A trip or an engagement; ``on`` is the day on which it begins, if known."""

    kind: Kind
    id: UUID
    ref: str
    title: str
    on: date | None


def packet_subjects(office: Office, asked: UUID | None = None) -> list[Subject]:
    """What a packet may be of: what was ``asked`` for first, then the next trips and meetings by day."""
    today = office.today()
    trips = [row for row in TRIPS.page(office, limit=_MOST) if (row.end_on or today) >= today]
    ahead = ENGAGEMENTS.page(office, f"after:{today.isoformat()}", limit=_MOST)
    subjects = [subject_of(row) for row in (*trips, *ahead)]
    subjects.sort(key=lambda one: (one.on is None, one.on or today, one.kind is Kind.ENGAGEMENT))
    if asked is None or any(one.id == asked for one in subjects):
        return subjects
    return [*_one(office, asked), *subjects]


def subject_of(row: Row) -> Subject:
    """The subject that a row of the list shows."""
    if isinstance(row, TripRow):
        return Subject(Kind.TRIP, row.id, row.ref, row.title, row.start_on)
    when = row.when if isinstance(row, EngagementRow) else None
    return Subject(Kind.ENGAGEMENT, row.id, row.ref, row.title, when.first if when else None)


def _one(office: Office, record: UUID) -> list[Subject]:
    """The trip or engagement with this id; nothing for a record of another kind."""
    with looking(office) as look:
        for kind in (Kind.TRIP, Kind.ENGAGEMENT):
            listing = LISTINGS[kind]
            n = look.connection.scalar(
                select(listing.table.c.n).where(listing.table.c.id == record)
            )
            if n is not None:
                return [subject_of(row) for row in listing.rows_in(look, [n])]
    return []
