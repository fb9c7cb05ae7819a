"""Liaison as its own process: as a shell, a script or a hostile world meets it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from liaison_app.store.key import Key
from tests.offices import PASSPHRASE, MovingClock, opened

Run = Callable[..., "subprocess.CompletedProcess[str]"]

MEETINGS = (
    "Date,Organisation,Person,Purpose,Notes\n"
    "12 March 2024,Harbour Trust,Ottilie Brandvold,Ferry tolls,Brandvold dislikes peonies\n"
    "13 March 2024,Quay Guild,Ibrahim Zelenko,Cranes,Zelenko is moving to Split\n"
    "31/02/2024,Pier Board,Nobody Atall,A day that is none,\n"
)
"""Two meetings with names and words that occur nowhere else, and a day that doesn't exist."""

SECRETS = ("Ottilie", "Brandvold", "peonies", "Zelenko", "Harbour Trust", "Quay Guild")


def environment(profile: Path, passphrase: str | None = PASSPHRASE) -> dict[str, str]:
    """What the process is given: a profile of its own, no display, buffered output as in a shell."""
    given = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    given |= {"LIAISON_HOME": str(profile), "QT_QPA_PLATFORM": "offscreen"}
    if passphrase is not None:
        given["LIAISON_PASSPHRASE"] = passphrase
    return given


def command(*words: object) -> list[str]:
    """The words that start Liaison in this Python."""
    return [sys.executable, "-m", "liaison_app", *map(str, words)]


@pytest.fixture
def run(profile: Path) -> Run:
    """Run ``liaison`` with these words in a process of its own."""

    def start(
        *words: object, passphrase: str | None = PASSPHRASE, **how: object
    ) -> "subprocess.CompletedProcess[str]":
        given: Mapping[str, str] = environment(profile, passphrase)
        how.setdefault("stdin", subprocess.DEVNULL)
        how.setdefault("stdout", subprocess.PIPE)
        return subprocess.run(  # type: ignore[call-overload,no-any-return]  # streams vary
            command(*words),
            env=given,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
            **how,
        )

    return start


@pytest.fixture
def file(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    """The file of an office, closed."""
    made = opened(founded, tmp_path, MovingClock())
    made.close()
    return made.path


@pytest.fixture
def meetings(tmp_path: Path) -> Path:
    """A meeting log."""
    path = tmp_path / "log.csv"
    path.write_text(MEETINGS, encoding="utf-8")
    return path
