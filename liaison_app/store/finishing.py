"""The end of a write, once a step and set by set: coalesce, name the bases, derive, index, seal."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, text

from liaison_app.store import bases, derived, indexing
from liaison_app.store.sqlite import capture
from liaison_app.store.tables.declare import metadata

_BORN = text("SELECT tbl, count(*) FROM change WHERE step = :step AND col = '*' GROUP BY tbl")
_EDITED = text("SELECT 1 FROM change WHERE step = :step AND col <> '*' LIMIT 1")


def finish(
    connection: Connection, step: int, made_at: str, complete: Mapping[str, int]
) -> list[str]:
    """Bring the step's changes into their final form; returns the tables touched, none if empty.

    ``complete`` counts the rows by table that were added with their derived columns filled in.
    """
    mode = connection.scalar(text("SELECT mode FROM door"))
    connection.execute(text("UPDATE door SET mode = 'finish'"))
    born: dict[str, int] = dict(connection.execute(_BORN, {"step": step}).all())
    if connection.scalar(_EDITED, {"step": step}):
        _drop_unborn(connection, step)
        _renew_images(connection, step)
        if mode != "settle":  # that a cell goes on as it is may be all that was settled
            _drop_returned(connection, step)
    names = connection.scalars(
        text("SELECT DISTINCT tbl FROM change WHERE step = :step ORDER BY tbl"), {"step": step}
    ).all()
    if not names:
        return []
    bases.fill(connection, step, names)
    if mode == "erase":
        bases.set_aside_erased(connection, step)
    tables = [metadata.tables[name] for name in names]
    for table in tables:
        raw = born.get(table.name, 0) > complete.get(table.name, 0)
        derived.renew(connection, table, step, made_at, raw=raw)
    indexing.renew(connection, tables, step)
    if mode == "erase":
        indexing.forget_deleted_words(connection)
    return list(names)


def finish_brought_in(connection: Connection, step: int, made_at: str) -> None:
    """Renew what is derived and searched of the rows that steps of other copies changed here, which
    were captured as ``step``."""
    erasing = connection.scalar(text("SELECT mode FROM door")) == "erase"
    connection.execute(text("UPDATE door SET mode = 'finish'"))
    names = connection.scalars(
        text("SELECT DISTINCT tbl FROM change WHERE step = :step ORDER BY tbl"), {"step": step}
    ).all()
    tables = [metadata.tables[name] for name in names]
    for table in tables:
        derived.renew(connection, table, step, made_at, raw=True)
        derived.count_revisions(connection, table, step)
    indexing.renew(connection, tables, step)
    if erasing:
        indexing.forget_deleted_words(connection)


def _drop_unborn(connection: Connection, step: int) -> None:
    """A row that was added and deleted in one write was never there."""
    unborn = text("""
        SELECT a.tbl, a.row FROM change a JOIN change d
          ON d.step = a.step AND d.row = a.row AND d.col = 'deleted' AND d.after = 'true'
        WHERE a.step = :step AND a.col = '*'""")
    for name, row in connection.execute(unborn, {"step": step}).all():
        connection.execute(text(f"DELETE FROM {name} WHERE id = :row"), {"row": row})
        for journal in ("change", "change_private"):
            connection.execute(
                text(f"DELETE FROM {journal} WHERE step = :step AND row = :row"),
                {"step": step, "row": row},
            )


def _renew_images(connection: Connection, step: int) -> None:
    """A row that was added and then changed in one write was added as it ended up."""
    edited = (
        "SELECT d.row FROM change d JOIN change a ON a.step = d.step AND a.row = d.row "
        "AND a.col = '*' WHERE d.step = :step AND d.col <> '*'"
    )
    names = connection.scalars(
        text(
            "SELECT DISTINCT a.tbl FROM change a "
            f"WHERE a.step = :step AND a.col = '*' AND a.row IN ({edited})"
        ),
        {"step": step},
    ).all()
    for name in names:
        image = capture.image(_table(name), name)
        connection.execute(
            text(
                f"UPDATE change SET after = (SELECT {_escaped(image)} FROM {name} "
                f"WHERE {name}.id = change.row) "
                f"WHERE step = :step AND tbl = '{name}' AND col = '*' AND row IN ({edited})"
            ),
            {"step": step},
        )
    if names:
        connection.execute(
            text(
                "UPDATE change_private SET before = NULL WHERE step = :step AND row IN "
                "(SELECT row FROM change WHERE step = :step AND col = '*')"
            ),
            {"step": step},
        )
        connection.execute(
            text(f"DELETE FROM change WHERE step = :step AND col <> '*' AND row IN ({edited})"),
            {"step": step},
        )


def _drop_returned(connection: Connection, step: int) -> None:
    """A cell that ended as it began was not changed."""
    connection.execute(
        text(
            "DELETE FROM change WHERE step = :step AND EXISTS (SELECT 1 FROM change_private p "
            "WHERE p.step = change.step AND p.row = change.row AND p.col = change.col "
            "AND p.before IS p.after AND p.before IS NOT NULL)"
        ),
        {"step": step},
    )
    connection.execute(
        text("DELETE FROM change_private WHERE step = :step AND before IS after"), {"step": step}
    )
    connection.execute(
        text(
            "DELETE FROM change WHERE step = :step AND col <> '*' AND before IS after "
            "AND NOT EXISTS (SELECT 1 FROM change_private p WHERE p.step = change.step "
            "AND p.row = change.row AND p.col = change.col)"
        ),
        {"step": step},
    )


def _table(name: str) -> Table:
    return metadata.tables[name]


def _escaped(sql: str) -> str:
    return sql.replace(":", "\\:")
