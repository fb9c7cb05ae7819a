"""Copies of an office in reach: backups that open with the same key, beside it or in folders named.

They hold whatever was erased since they were made; those elsewhere only people know of.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.store.door import Store
from liaison_app.store.office_file import salt_of


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


def remove(store: Store, copies: Iterable[Path]) -> None:
    """Delete these copies. Refuses all of them if one isn't a copy of this office, or is itself."""
    chosen = list(copies)
    for path in chosen:
        if not is_copy(store, path):
            raise Refusal("copies.not_a_copy", path=path)
    for path in chosen:
        try:
            path.unlink()
        except OSError as fault:
            raise Refusal("copies.not_removed", path=path) from fault


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
        return salt_of(path) == salt and not path.samefile(office)
    except (OSError, Refusal):
        return False
