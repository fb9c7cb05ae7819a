"""Which record stands for which: the end of the chain of merged duplicates.

Merging sets ``merged_into``; references are never rewritten, readers go through ``stands_for``.
A closed chain, which two copies can make between them, ends at its smallest id and is shown.
"""

from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, or_, select, text, update

from liaison_app.store import indexing


def renew_standing(connection: Connection, table: Table, step: int, *, raw: bool) -> None:
    """Work ``stands_for`` out again for every merged row, if this step touched a merge.

    ``raw``: some rows were added without it; they stand for themselves.
    """
    if raw:
        new = text(
            f"UPDATE {table.name} SET stands_for = id WHERE stands_for IS NULL AND id IN "
            f"(SELECT row FROM change WHERE step = :step AND tbl = '{table.name}')"
        )
        connection.execute(new, {"step": step})
    merged = connection.scalar(
        text(
            "SELECT 1 FROM change WHERE step = :step AND tbl = :tbl AND (col = 'merged_into' OR "
            "(col = '*' AND instr(after, '\"merged_into\"\\:') > 0)) LIMIT 1"
        ),
        {"step": step, "tbl": table.name},
    )
    if merged:
        _renew_merged(connection, table)


def _renew_merged(connection: Connection, table: Table) -> None:
    rows = connection.execute(
        select(table.c.id, table.c.merged_into, table.c.stands_for).where(
            or_(table.c.merged_into.is_not(None), table.c.stands_for != table.c.id)
        )
    ).all()
    into = {row.id: row.merged_into for row in rows if row.merged_into is not None}
    ends = {row.id: end_of_chain(row.id, into) for row in rows}
    moved = [row.id for row in rows if row.stands_for != ends[row.id]]
    if moved:
        connection.execute(
            update(table)
            .where(table.c.id == bindparam("_id"))
            .values(stands_for=bindparam("_end")),
            [{"_id": one, "_end": ends[one]} for one in moved],
        )
        indexing.touch(connection, table.name, moved)


def end_of_chain(start: UUID, into: dict[UUID, UUID]) -> UUID:
    """Where following ``into`` from ``start`` ends; on a closed chain, its smallest id."""
    seen = [start]
    while (following := into.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
