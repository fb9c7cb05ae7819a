"""Entering the sample's requests, gifts, outcomes, coordination and consultations."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from liaison_app.domain.order import spread
from liaison_app.services.sample.book import FILES, Book, Entry
from liaison_app.services.sample.numbering import Numbers
from liaison_app.store.records import Records
from liaison_app.store.tables import coordination, outcomes

_DATED_BY = {
    "requests": ("received_on",),
    "gifts": ("given_on",),
    "outcomes": ("happened_on",),
    "coordination": ("asked_on", "done_on"),
    "consultations": ("invited_on",),
}
"""By which day the records of each file are numbered; those without one were entered today."""

_LINKS = {
    "outcomes": outcomes.outcome_engagement,
    "consultations": coordination.consultation_engagement,
}


def enter_exchange(records: Records, book: Book, numbers: Numbers) -> None:
    """All of them, each with its parts and the engagements behind it."""
    for name, columns in _DATED_BY.items():
        table = FILES[name]
        for key, entry in book.entries[name].items():
            row = book.row(table, entry)
            row["ref"] = numbers.next(table.name, _day(row, columns, book.today))
            made = records.add(table, **row, id=book.id(table.name, key))
            for other in entry.get("engagements", ()):
                records.link(_LINKS[name], made, book.id("engagement", other))
            _enter_parts(records, book, outcomes.outcome_evidence, made, entry.get("evidence", ()))
            _enter_parts(
                records, book, coordination.consultation_point, made, entry.get("points", ())
            )


def _enter_parts(records: Records, book: Book, part: Table, whole: UUID, said: list[Entry]) -> None:
    for key, entry in zip(spread(len(said)), said, strict=True):
        row = book.row(part, entry)
        if "order_key" in part.c:
            row["order_key"] = key
        records.add(part, **{str(part.info["scope"]): whole}, **row)


def _day(row: dict[str, Any], columns: tuple[str, ...], today: date) -> date:
    found: date = next((row[name] for name in columns if row.get(name)), today)
    return found
