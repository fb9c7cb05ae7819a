"""Erasing: the one thing that rewrites the journal.

It blanks the cells in their rows, in every change and insert image that holds them, in the private
values, in search, and wherever else they stand (``traces.py``), and writes a step that lists which
cells, without their values. The digest chain still proves afterwards (see ``digest.py``). It
can't be undone, and undo of older steps skips what was erased.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select, text, update

from liaison_app.domain.errors import Refusal
from liaison_app.store import blobs, cells, digest, traces
from liaison_app.store.door import Store
from liaison_app.store.held import holder
from liaison_app.store.tables.declare import Keep, columns_kept, facts, metadata, unset
from liaison_app.store.tables.journal import change, change_private, step

_KEPT = frozenset({"deleted", "ref", "readers", "merged_into", "legal_hold"})


@dataclass(frozen=True)
class Cell:
    """One cell of one row. ``instead``: what it shows once it is erased, if not nothing."""

    table: str
    row: UUID
    col: str
    instead: str | bool | None = None


def every_cell(table: str, row: UUID) -> list[Cell]:
    """All that a row says; what only keeps its place (reference, links, deleted) stays."""
    columns = columns_kept(metadata.tables[table], Keep.JOURNALLED, Keep.PRIVATE)
    return [
        Cell(table, row, c.name)
        for c in columns
        if c.name not in _KEPT and facts(c).refers_to is None and c.default is None
    ]


def erase(
    store: Store, subject: UUID, erased: Iterable[Cell], beside: Iterable[Cell] = ()
) -> str | None:
    """Erase these cells for good, as a step about ``subject``; returns the step's reference.

    ``beside``: cells of other records that are erased with them; of what those came from and of
    drafts about them only that goes which says a name that is erased. Refuses whole when a row, or
    the record it belongs to, is under a legal hold.
    """
    mine = list(erased)
    chosen = [*mine, *beside]
    with store.write("erase", subject) as records:
        connection = records.connection
        for one in chosen:
            held = holder(connection, one.table, one.row)
            if held is not None:
                raise Refusal("erase.held", ref=held)
        connection.execute(text("UPDATE door SET mode = 'erase'"))
        places = [(one.table, one.row, one.col) for one in mine]
        names = traces.names_in(connection, places)
        touched = {subject} | traces.records_of(connection, places)
        sources = traces.sources(connection, touched, names)
        packets = blobs.packets_saying(connection, touched, names)
        traces_of = [Cell("packet", row, "content_sha256") for row in packets]
        traces_of += [Cell("source_row", row, "row") for row in sources]
        for one in (*chosen, *traces_of):
            _blank(connection, one)
        traces.forget(connection, touched, names)
        blobs.drop_unnamed(connection)
    store.forget_traces()
    return records.step


def carry_out(store: Store) -> None:
    """Blank what a legal hold kept from an erasure, if it has been lifted since."""
    with store.bring_in("erase.carry_out") as connection:
        blank_pending(connection)
    store.forget_traces()


def blank_pending(connection: Connection) -> None:
    """Blank in the journal what erasures of other copies take away, but for what is held."""
    for one in pending(connection):
        if holder(connection, one.table, one.row) is not None:
            continue
        connection.execute(text("UPDATE door SET mode = 'erase'"))
        for found in connection.execute(text(_LEFT_OF), _place(one)).all():
            _blank_change(connection, found, one.col)
            connection.execute(
                update(change_private)
                .where(
                    change_private.c.step == found.step,
                    change_private.c.row == one.row,
                    change_private.c.col == one.col,
                )
                .values(before=None, after=None)
            )


def pending(connection: Connection) -> list[Cell]:
    """The cells that were erased and of which the journal still holds a value: those held here."""
    found = connection.execute(text(_PENDING))
    return [Cell(tbl, UUID(bytes=row), col) for tbl, row, col in found]


_LEFT = """
    (c.col = '*' AND (c.after -> ('$.' || e.col) IS NOT NULL OR EXISTS (
         SELECT 1 FROM change_private p WHERE p.step = c.step AND p.row = e.row AND p.col = e.col
         AND p.after IS NOT NULL))
     OR c.col = e.col AND c.n IN (SELECT change FROM aside WHERE why = 'erased')
        AND (c.after IS NOT NULL OR c.before IS NOT NULL))
"""

_PENDING = f"""
    SELECT DISTINCT e.tbl, e.row, e.col FROM step s JOIN change e ON e.step = s.n
    JOIN change c ON c.row = e.row AND {_LEFT}
    WHERE s.verb = 'erase' AND e.n NOT IN (SELECT change FROM aside)
"""

_LEFT_OF = f"""
    SELECT c.n, c.step, c.tbl, c.row, c.col, c.before, c.after, c.bases, c.leaf
    FROM change c JOIN (SELECT :row AS row, :col AS col) e ON c.row = e.row WHERE {_LEFT}
"""


def _place(one: Cell) -> dict[str, object]:
    return {"row": one.row.bytes, "col": one.col}


def _blank(connection: Connection, one: Cell) -> None:
    table = metadata.tables[one.table]
    column = table.c[one.col]
    current = int(connection.scalar(text("SELECT step FROM door")) or 0)
    empty = unset(column) if one.instead is None else one.instead
    connection.execute(update(table).where(table.c.id == one.row).values({one.col: empty}))
    changes = connection.execute(
        select(change).where(
            change.c.row == one.row, change.c.col.in_((one.col, "*")), change.c.step != current
        )
    ).all()
    for found in changes:
        _blank_change(connection, found, one.col)
    connection.execute(
        update(change_private)
        .where(change_private.c.row == one.row, change_private.c.col == one.col)
        .values(before=None, after=None)
    )
    connection.execute(
        text(
            "INSERT INTO change (step, tbl, row, col, before, after) "
            "VALUES (:step, :tbl, :row, :col, NULL, :empty) "
            "ON CONFLICT (row, col, step) DO UPDATE SET before = NULL"
        ),
        {
            "step": current,
            "tbl": one.table,
            "row": one.row.bytes,
            "col": one.col,
            "empty": cells.text_of(empty),
        },
    )


def _blank_change(connection: Connection, found: Row[Any], col: str) -> None:
    _loosen(connection, found.step)
    salt = connection.scalar(select(change.c.salt).where(change.c.n == found.n))
    kept = found.leaf or digest.leaf(
        salt or b"",
        found.tbl,
        str(_id(found.row)),
        found.col,
        found.before,
        found.after,
        found.bases,
    )
    values = (
        {"after": func.json_remove(change.c.after, f"$.{col}")}
        if found.col == "*"
        else {"before": None, "after": None}
    )
    connection.execute(
        update(change).where(change.c.n == found.n).values(leaf=kept, salt=None, **values)
    )


def _id(row: UUID | bytes) -> UUID:
    return row if isinstance(row, UUID) else UUID(bytes=row)


def _loosen(connection: Connection, number: int) -> None:
    """Give the leaves of a step salts of their own and take the step's salt away."""
    salt = connection.scalar(select(step.c.salt).where(step.c.n == number))
    if salt is None:
        return
    leaves = connection.execute(
        select(change.c.n, change.c.row, change.c.col).where(change.c.step == number)
    ).all()
    salt_of = digest.leaf_salts(salt)
    connection.execute(
        text("UPDATE change SET salt = :salt WHERE n = :n"),
        [{"n": n, "salt": salt_of(row.bytes, col)} for n, row, col in leaves],
    )
    connection.execute(update(step).where(step.c.n == number).values(salt=None))
