"""Killed at any moment: the file opens, and every acknowledged write is there."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from liaison_app.store import office_file
from liaison_app.store.check import check
from liaison_app.store.node import Profile
from liaison_app.store.tables.people import person
from tests.store.conftest import KEY, MovingClock

WRITES = 200


def test_kill_in_the_middle_of_writing_loses_nothing_acknowledged(
    template: Path, tmp_path: Path, trials: Callable[[int, int], int]
) -> None:
    dice = random.Random(4)  # noqa: S311  # where to kill, not a secret
    for number in range(trials(2, 200)):
        kind = "alone" if number % 2 else "bulk"
        folder = tmp_path / str(number)
        folder.mkdir()
        path = Path(shutil.copy(template, folder / "office.liaison"))
        until = dice.randrange(1, WRITES)
        command = [sys.executable, "-m", "tests.store.crash_writer", str(path), str(WRITES), kind]
        root = Path(__file__).parents[2]
        with subprocess.Popen(  # our own writer
            command, stdout=subprocess.PIPE, text=True, cwd=root
        ) as writer:
            assert writer.stdout is not None
            acknowledged = [writer.stdout.readline().strip() for _ in range(until)]
            writer.kill()
            acknowledged += writer.stdout.read().split()
        known = Profile(folder / "office.known")
        store = office_file.open_office(path, KEY, MovingClock(), known)
        with store.read() as connection:
            there = {str(one) for one in connection.scalars(select(person.c.id))}
        health = check(store)
        store.close()
        assert set(acknowledged) <= there
        assert health.findings == ()
