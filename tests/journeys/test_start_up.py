"""A command doesn't wait for what it doesn't need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import environment

SLOW = ("openpyxl", "reportlab", "PySide6", "nacl")


@pytest.mark.parametrize("words", [["--version"], ["list", "FILE", "people"]])
def test_a_command_loads_neither_paper_nor_sheets_nor_window(
    file: Path, profile: Path, words: list[str]
) -> None:
    given = [str(file) if word == "FILE" else word for word in words]
    script = (
        "import sys; from liaison_app import app; "
        f"assert app.main({given!r}) == 0; "
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(profile),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
