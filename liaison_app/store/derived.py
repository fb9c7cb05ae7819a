"""Derived columns: worked out by the door after each step, from the records alone."""

from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, text, update

from liaison_app.domain.names import order_by
from liaison_app.store.standing import renew_standing
from liaison_app.system.letters import sort_key

_NAMED_BY = {
    "jurisdiction": ("name",),
    "organization": ("name",),
    "person": ("sort_as", "name_order", "family", "given", "full_name"),
    "office": ("title",),
    "trip": ("title",),
    "engagement": ("title",),
    "commitment": ("wording",),
}
"""The columns that a record's place in order comes from."""


def renew(connection: Connection, table: Table, step: int, made_at: str) -> None:
    """Renew revision, time, sort key and standing of the rows that this step touched."""
    touched = f"(SELECT row FROM change WHERE step = :step AND tbl = '{table.name}')"
    connection.execute(
        text(
            f"UPDATE {table.name} SET revision = coalesce(revision, 0) + 1, updated_at = :made_at "
            f"WHERE id IN {touched}"
        ),
        {"step": step, "made_at": made_at},
    )
    if table.name in _NAMED_BY:
        _renew_sort_keys(connection, table, step)
        renew_standing(connection, table, step)


def _renew_sort_keys(connection: Connection, table: Table, step: int) -> None:
    columns = _NAMED_BY[table.name]
    rows = connection.execute(
        text(
            f"SELECT n, {', '.join(columns)} FROM {table.name} WHERE id IN "
            f"(SELECT row FROM change WHERE step = :step AND tbl = '{table.name}' "
            f"AND col IN ('*', {', '.join(repr(c) for c in columns)}))"
        ),
        {"step": step},
    ).all()
    if rows:
        connection.execute(
            update(table).where(table.c.n == bindparam("_n")).values(sort_key=bindparam("_key")),
            [{"_n": row.n, "_key": sort_key(_named(row, columns[0]))} for row in rows],
        )


def _named(row: Row[Any], column: str) -> str:
    if "full_name" in row._mapping:
        return order_by(row.sort_as, row.name_order, row.family, row.given, row.full_name)
    return str(row._mapping[column] or "")
