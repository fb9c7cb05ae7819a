"""Open conflicts: cells of which two copies made versions without knowing of each other's.

A view: worked out from the journal each time, recorded nowhere, the same in every copy that holds
the same steps. Versions that say the same are no conflict. Settling is one change that names all
heads; undoing that opens the conflict again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from liaison_app.domain.errors import Refusal
from liaison_app.store import cells, versions
from liaison_app.store.door import Store
from liaison_app.store.steps import step_ref
from liaison_app.store.tables.declare import is_private, metadata
from liaison_app.store.tables.journal import contested, node, step
from liaison_app.store.versions import SETTLE, Version


@dataclass(frozen=True)
class Side:
    """One side of a conflict: the step (``name`` for every copy, ``ref`` as people name it), the
    column it wrote and what it says there, who wrote it and when. ``col`` is ``*`` where the row was
    added."""

    name: str
    ref: str
    col: str
    value: Any
    officer: UUID | None
    made_at: datetime


@dataclass(frozen=True)
class Conflict:
    """A cell with more than one head, the shown side first, and the value that both started from.

    In the column ``deleted`` the sides are deletions (True) and the versions that those who deleted
    didn't see; the row stays visible until it is settled.
    """

    table: str
    row: UUID
    col: str
    sides: tuple[Side, ...]
    started_from: Any


def open_conflicts(connection: Connection) -> list[Conflict]:
    """Every open conflict, in order of table, row and column."""
    rows = [row.bytes for row in connection.scalars(select(contested.c.row))]
    found = [
        _told(connection, cell)
        for _, changes in versions.load(connection, rows)
        for cell in _open(versions.effective(changes))
    ]
    return sorted(found, key=lambda one: (one.table, one.row, one.col))


def settle(store: Store, table: str, row: UUID, col: str, value: Any) -> str | None:
    """Say what a cell in conflict shows from now on: one side's value, or another; a JSON value as
    the sides have it. Of a deletion against edits: whether the row is deleted. Returns the reference
    of the step.

    Refused as ``conflict.settled`` where nothing is open.
    """
    with store.write(SETTLE, row) as records:
        connection = records.connection
        raw = dict(versions.load(connection, [row.bytes])).get(row.bytes, [])
        open_ = {one.col: one for one in _open(versions.effective(raw))}
        if col not in open_:
            raise Refusal("conflict.settled")
        named = _heads_named(raw, col) | {head.name for head in open_[col].heads}
        column = metadata.tables[table].c[col]
        before = connection.scalar(select(column).where(metadata.tables[table].c.id == row))
        records.change(metadata.tables[table], row, **{col: cells.read_json(column.type, value)})
        go_on(connection, table, row, col, (cells.text_of(before), cells.text_of(value)), named)
    return records.step


def go_on(
    connection: Connection,
    table: str,
    row: UUID,
    col: str,
    values: tuple[str, str],
    named: set[str],
) -> None:
    """Write a version of a cell within an open step even if it goes on as it was; ``values`` are the
    JSON texts before and after, ``named`` the versions that it is written over, if they are known."""
    connection.execute(text("UPDATE door SET mode = 'settle'"))
    before, after = values
    place = {"tbl": table, "row": row.bytes, "col": col, "bases": " ".join(sorted(named))}
    if is_private(metadata.tables[table].c[col]):
        connection.execute(
            text(
                "INSERT OR IGNORE INTO change_private "
                "SELECT step, :row, :col, :before, :after FROM door"
            ),
            {**place, "before": before, "after": after},
        )
        before = after = '"changed"'
    connection.execute(
        text(
            "INSERT INTO change (step, tbl, row, col, before, after, bases) "
            "SELECT step, :tbl, :row, :col, :before, :after, :bases FROM door WHERE true "
            "ON CONFLICT (row, col, step) DO UPDATE SET bases = excluded.bases"
        ),
        {**place, "before": before, "after": after},
    )


@dataclass(frozen=True)
class _Open:
    col: str
    heads: tuple[Version, ...]
    others: tuple[Version, ...]


def _open(changes: Sequence[Version]) -> Iterator[_Open]:
    """The cells of a row that are in conflict."""
    deletion = versions.deletion(changes)
    if deletion.stands:
        return
    if deletion.deletes:
        yield _Open("deleted", (*deletion.against, *deletion.deletes), tuple(changes))
    columns = {one.col for one in changes} - {"*", "deleted"}
    if len(versions.births(changes)) > 1:
        columns |= {col for one in versions.births(changes) for col in one.image} - {"deleted"}
    for col in columns:
        heads = versions.heads(changes, col)
        if any(one.says(col) != heads[0].says(col) for one in heads):
            yield _Open(col, tuple(heads), tuple(changes))


def _heads_named(raw: Sequence[Version], col: str) -> set[str]:
    """What a settling is written over: the heads of the cell, of a deletion those of all cells."""
    columns = {one.col for one in raw} - {"*"} if col == "deleted" else {col}
    names = {head.name for each in columns for head in versions.heads(raw, each)}
    return names | {one.name for one in versions.births(raw)} if col == "deleted" else names


def _told(connection: Connection, cell: _Open) -> Conflict:
    first = cell.heads[0]
    return Conflict(
        first.table,
        UUID(bytes=first.row),
        cell.col,
        tuple(_side(connection, one, cell.col) for one in cell.heads),
        None if cell.col == "deleted" else _started_from(cell),
    )


def _side(connection: Connection, one: Version, col: str) -> Side:
    wrote = connection.execute(
        select(step.c.officer, step.c.made_at, node.c.series)
        .outerjoin(node, node.c.name == step.c.node)
        .where(step.c.node == one.node, step.c.seq == one.seq)
    ).one()
    told = one.col if col == "deleted" else col
    value = None if told == "*" else one.says(told)
    series = one.node[:4] if wrote.series is None else wrote.series
    return Side(one.name, step_ref(series, one.seq), told, value, wrote.officer, wrote.made_at)


def _started_from(cell: _Open) -> Any:
    """What the cell showed where the sides parted: the latest version that all of them descend from."""
    mine = {one.name: one for one in cell.others if one.col in {cell.col, "*"}}
    shared = set.intersection(*(_behind(one, mine) for one in cell.heads))
    found = max((mine[name] for name in shared), key=lambda one: (one.hlc, one.node), default=None)
    return None if found is None else found.says(cell.col)


def _behind(head: Version, mine: dict[str, Version]) -> set[str]:
    seen, ahead = set[str](), list(head.bases)
    while ahead:
        name = ahead.pop()
        if name in mine and name not in seen:
            seen.add(name)
            ahead += mine[name].bases
    return seen
