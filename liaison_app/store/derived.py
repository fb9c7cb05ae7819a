"""Derived columns: worked out by the door after each step, from the records alone."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, text, update

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
    "agreement": ("title",),
    "membership": ("title",),
    "programme": ("title",),
    "funding": ("title",),
    "assignment": ("title",),
    "outcome": ("title",),
    "request": ("title",),
    "gift": ("title",),
    "coordination": ("title",),
    "consultation": ("title",),
}
"""The columns that a record's place in order comes from."""


def renew(connection: Connection, table: Table, step: int, made_at: str, *, raw: bool) -> None:
    """Renew revision, time, sort key and standing of the rows that this step changed.

    ``raw``: some rows were added without their derived columns, which get theirs now.
    """
    _renew_revisions(connection, table, step, made_at, "col <> '*'")
    if raw:
        _renew_revisions(connection, table, step, made_at, "col = '*'", "AND revision IS NULL")
    if table.name in _NAMED_BY:
        named = ", ".join(f"'{name}'" for name in _NAMED_BY[table.name])
        _renew_sort_keys(connection, table, step, f"col IN ({named})")
        if raw:
            _renew_sort_keys(connection, table, step, "col = '*'", "AND sort_key IS NULL")
        renew_standing(connection, table, step, raw=raw)


def count_revisions(connection: Connection, table: Table, step: int) -> None:
    """Count the steps of the rows captured as ``step`` from the journal, and take their time from
    the last of them: of rows that other copies wrote, whose steps came at once."""
    connection.execute(
        text(
            f"UPDATE {table.name} SET (revision, updated_at) = ("
            "SELECT count(DISTINCT s.n), max(s.made_at) FROM change c JOIN step s ON s.n = c.step "
            f"WHERE c.row = {table.name}.id AND c.n NOT IN (SELECT change FROM aside)) "
            f"WHERE id IN (SELECT row FROM change WHERE step = :step AND tbl = '{table.name}')"
        ),
        {"step": step},
    )


def sort_key_of(name: str, row: Mapping[Any, Any]) -> str:
    """What a row of table ``name`` is sorted by."""
    get = row.get
    if name == "person":
        named = order_by(
            get("sort_as"), get("name_order"), get("family"), get("given"), get("full_name")
        )
        return sort_key(named)
    return sort_key(get(_NAMED_BY[name][0]) or "")


def _touched(table: Table, which: str) -> str:
    return f"id IN (SELECT row FROM change WHERE step = :step AND tbl = '{table.name}' AND {which})"


def _renew_revisions(
    connection: Connection, table: Table, step: int, made_at: str, which: str, also: str = ""
) -> None:
    connection.execute(
        text(
            f"UPDATE {table.name} SET revision = coalesce(revision, 0) + 1, updated_at = :made_at "
            f"WHERE {_touched(table, which)} {also}"
        ),
        {"step": step, "made_at": made_at},
    )


def _renew_sort_keys(
    connection: Connection, table: Table, step: int, which: str, also: str = ""
) -> None:
    columns = ", ".join(_NAMED_BY[table.name])
    rows = connection.execute(
        text(f"SELECT n, {columns} FROM {table.name} WHERE {_touched(table, which)} {also}"),
        {"step": step},
    ).all()
    if rows:
        connection.execute(
            update(table).where(table.c.n == bindparam("_n")).values(sort_key=bindparam("_key")),
            [{"_n": row.n, "_key": sort_key_of(table.name, row._mapping)} for row in rows],
        )
