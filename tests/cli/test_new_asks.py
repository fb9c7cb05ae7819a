"""On a terminal, ``liaison new`` asks what kind of office it makes."""

import io
import json
import sys
from pathlib import Path

import pytest

from liaison_app import app
from tests.cli.conftest import Liaison
from tests.offices import PASSPHRASE


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_weak_passphrase_and_a_shared_place_are_warned_of_and_taken(
    liaison: Liaison, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    words = ["new", tmp_path / "x.liaison", "--officer", "Ruth Begay", "--office", "Relations"]
    said = liaison(*words, passphrase="summer")
    assert said.code == 0
    assert "weak" in said.err
    assert "Syncthing" in said.err
    assert (tmp_path / "x.liaison").exists()


def test_a_person_who_guesses_must_wait_and_is_told_before_the_prompt(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def prompted(_: str) -> str:
        asked.append(1)
        return "not it"

    monkeypatch.setattr("getpass.getpass", prompted)
    monkeypatch.setattr(sys, "stdin", Screen(""))
    monkeypatch.delenv("LIAISON_PASSPHRASE", raising=False)
    codes = [app.main(["list", str(file), "people"]) for _ in range(2)]
    assert codes == [1, 1]
    assert len(asked) == 1
    assert "try again in 1 s" in capsys.readouterr().err


def test_it_asks_for_home_and_kind_until_it_gets_one(
    liaison: Liaison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.liaison"
    screen = Screen()
    monkeypatch.setenv("LIAISON_PASSPHRASE", PASSPHRASE)
    with monkeypatch.context() as terminal:
        terminal.setattr(sys, "stdin", Screen("Diné Bikéyah\n99\nnation\n8\n"))
        terminal.setattr(sys, "stderr", screen)
        words = ["new", str(path), "--officer", "Ruth Begay", "--office", "Diné Relations"]
        assert app.main(words) == 0
    assert "  8  Tribal nation" in screen.getvalue()
    rows = json.loads(liaison("list", path, "jurisdictions", "--json").out)
    assert [(row["title"], row["type"], row["heading"]) for row in rows] == [
        ("Diné Bikéyah", "tribal_nation", "tribal")
    ]
