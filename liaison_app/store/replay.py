"""The journal replayed: what every row must show, against what it does show."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, text

from liaison_app.store import versions
from liaison_app.store.sqlite import capture
from liaison_app.store.tables.declare import (
    Keep,
    columns_kept,
    journalled_tables,
    metadata,
    unset,
)
from liaison_app.store.versions import Version


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


_ROWS = text("SELECT DISTINCT row FROM change ORDER BY row").execution_options(yield_per=5_000)

_ROWS_AT_ONCE = 1_000

_NOTHING = "SELECT NULL WHERE false"

Changes = Mapping[bytes, Sequence[Version]]
"""The changes of some rows that count."""


def compare(connection: Connection) -> Comparison:
    """Replay the whole journal, some rows at a time, against the tables."""
    result = Comparison()
    names = set(connection.execute(text("SELECT node || '.' || seq FROM step")).scalars())
    born: Counter[str] = Counter()
    rows = connection.execute(_ROWS).scalars()
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        by_table: dict[str, dict[bytes, Sequence[Version]]] = defaultdict(dict)
        for row, found in versions.load(connection, some, _NOTHING):
            here = versions.arrived(found, names)
            result.changes += len(found)
            result.waiting += len(found) - len(here)
            if here:
                gone = versions.erased(here)
                by_table[found[0].table][row] = [one for one in here if one.n not in gone]
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
    for row, changes in rows.items():
        identity = UUID(bytes=row)
        if row not in shown:
            yield Difference(table.name, identity, "*")
            continue
        expected, actual = _expected(changes), shown[row]
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


def _marks(rows: Changes) -> str:
    return ", ".join("?" * len(rows))


def _expected(changes: Sequence[Version]) -> dict[str, Any]:
    """The cells that a row must show: what its inserts say, and the greatest head of each cell."""
    counted = versions.effective(changes)
    columns = {one.col for one in counted} - {"*"}
    columns |= {col for one in versions.births(counted) for col in one.image}
    values = {col: versions.shown(counted, col) for col in columns}
    return values | {"deleted": versions.deletion(counted).stands}
