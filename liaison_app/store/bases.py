"""Versions of a cell: which steps wrote it, which of them still stand, which one is shown.

A version is named by its step. A head is a version that no other names as base; the shown one is
the greatest (hlc, node) among the heads; more than one head is an open conflict.
"""

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
