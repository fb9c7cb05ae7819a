"""A disk that fills up at any moment: what was acknowledged stays, nothing is written by half."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from liaison_app.store import office_file
from liaison_app.store.check import check
from liaison_app.store.node import Profile
from liaison_app.store.tables.people import person
from tests.store.conftest import KEY, MovingClock


def test_a_disk_that_fills_up_loses_nothing_acknowledged(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    done = subprocess.run(  # our own writer
        [sys.executable, "-m", "tests.store.full_disk_writer", str(path), "40"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    acknowledged, *refused = done.stdout.split()
    assert 0 < int(acknowledged) < 40
    assert set(refused) <= {"store.disk_full", "store.medium_failed"}
    assert refused
    assert done.stderr == ""
    store = office_file.open_office(path, KEY, clock, known)
    with store.read() as connection:
        there = connection.scalar(select(func.count()).select_from(person))
    health = check(store)
    office_file.close(store, known)
    assert there == int(acknowledged)
    assert health.findings == ()
    assert [one.name for one in path.parent.iterdir() if "liaison" in one.name] == [path.name]
