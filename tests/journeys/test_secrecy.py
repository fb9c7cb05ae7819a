"""Nothing readable on the disk, and nobody called, while an office is worked with."""

import json
import os
import socket
import tempfile
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
        for word in SECRETS:
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


def first_engagement(file: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The reference of an engagement that was brought in; its year is that of today."""
    capsys.readouterr()
    assert app.main(["list", str(file), "engagements", "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)[0]["ref"])


def done(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    """Do a command that must succeed."""
    monkeypatch.setenv("LIAISON_PASSPHRASE", PASSPHRASE)
    assert app.main([str(word) for word in words]) == 0, words


def test_no_name_and_no_word_of_notes_is_readable_while_it_is_worked_with(
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
    done(monkeypatch, "import", file, meetings, "--apply")
    monkeypatch.setenv("LIAISON_PASSPHRASE", PASSPHRASE)
    ref = first_engagement(file, capsys)
    for words in (
        ("list", file, "people"),
        ("search", file, "peonies"),
        ("packet", file, ref, asked_for / "packet.pdf"),
        ("export", file, asked_for / "office.xlsx", "--audience", "internal"),
        ("backup", file, temporary),
        ("undo", file),
    ):
        done(monkeypatch, *words)
        spy.look()
    assert spy.looked > 10
    assert spy.found == set()


def test_no_connection_is_opened(
    file: Path,
    meetings: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    done(monkeypatch, "import", file, meetings, "--apply")
    monkeypatch.setenv("LIAISON_PASSPHRASE", PASSPHRASE)
    ref = first_engagement(file, capsys)
    for words in (
        ("packet", file, ref, tmp_path / "packet.pdf"),
        ("export", file, tmp_path / "office.xlsx"),
        ("check", file),
    ):
        done(monkeypatch, *words)
