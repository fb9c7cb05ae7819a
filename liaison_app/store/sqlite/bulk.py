"""Many rows at once: the driver's own executemany, with the types' own conversions.

SQLAlchemy prepares each row's parameters anew, which costs more than SQLite takes to insert it.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Table

from liaison_app.store.tables.declare import unset
from liaison_app.store.tables.types import Id


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, which may name different columns; a column not named gets its default."""
    named = set().union(*rows)
    unknown = named - set(table.c.keys())
    if unknown:
        raise ValueError(f"{table.name} has no {sorted(unknown)}")
    columns = [c for c in table.c if c.name in named or unset(c) is not None]
    names = ", ".join(f'"{c.name}"' for c in columns)
    marks = ", ".join("?" * len(columns))
    cells = [_converted(connection, c, _values(c, rows)) for c in columns]
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks})",
        list(zip(*cells, strict=True)),
    )


def _values(column: Column[Any], rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    name, default = column.name, unset(column)
    if default is None and all(name in row for row in rows):
        return list(map(itemgetter(name), rows))
    return [row.get(name, default) for row in rows]


def _converted(connection: Connection, column: Column[Any], values: list[Any]) -> list[Any]:
    """One column's values as the driver takes them; an equal value isn't converted again."""
    if isinstance(column.type, Id):
        return [None if value is None else value.bytes for value in values]
    process = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if process is None:
        return values
    made = {value: process(value) for value in set(values)}
    return [made[value] for value in values]
