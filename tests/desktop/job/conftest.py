"""The window of an office with nothing in it, driven by keys; no dialogue blocks: files are chosen by the test."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison_app.desktop.look.look import wear
from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.page import Page
from liaison_app.desktop.start import open_window
from liaison_app.desktop.window import Window
from liaison_app.services.office import Office
from liaison_app.store import ledger
from liaison_app.store.key import Key
from liaison_app.system.worker.worker import Worker
from tests.offices import MovingClock, opened

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Chosen(Chooser):
    """A person who chooses these."""

    file: Path | None = None
    print_to: QPrinter | None = None
    asked: list[str] = field(default_factory=list)

    def save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """The file of the test; what was suggested is noted."""
        self.asked.append(name)
        return self.file

    def open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """The file of the test."""
        return self.file

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        """The printer of the test."""
        return self.print_to


class Paper(QPrinter):
    """A printer that the test can read: ``said`` is what the ledger held when the first page was begun."""

    def __init__(self, into: Path, office: Office) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(into))
        self._office = office
        self.said: list[str] = []

    def outputFileName(self) -> str:
        """None, as of a real one."""
        return ""

    def setFullPage(self, full: bool) -> None:
        """The first page is begun."""
        with self._office.read() as connection:
            self.said = [one.path for one in ledger.entries(connection)]
        super().setFullPage(full)


def to_file(path: Path) -> QPrinter:
    """What the system's dialog gives for "Print to File"."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


class Officer:
    """Somebody at the window, with a keyboard only."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.session = window.session

    def settle(self) -> None:
        """Wait until nothing is under way."""
        QApplication.processEvents()
        tasks = self.session.tasks
        self._qtbot.waitUntil(lambda: not tasks.busy and not tasks.looking, timeout=20_000)
        QApplication.processEvents()

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, how)
        self.settle()

    def write(self, words: str) -> None:
        """Type words where the focus is."""
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClicks(where, words)
        self.settle()

    def tab_to(self, widget: QWidget, most: int = 12) -> None:
        """Reach a control with Tab alone."""
        passed = []
        for _ in range(most):
            if widget.hasFocus():
                return
            self.press(KEY.Key_Tab)
            here = QApplication.focusWidget()
            passed.append(here.accessibleName() if here is not None else "")
        raise AssertionError(f"{widget.accessibleName()} isn't reached by Tab, only {passed}")

    def page(self, key: str) -> Page:
        """A page of the window."""
        found = self.window.page(key)
        assert isinstance(found, Page)
        return found

    @property
    def notice(self) -> str:
        """What the notice bar says."""
        return self.window.notice.words


@pytest.fixture
def office(
    founded: tuple[Path, Key], tmp_path: Path, moving_clock: MovingClock
) -> Iterator[Office]:
    """An office with its officer and nothing else in it."""
    made = opened(founded, tmp_path, moving_clock)
    yield made
    made.close()


@pytest.fixture
def officer(office: Office, worker: Worker, qapp: QApplication, qtbot: QtBot) -> Iterator[Officer]:
    """The window, shown at 1280 x 800 and settled."""
    wear(qapp, "light", 1.0)
    window = open_window(office, worker)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qapp.processEvents()
    person = Officer(window, qtbot)
    person.settle()
    yield person
    person.settle()
    window.leave()
    window.deleteLater()
