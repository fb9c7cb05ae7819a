"""All released records of an office in one place, for sheets that show each in the light of the others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from liaison_app.domain.commitments import OPEN
from liaison_app.services.outgoing.holdings import Holdings
from liaison_app.services.redaction import Released, Seen
from liaison_app.store.tables import meetings, people, places, promises


@dataclass(frozen=True)
class Period:
    """The days that a workbook tells of, both included; open where None."""

    first: date | None = None
    last: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it tells of everything."""
        return self.first is None and self.last is None

    def holds(self, start: date | None, end: date | None) -> bool:
        """Whether something that ran from ``start`` to ``end`` touches the period. What has no
        date is told only where everything is."""
        if start is None and end is None:
            return self.is_open
        return (self.first is None or (end or start or date.max) >= self.first) and (
            self.last is None or (start or end or date.min) <= self.last
        )


class Records:
    """The released records, loaded once each. ``day`` is the day as of which they are told."""

    def __init__(self, released: Released, day: date, period: Period) -> None:
        self.released, self.day, self.period = released, day, period

    @cached_property
    def jurisdictions(self) -> dict[UUID, Seen]:
        """Jurisdictions in order of name."""
        return _by_id(self.released.all(places.jurisdiction, order_by=("sort_key", "n")))

    @cached_property
    def organizations(self) -> dict[UUID, Seen]:
        """Organizations in order of name."""
        return _by_id(self.released.all(places.organization, order_by=("sort_key", "n")))

    @cached_property
    def people(self) -> dict[UUID, Seen]:
        """People in order of name."""
        return _by_id(self.released.all(people.person, order_by=("sort_key", "n")))

    @cached_property
    def holdings(self) -> Holdings:
        """Everybody's offices."""
        return Holdings(self.released)

    @cached_property
    def trips(self) -> dict[UUID, Seen]:
        """Trips that touch the period, in order of time."""
        rows = self.released.all(meetings.trip, order_by=("start_on", "n"))
        return _by_id(row for row in rows if self.period.holds(row.start_on, row.end_on))

    @cached_property
    def all_engagements(self) -> dict[UUID, Seen]:
        """Engagements of all times, in their order."""
        return _by_id(self.released.all(meetings.engagement, order_by=("held_on", "start_at", "n")))

    @cached_property
    def engagements(self) -> dict[UUID, Seen]:
        """Engagements of the period."""
        found = self.all_engagements.items()
        return {one: row for one, row in found if self.period.holds(row.held_on, row.held_on)}

    @cached_property
    def participants(self) -> dict[UUID, list[Seen]]:
        """Who took part, by engagement, in order of precedence."""
        return _grouped(
            self.released.all(meetings.participation, order_by=("order_key", "n")), "engagement_id"
        )

    @cached_property
    def commitments(self) -> dict[UUID, Seen]:
        """Commitments that were alive on a day of the period, by due day."""
        rows = self.released.all(promises.commitment, order_by=("due_on", "n"))
        return _by_id(row for row in rows if self._alive(row))

    @cached_property
    def evidence(self) -> dict[UUID, list[Seen]]:
        """Evidence by commitment."""
        return _grouped(self.released.all(promises.evidence), "commitment_id")

    @cached_property
    def places_of(self) -> dict[UUID, list[UUID]]:
        """The jurisdictions of each engagement, its own first."""
        found = {one: [row.jurisdiction_id] for one, row in self.all_engagements.items()}
        for link in self.released.all(meetings.engagement_jurisdiction):
            found.setdefault(link.engagement_id, []).append(link.jurisdiction_id)
        return {
            one: [place for place in dict.fromkeys(ids) if place is not None]
            for one, ids in found.items()
        }

    def _alive(self, row: Seen) -> bool:
        ended = None if row.status in OPEN else row.status_on
        if self.period.is_open or (row.made_on is None and row.status in OPEN):
            return True
        return self.period.holds(row.made_on or ended, ended or date.max)


def _by_id(rows: Iterable[Seen]) -> dict[UUID, Seen]:
    return {row.id: row for row in rows}


def _grouped(rows: Iterable[Seen], name: str) -> dict[UUID, list[Seen]]:
    found: dict[UUID, list[Seen]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found
