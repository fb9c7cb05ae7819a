"""Copies of an office in reach: backups that open with the same key, beside it or in folders named.

They hold whatever was erased since they were made; those elsewhere only people know of.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.store.door import Store
from liaison_app.store.office_file import salt_of


def in_reach(store: Store, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The copies of this office in its own folder and in these, by path."""
    found = {
        path.resolve()
        for folder in (store.path.parent, *folders)
        for path in _offices(folder)
        if is_copy(store, path)
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


def is_copy(store: Store, path: Path) -> bool:
    """Whether a file is another copy of this office, opened by the same key."""
    try:
        return salt_of(path) == store.key.salt and not path.samefile(store.path)
    except (OSError, Refusal):
        return False


def _offices(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.glob("*.liaison"))
    except OSError:
        return
