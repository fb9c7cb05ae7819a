"""Many rows at once: the driver's own executemany, with the types' own conversions.

SQLAlchemy prepares each row's parameters anew, which costs more than SQLite takes to insert it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from liaison_app.store.tables.declare import unset


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, which may name different columns; a column not named gets its default."""
    named = set().union(*rows)
    unknown = named - set(table.c.keys())
    if unknown:
        raise ValueError(f"{table.name} has no {sorted(unknown)}")
    columns = [c for c in table.c if c.name in named or unset(c) is not None]
    processors = [
        c.type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for c in columns
    ]
    names = ", ".join(f'"{c.name}"' for c in columns)
    marks = ", ".join("?" * len(columns))
    cells = [
        _converted(process, [row.get(c.name, default) for row in rows])
        for c, default, process in zip(columns, map(unset, columns), processors, strict=True)
    ]
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks})",
        list(zip(*cells, strict=True)),
    )


def _converted(process: Callable[[Any], Any] | None, values: list[Any]) -> list[Any]:
    """One column's values as the driver takes them; the same value again isn't converted again."""
    if process is None:
        return values
    made: list[Any] = []
    last, converted = None, process(None)
    for value in values:
        if value is not last:
            last, converted = value, process(value)
        made.append(converted)
    return made
