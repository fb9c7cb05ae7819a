"""A file of whatever format, asked only for the tables and columns that it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, func, inspect, select, true

from liaison_app.domain.audience import OURS_ONLY
from liaison_app.services.reading import AnyRow
from liaison_app.store.tables.declare import Keep, columns_kept, facts, metadata
from liaison_app.store.tables.types import Words


@dataclass(frozen=True)
class Found:
    """An open file with the columns of each of its tables."""

    connection: Connection
    columns: dict[str, frozenset[str]]

    @classmethod
    def look(cls, connection: Connection) -> "Found":
        """See what is there."""
        there = inspect(connection)
        names = [name for name in there.get_table_names() if name in metadata.tables]
        columns = {name: frozenset(c["name"] for c in there.get_columns(name)) for name in names}
        return cls(connection, columns)

    def has(self, column: Column[Any]) -> bool:
        """Whether the file has a column."""
        return column.name in self.columns.get(column.table.name, ())

    def tables(self) -> Iterator[Table]:
        """The tables of the file, in the order of declaration."""
        return (table for name, table in metadata.tables.items() if name in self.columns)

    def count(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        """How many rows of a table meet all conditions; none if the file lacks the table."""
        if table.name not in self.columns:
            return 0
        counted = select(func.count()).select_from(table).where(and_(true(), *conditions))
        return self.connection.scalar(counted) or 0

    def filled(self, column: Column[Any], *conditions: ColumnElement[bool]) -> int:
        """How many rows say something in a column."""
        if not self.has(column):
            return 0
        said = and_(column.is_not(None), column != "")
        return self.count(column.table, said, *conditions)

    def sum(self, column: Column[Any]) -> int:
        """What a column of numbers comes to."""
        found = self.connection.scalar(select(func.sum(column))) if self.has(column) else None
        return int(found or 0)

    def notes(self) -> dict[str, int]:
        """How many filled texts only our own side reads, by table and column."""
        counts = {
            f"{table.name}.{column.name}": self.filled(column)
            for table in self.tables()
            if table.info.get("journalled")
            for column in columns_kept(table, Keep.JOURNALLED)
            if type(column.type) is Words and facts(column).readers == OURS_ONLY
        }
        return {name: count for name, count in counts.items() if count}

    def rows(self, table: Table, *conditions: ColumnElement[bool]) -> list[AnyRow]:
        """The rows of a table that meet all conditions, with the columns that there are."""
        if table.name not in self.columns:
            return []
        chosen = select(*(column for column in table.c if self.has(column)))
        return list(self.connection.execute(chosen.where(and_(true(), *conditions))).all())

    def grouped(self, column: Column[Any], *conditions: ColumnElement[bool]) -> dict[str, int]:
        """How many rows say what in a column, those that say nothing left out."""
        if not self.has(column):
            return {}
        counted = select(column, func.count()).where(column.is_not(None), *conditions)
        rows = self.connection.execute(counted.group_by(column).order_by(column))
        return {str(row[0]): row[1] for row in rows if row[0] != ""}
