"""Comparing a list with the office: same, changed or new, by what each row said the last time.

A row is known again by its key in ``source_row``. *Same*: the file says what it said, whatever
happened here since, deletion by an officer included. *Changed*: cells are merged three ways; one
that was changed on both sides is shown and stays. Undone rows are new again.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from liaison_app.domain.kinds import Kind
from liaison_app.interchange.meeting_log import LoggedCommitment
from liaison_app.services.imports.incoming import Cells, Incoming
from liaison_app.services.imports.preview import CellChange, State
from liaison_app.services.reading import TABLES, batches
from liaison_app.store.tables.house import source_row
from liaison_app.system.letters import fold


@dataclass(frozen=True)
class Compared:
    """A row and what becomes of it. ``put`` are the cells to write, ``promises`` those to add."""

    incoming: Incoming
    state: State
    record: UUID | None = None
    source: UUID | None = None
    put: Cells = field(default_factory=dict)
    changes: tuple[CellChange, ...] = ()
    promises: tuple[LoggedCommitment, ...] = ()


def compare(connection: Connection, rows: Sequence[Incoming]) -> list[Compared]:
    """Compare all rows of a list with what the office has."""
    known = _known_rows(connection, {one.source.key for one in rows})
    people = _people_by_name(connection) if any(r.kind is Kind.PERSON for r in rows) else {}
    records = _records(connection, rows, known, people)
    return [_compared(one, known, people, records) for one in rows]


def _compared(
    one: Incoming,
    known: dict[tuple[str, int], Any],
    people: dict[str, UUID],
    records: dict[UUID, Any],
) -> Compared:
    seen = known.get((one.source.key, one.source.nth))
    if seen is None:
        person = people.get(fold(one.title)) if one.kind is Kind.PERSON else None
        if person is None:
            return Compared(one, State.NEW, put=one.cells, promises=one.promises)
        return _merged(one, records[person], {}, None)
    said = json.loads(seen.row or "{}")
    record = records.get(seen.record_id)
    if record is None or record.deleted or said.get("digest") == one.source.digest:
        return Compared(one, State.SAME, seen.record_id, seen.id)
    return _merged(one, record, said, seen.id)


def _merged(one: Incoming, record: Any, said: Cells, source: UUID | None) -> Compared:
    """Three ways: what the file said, what it says, what stands here."""
    before = said.get("cells", {})
    put: Cells = {}
    changes: list[CellChange] = []
    for column in sorted({*before, *one.cells}):
        was, now = before.get(column), one.cells.get(column)
        here = plain(record._mapping[column])
        if now in (None, was, here):
            continue
        kept = here is not None and here != was
        if not kept:
            put[column] = now
        changes.append(CellChange(column, here or "", now, kept))
    told = set(said.get("promises", ()))
    promises = tuple(p for p in one.promises if p.wording not in told)
    if source is None and not put:
        return Compared(one, State.SAME, record.id, None, {}, tuple(changes))
    return Compared(one, State.CHANGED, record.id, source, put, tuple(changes), promises)


def plain(value: Any) -> Any:
    """A cell's value as JSON holds it; an empty text is none."""
    if isinstance(value, date):
        return value.isoformat()
    return value or None


def _known_rows(connection: Connection, keys: Iterable[str]) -> dict[tuple[str, int], Any]:
    found: dict[tuple[str, int], Any] = {}
    asked = list(keys)
    for start in range(0, len(asked), 500):
        rows = connection.execute(
            select(source_row)
            .where(source_row.c.key.in_(asked[start : start + 500]), ~source_row.c.deleted)
            .order_by(source_row.c.n)
        )
        for row in rows:
            found[row.key, int(row.nth)] = row
    return found


def _people_by_name(connection: Connection) -> dict[str, UUID]:
    """Living people by folded name; a name that two share is no answer."""
    person = TABLES[Kind.PERSON]
    found: dict[str, UUID] = {}
    shared: set[str] = set()
    for row in connection.execute(
        select(person.c.stands_for, person.c.full_name, person.c.native_name).where(
            ~person.c.deleted
        )
    ):
        for name in filter(None, {row.full_name, row.native_name}):
            folded = fold(name)
            if found.setdefault(folded, row.stands_for) != row.stands_for:
                shared.add(folded)
    return {name: one for name, one in found.items() if name not in shared}


def _records(
    connection: Connection,
    rows: Sequence[Incoming],
    known: dict[tuple[str, int], Any],
    people: dict[str, UUID],
) -> dict[UUID, Any]:
    if not rows:
        return {}
    table = TABLES[rows[0].kind]
    named = [people[folded] for one in rows if (folded := fold(one.title)) in people]
    records: dict[UUID, Any] = {}
    for ids in batches([*(row.record_id for row in known.values()), *named]):
        for record in connection.execute(select(table).where(table.c.id.in_(ids))):
            records[record.id] = record
    return records
