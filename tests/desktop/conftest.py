"""An office full of invented records, a window on it, and ways to wait for it: no sleeps, no display."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison_app.desktop.start import application, open_window
from liaison_app.desktop.window import Window
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.services.sample.making import make_sample
from liaison_app.system.clock import FixedClock
from liaison_app.system.worker.worker import Worker

PASSPHRASE = "harbor lantern fifty maple"
NOW = datetime(2026, 11, 23, 15, 42, tzinfo=UTC)
CLOCK = FixedClock(NOW)

Settle = Callable[[], None]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office as a file, made once."""
    folder = tmp_path_factory.mktemp("template")
    path = folder / "sample.liaison"
    make_sample(path, PASSPHRASE, CLOCK, Profile(folder / "nodes.json")).close()
    return path


@pytest.fixture
def office(template: Path, tmp_path: Path) -> Iterator[Office]:
    """A copy of it, open."""
    path = tmp_path / "office.liaison"
    shutil.copyfile(template, path)
    opened = open_office(path, PASSPHRASE, CLOCK, Profile(tmp_path / "nodes.json"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """The process that computes, a real one, shared by all windows of the tests."""
    with Worker() as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, office: Office, worker: Worker) -> Iterator[Window]:
    """Its window, on Today."""
    application()
    made = open_window(office, worker)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not made.session.tasks.busy, timeout=10_000)
    yield made
    made.leave()
    made.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, window: Window) -> Settle:
    """Wait until all that was asked for has been read, written and shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=10_000)

    return wait


def shown_texts(widget: QWidget) -> str:
    """All words that are in sight in a widget, for looking whether something is said."""
    names = (one.accessibleName() for one in widget.findChildren(QWidget) if one.isVisible())
    return "\n".join(name for name in names if name)
