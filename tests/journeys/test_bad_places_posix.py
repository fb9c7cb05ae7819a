"""Places that hold no office and no list: refused at once, in one sentence."""

import os
from pathlib import Path

import pytest

from tests.journeys.conftest import Run


@pytest.mark.parametrize("name", ["pipe", "x" * 300, "log.csv/below"])
def test_what_is_no_file_is_refused_and_never_waited_for(
    file: Path, meetings: Path, tmp_path: Path, run: Run, name: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for words in (
        ("list", tmp_path / name, "people"),
        ("restore", tmp_path / name, tmp_path / "new.liaison"),
        ("import", file, tmp_path / name, "--apply"),
        ("import", file, meetings, "--map", tmp_path / name),
        ("export", file, tmp_path / name),
    ):
        done = run(*words)
        assert (done.returncode, done.stdout) == (1, ""), words
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert not (tmp_path / "new.liaison").exists()
