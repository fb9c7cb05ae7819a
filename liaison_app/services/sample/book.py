"""The sample as read from its files: entries by their names, made into rows of the tables."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Table

from liaison_app.domain.audience import readers_text
from liaison_app.domain.ids import new_id
from liaison_app.services.sample import dates
from liaison_app.store.tables import (
    agreements,
    coordination,
    gifts,
    meetings,
    outcomes,
    people,
    places,
    programmes,
    promises,
    requests,
)
from liaison_app.store.tables.declare import facts
from liaison_app.store.tables.types import Amount, Words
from liaison_app.system.resources import resource

Entry = Mapping[str, Any]
"""What the sample says of one record: column values, and parts under names of their own."""

FILES: dict[str, Table] = {
    "places": places.jurisdiction,
    "organizations": places.organization,
    "offices": people.office,
    "people": people.person,
    "trips": meetings.trip,
    "engagements": meetings.engagement,
    "commitments": promises.commitment,
    "agreements": agreements.agreement,
    "memberships": agreements.membership,
    "programmes": programmes.programme,
    "funding": programmes.funding,
    "assignments": programmes.assignment,
    "requests": requests.request,
    "gifts": gifts.gift,
    "outcomes": outcomes.outcome,
    "coordination": coordination.coordination,
    "consultations": coordination.consultation,
}
"""Each file of ``resources/sample/`` with the table of its entries."""


class Book:
    """All entries with the ids that they will have, so that they may refer to each other."""

    def __init__(
        self, today: date, milliseconds: int, known: Mapping[tuple[str, str], UUID]
    ) -> None:
        """``known`` are records that stand in the office already, by table and name here."""
        self.today = today
        self.entries = {name: _read(name) for name in FILES}
        self._ids = {
            (table.name, key): known.get((table.name, key)) or new_id(milliseconds)
            for name, table in FILES.items()
            for key in self.entries[name]
        }

    def id(self, table: str, key: str) -> UUID:
        """The id of an entry, by its table and its name in the sample."""
        return self._ids[table, key]

    def row(self, table: Table, entry: Entry) -> dict[str, Any]:
        """The columns among what an entry says: names made ids, offsets dates, texts filled."""
        return {
            name: self._value(table, name, value)
            for name, value in entry.items()
            if name in table.c
        }

    def _value(self, table: Table, name: str, value: Any) -> Any:
        column = table.c[name]
        refers_to = facts(column).refers_to
        if refers_to is not None:
            return self.id(refers_to, value)
        if name == "readers" and value.startswith("with "):
            parties = frozenset({self.id("jurisdiction", value.removeprefix("with "))})
            return readers_text(frozenset(), parties)
        if isinstance(column.type, Date):
            return dates.moved(value, self.today)
        if isinstance(column.type, Amount):
            return Decimal(value)
        if isinstance(column.type, Words):
            return dates.filled(value, self.today)
        return value


def _read(name: str) -> dict[str, Entry]:
    return tomllib.loads(resource(f"sample/{name}.toml").read_text(encoding="utf-8"))
