"""Backups: one file, complete, checked, opened by the same passphrase.

The copy is made by SQLite's own backup into a file opened with key and salt together (a raw key
alone would give it another salt, and no passphrase would open it). It appears whole or not at all.
"""

import os
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.store.door import Store
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.office_file import refuse_wrong
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.files import put_in_place, refuse_unfit_target

_PAGES_AT_ONCE = 2_000


def backup(store: Store, folder: Path, watch: Callable[[int, int], None] | None = None) -> Path:
    """Copy an open office into ``folder`` as ``NAME YYYY-MM-DD HHMMSS.liaison`` and check the copy.

    ``watch`` is told pages done and pages in all. Writers may go on meanwhile.
    """
    moment = store.clock.now()
    path = folder / f"{store.path.stem} {moment:%Y-%m-%d %H%M%S}.liaison"
    refuse_unfit_target(path)
    if path.exists():
        raise Refusal("office.exists", path=path)
    with in_words():
        made = _copied(store.path, store.key, path.parent, watch)
    put_in_place(made, path)
    return path


def restore(source: Path, key: Key, path: Path) -> None:
    """Put a backup in place as an office at ``path``; what stands there already is never replaced.

    The copy becomes a node of its own when it is opened.
    """
    refuse_wrong(source, key)
    refuse_unfit_target(path)
    if path.exists():
        raise Refusal("office.exists", path=path)
    with in_words():
        made = _copied(source, key, path.parent, None)
    put_in_place(made, path)


def _copied(source: Path, key: Key, folder: Path, watch: Callable[[int, int], None] | None) -> Path:
    handle, name = tempfile.mkstemp(prefix=".liaison-", dir=folder)
    os.close(handle)
    made = Path(name)
    try:
        with (
            closing(sqlite.open_raw(source, key, sqlite.WRITER_CACHE_KIB)) as old,
            closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB, create=True)) as new,
        ):
            told = None if watch is None else lambda _, left, total: watch(total - left, total)
            old.backup(new, pages=_PAGES_AT_ONCE, progress=told)
            new.execute("PRAGMA journal_mode = DELETE")
        _prove(made, key)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made


def _prove(made: Path, key: Key) -> None:
    """A backup that was not read back is a hope: its salt, every page's seal, its structure."""
    with made.open("rb") as file:
        salt = file.read(len(key.salt))
    if salt != key.salt:
        raise Refusal("backup.not_sound")
    with closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB)) as copy:
        if copy.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise Refusal("backup.not_sound")
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise Refusal("backup.not_sound")
