"""An office of an older Liaison brought up to this one's tables: a checked copy first, then all or
nothing.

Released tables and columns are never renamed, split or given another meaning; new ones are added,
retired ones kept, so that old steps go on applying. What an older file lacks is therefore exactly
what the declarations have and it doesn't: no script for each release can say it better, and none has
to be kept. Rows are never rewritten; a column that must never be empty gets its default.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, inspect
from sqlalchemy.schema import CreateColumn

from liaison_app.domain.errors import Refusal
from liaison_app.store.copying import copy_office
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.sqlite import capture
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.sqlite.strangers import refuse_strangers
from liaison_app.store.tables.every import SCHEMA, metadata


def bring_up(path: Path, key: Key, now: datetime) -> Path | None:
    """Bring the office at ``path`` up to this program's tables, if it is older.

    Returns where the checked copy of it as it was has been put, None if nothing had to be done.
    Refused while another program has the office open.
    """
    kept = path.with_name(f"{path.stem} before format {SCHEMA} {now:%Y-%m-%d %H%M%S}.liaison")
    with (
        _room_for(path),
        in_words(),
        closing(sqlite.open_raw(path, key, sqlite.WRITER_CACHE_KIB)) as raw,
    ):
        if _schema(raw) >= SCHEMA:
            return None
        refuse_strangers(raw, path)
        raw.execute("PRAGMA journal_mode = DELETE")  # refused unless nobody else has it open
        copy_office(path, key, kept)
        try:
            _change(raw)
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            kept.unlink()
            raise
    return kept


def _change(raw: Any) -> None:
    with closing(sqlite.connected(raw)) as connection:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        if _schema(raw) < SCHEMA:
            add_missing(connection)
            _remake_triggers(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        connection.exec_driver_sql("COMMIT")


@contextmanager
def _room_for(path: Path) -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        if refusal.code not in ("store.disk_full", "file.disk_full"):
            raise
        size = path.stat().st_size
        raise Refusal("office.no_room", path=path, megabytes=2 * size // 1_000_000 + 3) from refusal


def add_missing(connection: Connection) -> None:
    """Add every table, column and index that is declared and not there."""
    there = inspect(connection)
    names = set(there.get_table_names())
    metadata.create_all(connection, [t for t in metadata.tables.values() if t.name not in names])
    for table in metadata.tables.values():
        if table.name in names:
            has = {one["name"] for one in there.get_columns(table.name)}
            _add_columns(connection, table, has)
            indexed = {one["name"] for one in there.get_indexes(table.name)}
            for index in table.indexes:
                if index.name not in indexed:
                    index.create(connection)


def _add_columns(connection: Connection, table: Table, has: set[str]) -> None:
    for column in table.columns:
        if column.name not in has:
            made = CreateColumn(column).compile(dialect=connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {made}")


def _remake_triggers(connection: Connection) -> None:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in capture.all_triggers():
        connection.exec_driver_sql(statement)


def _schema(raw: Any) -> int:
    return int(raw.execute("PRAGMA user_version").fetchone()[0])
