"""Deleting a record with its parts, and merging duplicates: both one step that undo takes back."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, func, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done, Writing, change_in, living_row, ref_in, writing
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES
from liaison_app.store.references import columns_to
from liaison_app.store.tables.papers import attachment
from liaison_app.store.tables.rules import deadline
from liaison_app.system import messages


def delete(office: Office, kind: Kind, record_id: UUID) -> Done:
    """Delete a record with its parts. Refused while other records name it: merge or change those.

    It stays in the file, marked, so that the step can be undone.
    """
    table = TABLES[kind]
    with writing(office, f"{kind}.delete", record_id) as write:
        row = living_row(write, table, record_id)
        named_by = sorted(_named_by(write, kind, record_id))
        if named_by:
            raise Refusal("record.still_named", ref=row.ref, by=", ".join(named_by))
        _remove_parts(write, kind, record_id)
        write.records.remove(table, record_id)
    return Done(record_id, row.ref or "", write.records.step)


def merge(
    office: Office,
    kind: Kind,
    keep: UUID,
    gives_way: UUID,
    chosen: Mapping[str, object] | None = None,
) -> Done:
    """Merge two records of one thing: ``gives_way`` is read as ``keep`` from now on.

    References are not rewritten; ``chosen`` are fields of the one that gives way to take over.
    """
    if keep == gives_way:
        raise Refusal("merge.same")
    table = TABLES[kind]
    with writing(office, f"{kind}.merge", keep) as write:
        row = living_row(write, table, keep)
        living_row(write, table, gives_way)
        if row.stands_for != keep:
            raise Refusal("merge.gone", ref=row.ref)
        if chosen:
            change_in(write, table, keep, chosen)
        write.records.change(table, gives_way, merged_into=keep)
        ref = ref_in(write, table, keep)
    return Done(keep, ref, write.records.step)


def _remove_parts(write: Writing, name: str, whole: UUID) -> None:
    """Delete the rows that belong to a row of table ``name``, what belongs to those, and the files
    kept with them."""
    for part, column in columns_to(name):
        if not _belongs(part, column):
            continue
        chosen = select(part.c.id).where(~part.c.deleted, column == whole)
        for part_id in write.records.connection.scalars(chosen).all():
            _remove_parts(write, part.name, part_id)
            write.records.remove(part, part_id)
    for about in (attachment, deadline):
        chosen = select(about.c.id).where(~about.c.deleted, about.c.about_id == whole)
        for row in write.records.connection.scalars(chosen).all():
            write.records.remove(about, row)


def _belongs(table: Table, column: Column[Any]) -> bool:
    is_part = not table.info.get("record") and table.info.get("scope") == column.name
    return bool(table.info.get("link")) or is_part


def _named_by(write: Writing, kind: Kind, record_id: UUID) -> Iterator[str]:
    """Which living records name this one, counted, as text for a sentence."""
    for table, column in columns_to(kind):
        if _belongs(table, column) or column.name == "merged_into":
            continue
        counted = select(func.count()).where(~table.c.deleted, column == record_id)
        count = write.records.connection.scalar(counted)
        if count:
            yield messages.text("record.count", count=count, what=table.name.replace("_", " "))
