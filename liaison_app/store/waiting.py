"""Changes that came before what they build on: they wait, set aside, until that arrives.

A change waits for the insert of its row, and for the versions that it is based on; what is based on
one that waits, waits with it.
"""

from sqlalchemy import Connection, text

_CANDIDATES = (
    "CREATE TEMP TABLE IF NOT EXISTS arrived (n INTEGER PRIMARY KEY)",
    "DELETE FROM temp.arrived",
    "INSERT INTO temp.arrived SELECT change FROM aside WHERE why = 'waiting'",
    "DELETE FROM aside WHERE why = 'waiting'",
)

_MISSING = text("""
    INSERT OR REPLACE INTO aside SELECT c.n, 'waiting' FROM temp.arrived JOIN change c USING (n)
    WHERE c.col <> '*' AND (
        NOT EXISTS (SELECT 1 FROM change i WHERE i.row = c.row AND i.col = '*')
        OR EXISTS (
            SELECT 1 FROM json_each('["' || replace(c.bases, ' ', '","') || '"]') base
            WHERE base.value <> '' AND NOT EXISTS (
                SELECT 1 FROM step s WHERE s.node = substr(base.value, 1, 16)
                AND s.seq = CAST(substr(base.value, 18) AS INTEGER))))
""")

_BUILT_ON_THEM = text("""
    INSERT OR IGNORE INTO aside WITH RECURSIVE waits(n) AS (
        SELECT change FROM aside WHERE why = 'waiting'
        UNION SELECT c.n FROM waits JOIN change b ON b.n = waits.n JOIN step s ON s.n = b.step
        JOIN change c ON c.row = b.row AND c.n <> b.n AND c.col <> '*'
          AND (c.col = b.col OR c.col = 'deleted' OR b.col = 'deleted')
          AND instr(' ' || c.bases || ' ', ' ' || s.node || '.' || s.seq || ' ') > 0)
    SELECT n, 'waiting' FROM waits
""")


def sort_out(connection: Connection, after: int) -> None:
    """Tell the changes that count now from those that wait. ``after``: the last change before those
    just brought in. Those that count from now on are left in ``temp.arrived``."""
    for statement in _CANDIDATES:
        connection.execute(text(statement))
    connection.execute(
        text("INSERT INTO temp.arrived SELECT n FROM change WHERE n > :after"), {"after": after}
    )
    if connection.execute(_MISSING).rowcount:
        connection.execute(_BUILT_ON_THEM)
        connection.execute(text("DELETE FROM temp.arrived WHERE n IN (SELECT change FROM aside)"))
