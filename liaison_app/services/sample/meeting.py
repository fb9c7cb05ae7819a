"""Entering the sample's trips and engagements, with their legs, people, steps and points."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from liaison_app.domain.ids import named_id
from liaison_app.domain.order import spread
from liaison_app.services.sample import dates
from liaison_app.services.sample.book import Book, Entry
from liaison_app.services.sample.entering import add_parts, add_priorities
from liaison_app.services.sample.numbering import Numbers
from liaison_app.store.records import Records
from liaison_app.store.tables import meetings

_HELD, _PLANNED, _CALLED_OFF = "held", "planned", ("cancelled", "postponed")
_HOME_ZONE = "America/Denver"
_SIDES = ("ours", "theirs", "third")


def enter_trips(records: Records, book: Book, numbers: Numbers) -> None:
    """Trips and visits with their members and legs."""
    for key, entry in book.entries["trips"].items():
        row = book.row(meetings.trip, entry)
        row["ref"] = numbers.next("trip", row["start_on"])
        trip = records.add(meetings.trip, **row, id=book.id("trip", key))
        members = entry.get("members", ())
        for order, member in zip(spread(len(members)), members, strict=True):
            person, role, track = member.split(":")
            records.add(
                meetings.trip_member,
                trip_id=trip,
                person_id=book.id("person", person),
                role=role,
                track=track or None,
                order_key=order,
            )
        for leg in entry.get("legs", ()):
            _enter_leg(records, book, trip, leg)


def _enter_leg(records: Records, book: Book, trip: UUID, entry: Entry) -> None:
    zone = entry["start_zone"]
    values = book.row(meetings.leg, entry)
    values["start_at"] = dates.instant(entry["start"], zone, book.today)
    values["end_zone"] = entry.get("end_zone", zone)
    values["end_at"] = dates.instant(entry["end"], values["end_zone"], book.today)
    leg = records.add(meetings.leg, trip_id=trip, **values)
    for person in entry.get("members", ()):
        records.link(meetings.leg_member, leg, book.id("person", person))


def enter_engagements(records: Records, book: Book, numbers: Numbers) -> None:
    """Engagements in order of time, with who took part, steps, points, topics and priorities."""
    entries = book.entries["engagements"]
    for key in sorted(entries, key=lambda one: _start_of(entries[one], book)):
        entry = entries[key]
        row = _engagement_row(entry, book)
        row["ref"] = numbers.next("engagement", row["held_on"])
        engagement = records.add(meetings.engagement, **row, id=book.id("engagement", key))
        _enter_people(records, book, engagement, entry, row)
        add_parts(records, book, "scenario", entry, engagement_id=engagement)
        add_parts(records, book, "points", entry, engagement_id=engagement)
        _link_all(records, book, engagement, entry)


def _start_of(entry: Entry, book: Book) -> tuple[date, str]:
    on, _, at = entry["start"].partition(" ")
    return dates.working_day(on, book.today), at


def _engagement_row(entry: Entry, book: Book) -> dict[str, Any]:
    row = book.row(meetings.engagement, entry)
    zone = entry.get("zone") or _zone_of(entry, book)
    start = dates.instant(entry["start"], zone, book.today)
    held = start.astimezone(ZoneInfo(zone)).date()
    row |= {
        "zone": zone,
        "start_at": start,
        "end_at": start + timedelta(minutes=entry["minutes"]),
        "held_on": held,
        "held_precision": "day",
    }
    row.setdefault("status", _HELD if held < book.today else _PLANNED)
    if row["status"] == _HELD:
        row.setdefault("follow_up_on", held + timedelta(days=14))
    if entry.get("finalised"):
        row["finalised_at"] = start + timedelta(days=3)
    return row


def _zone_of(entry: Entry, book: Book) -> str:
    """The venue's zone: that of the jurisdiction where we travel there, our own otherwise."""
    if entry["direction"] == "outbound" or entry.get("host_side") == "theirs":
        place = book.entries["places"][entry["jurisdiction_id"]]
        if entry["direction"] != "virtual":
            return str(place.get("zone", _HOME_ZONE))
    return _HOME_ZONE


def _enter_people(
    records: Records, book: Book, engagement: UUID, entry: Entry, row: dict[str, Any]
) -> None:
    people = [(side, said) for side in _SIDES for said in entry.get(side, ())]
    for order, (side, said) in zip(spread(len(people)), people, strict=True):
        records.add(
            meetings.participation,
            engagement_id=engagement,
            order_key=order,
            **_participation(said, side, book, row),
        )


def _participation(said: str, side: str, book: Book, row: dict[str, Any]) -> dict[str, Any]:
    came = row["status"] == _HELD
    if said.startswith("+"):
        return {"unnamed": said, "side": side, "role": "member", "came": came}
    person, role, answer, instead = [*said.split(":"), "", "", ""][:4]
    if not answer and row["status"] != _HELD:
        answer = "accepted" if side == "ours" else "invited"
    return {
        "person_id": book.id("person", person),
        "title_as_of": title_on(person, row["held_on"], book),
        "side": side,
        "role": role or "member",
        "answer": answer or None,
        "came": came,
        "instead_of_id": book.id("person", instead) if instead else None,
    }


def title_on(person: str, day: date, book: Book) -> str | None:
    """The title that a person had on the day, as the record of a meeting keeps it."""
    for tenure in reversed(book.entries["people"][person].get("tenures", ())):
        start = dates.moved(tenure["start_on"], book.today)
        end = dates.moved(tenure["end_on"], book.today) if "end_on" in tenure else date.max
        title = str(book.entries["offices"][tenure["office_id"]]["title"])
        if start <= day <= end:
            return f"Acting {title}" if tenure["standing"] == "acting" else title
        if day < start and tenure["standing"] == "elect":
            return f"{title}, elect"
    return None


def _link_all(records: Records, book: Book, engagement: UUID, entry: Entry) -> None:
    """Put the engagement among its topics, priorities, organizations and jurisdictions."""
    for name in entry.get("topics", ()):
        topic = named_id("topic", name)
        if records.one(meetings.topic, topic) is None:
            records.add(meetings.topic, id=topic, name=name)
        records.link(meetings.engagement_topic, engagement, topic)
    add_priorities(records, meetings.engagement_priority, engagement, entry)
    for organization in entry.get("organizations", ()):
        records.link(
            meetings.engagement_organization, engagement, book.id("organization", organization)
        )
    for place in _places(entry):
        records.link(meetings.engagement_jurisdiction, engagement, book.id("jurisdiction", place))


def _places(entry: Entry) -> Iterable[str]:
    """The jurisdictions that an engagement is with, its own first."""
    return [entry["jurisdiction_id"], *entry.get("jurisdictions", ())]
