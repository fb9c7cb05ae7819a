"""The journal read anew by the tests' own few lines, to hold against what the records show."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.store.cells import read_json
from liaison_app.store.door import Store
from liaison_app.store.tables.declare import Keep, columns_kept, metadata, unset

Shown = dict[UUID, tuple[Any, ...]]
"""The living rows by their ids, without what the door derives (times, revisions, index places)."""


def shown(store: Store, tables: Iterable[str]) -> Shown:
    """What the records show."""
    with store.read() as connection:
        found = {}
        for name in tables:
            table = metadata.tables[name]
            kept = columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)
            for row in connection.execute(select(table.c.id, *kept).where(~table.c.deleted)):
                found[row.id] = tuple(row)
        return found


def replayed(store: Store, last: int, without: int = 0) -> Shown:
    """What the journal says up to step ``last``, but without step ``without``."""
    told: dict[UUID, tuple[str, dict[str, Any]]] = {}
    with store.read() as connection:
        changes = connection.exec_driver_sql(
            "SELECT c.tbl, c.row, c.col, c.after, p.after, c.step FROM change c "
            "LEFT JOIN change_private p ON p.step = c.step AND p.row = c.row AND p.col = c.col "
            "WHERE c.step <> ? AND c.step <= ? ORDER BY c.step, c.n",
            (without, last),
        ).all()
        secret = connection.exec_driver_sql(
            "SELECT step, row, col, after FROM change_private"
        ).all()
    at_birth: dict[tuple[int, bytes], dict[str, Any]] = {}
    for step, row, col, after in secret:
        at_birth.setdefault((step, row), {})[col] = json.loads(after or "null")
    for name, raw, col, after, private, step in changes:
        row = UUID(bytes=raw)
        if col == "*":
            told[row] = name, json.loads(after) | at_birth.get((step, raw), {})
        elif row in told:
            told[row][1][col] = json.loads(after if private is None else private)
    found = {}
    for row, (name, cells) in told.items():
        kept = columns_kept(metadata.tables[name], Keep.JOURNALLED, Keep.PRIVATE)
        values = [read_json(c.type, cells.get(c.name, unset(c))) for c in kept]
        if not cells.get("deleted"):
            found[row] = (row, *values)
    return found
