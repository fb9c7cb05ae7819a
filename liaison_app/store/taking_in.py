"""Taking a parcel in: the union of two journals, and what the records come to by it.

Steps keep the node, number, time and digest that they were written with. A step that is here already
is left as it is, so that a parcel taken twice changes nothing; whatever the order, copies that hold
the same steps show the same. What doesn't fit together is shown (``conflicts.py``,
``invariants.py``), never decided in silence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, text

from liaison_app.store import erase, showing, traces, versions, waiting
from liaison_app.store.door import Store
from liaison_app.store.parcels import Parcel, SentCopy, SentStep
from liaison_app.store.proving import prove, unknown_steps
from liaison_app.store.tables.house import source_row
from liaison_app.store.tables.journal import node, step


@dataclass(frozen=True)
class Taken:
    """What a parcel brought: new steps and changes, how many changes wait for others now, and the
    rows that it touched."""

    steps: int
    changes: int
    waiting: int
    rows: frozenset[UUID]


def take_in(store: Store, parcel: Parcel) -> Taken:
    """Take in the steps of a parcel that aren't here yet; all of them or, when refused, none.

    Refused: altered or malformed steps, a newer Liaison's, another office's, and a node that wrote
    two different steps under one number (a clone at work under its old node).
    """
    prove(parcel)
    with store.read() as connection:
        unknown = unknown_steps(connection, parcel, store.node.name)
        if not unknown:
            return Taken(0, 0, _how_many_wait(connection), frozenset())
        erasures = _erasures(unknown)
        told = traces.sources_of(connection, erasures)
    _erase_sources(store, told)
    with store.bring_in("take_in") as connection:
        new = unknown_steps(connection, parcel, store.node.name)
        traces.forget_of(connection, erasures)
        after = connection.scalar(text("SELECT max(n) FROM change")) or 0
        _enter(connection, new, parcel.copies)
        waiting.sort_out(connection, after)
        set_aside_erased(connection)
        showing.show(connection)
        erase.blank_pending(connection)
        late = traces.late_sources(connection)
        touched = connection.scalars(
            text("SELECT DISTINCT row FROM temp.arrived JOIN change USING (n)")
        )
        rows = frozenset(UUID(bytes=row) for row in touched)
        waits = _how_many_wait(connection)
    if erasures:
        store.forget_traces()
    _erase_sources(store, late)
    return Taken(len(new), sum(len(one.changes) for one in new), waits, rows)


def _how_many_wait(connection: Connection) -> int:
    return connection.scalar(text("SELECT count(*) FROM aside WHERE why = 'waiting'")) or 0


def _enter(connection: Connection, new: Sequence[SentStep], copies: Iterable[SentCopy]) -> None:
    """Write the steps into the journal as they are."""
    first = (connection.scalar(select(func.max(step.c.n))) or 0) + 1
    known = set(connection.scalars(select(node.c.name)))
    for one in copies:
        if one.name not in known:
            connection.execute(
                insert(node).values(
                    name=one.name,
                    series=one.series,
                    is_this=0,
                    officer=one.officer,
                    office=one.office,
                )
            )
    ordered = list(enumerate(sorted(new, key=lambda one: one.head.hlc), first))
    if not ordered:
        return
    connection.execute(
        insert(step),
        [
            {
                **vars(one.head),
                "n": n,
                "prior": one.prior,
                "salt": one.salt,
                "digest": one.digest,
            }
            for n, one in ordered
        ],
    )
    connection.exec_driver_sql(
        "INSERT INTO change (step, tbl, row, col, before, after, bases, salt, leaf) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (n, c.table, c.row, c.col, c.before, c.after, c.bases, c.salt, c.leaf)
            for n, one in ordered
            for c in one.changes
        ],
    )
    private = [(n, p.row, p.col, p.before, p.after) for n, one in ordered for p in one.private]
    if private:
        connection.exec_driver_sql("INSERT INTO change_private VALUES (?, ?, ?, ?, ?)", private)


def set_aside_erased(connection: Connection) -> None:
    """Erasures count for whatever arrives later, and what arrived earlier for erasures."""
    rows = connection.scalars(
        text("""
            SELECT DISTINCT e.row FROM step s JOIN change e ON e.step = s.n
            WHERE s.verb = 'erase' AND e.row IN (
                SELECT c.row FROM temp.arrived JOIN change c USING (n))""")
    ).all()
    waits = "SELECT change FROM aside WHERE why = 'waiting'"
    gone = [
        (n,) for _, found in versions.load(connection, rows, waits) for n in versions.erased(found)
    ]
    if gone:
        connection.exec_driver_sql("INSERT OR IGNORE INTO aside VALUES (?, 'erased')", gone)


def _erasures(steps: Iterable[SentStep]) -> list[tuple[str, UUID, str]]:
    return [
        (change.table, UUID(bytes=change.row), change.col)
        for one in steps
        if one.head.verb == "erase"
        for change in one.changes
    ]


def _erase_sources(store: Store, told: Iterable[tuple[UUID, UUID]]) -> None:
    """Erase what imports of this copy kept of the words erased, as steps of its own."""
    by_subject: dict[UUID, list[erase.Cell]] = {}
    for subject, row in told:
        by_subject.setdefault(subject, []).append(erase.Cell(source_row.name, row, "row"))
    for subject, cells in by_subject.items():
        erase.erase(store, subject, cells)
