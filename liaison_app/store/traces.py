"""Where else erased words stand: what imports kept of their sources, drafts, the export ledger.

Found by the record they belong to, and by the names that are erased: a meeting list names people
whom it isn't about, a draft belongs to no record yet.
"""

import json
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from liaison_app.store import blobs
from liaison_app.store.held import holder
from liaison_app.store.tables.declare import Find, facts, metadata
from liaison_app.store.tables.house import draft, export_ledger, source_row
from liaison_app.store.tables.journal import change

_SHORTEST = 4
"""Bytes of the shortest name that is looked for; anything stands in a text somewhere."""


_REACHED_BY = frozenset({"email"})
"""Columns that name somebody as surely as a name does."""


def names_in(connection: Connection, cells: Iterable[tuple[str, UUID, str]]) -> set[str]:
    """The names that these cells (table, row, column) show or ever showed."""
    found: set[str | None] = set()
    for name, row, col in cells:
        table = metadata.tables[name]
        if facts(table.c[col]).find is not Find.NAME and col not in _REACHED_BY:
            continue
        found.add(connection.scalar(select(table.c[col]).where(table.c.id == row)))
        versions = select(change.c.col, change.c.before, change.c.after).where(
            change.c.row == row, change.c.col.in_((col, "*"))
        )
        for one in connection.execute(versions):
            before, after = (json.loads(text or "null") for text in (one.before, one.after))
            found |= {(after or {}).get(col)} if one.col == "*" else {before, after}
    return {name for name in found if name and len(name.encode()) >= _SHORTEST}


def records_of(connection: Connection, cells: Iterable[tuple[str, UUID, str]]) -> set[UUID]:
    """The rows of these cells, and of parts the wholes."""
    found = set[UUID]()
    for name, row, _ in cells:
        table = metadata.tables[name]
        found.add(row)
        if not table.info.get("record") and table.info["scope"]:
            whole = table.c[table.info["scope"]]
            found.update(
                connection.scalars(select(whole).where(table.c.id == row, whole.is_not(None)))
            )
    return found


def sources(connection: Connection, records: set[UUID], names: set[str]) -> list[UUID]:
    """The imported rows that these records came from or that say one of these names.

    Rows of a record under a legal hold are left as they are.
    """
    rows = _every_source(connection, records, names)
    return [row for row in rows if holder(connection, "source_row", row) is None]


def held_saying(connection: Connection, records: set[UUID], names: set[str]) -> set[str]:
    """The records under a legal hold whose imported rows or packets say one of these names, or are
    about one of these records: what an erasure would have to leave."""
    rows = [("source_row", row) for row in _every_source(connection, records, names)]
    rows += [("packet", row) for row in blobs.every_packet_saying(connection, records, names)]
    found = {holder(connection, table, row) for table, row in rows}
    return {ref for ref in found if ref is not None}


def _every_source(connection: Connection, records: set[UUID], names: set[str]) -> Sequence[UUID]:
    said = [_says(source_row.c.row, json.dumps(name, ensure_ascii=False)[1:-1]) for name in names]
    chosen = select(source_row.c.id).where(or_(source_row.c.record_id.in_(records), *said))
    return connection.scalars(chosen).all()


def forget(connection: Connection, records: set[UUID], names: set[str]) -> None:
    """Remove drafts that are about these records or name them, and what the export ledger says of one: filters
    whole, of paths the name alone."""
    connection.execute(draft.delete().where(draft.c.record_id.in_(records)))
    for one in connection.execute(select(draft.c.n, draft.c.content)).all():
        forms = {form for name in names for form in (name, json.dumps(name)[1:-1])}
        forms |= {str(record) for record in records}
        if any(form.encode() in one.content for form in forms):
            connection.execute(draft.delete().where(draft.c.n == one.n))
    for name in names:
        says = _says(export_ledger.c.filter, name)
        connection.execute(update(export_ledger).where(says).values(filter=None))
        named = _says(export_ledger.c.path, name)
        shortened = func.replace(export_ledger.c.path, name, "…")
        connection.execute(update(export_ledger).where(named).values(path=shortened))


def sources_of(
    connection: Connection, cells: Iterable[tuple[str, UUID, str]]
) -> list[tuple[UUID, UUID]]:
    """The imported rows here that say what an erasure of another copy takes away, each with the
    record that it is about; those that are blank already left out."""
    erased = [one for one in cells if _is_here(connection, one)]
    if not erased:
        return []
    named = {row for name, row, _ in erased if name == source_row.name}
    found = set(sources(connection, records_of(connection, erased), names_in(connection, erased)))
    said = source_row.c.row.is_not(None)
    return [
        (erased[0][1], row)
        for row in connection.scalars(select(source_row.c.id).where(said))
        if row in found - named
    ]


def late_sources(connection: Connection) -> list[tuple[UUID, UUID]]:
    """Imported rows that arrived just now, written before their record was erased, each with it."""
    rows = connection.exec_driver_sql("""
        SELECT DISTINCT r.record_id, r.id FROM temp.arrived JOIN change c USING (n)
        JOIN step s ON s.n = c.step JOIN source_row r ON r.id = c.row AND r.row IS NOT NULL
        JOIN change e ON e.row = r.record_id JOIN step es ON es.n = e.step
        WHERE c.tbl = 'source_row' AND c.col = '*' AND es.verb = 'erase' AND s.hlc < es.hlc""")
    found = [(UUID(bytes=record), UUID(bytes=row)) for record, row in rows]
    return [one for one in found if holder(connection, "source_row", one[1]) is None]


def forget_of(connection: Connection, cells: Iterable[tuple[str, UUID, str]]) -> None:
    """Remove what this copy alone keeps of cells that another copy erased: drafts, ledger filters."""
    erased = [one for one in cells if _is_here(connection, one)]
    if erased:
        forget(connection, records_of(connection, erased), names_in(connection, erased))


def _is_here(connection: Connection, cell: tuple[str, UUID, str]) -> bool:
    table = metadata.tables[cell[0]]
    return connection.scalar(select(table.c.n).where(table.c.id == cell[1])) is not None


def _says(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
    return func.instr(column, name) > 0
