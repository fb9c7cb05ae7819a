"""The journal replayed: what every row must show, against what it does show."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
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


_PRIVATE_AT_BIRTH = text("""
    SELECT p.col, p.after FROM change_private p JOIN change c
      ON c.step = p.step AND c.row = p.row AND c.col = '*' WHERE p.row = :row
""")

_ALL = text("""
    SELECT c.tbl, c.row, c.col, c.after, c.bases, s.node || '.' || s.seq AS name, s.hlc, p.after AS private
    FROM change c JOIN step s ON s.n = c.step
    LEFT JOIN change_private p ON p.step = c.step AND p.row = c.row AND p.col = c.col
    ORDER BY c.row, s.hlc, s.node
""").execution_options(yield_per=5_000)


def compare(connection: Connection) -> Comparison:
    """Replay the whole journal, row by row, against the tables."""
    result = Comparison()
    names = set(connection.execute(text("SELECT node || '.' || seq FROM step")).scalars())
    born: Counter[str] = Counter()
    for row, group in groupby(connection.execute(_ALL), key=lambda one: one.row):
        changes = list(group)
        table = metadata.tables[changes[0].tbl]
        result.changes += len(changes)
        result.waiting += sum(not names.issuperset(one.bases.split()) for one in changes)
        if not any(one.col == "*" for one in changes):
            result.waiting += 1
            continue
        born[table.name] += 1
        result.differences.extend(_differing(connection, table, row, changes))
    for table in journalled_tables():
        kept = connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one()
        result.records += kept
        if kept != born[table.name]:
            result.differences.append(Difference(table.name, UUID(int=0), "*"))
    return result


def _differing(
    connection: Connection, table: Table, row: bytes, changes: list[Row[Any]]
) -> Iterator[Difference]:
    identity = UUID(bytes=row)
    private = columns_kept(table, Keep.PRIVATE)
    shown = "".join(f', json_quote("{c.name}") AS "{c.name}"' for c in private)
    image = capture.image(table, table.name).replace(":", "\\:")
    found = connection.execute(
        text(f"SELECT {image} AS image{shown} FROM {table.name} WHERE id = :row"), {"row": row}
    ).one_or_none()
    if found is None:
        yield Difference(table.name, identity, "*")
        return
    expected, actual = _expected(table, changes), json.loads(found.image)
    if private:
        at_birth = connection.execute(_PRIVATE_AT_BIRTH, {"row": row}).all()
        expected = {c: json.loads(after or "null") for c, after in at_birth} | expected
    actual |= {c.name: json.loads(found._mapping[c.name]) for c in private}
    for col in expected.keys() | actual.keys():
        if expected.get(col) != actual.get(col):
            yield Difference(table.name, identity, col)


def _expected(table: Table, changes: list[Row[Any]]) -> dict[str, Any]:
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
