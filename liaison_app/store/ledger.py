"""The export ledger: every file that left this copy of the office, when, for whom and where to.

A local table: what one copy gave away is no record of the office, so it is neither journalled nor
undone nor sent.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from liaison_app.domain.audience import Audience, Reader
from liaison_app.store.door import Store
from liaison_app.store.tables.house import export_ledger


@dataclass(frozen=True)
class Entry:
    """One file that left. ``kind`` is workbook, packet, subject…, ``subject_id`` the record it is about,
    ``counts`` how much of what it holds, ``sha256`` of its bytes in hex. ``machine`` and ``medium``
    (where that is mounted) say where ``path`` means something; ``n`` is given by ``enter``."""

    made_at: datetime
    kind: str
    subject_id: UUID | None
    audience: Audience
    filter: str
    counts: Mapping[str, int]
    sha256: str
    path: str
    machine: str | None = None
    medium: str | None = None
    deleted_at: datetime | None = None
    n: int = 0


def enter(store: Store, entry: Entry) -> int:
    """Enter a file that leaves; returns its number. Several entries of one path are kept: each left."""
    with store.write_local() as connection:
        made = connection.execute(
            insert(export_ledger),
            {
                "made_at": entry.made_at,
                "kind": entry.kind,
                "subject_id": entry.subject_id,
                "audience": entry.audience.reader.value,
                "party_id": entry.audience.party,
                "filter": entry.filter,
                "counts": json.dumps(dict(entry.counts), sort_keys=True),
                "sha256": entry.sha256,
                "path": entry.path,
                "machine": entry.machine,
                "medium": entry.medium,
            },
        )
        key = made.inserted_primary_key
        return int(key[0]) if key is not None else 0


def take_back(store: Store, n: int) -> None:
    """Take an entry out again, of a file that could not be written after all."""
    with store.write_local() as connection:
        connection.execute(delete(export_ledger).where(export_ledger.c.n == n))


def say_deleted(store: Store, ns: Iterable[int], at: datetime) -> None:
    """Write down that the files of these entries have been deleted; the entries stay."""
    with store.write_local() as connection:
        gone = export_ledger.c.n.in_(list(ns))
        connection.execute(update(export_ledger).where(gone).values(deleted_at=at))


def entries(connection: Connection, kind: str | None = None) -> list[Entry]:
    """What left, the latest first."""
    chosen = select(export_ledger).order_by(export_ledger.c.n.desc())
    if kind is not None:
        chosen = chosen.where(export_ledger.c.kind == kind)
    return entries_of(connection.execute(chosen))


def entries_of(rows: Iterable[Row[Any]]) -> list[Entry]:
    """The entries of these rows of the ledger; those of an older file may lack columns."""
    return [_entry(row._mapping) for row in rows]


def times_made(connection: Connection, kind: str, subject: UUID) -> int:
    """How many files of this kind left about one record."""
    chosen = select(func.count()).where(
        export_ledger.c.kind == kind, export_ledger.c.subject_id == subject
    )
    return connection.scalar(chosen) or 0


def _entry(row: Mapping[Any, Any]) -> Entry:
    return Entry(
        made_at=row["made_at"],
        kind=row["kind"],
        subject_id=row["subject_id"],
        audience=Audience(Reader(row["audience"]), row["party_id"]),
        filter=row["filter"] or "",
        counts=json.loads(row["counts"] or "{}"),
        sha256=row["sha256"],
        path=row["path"],
        machine=row.get("machine"),
        medium=row.get("medium"),
        deleted_at=row.get("deleted_at"),
        n=row["n"],
    )
