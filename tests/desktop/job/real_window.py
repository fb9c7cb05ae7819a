"""Drives the program's own window on a real display, as its own process: the main job, by keys alone.

``python -m tests.desktop.job.real_window OFFICE LIST.csv FOLDER``; the passphrase comes in ``LIAISON_PASSPHRASE``. Says
each thing done on a line; ends with 0 when all is.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.capture.page import CapturePage
from liaison_app.desktop.pages.importing.page import ImportPage
from liaison_app.desktop.pages.packet.page import PacketPage
from liaison_app.desktop.start import Desk, application
from liaison_app.desktop.welcome.window import Welcome
from liaison_app.desktop.window import Window
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.office import Office, Profile
from liaison_app.system.clock import Clock
from liaison_app.system.worker.worker import Worker
from tests.desktop.job.conftest import CTRL, KEY, SHIFT, Chosen

_PATIENCE = 20.0


def tell(*words: object) -> None:
    """Say on a line what was done."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


class Driver:
    """The keyboard, and patience."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds; ends the program if it never does."""
        end = time.monotonic() + _PATIENCE
        while not true():
            if time.monotonic() > end:
                raise SystemExit(f"never came: {what}")
            QTest.qWait(10)

    @property
    def window(self) -> Window:
        """The window of the office."""
        assert isinstance(self.desk.front, Window)
        return self.desk.front

    @property
    def office(self) -> Office:
        """The office in it."""
        return self.window.session.office

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and wait for what comes of it."""
        where = QApplication.focusWidget() or self.desk.front
        assert where is not None
        QTest.keyClick(where, key, how)
        self.rest()

    def write(self, words: str) -> None:
        """Type where the focus is."""
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClicks(where, words)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        QTest.qWait(1)
        if isinstance(self.desk.front, Window):
            tasks = self.window.session.tasks
            self.until(lambda: not tasks.busy, "an end of the work under way")


def main(office: Path, listed: Path, folder: Path) -> None:
    """Unlock, import, capture, undo, find, save the packet."""
    made = application()
    worker = Worker()
    desk = Desk(Clock(), Profile(folder / "nodes.json"), worker)
    desk.welcome([office])
    driver = Driver(desk)
    assert QGuiApplication.platformName() == "xcb", QGuiApplication.platformName()
    unlock(driver)
    bring(driver, listed)
    capture(driver)
    find_and_print(driver, folder / "packet.pdf")
    driver.window.grab().save(str(folder / "window.png"))
    tell("pictured", driver.window.width(), driver.window.height())
    window = driver.window
    window.close()
    driver.until(lambda: not window.isVisible(), "an end of the last backup")
    made.processEvents()
    worker.close()


def unlock(driver: Driver) -> None:
    """Type the passphrase."""
    welcome = driver.desk.front
    assert isinstance(welcome, Welcome)
    welcome.resize(1280, 800)
    welcome.activateWindow()
    driver.until(lambda: QApplication.focusWidget() is not None, "the focus on the passphrase")
    driver.write(os.environ.pop("LIAISON_PASSPHRASE"))
    driver.press(KEY.Key_Return)
    driver.until(lambda: isinstance(driver.desk.front, Window), "the office")
    driver.window.resize(1280, 800)
    driver.window.activateWindow()  # there is no window manager that would
    driver.until(driver.window.isActiveWindow, "an active window")
    driver.rest()
    tell("unlocked")


def bring(driver: Driver, listed: Path) -> None:
    """Import a list."""
    driver.press(KEY.Key_I, CTRL)
    page = driver.window.page("import")
    assert isinstance(page, ImportPage)
    page.choose = Chosen(listed)
    driver.press(KEY.Key_Return)
    driver.press(KEY.Key_Return, CTRL)
    tell("imported", ENGAGEMENTS.count(driver.office))


def capture(driver: Driver) -> None:
    """A meeting with two people and two commitments; taken back, and done again."""
    driver.press(KEY.Key_M, CTRL | SHIFT)
    driver.press(KEY.Key_Tab)
    driver.write("tomorrow")
    page = driver.window.page("capture")
    assert isinstance(page, CapturePage)
    while not page.who.theirs.add.hasFocus():
        driver.press(KEY.Key_Tab)
    for name in ("Kim Do-hyun, Mayor", "Park Seo-yeon"):
        driver.write(name)
        driver.press(KEY.Key_Return)
    for wording in ("Send port MOU draft", "Seating plan for the signing"):
        driver.press(KEY.Key_C, CTRL | SHIFT)
        driver.write(wording)
    driver.press(KEY.Key_Return, CTRL)
    counts = [(ENGAGEMENTS.count(driver.office), COMMITMENTS.count(driver.office))]
    driver.press(KEY.Key_Z, CTRL)
    counts.append((ENGAGEMENTS.count(driver.office), COMMITMENTS.count(driver.office)))
    driver.press(KEY.Key_Z, CTRL | SHIFT)
    counts.append((ENGAGEMENTS.count(driver.office), COMMITMENTS.count(driver.office)))
    tell("captured", *counts)


def find_and_print(driver: Driver, target: Path) -> None:
    """Find the meeting with Ctrl+K, and save its packet."""
    driver.press(KEY.Key_K, CTRL)
    driver.write("bilateral kim")
    driver.press(KEY.Key_Return)
    found = driver.window.page("engagements")
    assert isinstance(found, Page)
    tell("found", found.record is not None)
    driver.press(KEY.Key_P, CTRL)
    page = driver.window.page("packet")
    assert isinstance(page, PacketPage)
    page.choose = Chosen(target)
    driver.press(KEY.Key_Return, CTRL)
    tell("saved", target.exists())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
