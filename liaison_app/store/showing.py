"""What rows show once changes of other copies have arrived: rows added, cells set, set by set.

The changes are those in ``temp.arrived``; what a cell shows is what its versions come to.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, Table, text
from sqlalchemy.types import TypeEngine

from liaison_app.store import versions
from liaison_app.store.tables.declare import (
    Keep,
    columns_kept,
    journalled_tables,
    metadata,
    unset,
)
from liaison_app.store.tables.types import Id

_ADDED = text("""
    SELECT DISTINCT c.tbl FROM temp.arrived JOIN change c USING (n) WHERE c.col = '*' ORDER BY c.tbl
""")

_ROWS_TO_ADD = """
    INSERT INTO {tbl} ("id", {names}) SELECT c.row, {values} FROM change c WHERE c.n IN (
        SELECT min(c.n) FROM temp.arrived JOIN change c USING (n)
        WHERE c.tbl = '{tbl}' AND c.col = '*' GROUP BY c.row)
      AND NOT EXISTS (SELECT 1 FROM {tbl} WHERE {tbl}.id = c.row) ORDER BY c.n
"""

_CHANGED = """
    SELECT c.row, c.col FROM temp.arrived JOIN change c USING (n) WHERE c.col <> '*'
    UNION SELECT c.row, '*' FROM temp.arrived JOIN change c USING (n) WHERE c.col = '*'
      AND (c.tbl IN ({private}) OR EXISTS (
          SELECT 1 FROM change i WHERE i.row = c.row AND i.col = '*' AND i.n <> c.n AND i.step > 0))
    ORDER BY 1
"""

_Cells = dict[tuple[str, str], list[tuple[Any, bytes]]]


def show(connection: Connection) -> None:
    """Bring the rows of the changes that arrived to what their versions come to."""
    for name in connection.scalars(_ADDED).all():
        _add(connection, metadata.tables[name])
    touched = defaultdict[bytes, set[str]](set)
    for row, col in connection.execute(text(_CHANGED.format(private=_with_private()))):
        touched[row].add(col)
    show_cells(connection, touched)


def show_cells(connection: Connection, touched: dict[bytes, set[str]]) -> None:
    """Set these cells of these rows (``*``: all) to what they must show; rows of which versions
    didn't know of each other are noted as contested."""
    cells: _Cells = defaultdict(list)
    contested: list[tuple[bytes, str]] = []
    for row, found in versions.load(connection, touched):
        name = found[0].table
        counted = versions.effective(found)
        columns = _every(name) if "*" in touched[row] else touched[row] - {"deleted"}
        is_contested = False
        for col in columns:
            heads = versions.heads(counted, col)
            is_contested |= len(heads) > 1
            if heads:
                cells[name, col].append((heads[0].says(col), row))
        deletion = versions.deletion(counted)
        if deletion.deletes or "deleted" in touched[row]:
            cells[name, "deleted"].append((deletion.stands, row))
        if is_contested or (deletion.deletes and deletion.against):
            contested.append((row, name))
    _set(connection, cells)
    if contested:
        connection.exec_driver_sql("INSERT OR IGNORE INTO contested VALUES (?, ?)", contested)


def _add(connection: Connection, table: Table) -> None:
    kept = columns_kept(table, Keep.JOURNALLED)
    statement = _ROWS_TO_ADD.format(
        tbl=table.name,
        names=", ".join(f'"{c.name}"' for c in kept),
        values=", ".join(_from_image(c) for c in kept),
    )
    connection.exec_driver_sql(statement)


def _from_image(column: Column[Any]) -> str:
    """The SQL for a column's value out of an insert's image."""
    said = f"c.after ->> '$.{column.name}'"
    if isinstance(column.type, Id):
        return f"unhex(replace({said}, '-', ''))"
    default = unset(column)
    if default is None:
        return said
    literal = int(default) if isinstance(default, bool | int) else f"'{default}'"
    return f"coalesce({said}, {literal})"


def _set(connection: Connection, cells: _Cells) -> None:
    for (name, col), values in sorted(cells.items(), key=lambda one: one[0]):
        kind = metadata.tables[name].c[col].type
        connection.exec_driver_sql(
            f'UPDATE {name} SET "{col}" = ?1 WHERE id = ?2 AND "{col}" IS NOT ?1',
            [(_stored(kind, value), row) for value, row in values],
        )


def _stored(kind: TypeEngine[Any], value: Any) -> Any:
    """A JSON value as SQLite holds it."""
    if value is None:
        return None
    if isinstance(kind, Id):
        return UUID(value).bytes
    return int(value) if isinstance(kind, Boolean) else value


def _every(name: str) -> Iterable[str]:
    kept = columns_kept(metadata.tables[name], Keep.JOURNALLED, Keep.PRIVATE)
    return [c.name for c in kept if c.name != "deleted"]


@cache
def _with_private() -> str:
    """The tables that have private cells, as SQL."""
    names = [t.name for t in journalled_tables() if columns_kept(t, Keep.PRIVATE)]
    return ", ".join(f"'{name}'" for name in names)
