"""Entering the sample's places, people and promises through the door, a kind a step."""

from typing import Any
from uuid import UUID

from sqlalchemy import Table

from liaison_app.domain.ids import named_id
from liaison_app.domain.order import spread
from liaison_app.services.sample import dates
from liaison_app.services.sample.book import FILES, Book, Entry
from liaison_app.services.sample.numbering import Numbers
from liaison_app.store.records import Records
from liaison_app.store.tables import agreements, meetings, people, places, promises

_PARTS = {
    "tenures": people.tenure,
    "log": promises.commitment_log,
    "evidence": promises.evidence,
    "scenario": meetings.scenario_step,
    "points": meetings.talking_point,
    "signatories": agreements.agreement_signatory,
    "notifications": agreements.agreement_notification,
}
"""Parts that stand in an entry as a list of tables, with the table of each."""


def enter_places(records: Records, book: Book) -> None:
    """Jurisdictions with where they lie, organizations and offices."""
    for file in ("places", "organizations", "offices"):
        for key, entry in book.entries[file].items():
            put(records, FILES[file], book.id(FILES[file].name, key), book.row(FILES[file], entry))
    for key, entry in book.entries["places"].items():
        place = book.id("jurisdiction", key)
        for other in entry.get("located_in", ()):
            records.link(places.located_in, place, book.id("jurisdiction", other))
        add_priorities(records, meetings.jurisdiction_priority, place, entry)


def enter_people(records: Records, book: Book) -> None:
    """People with languages, tenures, links to each other and private facts."""
    for key, entry in book.entries["people"].items():
        put(records, people.person, book.id("person", key), book.row(people.person, entry))
    for key, entry in book.entries["people"].items():
        person = book.id("person", key)
        for spoken in entry.get("languages", ()):
            language, _, level = spoken.partition(":")
            records.add(people.person_language, person_id=person, language=language, level=level)
        add_parts(records, book, "tenures", entry, person_id=person)
        for link in entry.get("links", ()):
            records.add(people.person_link, person_id=person, **book.row(people.person_link, link))
        if "private" in entry:
            facts = book.row(people.person_private, entry["private"])
            records.add(people.person_private, person_id=person, **facts)


def enter_commitments(records: Records, book: Book, numbers: Numbers) -> None:
    """Commitments both ways, with what became of them and the evidence."""
    engagements = book.entries["engagements"]
    for key, entry in book.entries["commitments"].items():
        row: dict[str, Any] = {"reviewed": True, **book.row(promises.commitment, entry)}
        if "made_on" not in row:
            made_at = engagements[entry["engagement_id"]]["start"].split()[0]
            row["made_on"] = dates.working_day(made_at, book.today)
        if "due" in entry:
            due = dates.due(entry["due"], book.today)
            row["due_on"], row["due_precision"] = due.last, due.precision.value
        row["ref"] = numbers.next("commitment", row["made_on"])
        commitment = records.add(promises.commitment, **row, id=book.id("commitment", key))
        add_parts(records, book, "log", entry, commitment_id=commitment)
        add_parts(records, book, "evidence", entry, commitment_id=commitment)


def put(records: Records, table: Table, row: UUID, values: dict[str, Any]) -> None:
    """Add a record under its id, or fill it in where the founding of the office entered it."""
    if records.one(table, row) is None:
        records.add(table, id=row, **values)
    else:
        records.change(table, row, **values)


def add_parts(records: Records, book: Book, name: str, entry: Entry, **whole: UUID) -> None:
    """Add the parts that an entry lists under ``name``, in order where parts have one."""
    table = _PARTS[name]
    parts = entry.get(name, ())
    for key, part in zip(spread(len(parts)), parts, strict=True):
        values = book.row(table, part)
        if "order_key" in table.c:
            values["order_key"] = key
        records.add(table, **whole, **values)


def add_priorities(records: Records, links: Table, record: UUID, entry: Entry) -> None:
    """Link a record with its priorities, adding those that are named for the first time."""
    for code in entry.get("priorities", ()):
        row = named_id("priority", code)
        if records.one(meetings.priority, row) is None:
            records.add(meetings.priority, id=row, code=code)
        records.link(links, record, row)
