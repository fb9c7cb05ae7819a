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
