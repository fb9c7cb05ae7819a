"""Copies of an office in reach: backups that open with the same key, beside it or in folders named.

They hold whatever was erased since they were made; those elsewhere only people know of.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from liaison_app.domain.errors import Refusal
from liaison_app.store.door import Store
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.node import last_seq
from liaison_app.store.office_file import salt_of
from liaison_app.store.sqlite import connection as sqlite

_NEWEST_NODE = "SELECT name, machine FROM node ORDER BY is_this DESC, rowid DESC LIMIT 1"


def folder_of(path: Path) -> Path:
    """Where the automatic backups of the office at ``path`` stand."""
    return path.with_name(f"{path.stem} backups")


def in_reach(store: Store, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The copies of this office in its own folder and in these, by path."""
    return with_salt(store.key.salt, store.path, folders)


def with_salt(salt: bytes, path: Path, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The files with this salt in the folder of the office at ``path``, in its folder of automatic
    backups and in these, without the office itself."""
    found = {
        one.resolve()
        for folder in (path.parent, folder_of(path), *folders)
        for one in offices_in(folder)
        if _is_copy(salt, path, one)
    }
    return tuple(sorted(found))


def remove(store: Store, copies: Iterable[Path]) -> list[tuple[Path, Refusal]]:
    """Delete these copies; returns those left, each with the reason. Nothing is deleted if one isn't a
    copy of this office, or is itself."""
    chosen = list(copies)
    for path in chosen:
        if not is_copy(store, path):
            raise Refusal("copies.not_a_copy", path=path)
    left = []
    for path in chosen:
        try:
            with store.read() as connection:
                refuse_working(path, store.key, connection)
            path.unlink()
        except OSError:
            left.append((path, Refusal("copies.not_removed", path=path)))
        except Refusal as refusal:
            left.append((path, refusal))
    return left


def refuse_working(path: Path, key: Key, office: Connection) -> None:
    """Refuse a copy that is no spare: open somewhere, cut short while it was, or worked with as a copy
    of its own, so that it holds steps which the office lacks."""
    if any(path.with_name(f"{path.name}{ending}").exists() for ending in ("-shm", "-wal")):
        raise Refusal("copies.in_use", path=path)
    with in_words(path), closing(sqlite.open_to_read(path, key, None)) as raw:
        name, machine = raw.execute(_NEWEST_NODE).fetchone()
        (last,) = raw.execute("SELECT max(seq) FROM step WHERE node = ?", (name,)).fetchone()
    if machine is not None and (last or 0) > last_seq(office, name):
        raise Refusal("copies.worked_with", path=path)


def offices_in(folder: Path) -> Iterator[Path]:
    """The files that by their names are offices; none of a folder that can't be looked through."""
    try:
        yield from sorted(folder.glob("*.liaison"))
    except OSError:
        return


def is_copy(store: Store, path: Path) -> bool:
    """Whether a file is another copy of this office, opened by the same key."""
    return _is_copy(store.key.salt, store.path, path)


def _is_copy(salt: bytes, office: Path, path: Path) -> bool:
    try:
        # in this order: who opens and closes the office itself drops SQLite's locks on it
        return not path.samefile(office) and salt_of(path) == salt
    except (OSError, Refusal):
        return False
