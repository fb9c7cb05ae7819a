"""Versions of a cell: which steps wrote it, which of them still stand, which one is shown.

A version is named by its step. A head is a version that no other names as base; the shown one is
the greatest (hlc, node) among the heads; more than one head is an open conflict.
"""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, text

IS_HEAD = """
    NOT EXISTS (
        SELECT 1 FROM change later
        WHERE later.row = c.row AND {same_cell} AND later.step <> c.step
          AND instr(' ' || later.bases || ' ', ' ' || s.node || '.' || s.seq || ' ') > 0)
"""
"""Whether the version ``c`` of step ``s`` is a head; ``same_cell`` says what writes its cell."""

_FILL = text(f"""
    UPDATE change SET bases = coalesce((
        SELECT s.node || '.' || s.seq FROM change c JOIN step s ON s.n = c.step
        WHERE c.row = change.row AND c.col IN (change.col, '*') AND c.step <> :step
          AND {IS_HEAD.format(same_cell="later.col = change.col")}
        ORDER BY s.hlc DESC, s.node DESC LIMIT 1), '')
    WHERE step = :step AND col NOT IN ('*', 'deleted')
""")

_FILL_DELETED = text(f"""
    UPDATE change SET bases = coalesce((
        SELECT group_concat(name, ' ') FROM (
            SELECT DISTINCT s.node || '.' || s.seq AS name
            FROM change c JOIN step s ON s.n = c.step
            WHERE c.row = change.row AND c.step <> :step
              AND {IS_HEAD.format(same_cell="later.col IN (c.col, 'deleted')")}
            ORDER BY name)), '')
    WHERE step = :step AND col = 'deleted'
""")


def fill(connection: Connection, step: int) -> None:
    """Name, for every cell that this step changed, the version that its writer saw.

    A delete names the heads of all cells of its row: what was not seen can't be deleted unseen.
    """
    connection.execute(_FILL, {"step": step})
    connection.execute(_FILL_DELETED, {"step": step})


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
    while name is not None:
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
