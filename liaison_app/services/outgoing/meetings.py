"""The sheets of trips, engagements and participants."""

from collections import Counter
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from liaison_app.documents.workbook.sheet import Form, Sheet
from liaison_app.services.outgoing.fields import Table, cell, coded, identity, made
from liaison_app.services.outgoing.participants import title_as_of
from liaison_app.services.outgoing.records import Records
from liaison_app.services.outgoing.zones import zone_called
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.declare import metadata
from liaison_app.store.tables.meetings import trip_member

_UTC = ZoneInfo("UTC")


def trips(records: Records) -> tuple[Table, Sheet]:
    """Trips and visits of the period."""
    name, people = "trip", records.people
    members = Counter(row.trip_id for row in records.released.all(trip_member))
    stops = Counter(row.trip_id for row in records.all_engagements.values())
    table = Table(
        "Trips",
        name,
        (
            identity("id"),
            cell(name, "ref"),
            cell(name, "title"),
            *coded(name, "direction"),
            *coded(name, "kind", "type"),
            made("principal", lambda row: _called(people.get(row.principal_id))),
            made("lead", lambda row: _called(people.get(row.lead_id))),
            cell(name, "start_on", Form.DAY),
            cell(name, "end_on", Form.DAY),
            cell(name, "places"),
            cell(name, "purpose", Form.LONG),
            cell(name, "objectives", Form.LONG),
            made("members_count", lambda row: members[row.id], Form.WHOLE),
            made("engagements_count", lambda row: stops[row.id], Form.WHOLE),
            *coded(name, "status"),
        ),
    )
    return table, table.sheet(records.released, records.trips.values())


def engagements(records: Records) -> tuple[Table, Sheet]:
    """Engagements of the period."""
    told, name = _Engagements(records), "engagement"
    table = Table(
        "Engagements",
        name,
        (
            identity("id"),
            cell(name, "ref"),
            cell(name, "title"),
            *coded(name, "kind", "type"),
            *coded(name, "direction"),
            *coded(name, "level"),
            *coded(name, "role", "our_role"),
            cell(name, "held_on", Form.DAY),
            cell(name, "held_precision", Form.CODE),
            cell(name, "start_at", Form.INSTANT, "start_utc"),
            cell(name, "end_at", Form.INSTANT, "end_utc"),
            made("local_time", _local_time),
            cell(name, "zone", name="tz"),
            cell(name, "venue"),
            made("jurisdictions", told.places),
            made("organizations", lambda row: told.linked(row.id, "organization")),
            made("topics", lambda row: told.linked(row.id, "topic")),
            made("priorities", lambda row: told.linked(row.id, "priority")),
            made("trip", lambda row: told.ref(records.trips, row.trip_id)),
            made("part_of", lambda row: told.ref(records.all_engagements, row.part_of_id)),
            made("our_lead", lambda row: told.lead(row, "ours")),
            made("their_lead", lambda row: told.lead(row, "theirs")),
            made("participants_n", lambda row: len(told.there(row)), Form.WHOLE),
            *coded(name, "press"),
            *coded(name, "status"),
            cell(name, "requested_by"),
            cell(name, "purpose", Form.LONG),
            cell(name, "decisions", Form.LONG),
            cell(name, "readout", Form.LONG),
            cell(name, "notes", Form.LONG),
            cell(name, "follow_up_on", Form.DAY),
            made("record_final", lambda row: row.finalised_at is not None, Form.FLAG),
        ),
    )
    return table, table.sheet(records.released, records.engagements.values())


def participants(records: Records) -> tuple[Table, Sheet]:
    """Who took part in the engagements of the period, as they were then."""
    name, people, met = "participation", records.people, records.engagements
    table = Table(
        "Participants",
        name,
        (
            identity("id"),
            identity("engagement_id", "engagement_id"),
            identity("person_id", "person_id"),
            made("engagement", lambda row: met[row.engagement_id].ref),
            made("name_as_of", lambda row: _called(people.get(row.person_id)) or row.unnamed),
            made(
                "title_as_of",
                lambda row: title_as_of(row, met[row.engagement_id], records.holdings, records.day),
            ),
            *coded(name, "side"),
            *coded(name, "role"),
            cell(name, "order_key", Form.CODE, "order"),
            *coded(name, "answer"),
            cell(name, "came", Form.FLAG, "attended"),
            made("instead_of", lambda row: _called(people.get(row.instead_of_id))),
        ),
    )
    rows = [row for one in met for row in records.participants.get(one, ())]
    return table, table.sheet(records.released, rows)


class _Engagements:
    """What the sheet of engagements says beyond their own cells."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._linked: dict[str, dict[UUID, list[str]]] = {}
        for other, named in (("organization", "name"), ("topic", "name"), ("priority", "code")):
            found: dict[UUID, list[str]] = {}
            rows = {row.id: row for row in records.released.all(metadata.tables[other])}
            for link in records.released.all(metadata.tables[f"engagement_{other}"]):
                said = getattr(rows[getattr(link, f"{other}_id")], named)
                found.setdefault(link.engagement_id, []).append(said or "")
            self._linked[other] = found

    def places(self, row: Seen) -> str:
        """The jurisdictions, its own first."""
        known = self.records.jurisdictions
        return "; ".join(known[one].name or "" for one in self.records.places_of[row.id])

    def linked(self, one: UUID, other: str) -> str:
        """The organizations, topics or priorities."""
        return "; ".join(sorted(self._linked[other].get(one, ())))

    def there(self, row: Seen) -> list[Seen]:
        """Who took part, or is to."""
        return self.records.participants.get(row.id, [])

    def lead(self, row: Seen, side: str) -> str | None:
        """The first of a side in order of precedence, principals before all."""
        theirs = [one for one in self.there(row) if one.side == side]
        theirs.sort(key=lambda one: one.role not in ("principal", "head"))
        if not theirs:
            return None
        return _called(self.records.people.get(theirs[0].person_id)) or theirs[0].unnamed

    def ref(self, among: dict[UUID, Seen], one: UUID | None) -> str | None:
        """The reference of another record."""
        found = among.get(one) if one is not None else None
        return None if found is None else found.ref


def _local_time(row: Seen) -> str | None:
    start: datetime | None = row.start_at
    if start is None or not row.zone:
        return None
    return f"{start.astimezone(zone_called(row.zone, _UTC)):%Y-%m-%d %H:%M %Z}"


def _called(row: Seen | None) -> str | None:
    return None if row is None else row.full_name
