"""A real encrypted office for every test: made once, copied, opened by key (no derivation paid)."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from liaison_app.store import office_file
from liaison_app.store.door import Store
from liaison_app.store.key import Key
from liaison_app.store.node import Profile
from liaison_app.system.clock import Clock

KEY = Key(bytes(range(32)), bytes(range(16)))
OFFICER, OFFICE = UUID(int=1), UUID(int=2)


class MovingClock(Clock):
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """A little later at each reading."""
        self.at += timedelta(milliseconds=3)
        return self.at


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "office.liaison"
    office_file.create(path, KEY, MovingClock(), OFFICER, OFFICE).close()
    return path


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def known(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "known.json")


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """The office's file; the copy is another inode, so it opens as a copy of its own (a new node)."""
    return Path(shutil.copy(template, tmp_path / "office.liaison"))


@pytest.fixture
def store(path: Path, clock: MovingClock, known: Profile) -> Iterator[Store]:
    opened = office_file.open_office(path, KEY, clock, known)
    yield opened
    opened.close()
