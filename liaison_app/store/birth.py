"""New rows completed: what the door derives is worked out before a row is written, not after.

Rows added otherwise (raw SQL through an open door) get the same values when the step is finished.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from liaison_app.domain.ids import Identities
from liaison_app.domain.kinds import Kind
from liaison_app.store import derived
from liaison_app.store.entries import date_of
from liaison_app.store.refs import References
from liaison_app.store.sqlite import words as index


class Births:
    """Completes the new rows of one write; counts them by table."""

    def __init__(self, connection: Connection, references: References, now: datetime) -> None:
        self.count: Counter[str] = Counter()
        self._connection = connection
        self._references = references
        self._now = now
        self._identities = Identities(int(now.timestamp() * 1000))
        self._last_row: dict[str, int] = {}

    def new_id(self) -> UUID:
        """An identity for a row still to be added."""
        return self._identities.next()

    def complete(self, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
        """The row with identity, reference, and everything that is derived from it."""
        self.count[table.name] += 1
        row = {**values, "revision": 1, "updated_at": self._now}
        if row.get("id") is None:
            row["id"] = self.new_id()
        if table.info.get("record"):
            if "ref" not in row:
                row["ref"] = self._references.next(table, self._now.year)
            row["n"] = self._next_row(table)
            row["sort_key"] = derived.sort_key_of(table.name, row)
            if row.get("merged_into") is None:
                row["stands_for"] = row["id"]
            on = date_of(table.name, row)
            row["found_at"] = index.row_number(on, Kind(table.name), row["n"])
        return row

    def _next_row(self, table: Table) -> int:
        last = self._last_row.get(table.name)
        if last is None:
            last = self._connection.scalar(select(func.max(table.c.n))) or 0
        self._last_row[table.name] = last + 1
        return last + 1
