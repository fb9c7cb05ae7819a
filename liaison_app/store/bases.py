"""Versions of a cell: which steps wrote it, which of them still stand, which one is shown.

A version is named by its step. A head is a version that no other names as base; the shown one is
the greatest (hlc, node) among the heads; more than one head is an open conflict.
"""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sqlalchemy import Connection, text

from liaison_app.store.versions import Version, deletion, heads, load

IS_HEAD = """
    c.n NOT IN (SELECT change FROM aside) AND NOT EXISTS (
        SELECT 1 FROM change later
        WHERE later.row = c.row AND {same_cell} AND later.step <> c.step
          AND (instr(' ' || later.bases || ' ', ' ' || s.node || '.' || s.seq || ' ') > 0
               OR (c.col = '*' AND later.col <> 'deleted' AND EXISTS (
                   SELECT 1 FROM step e WHERE e.n = later.step AND e.verb = 'erase')))
          AND later.n NOT IN (SELECT change FROM aside))
"""
"""Whether the version ``c`` of step ``s`` is a head; ``same_cell`` says what writes its cell. An
erasure stands above every insert of the row."""

_FILL = text(f"""
    UPDATE change SET bases = coalesce((
        SELECT s.node || '.' || s.seq FROM change c JOIN step s ON s.n = c.step
        WHERE c.row = change.row AND c.col IN (change.col, '*') AND c.step <> :step
          AND {IS_HEAD.format(same_cell="later.col = change.col")}
        ORDER BY s.hlc DESC, s.node DESC LIMIT 1), '')
    WHERE step = :step AND col NOT IN ('*', 'deleted') AND bases = ''
""")

_FILL_DELETED = text(f"""
    UPDATE change SET bases = coalesce((
        SELECT group_concat(name, ' ') FROM (
            SELECT DISTINCT s.node || '.' || s.seq AS name
            FROM change c JOIN step s ON s.n = c.step
            WHERE c.row = change.row AND c.step <> :step
              AND {IS_HEAD.format(same_cell="later.col = c.col AND c.col <> '*'")}
            ORDER BY name)), '')
    WHERE step = :step AND col = 'deleted' AND bases = ''
""")

_CONTESTED = text("""
    SELECT c.n, c.row, c.col FROM change c JOIN contested USING (row)
    WHERE c.step = :step AND c.col NOT IN ('*', 'deleted')
""")

_ON_DELETED = """
    SELECT c.n, c.row FROM change c JOIN {tbl} r ON r.id = c.row AND r.deleted
    WHERE c.step = :step AND c.tbl = '{tbl}' AND c.col NOT IN ('*', 'deleted')
"""


def fill(connection: Connection, step: int, tables: Iterable[str]) -> None:
    """Name, for every cell that this step changed, the versions that its writer saw: the shown one,
    and others that say the same.

    A delete names the heads of all cells of its row: what was not seen can't be deleted unseen. Who
    changes a deleted row names the delete too.
    """
    connection.execute(_FILL, {"step": step})
    connection.execute(_FILL_DELETED, {"step": step})
    more = dict[int, set[str]]()
    for table in tables:
        changed = connection.execute(text(_ON_DELETED.format(tbl=table)), {"step": step}).all()
        states = _states(connection, {row for _, row in changed})
        for n, row in changed:
            more.setdefault(n, set()).update(one.name for one in deletion(states[row]).deletes)
    cells = connection.execute(_CONTESTED, {"step": step}).all()
    states = _states(connection, {one.row for one in cells})
    for one in cells:
        found = heads(states[one.row], one.col)
        said = {head.name for head in found if head.says(one.col) == found[0].says(one.col)}
        more.setdefault(one.n, set()).update(said)
    _name_too(connection, more)


def set_aside_erased(connection: Connection, step: int) -> None:
    """Set aside whatever else was written in the cells that this step erases."""
    connection.execute(
        text("""
            INSERT OR REPLACE INTO aside SELECT c.n, 'erased' FROM change e
            JOIN change c ON c.row = e.row AND c.col = e.col AND c.step <> e.step
            JOIN step s ON s.n = c.step AND s.verb <> 'erase' WHERE e.step = :step"""),
        {"step": step},
    )


def _states(connection: Connection, rows: Iterable[bytes]) -> dict[bytes, list[Version]]:
    """The versions of rows before this step, which has no place in the journal yet."""
    return dict(load(connection, rows))


def _name_too(connection: Connection, more: Mapping[int, set[str]]) -> None:
    for n, names in more.items():
        bases = connection.execute(text("SELECT bases FROM change WHERE n = :n"), {"n": n})
        joined = " ".join(sorted(names.union(bases.scalar_one().split())))
        connection.execute(
            text("UPDATE change SET bases = :bases WHERE n = :n"), {"n": n, "bases": joined}
        )


HEADS = text(f"""
    SELECT c.col, c.step, s.node || '.' || s.seq AS name, s.hlc, c.after
    FROM change c JOIN step s ON s.n = c.step
    WHERE c.row = :row AND c.col IN (:col, '*')
      AND {IS_HEAD.format(same_cell="later.col = :col")}
    ORDER BY s.hlc DESC, s.node DESC
""")
"""The heads of one cell (``row``, ``col``), the shown one first. ``col`` is ``*`` where the insert
of the row is still the version of the cell."""

_UNDOES = text("""
    SELECT s.undoes FROM step s JOIN change c ON c.step = s.n AND c.row = :row AND c.col = :col
    WHERE s.node = :node AND s.seq = :seq
""")

_CHANGE_OF = text("""
    SELECT c.bases FROM change c JOIN step s ON s.n = c.step
    WHERE s.node = :node AND s.seq = :seq
      AND c.row = :row AND c.col = :col
""")

_WRITERS = text("""
    SELECT s.node || '.' || s.seq FROM change c JOIN step s ON s.n = c.step
    WHERE c.row = :row AND c.col IN (:col, '*') ORDER BY s.hlc DESC, s.node DESC
""")


def standing_writers(connection: Connection, row: UUID, col: str) -> Iterator[str]:
    """The steps whose version of a cell stands: its writer and, where that was an undo, the writer of
    the version it put back, and so on.

    An undo puts the version back that the undone step had found; a redo, the undone step's own.
    """
    cell = {"row": row.bytes, "col": col}
    shown = connection.execute(HEADS, cell).first()
    name: str | None = None if shown is None else shown.name
    passed = set[str]()
    while name is not None and name not in passed:
        passed.add(name)
        yield name
        undone = connection.scalar(_UNDOES, {**_parts(name), **cell})
        found = undone and connection.execute(_CHANGE_OF, {**_parts(undone), **cell}).first()
        if not found:
            return
        seen = found.bases.split()
        writers = connection.execute(_WRITERS, cell).scalars()
        name = next((one for one in writers if one in seen), None)


def _parts(name: str) -> dict[str, object]:
    node, _, seq = name.rpartition(".")
    return {"node": node, "seq": int(seq)}
