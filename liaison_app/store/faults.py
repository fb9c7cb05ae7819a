"""What SQLite says when something goes wrong, in the officer's words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from liaison_app.domain.errors import Refusal

_REFUSALS = (
    ("database or disk is full", "store.disk_full"),
    ("disk i/o error", "store.medium_failed"),
    ("readonly database", "store.read_only"),
    ("database is locked", "store.busy"),
    ("malformed", "store.damaged"),
    ("vtable constructor failed", "store.damaged"),
    ("file is not a database", "store.damaged"),
    ("unable to open", "store.cannot_open"),
)

_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.EROFS, errno.ESTALE}


@contextmanager
def in_words(path: Path | None = None) -> Iterator[None]:
    """Turn the faults of a medium into refusals; mistakes of ours go through as they are.

    ``path`` is the file that is worked with: pages that come from a medium which was pulled out look
    damaged to SQLCipher, and are not.
    """
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as fault:
        said = str(fault.orig if isinstance(fault, DBAPIError) else fault).lower()
        for sign, code in _REFUSALS:
            if sign in said:
                gone = code == "store.damaged" and path is not None and _is_gone(path.parent)
                raise Refusal("store.medium_failed" if gone else code) from fault
        raise


def _is_gone(folder: Path) -> bool:
    """Whether the medium takes nothing any more. The office itself isn't opened to find out: closing
    it again would drop SQLite's locks on it."""
    try:
        TemporaryFile(dir=folder).close()
    except OSError as fault:
        return fault.errno in _GONE
    return False


_NOT_MADE = {"store.disk_full": "file.disk_full", "store.medium_failed": "file.medium_failed"}


@contextmanager
def making(path: Path) -> Iterator[None]:
    """Turn the faults of a medium, while a new file is made for ``path``, into refusals that say so:
    there is nothing before it that could have been kept."""
    try:
        with in_words():
            yield
    except Refusal as refusal:
        if refusal.code not in _NOT_MADE:
            raise
        raise Refusal(_NOT_MADE[refusal.code], path=path) from refusal
