"""A brief: the released records that one packet is made from, each loaded once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.finding import Target
from liaison_app.services.office import setting_in
from liaison_app.services.outgoing.holdings import Holdings
from liaison_app.services.outgoing.zones import zone_called
from liaison_app.services.redaction import Released, Seen
from liaison_app.store.tables.meetings import (
    engagement,
    engagement_jurisdiction,
    engagement_organization,
    participation,
    trip,
    trip_member,
)
from liaison_app.store.tables.people import office, person
from liaison_app.store.tables.places import jurisdiction, organization


@dataclass(frozen=True)
class Asked:
    """For what and when: the subject, the instant whose knowledge is printed, the home clock."""

    target: Target
    as_of: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The day at home as of which it is told."""
        return self.as_of.astimezone(self.zone).date()


class Brief:
    """The subject with its engagements in the order of the schedule, and who is in them.

    Refuses a subject that isn't for the audience (``packet.not_for_audience``), or that is neither
    a trip nor an engagement (``packet.wrong_kind``).
    """

    def __init__(self, released: Released, asked: Asked) -> None:
        self.released, self.asked = released, asked
        target = asked.target
        if target.kind not in (Kind.TRIP, Kind.ENGAGEMENT):
            raise Refusal("packet.wrong_kind", ref=target.ref)
        table = trip if target.kind is Kind.TRIP else engagement
        found = released.get(table, [target.id])
        if not found:
            raise Refusal("packet.not_for_audience", ref=target.ref)
        (self.subject,) = found.values()
        self.trip = self.subject if target.kind is Kind.TRIP else None
        self.engagements = sorted(self._engagements(), key=_when)

    @property
    def today(self) -> date:
        """The day at home as of which it is told."""
        return self.asked.today

    @cached_property
    def home(self) -> UUID | None:
        """The jurisdiction that the office serves."""
        found = setting_in(self.released.connection, "home")
        return UUID(found) if found else None

    @cached_property
    def principal_id(self) -> UUID | None:
        """Whose packet it is: the trip's principal, else the first of ours in that role."""
        ids = [self.trip.principal_id] if self.trip is not None else []
        for one in self.engagements:
            ids += [row.person_id for row in self.side(one, "ours") if row.role == "principal"]
        return next((who for who in ids if who in self.people), None)

    def is_principals(self, one: Seen) -> bool:
        """Whether the principal takes part in an engagement; so too where it isn't known who does."""
        ours = {row.person_id for row in self.side(one, "ours")}
        return not ours or self.principal_id is None or self.principal_id in ours

    @cached_property
    def letters(self) -> dict[UUID, str]:
        """The tab letter of each engagement that takes place, in the order of the schedule."""
        kept = [row for row in self.engagements if row.status != "cancelled"] or self.engagements
        return {row.id: _letter(number) for number, row in enumerate(kept)}

    @cached_property
    def participants(self) -> dict[UUID, list[Seen]]:
        """Who takes part in each engagement, in order of precedence."""
        found: dict[UUID, list[Seen]] = defaultdict(list)
        ids = [row.id for row in self.engagements]
        for row in self.released.of(participation, "engagement_id", ids):
            if row.answer != "declined" or row.came:
                found[row.engagement_id].append(row)
        for rows in found.values():
            rows.sort(key=_precedence)
        return found

    @cached_property
    def members(self) -> list[Seen]:
        """Who travels, in order."""
        if self.trip is None:
            return []
        return sorted(self.released.of(trip_member, "trip_id", [self.trip.id]), key=_precedence)

    @cached_property
    def people(self) -> dict[UUID, Seen]:
        """Everybody who is named."""
        ids = [one.person_id for rows in self.participants.values() for one in rows]
        ids += [one.instead_of_id for rows in self.participants.values() for one in rows]
        ids += [one.person_id for one in self.members]
        if self.trip is not None:
            ids += [self.trip.principal_id, self.trip.lead_id]
        return self.released.get(person, ids)

    @cached_property
    def holdings(self) -> Holdings:
        """Their offices."""
        return Holdings(self.released, self.people)

    @cached_property
    def places(self) -> dict[UUID, Seen]:
        """The jurisdictions of all engagements."""
        return self.released.get(
            jurisdiction, [one for ids in self._place_ids.values() for one in ids]
        )

    def places_of(self, one: Seen) -> list[Seen]:
        """The jurisdictions of an engagement, its own first."""
        return [self.places[place] for place in self._place_ids[one.id] if place in self.places]

    def day_of(self, one: Seen) -> date:
        """The day whose office holders count for an engagement."""
        day: date | None = one.held_on
        return day or self.today

    def zone_of(self, one: Seen) -> ZoneInfo:
        """The clock of an engagement: its own, its place's, or the one at home."""
        names = [one.zone, *(place.zone for place in self.places_of(one))]
        return zone_called(next((name for name in names if name), None), self.asked.zone)

    def side(self, one: Seen, side: str) -> list[Seen]:
        """The participants of one side of an engagement."""
        return [row for row in self.participants.get(one.id, ()) if (row.side or "theirs") == side]

    def organizations_of(self, one: Seen) -> list[Seen]:
        """The organizations that take part and for which nobody is named, by name."""
        day = self.day_of(one)
        named = {
            held.organization.id
            for row in self.participants.get(one.id, ())
            for held in self.holdings.of(row.person_id, day)
            if held.organization is not None
        }
        links = self._organization_links.get(one.id, ())
        bodies = self.released.get(organization, [link.organization_id for link in links])
        rows = (body for body in bodies.values() if body.id not in named)
        return sorted(rows, key=lambda body: (body.name or "", body.n))

    @cached_property
    def _organization_links(self) -> dict[UUID, list[Seen]]:
        found: dict[UUID, list[Seen]] = defaultdict(list)
        ids = [row.id for row in self.engagements]
        for link in self.released.of(engagement_organization, "engagement_id", ids):
            found[link.engagement_id].append(link)
        return found

    def head_offices(self, places: Iterable[Seen]) -> list[Seen]:
        """The offices whose holders head these jurisdictions."""
        ids = [place.id for place in places]
        return [one for one in self.released.of(office, "jurisdiction_id", ids) if one.is_head]

    @cached_property
    def _place_ids(self) -> dict[UUID, list[UUID]]:
        ids = {row.id: [row.jurisdiction_id] for row in self.engagements}
        for link in self.released.of(engagement_jurisdiction, "engagement_id", list(ids)):
            ids[link.engagement_id].append(link.jurisdiction_id)
        return {
            one: [place for place in dict.fromkeys(some) if place is not None]
            for one, some in ids.items()
        }

    def _engagements(self) -> list[Seen]:
        if self.trip is not None:
            return self.released.of(engagement, "trip_id", [self.trip.id])
        sessions = self.released.of(engagement, "part_of_id", [self.subject.id])
        return [self.subject, *(one for one in sessions if one.id != self.subject.id)]


def _letter(number: int) -> str:
    more, last = divmod(number, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + last)


def _when(row: Seen) -> tuple[date, datetime, int]:
    latest = datetime.max.replace(tzinfo=UTC)
    return row.held_on or date.max, row.start_at or latest, row.n


def _precedence(row: Seen) -> tuple[bool, str, bool, int]:
    """By the order that the office set; without one principals first, then as entered."""
    key: str | None = row.order_key
    return key is None, key or "", row.role not in ("principal", "head"), row.n
