"""Undo of any step: a new step that restores what the cells showed before it.

A cell has moved on when a later step wrote it, unless it already shows the value to restore; steps
undone since then don't count, so that undo can go back through one's steps one by one. A row
that the step added has moved on when a later step changed it, or a living row of a later step refers
to it. Undo refuses the whole then and names what moved on; ``keep`` undoes the rest, ``force``
restores all. Redo is the undo of an undo. Erased cells are skipped, and said.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, select, text, update

from liaison_app.domain.errors import Refusal
from liaison_app.store import bases, cells, conflicts, references
from liaison_app.store.door import Store
from liaison_app.store.tables.declare import Keep, facts, metadata, unset
from liaison_app.store.tables.journal import aside, change, change_private, step

FINAL = frozenset(
    {"erase", "office.found", "office.salvage", "engagement.finalise", "packet.distribute"}
)
"""Steps that can't be undone: finalised records, packets that left, and what removed what undo
would need."""

_DIGITS = 18
"""The most that a step's number has; longer ones are none."""


class Mode(StrEnum):
    """What undo does where something moved on."""

    REFUSE = "refuse"
    KEEP = "keep"
    FORCE = "force"


@dataclass(frozen=True)
class Moved:
    """A cell (or, with ``*``, a whole row) that later steps changed: what stands in undo's way."""

    table: str
    row: UUID
    col: str


class MovedOn(Refusal):
    """Undo was refused whole; ``moved`` names every cell and row that moved on."""

    def __init__(self, moved: tuple[Moved, ...]) -> None:
        super().__init__("undo.moved_on", count=len(moved))
        self.moved = moved


@dataclass(frozen=True)
class Undone:
    """What an undo did: its own step (None when nothing was left to restore), what it kept because
    it had moved on, and how many cells were skipped because they had been erased."""

    step: str | None
    kept: tuple[Moved, ...]
    erased: int


@dataclass(frozen=True)
class Restoration:
    """One cell to restore; ``cell`` is the JSON text it gets."""

    table: str
    row: UUID
    col: str
    cell: str


def undo(store: Store, name: str, mode: Mode = Mode.REFUSE) -> Undone:
    """Undo the step called ``name`` (``NODE.SEQ``) as a new step.

    Refuses with ``MovedOn`` where something moved on and ``mode`` doesn't say what to do then.
    """
    with store.write("undo", undoes=name) as records:
        connection = records.connection
        target = find(connection, name)
        if target.verb in FINAL:
            raise Refusal("undo.final", step=name)
        if _waits(connection, target.n):
            raise Refusal("undo.waits", step=name)
        records.subject = target.subject
        plan, erased = _plan(connection, target.n)
        moved = tuple(_moved(connection, target, plan))
        if moved and mode is Mode.REFUSE:
            raise MovedOn(moved)
        kept = moved if mode is Mode.KEEP else ()
        if kept:
            plan = _without(connection, target.n, plan, kept)
        went_on = _went_on(connection, target.n)
        _restore(connection, plan)
        for one in plan:
            if (one.row, one.col) in went_on:
                conflicts.go_on(
                    connection, one.table, one.row, one.col, (one.cell, one.cell), set()
                )
    return Undone(records.step, kept, erased)


def find(connection: Connection, name: str) -> Row[Any]:
    """The step called ``NODE.SEQ``."""
    node, _, seq = name.rpartition(".")
    number = int(seq) if seq.isdecimal() and len(seq) <= _DIGITS else 0
    found = connection.execute(
        select(step).where(step.c.node == node, step.c.seq == number)
    ).one_or_none()
    if found is None:
        raise Refusal("undo.no_such_step", step=name)
    return found


def _plan(connection: Connection, number: int) -> tuple[list[Restoration], int]:
    plan, erased = [], 0
    private = dict[tuple[UUID, str], str | None]()
    values = select(change_private).where(change_private.c.step == number)
    for kept in connection.execute(values):
        private[kept.row, kept.col] = kept.before
    changes = select(change).where(change.c.step == number).order_by(change.c.row, change.c.col)
    for one in connection.execute(changes):
        if one.col == "*":
            plan.append(Restoration(one.tbl, one.row, "deleted", "true"))
            continue
        is_private = facts(metadata.tables[one.tbl].c[one.col]).keep is Keep.PRIVATE
        before = private.get((one.row, one.col)) if is_private else one.before
        if before is None:
            erased += 1
        else:
            plan.append(Restoration(one.tbl, one.row, one.col, before))
    return plan, erased


def _moved(connection: Connection, target: Row[Any], plan: list[Restoration]) -> Iterator[Moved]:
    name = f"{target.node}.{target.seq}"
    added = _added(connection, target.n)
    later = _written_later(connection, target)
    shown = _shown(connection, target.n, plan)
    moved = {
        (one.row, one.col)
        for one in plan
        if one.row not in added
        and one.col in later.get(one.row, ())
        and (one.row, one.col) not in shown
        and name not in bases.standing_writers(connection, one.row, one.col)
    }
    restored = {(one.row, one.col) for one in plan} - moved
    built_on = {
        row
        for table in {one.table for one in plan if one.row in added}
        for row in references.built_on(connection, target.n, table, restored)
    }
    for one in plan:
        if (one.row, one.col) in moved:
            yield Moved(one.table, one.row, one.col)
        elif one.row in added and (one.row, one.col) not in shown:
            edited = one.row in later and _edited(connection, target.n, one, later[one.row])
            if edited or one.row in built_on:
                yield Moved(one.table, one.row, "*")


