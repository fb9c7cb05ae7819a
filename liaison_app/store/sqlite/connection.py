"""Connections to an encrypted office file, through SQLAlchemy."""

from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import Dialect, ExceptionContext
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from liaison_app.store.key import Key

WRITER_CACHE_KIB = 8_000
READER_CACHE_KIB = 64_000
BULK_CACHE_KIB = 256_000
"""An import touches index pages all over the file; with the small cache each is sealed many times."""

BUSY_MS = 5_000

_URL = "sqlite+pysqlite://"
_STATEMENTS = 2_000
"""How many compiled statements are kept."""

_PRAGMAS = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA recursive_triggers = ON",
)
"""With recursive triggers the row that ``INSERT OR REPLACE`` takes away fires the trigger that refuses
deletions; without, it would go unseen."""


def open_raw(path: Path, key: Key, cache_kib: int | None, *, create: bool = False) -> Any:
    """A bare SQLCipher connection to ``path``; the DB-API module's own errors come through.

    It never makes a file unless ``create`` says so, holds temporary tables in memory and refuses
    to run code that a hostile file brings along. Without ``cache_kib`` the tables aren't looked at
    yet, which takes longest of all: for a glance at the file's header.
    """
    return _open(path, key, cache_kib, "mode=rwc" if create else "mode=rw")


def open_to_read(path: Path, key: Key, cache_kib: int | None) -> Any:
    """Like ``open_raw``, but nothing is ever written to the file or what lies beside it: for a copy that
    must stay as it was found.

    One that no program has open (it has no log) leaves no trace at all; a log left by a crash is read
    with the file, for which SQLite makes an index of it beside them.
    """
    log = path.with_name(f"{path.name}-wal")
    return _open(path, key, cache_kib, "mode=ro" if log.exists() else "mode=ro&immutable=1")


def _open(path: Path, key: Key, cache_kib: int | None, how: str) -> Any:
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    try:
        for pragma in ("PRAGMA cipher_log_level = NONE", key.pragma, *_PRAGMAS):
            connection.execute(pragma)
        if cache_kib is not None:
            connection.execute(f"PRAGMA cache_size = -{cache_kib}")
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


def connected(connection: Any) -> Connection:
    """SQLAlchemy's view of a bare connection; it begins and commits nothing by itself.

    A statement is compiled once for all connections: it takes longer than SQLite takes to run it.
    """
    dialect, compiled = _shared()
    pool = StaticPool(lambda: connection, dialect=dialect)
    engine = Engine(pool, dialect, make_url(_URL))
    event.listen(engine, "handle_error", _stay_connected)
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT", compiled_cache=compiled)


@cache
def _shared() -> tuple[Dialect, MutableMapping[Any, Any]]:
    """The dialect, which has asked SQLite once what it can do, and its compiled statements."""
    engine = create_engine(_URL, module=sqlcipher)
    engine.connect().close()
    engine.dispose()
    return engine.dialect, LRUCache(_STATEMENTS)


def _stay_connected(context: ExceptionContext) -> None:
    """Ctrl+C while a statement runs is no lost connection: it's kept, to roll back with."""
    context.is_disconnect = False
