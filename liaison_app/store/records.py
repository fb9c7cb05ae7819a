"""The records inside an open write: add, change, remove, link. Whatever they do becomes one step."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, bindparam, select, update

from liaison_app.domain.ids import link_id
from liaison_app.store.birth import Births
from liaison_app.store.sqlite.bulk import insert_many


class Records:
    """What ``store.write`` gives: the records, writable until the write ends.

    ``subject`` is the record that the step is about; set it when the write itself creates it.
    ``step`` is the reference of the step once the write has ended, None if nothing changed.
    """

    def __init__(
        self, connection: Connection, births: Births, now: datetime, subject: UUID | None
    ) -> None:
        self.connection = connection
        self.subject = subject
        self.now = now
        self.step: str | None = None
        self._births = births

    def new_id(self) -> UUID:
        """An identity for a record still to be added."""
        return self._births.new_id()

    def add(self, table: Table, **values: Any) -> UUID:
        """Add a row; returns its id. Gives a reference where the kind has one."""
        return self.add_many(table, [values])[0]

    def add_many(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> list[UUID]:
        """Add many rows, which may name different columns; returns their ids in order."""
        complete = [self._births.complete(table, row) for row in rows]
        if complete:
            insert_many(self.connection, table, complete)
        return [row["id"] for row in complete]

    def change(self, table: Table, row: UUID, **values: Any) -> None:
        """Change cells of one row; a cell set to what it already shows is no change."""
        if values:
            self.connection.execute(update(table).where(table.c.id == row).values(**values))

    def change_many(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Change the same cells of many rows; each mapping has ``id`` and those cells."""
        given = [{**row, "_id": row["id"]} for row in rows]
        if not given:
            return
        cells: dict[str, Any] = {
            name: bindparam(name) for name in given[0] if name not in ("id", "_id")
        }
        statement = update(table).where(table.c.id == bindparam("_id")).values(**cells)
        self.connection.execute(
            statement, [{k: v for k, v in r.items() if k != "id"} for r in given]
        )

    def remove(self, table: Table, row: UUID) -> None:
        """Delete a row: it stays in the file, marked, so that the step can be undone."""
        self.change(table, row, deleted=True)

    def one(self, table: Table, row: UUID) -> Row[Any] | None:
        """A row as this write sees it, deleted or not."""
        return self.connection.execute(select(table).where(table.c.id == row)).one_or_none()

    def link(self, table: Table, left: UUID, right: UUID) -> UUID:
        """Put ``right`` into the plain set of ``left``; adding it twice is adding it once."""
        row = link_id(table.name, left, right)
        if self.one(table, row) is not None:
            self.change(table, row, deleted=False)
            return row
        names = [c.name for c in table.c if c.name.endswith("_id")]
        return self.add(table, id=row, **dict(zip(names, (left, right), strict=True)))

    def unlink(self, table: Table, left: UUID, right: UUID) -> None:
        """Take ``right`` out of the plain set of ``left``."""
        self.remove(table, link_id(table.name, left, right))
