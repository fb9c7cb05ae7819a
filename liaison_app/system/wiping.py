"""A file whose bytes are to go with it, when another has taken its place."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from liaison_app.system.files import in_file_words

_AT_ONCE = 1 << 20


@contextmanager
def wiped_if_replaced(path: Path) -> Iterator[None]:
    """When the block ends and another file stands at ``path`` by then, overwrite the one that stood
    there before.

    That is as much as a program can do: a medium that writes elsewhere each time (SSDs, sticks,
    btrfs, APFS, snapshots) keeps the old bytes until it needs the room. A file that has other names
    (snapshots made of links) is left: it would be gone there, too. Refused, before anything is done,
    where the file can't be written.
    """
    with in_file_words(path):
        before = path.stat()
    if before.st_nlink > 1:
        yield
        return
    with ExitStack() as held:
        if os.name == "nt":  # replaces no file that is open, so the old one gets a second name
            second = path.with_name(f".liaison-{secrets.token_hex(4)}")
            held.callback(second.unlink, missing_ok=True)
            with suppress(OSError):
                second.hardlink_to(path)
            yield
            if _replaced(path, before) and second.exists():
                with suppress(OSError), second.open("r+b") as old:
                    _overwrite(old, before.st_size)
        else:
            with in_file_words(path):
                old = held.enter_context(path.open("r+b"))
            yield
            if _replaced(path, before):
                _overwrite(old, before.st_size)


def _replaced(path: Path, before: os.stat_result) -> bool:
    now = path.stat()
    return (now.st_dev, now.st_ino) != (before.st_dev, before.st_ino)


def _overwrite(file: BinaryIO, size: int) -> None:
    noise = secrets.token_bytes(_AT_ONCE)
    with suppress(OSError):  # a medium that fails only now has done what was asked of it
        file.writelines(noise[: size - at] for at in range(0, size, _AT_ONCE))
        file.flush()
        os.fsync(file.fileno())
