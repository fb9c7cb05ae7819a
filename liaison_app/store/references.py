"""Who refers to whom: the reference columns of all journalled tables, and the rows behind them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, select

from liaison_app.store.tables.declare import facts, journalled_tables
from liaison_app.store.tables.journal import change


def is_witness(table: Table) -> bool:
    """Whether rows of a table only tell what was: a packet that was printed outlives what it tells of,
    and keeps nothing from being taken back."""
    return table.name in {"source_row", "packet", "packet_copy"}


def columns_to(name: str) -> Iterator[tuple[Table, Column[Any]]]:
    """Every column of every journalled table that refers to rows of table ``name``."""
    for table in journalled_tables():
        for column in table.c:
            if column.info["facts"].refers_to == name:
                yield table, column


def columns_from(table: Table) -> Iterator[Column[Any]]:
    """The columns of a table that refer to other rows."""
    return (c for c in table.c if facts(c).refers_to not in (None, "any"))


def built_on(
    connection: Connection, step: int, name: str, taken_back: set[tuple[UUID, str]]
) -> set[UUID]:
    """The rows of table ``name`` that ``step`` added and a living row of another step refers to.

    ``taken_back``: the cells (row, column) that change back with the rows, so they don't count.
    """
    added = select(change.c.row).where(change.c.step == step, change.c.col == "*")
    mine = added.where(change.c.tbl == name)
    found: set[UUID] = set()
    for table, column in columns_to(name):
        if is_witness(table):
            continue
        referring = select(table.c.id, column).where(
            column.in_(mine), ~table.c.deleted, table.c.id.not_in(added)
        )
        found.update(
            row for by, row in connection.execute(referring) if (by, column.name) not in taken_back
        )
    return found
