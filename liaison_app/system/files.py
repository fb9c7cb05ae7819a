"""Files that appear whole or not at all, whatever happens while they're written."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from liaison_app.domain.errors import Refusal

_HALF_MADE = ".liaison-"

_REFUSALS = {
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.EFBIG: "file.disk_full",
    errno.EROFS: "file.folder_read_only",
    errno.EACCES: "file.folder_read_only",
    errno.EPERM: "file.folder_read_only",
    errno.ENAMETOOLONG: "file.name_unfit",
    errno.EINVAL: "file.name_unfit",
}


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, readable by its owner only, replacing what was there.

    It's on the disk when this returns. Otherwise it's refused, what was there before is untouched
    and nothing is left behind. A symbolic link is followed.
    """
    refuse_unfit_target(path)
    with half_made(Path(os.path.realpath(path))) as made:
        made.write_bytes(data)


@contextmanager
def half_made(path: Path) -> Iterator[Path]:
    """A new file beside ``path``, readable by its owner only, to be filled within the block.

    It takes its place at ``path`` when the block ends; if that fails, nothing is left of it.
    """
    with in_file_words(path):
        handle, name = tempfile.mkstemp(prefix=_HALF_MADE, dir=path.parent)
        os.close(handle)
        made = Path(name)
        try:
            yield made
            put_in_place(made, path)
        except BaseException:
            for left in made.parent.glob(f"{made.name}*"):
                left.unlink(missing_ok=True)
            raise


def sweep(folder: Path, now: datetime) -> None:
    """Remove what was cut short (a kill, a power cut) while it was made in ``folder``, a day after."""
    yesterday = (now - timedelta(days=1)).timestamp()
    with suppress(OSError):
        for left in folder.glob(f"{_HALF_MADE}*"):
            if left.is_file() and left.stat().st_mtime < yesterday:
                left.unlink(missing_ok=True)


def put_in_place(made: Path, path: Path) -> None:
    """Make the finished file ``made`` appear at ``path``, in the same folder, for good.

    The contents reach the disk before the name, and the name before this returns, where the file system
    can do that: the file is in place by then, so a refusal would be untrue.
    """
    with in_file_words(path):
        _to_disk(made)
        made.replace(path)
    if os.name != "nt":
        with suppress(OSError):
            _to_disk(path.parent)


def refuse_unfit_target(path: Path) -> None:
    """Refuse a place where no file can be written, before any work is done for it.

    A folder, a device, a name in a folder that is missing or can't be written.
    """
    try:
        with in_file_words(path):
            mode = _mode_of(path)
    except ValueError as fault:  # a name with a zero byte in it
        raise Refusal("file.name_unfit", path=ascii(str(path))) from fault
    if mode is not None and stat.S_ISDIR(mode):
        raise Refusal("file.is_folder", path=path)
    if mode is not None and not stat.S_ISREG(mode):
        raise Refusal("file.not_ordinary", path=path)
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise Refusal("file.folder_missing", path=path, folder=path.parent)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Refusal("file.folder_read_only", path=path)


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def in_file_words(path: Path) -> Iterator[None]:
    """Turn what the file system says of ``path`` into a refusal."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise Refusal("file.folder_missing", path=path, folder=path.parent) from fault
    except OSError as fault:
        code = _REFUSALS.get(fault.errno or 0, "file.failed")
        raise Refusal(code, path=path, reason=fault.strerror) from fault
