"""Many rows at once: the driver's own executemany, with the types' own conversions.

SQLAlchemy prepares each row's parameters anew, which costs more than SQLite takes to insert it.
"""

from collections.abc import Mapping, Sequence
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
    plan = [(c.name, unset(c), p) for c, p in zip(columns, processors, strict=True)]
    names = ", ".join(f'"{c.name}"' for c in columns)
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks})",
        [
            tuple(
                process(row.get(name, default)) if process else row.get(name, default)
                for name, default, process in plan
            )
            for row in rows
        ],
    )
