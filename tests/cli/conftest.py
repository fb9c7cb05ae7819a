"""The command line driven as a person or a script does, in this process."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from liaison_app import app
from liaison_app.store.key import Key
from tests.offices import PASSPHRASE, MovingClock, opened


@dataclass(frozen=True)
class Said:
    """What a command left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Liaison = Callable[..., Said]


@pytest.fixture
def liaison(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Liaison:
    """Run ``liaison`` with these words; ``passphrase=None`` leaves the variable unset, and ``pipe``
    is what standard input holds."""

    def run(*words: object, passphrase: str | None = PASSPHRASE, pipe: str = "") -> Said:
        monkeypatch.delenv("LIAISON_PASSPHRASE", raising=False)
        if passphrase is not None:
            monkeypatch.setenv("LIAISON_PASSPHRASE", passphrase)
        monkeypatch.setattr("sys.stdin", io.StringIO(pipe))
        capsys.readouterr()
        code = app.main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture
def file(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    """The file of an office, closed."""
    made = opened(founded, tmp_path, MovingClock())
    made.close()
    return made.path
