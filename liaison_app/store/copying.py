"""A copy of an office file: complete, of one moment, read back before it counts.

The copy is made by SQLite's own backup into a file opened with key and salt together (a raw key
alone would give it another salt, and no passphrase would open it). It appears whole or not at all.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from liaison_app.domain.errors import Refusal
from liaison_app.store.faults import in_words, making
from liaison_app.store.key import Key
from liaison_app.store.node import give_up
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.files import half_made

PAGES_AT_ONCE = 2_000
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def copy_office(
    source: Path, key: Key, path: Path, watch: Callable[[int, int], None] | None = None
) -> int:
    """Copy the office at ``source`` to ``path`` and check the copy; returns the highest step in it.

    ``watch`` is told pages done and pages in all; what it raises ends the copying, and nothing is left
    of it. Writers may go on meanwhile.
    """
    with half_made(path) as made, making(path):
        return fill_copy(source, key, made, watch)


def fill_copy(
    source: Path, key: Key, made: Path, watch: Callable[[int, int], None] | None = None
) -> int:
    """Fill the empty file ``made`` with a copy, and check it; it is no office's place yet. Returns the
    highest step in it."""
    told = None if watch is None else lambda _, left, total: watch(total - left, total)
    with in_words():
        with (
            closing(sqlite.open_raw(source, key, sqlite.WRITER_CACHE_KIB)) as old,
            closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB, create=True)) as new,
        ):
            _hold_still(old)
            old.backup(new, pages=PAGES_AT_ONCE, progress=told)
            new.execute("PRAGMA journal_mode = DELETE")
            give_up(new)  # even if it stands where the office stood
        return prove(made, key)


def _hold_still(old: Any) -> None:
    """Read one moment to the end: a copy of a moving file begins anew with each write elsewhere."""
    old.execute("BEGIN")
    old.execute("SELECT count(*) FROM node").fetchone()


def prove(made: Path, key: Key) -> int:
    """A backup that was not read back is a hope: its salt, each table's pages with their seals and how
    they hang together.

    Whatever is read has its seal tried. The words of the search index aren't compared with each other,
    which takes as long again: the index is made from the records.
    """
    with made.open("rb") as file:
        salt = file.read(len(key.salt))
    if salt != key.salt:
        raise Refusal("backup.not_sound")
    try:
        with closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB)) as copy:
            for (name,) in copy.execute(_TABLES).fetchall():
                if copy.execute(f'PRAGMA quick_check("{name}")').fetchone()[0] != "ok":
                    raise Refusal("backup.not_sound")
            return int(copy.execute("SELECT coalesce(max(n), 0) FROM step").fetchone()[0])
    except sqlcipher.DatabaseError as fault:
        raise Refusal("backup.not_sound") from fault