def _waits(connection: Connection, number: int) -> bool:
    """Whether something of the step waits for steps that haven't arrived."""
    waits = select(change.c.n).join(aside, aside.c.change == change.c.n)
    chosen = waits.where(change.c.step == number, aside.c.why == "waiting")
    return connection.scalar(chosen.limit(1)) is not None


def _went_on(connection: Connection, number: int) -> set[tuple[UUID, str]]:
    """The cells that the step left as they were, which only settling a conflict does: undoing that
    opens the conflict again, though the cell goes on as it is."""
    rows = connection.execute(
        text("""
            SELECT c.row, c.col FROM change c LEFT JOIN change_private p
              ON p.step = c.step AND p.row = c.row AND p.col = c.col
            WHERE c.step = :step AND c.col <> '*' AND iif(p.row IS NULL,
              c.before IS NOT NULL AND c.before IS c.after,
              p.before IS NOT NULL AND p.before IS p.after)"""),
        {"step": number},
    )
    return {(UUID(bytes=row), col) for row, col in rows}


def _added(connection: Connection, number: int) -> set[UUID]:
    """The rows that the step added."""
    rows = select(change.c.row).where(change.c.step == number, change.c.col == "*")
    return set(connection.scalars(rows))


def _written_later(connection: Connection, target: Row[Any]) -> dict[UUID, set[str]]:
    """Which cells of the step's rows show a version that another step wrote over or after its own.

    A step made while a clock was ahead has been written over by steps that bear an earlier time.
    """
    statement = text(f"""
        SELECT DISTINCT c.row, c.col FROM change mine
        JOIN change c ON c.row = mine.row AND c.step <> mine.step
        JOIN step s ON s.n = c.step
        WHERE mine.step = :step AND c.col <> '*'
          AND (mine.col = '*' OR mine.col = c.col)
          AND {bases.IS_HEAD.format(same_cell="later.col = c.col")}
          AND ((s.hlc, s.node) > (:hlc, :node) OR EXISTS (
              SELECT 1 FROM change over WHERE over.row = c.row AND over.col = c.col
              AND instr(' ' || over.bases || ' ', :name) > 0))
    """)
    found: dict[UUID, set[str]] = {}
    given = {"step": target.n, "hlc": target.hlc, "node": target.node}
    given["name"] = f" {target.node}.{target.seq} "
    for row, col in connection.execute(statement, given):
        found.setdefault(UUID(bytes=row), set()).add(col)
    return found


def _shown(connection: Connection, number: int, plan: list[Restoration]) -> set[tuple[UUID, str]]:
    """The cells that already show the value to restore."""
    found = set()
    for (name, col), ones in _by_column(plan).items():
        table = metadata.tables[name]
        column = table.c[col]
        wanted = {one.row: one.cell for one in ones}
        rows = select(change.c.row).where(change.c.step == number, change.c.tbl == name)
        values = partial(cells.value_of, column.type)
        for row, value in connection.execute(
            select(table.c.id, column).where(table.c.id.in_(rows))
        ):
            if row in wanted and value == values(wanted[row]):
                found.add((row, col))
    return found


def _edited(connection: Connection, number: int, one: Restoration, later: set[str]) -> bool:
    """Whether a row shows, in the cells written later, anything but what the step added it with."""
    mine = change.c.step == number, change.c.row == one.row, change.c.col == "*"
    image = connection.scalar(select(change.c.after).where(*mine))
    if image is None:
        return True
    as_added = json.loads(image)
    private = select(change_private.c.col, change_private.c.after).where(
        change_private.c.step == number, change_private.c.row == one.row
    )
    as_added |= {col: json.loads(cell or "null") for col, cell in connection.execute(private)}
    table = metadata.tables[one.table]
    columns = [table.c[col] for col in later]
    shown = connection.execute(select(*columns).where(table.c.id == one.row)).one()
    return any(
        value != cells.read_json(column.type, as_added.get(column.name, unset(column)))
        for column, value in zip(columns, shown, strict=True)
    )


def _without(
    connection: Connection, number: int, plan: list[Restoration], kept: tuple[Moved, ...]
) -> list[Restoration]:
    """The plan without what is kept, nor the rows that a kept row of the same step refers to."""
    added = _added(connection, number)
    stay = {(one.row, "deleted" if one.col == "*" else one.col) for one in kept}
    rows = [one for one in kept if one.col == "*"]
    while rows:
        one = rows.pop()
        table = metadata.tables[one.table]
        for column in references.columns_from(table):
            target = connection.scalar(select(column).where(table.c.id == one.row))
            if target in added and (target, "deleted") not in stay:
                stay.add((target, "deleted"))
                rows.append(Moved(str(facts(column).refers_to), target, "*"))
    return [one for one in plan if (one.row, one.col) not in stay]


def _by_column(plan: list[Restoration]) -> dict[tuple[str, str], list[Restoration]]:
    columns: dict[tuple[str, str], list[Restoration]] = {}
    for one in plan:
        columns.setdefault((one.table, one.col), []).append(one)
    return columns


def _restore(connection: Connection, plan: list[Restoration]) -> None:
    """Set the cells, one statement for all cells of one column."""
    for (name, col), ones in _by_column(plan).items():
        table = metadata.tables[name]
        kind = table.c[col].type
        value = partial(cells.value_of, kind)
        connection.execute(
            update(table)
            .where(table.c.id == bindparam("_id"))
            .values({col: bindparam("_value", type_=kind)}),
            [{"_id": one.row, "_value": value(one.cell)} for one in ones],
        )
