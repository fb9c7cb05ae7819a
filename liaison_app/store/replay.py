"""The journal replayed: what every row must show, against what it does show."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, text

from liaison_app.store.sqlite import capture
from liaison_app.store.tables.declare import (
    Keep,
    columns_kept,
    facts,
    journalled_tables,
    metadata,
    unset,
)


@dataclass(frozen=True)
class Difference:
    """A cell that shows something else than the journal says; ``*`` where the whole row is amiss."""

    table: str
    row: UUID
    col: str


@dataclass
class Comparison:
    """What comparing found: ``waiting`` counts changes whose base has not arrived yet."""

    changes: int = 0
    records: int = 0
    waiting: int = 0
    differences: list[Difference] = field(default_factory=list)


_PRIVATE_AT_BIRTH = """
    SELECT p.row, p.col, p.after FROM change_private p JOIN change c
      ON c.step = p.step AND c.row = p.row AND c.col = '*' WHERE p.row IN ({marks})
"""

_ALL = text("""
    SELECT c.tbl, c.row, c.col, c.after, c.bases, s.node || '.' || s.seq AS name, s.hlc, p.after AS private
    FROM change c JOIN step s ON s.n = c.step
    LEFT JOIN change_private p ON p.step = c.step AND p.row = c.row AND p.col = c.col
    ORDER BY c.row, s.hlc, s.node
""").execution_options(yield_per=5_000)

_ROWS_AT_ONCE = 1_000

Changes = Mapping[bytes, Sequence[Row[Any]]]
"""The changes of some rows, the earliest first."""


def compare(connection: Connection) -> Comparison:
    """Replay the whole journal, some rows at a time, against the tables."""
    result = Comparison()
    names = set(connection.execute(text("SELECT node || '.' || seq FROM step")).scalars())
    born: Counter[str] = Counter()
    rows = groupby(connection.execute(_ALL), key=lambda one: one.row)
    while some := {row: list(changes) for row, changes in islice(rows, _ROWS_AT_ONCE)}:
        by_table: dict[str, dict[bytes, Sequence[Row[Any]]]] = defaultdict(dict)
        for row, changes in some.items():
            result.changes += len(changes)
            result.waiting += sum(not names.issuperset(one.bases.split()) for one in changes)
            if any(one.col == "*" for one in changes):
                by_table[changes[0].tbl][row] = changes
            else:
                result.waiting += 1
        for name, theirs in by_table.items():
            born[name] += len(theirs)
            result.differences.extend(_differing(connection, metadata.tables[name], theirs))
    for table in journalled_tables():
        kept = connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one()
        result.records += kept
        if kept != born[table.name]:
            result.differences.append(Difference(table.name, UUID(int=0), "*"))
    return result


def _differing(connection: Connection, table: Table, rows: Changes) -> Iterator[Difference]:
    shown = _shown(connection, table, rows)
    at_birth = _private_at_birth(connection, table, rows)
    for row, changes in rows.items():
        identity = UUID(bytes=row)
        if row not in shown:
            yield Difference(table.name, identity, "*")
            continue
        expected, actual = at_birth[row] | _expected(table, changes), shown[row]
        for col in expected.keys() | actual.keys():
            empty = unset(table.c[col])  # of a row from before the column was there
            if expected.get(col, empty) != actual.get(col, empty):
                yield Difference(table.name, identity, col)


def _shown(connection: Connection, table: Table, rows: Changes) -> dict[bytes, dict[str, Any]]:
    """What the rows show, cell by cell, private ones too."""
    private = [c.name for c in columns_kept(table, Keep.PRIVATE)]
    cells = "".join(f', json_quote("{name}")' for name in private)
    found = connection.exec_driver_sql(
        f"SELECT id, {capture.image(table, table.name)}{cells} FROM {table.name} "
        f"WHERE id IN ({_marks(rows)})",
        tuple(rows),
    )
    return {
        row: json.loads(image) | dict(zip(private, map(json.loads, secrets), strict=True))
        for row, image, *secrets in found
    }


def _private_at_birth(
    connection: Connection, table: Table, rows: Changes
) -> Mapping[bytes, dict[str, Any]]:
    """The private cells that the rows were added with."""
    born: dict[bytes, dict[str, Any]] = defaultdict(dict)
    if columns_kept(table, Keep.PRIVATE):
        statement = _PRIVATE_AT_BIRTH.format(marks=_marks(rows))
        for row, col, after in connection.exec_driver_sql(statement, tuple(rows)):
            born[row][col] = json.loads(after or "null")
    return born


def _marks(rows: Changes) -> str:
    return ", ".join("?" * len(rows))


def _expected(table: Table, changes: Sequence[Row[Any]]) -> dict[str, Any]:
    """The cells that a row must show: its image, then the greatest head of each changed cell."""
    values: dict[str, Any] = {}
    named = {(one.col, base) for one in changes for base in one.bases.split()}
    for one in changes:
        if one.col == "*":
            values |= json.loads(one.after or "{}")
    for one in changes:
        if one.col == "*" or (one.col, one.name) in named:
            continue
        is_private = facts(table.c[one.col]).keep is Keep.PRIVATE
        after = one.private if is_private else one.after
        values[one.col] = None if after is None else json.loads(after)
    return values
