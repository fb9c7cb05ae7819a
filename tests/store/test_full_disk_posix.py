"""A disk that fills up at any moment: what was acknowledged stays, nothing is written by half."""

import shutil
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from liaison_app.store import office_file
from liaison_app.store.check import check
from liaison_app.store.node import Profile
from liaison_app.store.tables.people import person
from tests.store.conftest import KEY, MovingClock

ROOT = Path(__file__).parents[2]
OLD = Path(__file__).with_name("released") / "format-1.liaison"
BRING_UP = """
import sys
from pathlib import Path
from liaison_app.domain.errors import Refusal
from liaison_app.store.migrate import bring_up
from liaison_app.system.clock import Clock
from tests.store.conftest import KEY
from tests.store.full_disk_writer import leave_room
path = Path(sys.argv[1])
leave_room(path, 61_000)
try:
    bring_up(path, KEY, Clock().now())
except Refusal as refusal:
    print(refusal.code)
"""


def test_an_older_office_on_a_full_disk_stays_as_it_was_and_is_brought_up_later(
    tmp_path: Path, clock: MovingClock, known: Profile
) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "old.liaison"))
    done = subprocess.run(
        [sys.executable, "-c", BRING_UP, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in {"office.no_room", "store.medium_failed"}
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    store = office_file.open_office(path, KEY, clock, known)
    assert check(store).is_sound
    store.close()


def test_a_disk_that_fills_up_loses_nothing_acknowledged(
    path: Path, clock: MovingClock, known: Profile
) -> None:
    done = subprocess.run(  # our own writer
        [sys.executable, "-m", "tests.store.full_disk_writer", str(path), "40"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    acknowledged, *refused = done.stdout.split()
    assert 0 < int(acknowledged) < 40
    assert {one.partition(".")[2] for one in refused} <= {"disk_full", "medium_failed"}
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
