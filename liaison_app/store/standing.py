"""Which record stands for which: the end of the chain of merged duplicates.

Merging sets ``merged_into``; references are never rewritten, readers go through ``stands_for``.
A closed chain, which two copies can make between them, ends at its smallest id and is shown.
"""

from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select, text, update


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
            "(col = '*' AND json_extract(after, '$.merged_into') IS NOT NULL)) LIMIT 1"
        ),
        {"step": step, "tbl": table.name},
    )
    if not merged:
        return
    into = dict(
        connection.execute(
            select(table.c.id, table.c.merged_into).where(table.c.merged_into.is_not(None))
        ).all()
    )
    back = select(table.c.id).where(table.c.stands_for != table.c.id)
    ids = set(into) | set(connection.scalars(back))
    if not ids:
        return
    connection.execute(
        update(table).where(table.c.id == bindparam("_id")).values(stands_for=bindparam("_end")),
        [{"_id": one, "_end": end_of_chain(one, into)} for one in ids],
    )


def end_of_chain(start: UUID, into: dict[UUID, UUID]) -> UUID:
    """Where following ``into`` from ``start`` ends; on a closed chain, its smallest id."""
    seen = [start]
    while (following := into.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
