"""An office file: made whole or not at all, and opened with its passphrase.

Files begin with the 16 bytes of their salt; everything else is ciphertext. What can be told before
the passphrase is only that a file is certainly no office.
"""

import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from liaison_app.domain.errors import Refusal
from liaison_app.store import node as nodes
from liaison_app.store import recovery
from liaison_app.store.door import Store
from liaison_app.store.faults import in_words, making
from liaison_app.store.key import SALT_BYTES, Key, derive, new_salt
from liaison_app.store.migrate import bring_up
from liaison_app.store.node import Node, Profile
from liaison_app.store.sqlite import capture, words
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.sqlite.strangers import refuse_strangers
from liaison_app.store.tables.every import SCHEMA, metadata
from liaison_app.system.clock import Clock
from liaison_app.system.files import half_made, refuse_unfit_target, sweep

APPLICATION = 0x4C49_4153
_PAGE = 4096
_WRONG_KEY = "office.wrong_passphrase"
_NOT_OURS = (b"SQLite format 3\0", b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")


def create(
    path: Path,
    key: Key,
    clock: Clock,
    officer: UUID,
    office: UUID,
    found: Callable[[Store], None] | None = None,
) -> Store:
    """Make an office at ``path`` and open it.

    ``officer`` and ``office`` are the ids under which its first step, made by ``found``, enters
    them. Refuses when something stands there already. The file appears whole, with its first step,
    or not at all.
    """
    refuse_taken(path)
    sweep(path.parent, clock.now())
    with half_made(path) as made, making(path):
        node = fill_new(made, key, officer, office)
        if found is not None:
            with closing(Store(made, key, node, clock)) as store:
                found(store)
                store.forget_traces()  # closing would leave what doesn't fit in the log, unsaid
    with in_words():
        return Store(path, key, node, clock)


def refuse_taken(path: Path) -> None:
    """Refuse a place for a new office where one stands, or where another's last changes lie: SQLite
    would take those for changes of the new one."""
    refuse_unfit_target(path)
    if path.exists():
        raise Refusal("office.exists", path=path)
    for ending in ("-wal", "-journal"):
        left = path.with_name(path.name + ending)
        if left.exists() and left.stat().st_size:
            raise Refusal("office.leftovers", path=path, left=left)


def key_for(path: Path, passphrase: str) -> Key:
    """The key of the office at ``path`` for this passphrase, whether right or wrong; or, if that's
    what was typed, for the code of its recovery sheet."""
    salt = salt_of(path)
    if recovery.reads_as_code(passphrase):
        with suppress(Refusal):  # then it's a passphrase, of an odd shape
            return recovery.key_from(passphrase, salt)
    return derive(passphrase, salt)


def new_key(passphrase: str) -> Key:
    """A key with a salt of its own, for a new office."""
    return derive(passphrase, new_salt())


def open_office(path: Path, key: Key, clock: Clock, profile: Profile) -> Store:
    """Open the office at ``path``. Refuses a wrong key, what is no office, and newer files; an older
    one is brought up to this program's tables, a copy of it as it was being kept beside it."""
    schema = refuse_wrong(path, key)
    sweep(path.parent, clock.now())
    if schema < SCHEMA:
        bring_up(path, key, clock.now())
    with in_words():
        raw = sqlite.open_raw(path, key, sqlite.WRITER_CACHE_KIB)
        try:
            refuse_strangers(raw, path)
            node, last = _node_of(raw, path, profile)
            profile.remember(node.name, last, path)
            return Store(path, key, node, clock, raw)
        except BaseException:
            raw.close()
            raise


@contextmanager
def found(path: Path, key: Key) -> Iterator[tuple[Connection, int]]:
    """A look into an office or a backup as it was found, of whatever format (the second value): nothing
    is written, it isn't brought up to this program's tables and becomes no copy of this machine."""
    with _opened_as_found(path) as opened:
        schema = refuse_wrong(path, key, opened)
        with (
            in_words(),
            closing(opened(path, key, sqlite.READER_CACHE_KIB)) as raw,
            closing(sqlite.connected(raw)) as connection,
        ):
            refuse_strangers(raw, path)
            connection.exec_driver_sql("BEGIN")
            yield connection, schema


@contextmanager
def _opened_as_found(path: Path) -> Iterator[Callable[..., Any]]:
    """How to open a file that must stay as it was found. One that another program was writing to when it
    was cut short has a rollback journal beside it, and must be written to before it can be read: that is
    done to a copy of both, which are ciphertext, in a temporary folder that goes afterwards."""
    journal = path.with_name(f"{path.name}-journal")
    if not journal.exists() or not journal.stat().st_size:
        yield sqlite.open_to_read
        return
    with ExitStack() as held:
        try:
            folder = held.enter_context(TemporaryDirectory(prefix="liaison-"))
            copy = Path(folder, path.name)
            shutil.copyfile(path, copy)
            shutil.copyfile(journal, copy.with_name(journal.name))
        except OSError as fault:
            reason = fault.strerror
            raise Refusal("office.journal_beside", path=path, reason=reason) from fault
        yield lambda _, key, cache_kib: sqlite.open_raw(copy, key, cache_kib)


def close(store: Store, profile: Profile) -> None:
    """Close an office, keeping in the profile how far this copy has come."""
    with store.read() as connection:
        last = nodes.last_seq(connection, store.node.name)
    store.close()
    profile.remember(store.node.name, last, store.path)


def fill_new(path: Path, key: Key, officer: UUID, office: UUID) -> Node:
    """Make the tables of an office in the empty file at ``path``; it has no records yet."""
    with closing(sqlite.open_raw(path, key, sqlite.WRITER_CACHE_KIB, create=True)) as raw:
        connection = sqlite.connected(raw)
        connection.exec_driver_sql("BEGIN")
        metadata.create_all(connection)
        for statement in (*words.TABLES, *words.TUNED, *capture.all_triggers()):
            connection.exec_driver_sql(statement)
        node = nodes.first(connection, path, officer, office)
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.close()
        return node


def salt_of(path: Path) -> bytes:
    """The salt that an office file begins with. Refuses what certainly is no office."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refusal("office.is_folder", path=path)
        if not stat.S_ISREG(found.st_mode):  # reading a pipe may never end
            raise Refusal("office.not_an_office", path=path)
        with path.open("rb") as file:
            head = file.read(SALT_BYTES)
        size = found.st_size
    except (FileNotFoundError, NotADirectoryError, ValueError) as fault:
        raise Refusal("office.missing", path=path) from fault
    except OSError as fault:
        raise Refusal("office.unreadable", path=path) from fault
    if size < _PAGE or head.startswith(_NOT_OURS):
        raise Refusal("office.not_an_office", path=path)
    return head


def refuse_wrong(path: Path, key: Key, opened: Callable[..., Any] = sqlite.open_raw) -> int:
    """Refuse a file that this key doesn't open, or that this program can't read; returns its format.
    ``opened``: how to look into it."""
    if key.salt != salt_of(path):
        raise _wrong_key(path)
    try:
        with closing(opened(path, key, None)) as raw:
            application = _asked(raw, "PRAGMA application_id")
            schema = _asked(raw, "PRAGMA user_version")
    except sqlcipher.DatabaseError as fault:
        why = _why(str(fault))
        raise (_wrong_key(path) if why == _WRONG_KEY else Refusal(why, path=path)) from fault
    if application != APPLICATION:
        raise Refusal("office.not_an_office", path=path)
    if schema > SCHEMA:
        raise Refusal("office.newer", path=path, theirs=schema, ours=SCHEMA)
    return schema


def _wrong_key(path: Path) -> Refusal:
    """A wrong passphrase, unless the file begins as text does or isn't made of whole pages."""
    head = salt_of(path).decode("latin-1")
    is_text = head.isascii() and "".join(head.split()).isprintable()
    is_ours = path.stat().st_size % _PAGE == 0 and not is_text
    return Refusal(_WRONG_KEY if is_ours else "office.not_an_office", path=path)


def _why(said: str) -> str:
    """What keeps a file from being opened, from SQLite's own words."""
    signs = {
        "not a database": _WRONG_KEY,
        "malformed": "store.damaged",
        "locked": "store.busy",
    }
    return next((code for sign, code in signs.items() if sign in said), "office.cannot_open")


def _asked(raw: Any, pragma: str) -> int:
    return int(raw.execute(pragma).fetchone()[0])


def _node_of(raw: Any, path: Path, profile: Profile) -> tuple[Node, int]:
    """Which copy this file is, and the number of its last step.

    The file is written to only if it has become another copy; two programs that find that out at
    once agree on one.
    """
    raw.execute("PRAGMA journal_mode = WAL")
    with closing(sqlite.connected(raw)) as connection:
        node = nodes.here(connection, path, profile)
        if node is None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            node = nodes.here(connection, path, profile) or nodes.another(connection, path)
            connection.exec_driver_sql("COMMIT")
        return node, nodes.last_seq(connection, node.name)
