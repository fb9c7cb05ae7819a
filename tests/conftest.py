"""What every test can count on: no display, no profile of the user's, one knob for repetitions."""

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

from liaison_app.services.office import Office
from liaison_app.store import key
from liaison_app.store.key import Key
from tests.offices import MovingClock, found, opened

os.environ["QT_QPA_PLATFORM"] = "offscreen"

collect_ignore_glob = ["**/*_posix.py"] if os.name == "nt" else []
"""Limits, links and pipes as Linux and macOS have them."""

FEW, MANY = 15, 1000
"""Examples of a property test: at every run, and with ``--trials``."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--trials``: the same tests at the counts that take long."""
    parser.addoption("--trials", action="store_true", help="repeat as often as the issues ask for")


def pytest_configure(config: pytest.Config) -> None:
    """Set how often a property test tries, by the same knob."""
    count = MANY if config.getoption("--trials") else FEW
    settings.register_profile("liaison", max_examples=count, deadline=None, derandomize=True)
    settings.load_profile("liaison")


@pytest.fixture
def trials(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """How often to repeat: ``trials(few, many)`` is ``few``, or ``many`` with ``--trials``."""

    def choose(few: int, many: int) -> int:
        return many if pytestconfig.getoption("--trials") else few

    return choose


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """A passphrase's key for one salt is derived once: it takes a fifth of a second on purpose, and
    most tests open copies of one office."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(key, "hashlib", SimpleNamespace(pbkdf2_hmac=cache(hashlib.pbkdf2_hmac)))
        yield


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile folder of the test's own, instead of the user's."""
    folder = tmp_path / "profile"
    monkeypatch.setenv("LIAISON_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Key]:
    """An office made once, so that its key is derived once; tests work on copies of it."""
    return found(tmp_path_factory.mktemp("founded"))


@pytest.fixture
def moving_clock() -> MovingClock:
    """The clock of ``office``; a test may move it."""
    return MovingClock()


@pytest.fixture
def office(
    founded: tuple[Path, Key], tmp_path: Path, moving_clock: MovingClock
) -> Iterator[Office]:
    """An office of Chattanooga, encrypted and open, with its officer and nothing else in it."""
    made = opened(founded, tmp_path, moving_clock)
    yield made
    made.close()
