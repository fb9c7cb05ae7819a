"""A new, sound office from what can be read of a damaged one; the damaged file isn't touched.

Journal and records tell the same story twice. First the journal is taken in, as if another copy had
sent it: records on damaged pages come back by replay. Then what the records show beyond that, because
damaged pages held their journal, is written as one step. What neither tells is lost, and counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, insert, select, text

from liaison_app.domain.errors import Refusal
from liaison_app.store import check, office_file, showing, waiting
from liaison_app.store import node as nodes
from liaison_app.store.door import Store
from liaison_app.store.faults import making
from liaison_app.store.key import Key
from liaison_app.store.lent_pages import lend
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.declare import Keep, columns_kept, journalled_tables, metadata
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.house import backup_log, lost_step
from liaison_app.store.tables.journal import aside, contested, door, node, step
from liaison_app.store.taking_in import set_aside_erased
from liaison_app.store.wreck import PAGE, Wreck, broken_seals, copy_bytes
from liaison_app.system.clock import Clock
from liaison_app.system.files import half_made

_AT_ONCE = 1_000

_NOT_KEPT = {table.name for table in (aside, contested, door, backup_log, lost_step)}
"""Local tables that are worked out anew, or tell of the damaged file itself."""

_NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Saved:
    """What became of one table: rows read, rows rebuilt from the journal, rows lost (None: nobody
    knows how many there were)."""

    table: str
    read: int
    rebuilt: int
    lost: int | None


@dataclass(frozen=True)
class Salvage:
    """What was saved: the pages with a broken seal, the tables that had rows, and how many steps have
    lost some of their history."""

    pages: tuple[int, ...]
    tables: tuple[Saved, ...]
    steps_lost: int


def salvage(source: Path, key: Key, path: Path, clock: Clock) -> Salvage:
    """Save what can be read of the office at ``source`` into a new office at ``path``, of the same key.

    Refused when no page is damaged, when the passphrase is wrong, or when nothing can be read.
    """
    office_file.refuse_taken(path)
    with half_made(path) as made, making(path), _copied(source, key, made) as (wreck, pages):
        minted = _begin(made, key, wreck)
        with closing(Store(made, key, minted, clock)) as store:
            read = _take_in_journal(store, wreck)
            before = _count(store)
            read |= _write_what_records_show(store, wreck)
            lost = _note_lost_steps(store, wreck)
            health = check.check(store)
            if not health.is_sound:
                raise Refusal("salvage.not_sound", path=source)
            tables = tuple(_told(store, wreck, read, before))
            store.forget_traces()
        return Salvage(pages, tables, lost)


@contextmanager
def _copied(source: Path, key: Key, made: Path) -> Iterator[tuple[Wreck, tuple[int, ...]]]:
    """The damaged file, open from a copy of its bytes that goes away again, and its broken pages."""
    copied = made.with_name(f"{made.name}-wreck")
    try:
        copy_bytes(source, copied, key)
        pages = broken_seals(copied, key)
        if len(pages) * PAGE >= copied.stat().st_size:
            raise Refusal("office.wrong_passphrase", path=source)
        with Wreck(copied, key) as wreck:
            if not wreck.schema_is_read:
                lend(copied, key, pages)
                wreck.begin_anew()
            if not wreck.schema_is_read:
                raise Refusal("salvage.unreadable", path=source)
            if wreck.schema > SCHEMA:
                raise Refusal("office.newer", path=source, theirs=wreck.schema, ours=SCHEMA)
            if not pages and wreck.is_whole:
                raise Refusal("salvage.sound", path=source)
            yield wreck, pages
    finally:
        for left in made.parent.glob(f"{copied.name}*"):
            left.unlink(missing_ok=True)


def _begin(made: Path, key: Key, wreck: Wreck) -> nodes.Node:
    """An empty office, a copy of its own after those that wrote the damaged one."""
    office_file.fill_new(made, key, _NOBODY, _NOBODY)
    with closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB)) as raw:
        connection = sqlite.connected(raw)
        connection.execute(node.delete())
        columns = _both(wreck, node)
        _put(connection, node.name, columns, list(wreck.rows(node.name, columns)))
        known = set(connection.scalars(select(node.c.name)))
        for name, officer, office in _writers(wreck):
            if name not in known:
                series = "" if not known else nodes.free_letters(connection)
                known.add(name)
                _put(
                    connection,
                    node.name,
                    ("name", "series", "is_this", "officer", "office"),
                    [(name, series, 0, officer, office)],
                )
        if not known:
            raise Refusal("salvage.unreadable", path=made)
        minted = nodes.another(connection, made)
        connection.close()
        return minted


def _writers(wreck: Wreck) -> Iterator[tuple[Any, ...]]:
    """The copies that wrote steps which can be read, the first one first."""
    seen = set[str]()
    for one in wreck.rows(step.name, ("node", "officer", "office")):
        if one[0] not in seen:
            seen.add(one[0])
            yield one


def _take_in_journal(store: Store, wreck: Wreck) -> Counter[str]:
    """Write every local table as it was, the journal among them, and show what the journal comes to."""
    read = Counter[str]()
    local = [t for t in metadata.tables.values() if not t.info.get("journalled")]
    with store.bring_in("office.salvage") as connection:
        for table in local:
            if table.name in _NOT_KEPT or table is node:
                continue
            columns = _both(wreck, table)
            rows = wreck.rows(table.name, columns) if columns else iter(())
            while some := list(islice(rows, _AT_ONCE)):
                _put(connection, table.name, columns, some)
                read[table.name] += len(some)
        connection.execute(
            text("DELETE FROM change WHERE step > 0 AND step NOT IN (SELECT n FROM step)")
        )
        connection.execute(
            text("DELETE FROM change_private WHERE step NOT IN (SELECT n FROM step)")
        )
        waiting.sort_out(connection, 0)
        set_aside_erased(connection)
        showing.show(connection)
    return read


def _write_what_records_show(store: Store, wreck: Wreck) -> Counter[str]:
    """Write what the readable records show and the journal doesn't tell any more: as one step and, of
    those that were deleted before, as another, since nothing is added and deleted at once."""
    read, deleted = Counter[str](), list[tuple[Table, bytes]]()
    with store.write("office.salvage", store.node.office, bulk=True) as records:
        for table in journalled_tables():
            kept = columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)
            there = set(wreck.columns(table.name))
            columns = [c.name for c in kept if c.name in there]
            rows = wreck.rows(table.name, ("id", *columns)) if columns else iter(())
            while some := list(islice(rows, _AT_ONCE)):
                cells = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in some}
                gone = _enter(records.connection, table, columns, cells)
                deleted += [(table, identity) for identity in gone]
                read[table.name] += len(some)
    with store.write("office.salvage", store.node.office, bulk=True) as records:
        for table, identity in deleted:
            records.remove(table, UUID(bytes=identity))
    return read


def _enter(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: Mapping[bytes, Mapping[str, Any]],
) -> list[bytes]:
    """Add the rows that aren't there and set the cells that differ; returns the ids of those added
    that are to be deleted yet."""
    marks = ", ".join("?" * len(rows))
    names = ", ".join(f'"{name}"' for name in columns)
    told = connection.exec_driver_sql(
        f"SELECT id, {names} FROM {table.name} WHERE id IN ({marks})", tuple(rows)
    )
    shown = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in told}
    missing = {identity: cells for identity, cells in rows.items() if identity not in shown}
    for identity in missing:  # what the journal can't begin, begins anew
        for statement in _FORGOTTEN:
            connection.exec_driver_sql(statement, (identity,))
    living = [(one, *{**cells, "deleted": 0}.values()) for one, cells in missing.items()]
    _put(connection, table.name, ("id", *columns), living)
    for identity, now in shown.items():
        cells = {name: cell for name, cell in rows[identity].items() if cell != now[name]}
        if cells:
            put = ", ".join(f'"{name}" = ?' for name in cells)
            connection.exec_driver_sql(
                f"UPDATE {table.name} SET {put} WHERE id = ?", (*cells.values(), identity)
            )
    return [identity for identity, cells in missing.items() if cells["deleted"]]


_FORGOTTEN = (
    "DELETE FROM aside WHERE change IN (SELECT n FROM change WHERE row = ?)",
    "DELETE FROM change_private WHERE row = ?",
    "DELETE FROM change WHERE row = ?",
)


def _note_lost_steps(store: Store, wreck: Wreck) -> int:
    """Note the steps that are gone or can't be proved, so that a later check tells them from others;
    returns how many."""
    written = wreck.keys(step.name, ("node", "seq"))
    with store.write_local() as connection:
        gaps, altered = check.unproved(connection)
        here = {(name, seq) for name, seq in connection.execute(select(step.c.node, step.c.seq))}
        lost = altered | (gaps if written is None else written - here)
        if lost:
            connection.execute(insert(lost_step), [{"node": n, "seq": seq} for n, seq in lost])
    return len(lost)


def _count(store: Store) -> Counter[str]:
    with store.read() as connection:
        return Counter(
            {
                table.name: connection.exec_driver_sql(
                    f"SELECT count(*) FROM {table.name}"
                ).scalar_one()
                for table in journalled_tables()
            }
        )


def _told(
    store: Store, wreck: Wreck, read: Mapping[str, int], replayed: Mapping[str, int]
) -> Iterator[Saved]:
    now = _count(store)
    for table in metadata.tables.values():
        name = table.name
        if name in _NOT_KEPT or table is node or not wreck.columns(name):
            continue
        had, here = wreck.count(name), now.get(name, read[name])
        if had or here:
            lost = None if had is None else max(had - here, 0)
            if had is None and table.info.get("journalled") and replayed[name] == here:
                lost = 0
            yield Saved(name, read[name], max(here - read[name], 0), lost)


def _both(wreck: Wreck, table: Table) -> tuple[str, ...]:
    """The columns that are declared and that the damaged file has."""
    there = set(wreck.columns(table.name))
    return tuple(c.name for c in table.c if c.name in there)


def _put(
    connection: Connection, name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    if rows:
        names = ", ".join(f'"{one}"' for one in columns)
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {name} ({names}) VALUES ({marks})", list(rows))
