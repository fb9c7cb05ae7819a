"""Nothing readable on the disk, and nobody called, while an office is worked with."""

import json
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liaison_app import app
from tests.journeys.conftest import SECRETS
from tests.offices import PASSPHRASE


class Spy:
    """Reads every file in some folders whenever a file is put in place, synced or removed."""

    def __init__(self, *folders: Path, asked_for: set[Path]) -> None:
        self.folders, self.asked_for = folders, asked_for
        self.found: set[tuple[str, str]] = set()
        self.looked = 0

    def look(self) -> None:
        self.looked += 1
        for folder in self.folders:
            for path in folder.rglob("*"):
                if path.is_file() and path not in self.asked_for:
                    self._read(path)

    def _read(self, path: Path) -> None:
        held = path.read_bytes()
        for word in (*SECRETS, PASSPHRASE):
            for encoding in ("utf-8", "utf-16-le"):
                if word.encode(encoding) in held:
                    self.found.add((path.name, word))


def spied_on(spy: Spy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the spy look at every sync, rename and removal that Python does."""
    for name in ("fsync", "replace", "unlink", "rename", "remove"):
        real = getattr(os, name)

        def watched(*given: object, _real: object = real, **more: object) -> object:
            spy.look()
            assert callable(_real)
            return _real(*given, **more)

        monkeypatch.setattr(os, name, watched)


def a_day(
    file: Path,
    meetings: Path,
    asked_for: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[None]:
    """A day's use, command by command: what comes in, goes out, is copied, put back and forgotten."""
    done(monkeypatch, "import", file, meetings, "--apply")
    yield
    meeting = ref_of(file, "engagements", monkeypatch, capsys)
    person = ref_of(file, "people", monkeypatch, capsys, "Zelenko")
    restored = file.with_name("restored.liaison")
    stick = file.with_name("stick")
    stick.mkdir()
    (new := asked_for / "new.txt").write_text("a kettle of quiet brass\n", encoding="utf-8")
    for words in (
        ("list", file, "people"),
        ("show", file, meeting),
        ("search", file, "peonies"),
        ("packet", file, meeting, asked_for / "packet.pdf"),
        ("export", file, asked_for / "office.xlsx", "--audience", "internal"),
        ("subject", file, person, asked_for / "subject.txt"),
        ("duplicates", file, "people"),
        ("history", file),
        ("backup", file),
        ("backup", file, stick),
        ("restore", next_of(stick), restored),
        ("check", restored),
        ("anonymise", file, person, "--for-good", "--rewrite-backups", "--backups", stick),
        ("ledger", file),
        ("search", restored, "peonies"),
        ("passphrase", file, "--new-passphrase-file", new, "--older", "remake"),
    ):
        done(monkeypatch, *(word() if callable(word) else word for word in words))
        yield


def next_of(folder: Path) -> Callable[[], Path]:
    """The backup that will stand in a folder."""
    return lambda: next(folder.glob("*.liaison"))


def ref_of(
    file: Path,
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    where: str = "",
) -> str:
    """The reference of the first of a kind; its year is that of today."""
    capsys.readouterr()
    done(monkeypatch, "list", file, kind, "--json", *(["--where", where] if where else []))
    return str(json.loads(capsys.readouterr().out)[0]["ref"])


def done(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    """Do a command that must succeed."""
    monkeypatch.setenv("LIAISON_PASSPHRASE", PASSPHRASE)
    assert app.main([str(word) for word in words]) == 0, words


def no_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever would open a connection fails."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def test_nothing_is_readable_on_the_disk_and_nobody_is_called_in_a_day_of_work(
    file: Path,
    meetings: Path,
    profile: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    asked_for = tmp_path_factory.mktemp("asked_for")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    spy = Spy(file.parent, profile, temporary, asked_for={meetings})
    spied_on(spy, monkeypatch)
    no_connections(monkeypatch)
    for _ in a_day(file, meetings, asked_for, monkeypatch, capsys):
        spy.look()
    assert spy.looked > 10
    assert spy.found == set()
