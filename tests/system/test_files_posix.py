"""Files appear whole or not at all, and whoever can't have one is told why."""

import errno
import os
import resource
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.system import files, messages


def refused(path: Path, data: bytes = b"new") -> str:
    """The code with which writing ``path`` is refused; its sentence must be complete."""
    with pytest.raises(Refusal) as caught:
        files.write_whole(path, data)
    sentence = messages.text(caught.value.code, **caught.value.params)
    assert "{" not in sentence
    return caught.value.code


@contextmanager
def disk_for_one_kilobyte() -> Iterator[None]:
    """The system refuses to let any file grow beyond 1 kB, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only_folder() -> Iterator[Path]:
    """A folder that may only be read; for root, who may write anywhere, as an ordinary user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    files.write_whole(tmp_path / "packet.pdf", b"%PDF")
    assert (tmp_path / "packet.pdf").read_bytes() == b"%PDF"
    assert stat.S_IMODE((tmp_path / "packet.pdf").stat().st_mode) == 0o600


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "packet.pdf"
    target.write_bytes(b"old and much longer")
    files.write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_goes_on_pointing_at_the_file_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "latest.pdf"
    link.symlink_to(tmp_path / "elsewhere" / "packet.pdf")
    files.write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "packet.pdf").read_bytes() == b"new"


def test_a_full_disk_keeps_what_was_there_and_leaves_no_half(tmp_path: Path) -> None:
    target = tmp_path / "packet.pdf"
    target.write_bytes(b"old")
    with disk_for_one_kilobyte():
        assert refused(target, b"x" * 5000) == "file.disk_full"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_may_only_be_read_is_said() -> None:
    with read_only_folder() as folder:
        assert refused(folder / "packet.pdf") == "file.folder_read_only"


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "packet.pdf").mkdir()
    assert refused(tmp_path / "packet.pdf") == "file.is_folder"


def test_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone" / "packet.pdf") == "file.folder_missing"
    assert not (tmp_path / "gone").exists()


def test_a_file_taken_for_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file")
    assert refused(tmp_path / "notes" / "packet.pdf") == "file.folder_missing"


def test_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "file.not_ordinary"


@pytest.mark.parametrize("name", ["x" * 300, "zero\0byte"])
def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name) == "file.name_unfit"


def test_a_folder_that_can_t_be_synced_makes_no_refusal_of_a_file_that_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def as_some_shares_do(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", as_some_shares_do)
    files.write_whole(tmp_path / "packet.pdf", b"%PDF")
    assert (tmp_path / "packet.pdf").read_bytes() == b"%PDF"
