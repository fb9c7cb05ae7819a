"""What is under a legal hold: a record, whatever was merged with it, and all that belongs to them.

Parts are held with their whole, files and imported rows with the record they are about, packets and
their copies with the trip or engagement: nobody gets around a hold by erasing what hangs on it.
"""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, select

from liaison_app.domain.errors import Refusal
from liaison_app.store.tables.declare import facts, metadata

_ABOUT = (("about_kind", "about_id"), ("record_kind", "record_id"))
"""Columns that name the kind and the id of the record that a row is about."""

_WHOLES = {"packet": ("trip_id", "engagement_id")}
"""Tables without a scope of their own, with what their rows belong to."""


def holder(connection: Connection, table: str, row: UUID) -> str | None:
    """The reference of the record whose hold protects a row, None if nothing does.

    Refuses a row that isn't there as ``erase.no_such_row``.
    """
    declared = metadata.tables[table]
    found = connection.execute(select(declared).where(declared.c.id == row)).one_or_none()
    if found is None:
        raise Refusal("erase.no_such_row", table=table)
    if "legal_hold" in declared.c:
        same = (declared.c.id == row) | (declared.c.stands_for == found.stands_for)
        held = select(declared.c.ref).where(same, declared.c.legal_hold).limit(1)
        ref = connection.execute(held).one_or_none()
        return None if ref is None else ref.ref or str(row)
    for whole, one in _wholes(table, dict(found._mapping)):
        id_ = metadata.tables[whole].c.id
        if connection.scalar(select(id_).where(id_ == one)) is not None:
            protecting = holder(connection, whole, one)
            if protecting is not None:
                return protecting
    return None


def _wholes(table: str, cells: dict[str, object]) -> Iterator[tuple[str, UUID]]:
    declared = metadata.tables[table]
    scope = declared.info["scope"]
    for column in (*_WHOLES.get(table, ()), *((scope,) if scope else ())):
        whole, one = str(facts(declared.c[column]).refers_to), cells[column]
        if isinstance(one, UUID) and whole in metadata.tables:
            yield whole, one
    for kind, about in _ABOUT:
        one = cells.get(about)
        if isinstance(one, UUID) and cells.get(kind) in metadata.tables:
            yield str(cells[kind]), one
