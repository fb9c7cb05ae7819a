"""What stands in the search index for a record: its words, its names, its filters, its row number.

Records come here as SQLite keeps them (bytes, ISO text), since an import brings them by the hundred
thousand.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Table

from liaison_app.domain.kinds import Kind
from liaison_app.store.sqlite import words as index
from liaison_app.store.tables.declare import Find, facts
from liaison_app.system import letters

_EPOCH = date(1970, 1, 1).toordinal()
_MILLISECONDS_A_DAY = 86_400_000

DATED_BY: Mapping[str, tuple[str, ...]] = {
    Kind.TRIP: ("start_on",),
    Kind.ENGAGEMENT: ("held_on", "start_at"),
    Kind.COMMITMENT: ("due_on", "made_on"),
    Kind.AGREEMENT: ("signed_on", "proposed_on"),
    Kind.MEMBERSHIP: ("since_on",),
    Kind.PROGRAMME: ("start_on",),
    Kind.FUNDING: ("received_on", "awarded_on", "asked_on"),
    Kind.ASSIGNMENT: ("start_on",),
    Kind.OUTCOME: ("happened_on",),
    Kind.REQUEST: ("received_on",),
    Kind.GIFT: ("given_on",),
    Kind.COORDINATION: ("done_on", "asked_on"),
    Kind.CONSULTATION: ("invited_on",),
}
"""The columns that date a record, the first one that is filled."""


class Entry(NamedTuple):
    """One record in the index."""

    number: int
    words: str
    filters: str
    names: str


class Entries:
    """Makes the entries of one kind of record."""

    def __init__(self, record: Table) -> None:
        self._kind = Kind(record.name)
        self._place = "id" if self._kind is Kind.JURISDICTION else "jurisdiction_id"
        self._names = found_as(record, Find.NAME)
        self._words = found_as(record, Find.WORDS)
        needed = {"ref", self._place, *self._names, *self._words}
        needed.update(DATED_BY.get(record.name, ()))
        self.columns = tuple(c.name for c in record.c if c.name in needed)
        """The columns that an entry is made of, beside ``n`` and ``id``."""

    def entry(self, row: Mapping[str, Any], parts: Iterable[str]) -> Entry:
        """The entry of a row, with the words of its parts."""
        on = date_of(self._kind, row)
        filters = f"{index.kind_filter(self._kind)} {index.year_filter(on.year)}"
        place = row.get(self._place)
        if place is not None:
            filters += f" {index.jurisdiction_filter(place)}"
        names = [row[c] for c in self._names if row[c]]
        texts = [row[c] for c in self._words if row[c]]
        if row["ref"]:
            names.append(row["ref"])
        return Entry(
            number=index.row_number(on, self._kind, row["n"]),
            words=" ".join(map(letters.indexed, (*names, *texts, *parts))),
            filters=filters,
            names=" ".join(map(letters.fold, names)),
        )


def found_as(record: Table, how: Find) -> tuple[str, ...]:
    """The columns of a table that search finds in one way."""
    return tuple(c.name for c in record.c if facts(c).find is how)


def date_of(kind: str, row: Mapping[str, Any]) -> date:
    """The record's own date; for those without one, the day on which it was entered.

    ``row`` may hold values as Python has them or as SQLite keeps them.
    """
    for name in DATED_BY.get(kind, ()):
        found = row.get(name)
        if found is not None:
            return _day(found)
    identity: UUID | bytes = row["id"]
    head = identity.bytes[:6] if isinstance(identity, UUID) else identity[:6]
    return date.fromordinal(_EPOCH + int.from_bytes(head, "big") // _MILLISECONDS_A_DAY)


def _day(found: str | date) -> date:
    if isinstance(found, str):
        return _read(found[:10])
    return found.date() if isinstance(found, datetime) else found


@lru_cache(maxsize=8192)
def _read(text: str) -> date:
    return date.fromisoformat(text)
