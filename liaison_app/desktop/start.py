"""The window's beginning: the application, dressed; unlock, then the office, then unlock again when it's locked."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from liaison_app.desktop import preferences
from liaison_app.desktop.finding import Finder
from liaison_app.desktop.frame.trail import Place
from liaison_app.desktop.look.look import wear
from liaison_app.desktop.session import Session
from liaison_app.desktop.tasks import Tasks, in_words, note
from liaison_app.desktop.welcome.window import Welcome
from liaison_app.desktop.window import Window
from liaison_app.services.office import Office, Profile
from liaison_app.system.clock import Clock
from liaison_app.system.messages import text
from liaison_app.system.paths import profile_folder
from liaison_app.system.worker.worker import Worker

_YIELD = 0.0005
"""Seconds after which a thread that reads or compares lets the one that paints go on. With Python's own ten times
that a frame takes 44 ms beside such a thread, with this 19."""


def run(argv: list[str]) -> int:
    """Open the welcome window (``argv`` may name an office) and stay until all is closed; returns the exit code."""
    made = _begun()
    with Worker() as worker:
        desk = Desk(Clock(), Profile(profile_folder() / "copies.json"), worker)
        desk.catch_mistakes()
        desk.welcome([Path(one) for one in argv])
        return made.exec()


def show_office(office: Office) -> int:
    """Show an office that is open and stay until its window is closed; returns the exit code."""
    made = _begun()
    with Worker() as worker:
        desk = Desk(office.clock, office.profile, worker)
        desk.catch_mistakes()
        desk.open(office)
        return made.exec()


def _begun() -> QApplication:
    """The application, in a process that is all its own: nothing in it may hold up painting for long."""
    made = application()
    sys.setswitchinterval(_YIELD)
    gc.freeze()  # what is here now stays: garbage collection needn't look through it each time
    return made


def application() -> QApplication:
    """The application, made if there is none yet, and dressed."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(["liaison"])
    made.setApplicationDisplayName("Liaison")
    liked = preferences.load()
    wear(made, liked.colours, liked.scale)
    return made


def open_window(office: Office, worker: Worker | None = None) -> Window:
    """The window of an office that is open; it isn't shown yet. ``window.leave()`` when done: the office stays open,
    and so does the ``worker``, which computes for it; without one it does so itself."""
    session = Session(office, Tasks(worker=worker))
    finder = Finder(session)
    window = Window(session, finder.ask)
    finder.found.connect(window.palette_.answer)
    session.setParent(window)
    session.tasks.setParent(window)
    return window


class Desk(QObject):
    """One window after the other: welcome, office, and welcome again when it's locked."""

    def __init__(self, clock: Clock, profile: Profile, worker: Worker) -> None:
        super().__init__()
        self._clock, self._profile, self._worker = clock, profile, worker
        self._places: dict[Path, Place] = {}
        self.front: Welcome | Window | None = None

    def catch_mistakes(self) -> None:
        """Say a mistake of ours in the notice bar; never a traceback on the screen, never an end of the program."""
        sys.excepthook = lambda _kind, fault, _at: self._say(fault)

    def _say(self, fault: BaseException) -> None:
        note(fault)
        if isinstance(self.front, Window):
            self.front.session.say(in_words(fault), "late")

    def welcome(self, asked: list[Path]) -> None:
        """Offer the offices asked for, else those opened lately."""
        welcome = Welcome(self._clock, self._profile)
        recent = [Path(one) for one in preferences.load().recent]
        welcome.show_offices(asked or recent)
        welcome.opened.connect(self.open)
        self._show(welcome)

    def open(self, office: Office) -> None:
        """Show an office, where the person was when it was locked."""
        preferences.keep(preferences.load().opened(office.path))
        window = open_window(office, self._worker)
        window.locked.connect(lambda why: self._lock(window, why))
        window.other_asked.connect(lambda action: self._other(window, action))
        window.closed.connect(office.close)
        window.closed.connect(self._worker.close)
        before = self._places.pop(office.path, None)
        self._show(window)
        if before is not None:
            window.go(before)

    def _lock(self, window: Window, why: str) -> None:
        path, minutes, lost = (
            window.session.office.path,
            window.locking.away.minutes,
            window.locking.lost,
        )
        self._let_go(window, [path])  # locked at once: no backup is waited for
        if isinstance(self.front, Welcome):
            self.front.unlock.say_locked(text(f"locked.{why}", minutes=minutes), lost)

    def _other(self, window: Window, action: str) -> None:
        path = window.session.office.path
        keys = action in ("passphrase", "sheet")
        if not keys and (
            not window.may_close()
            or window.backing_up.must_wait(lambda: self._other(window, action))
        ):
            return
        self._let_go(window, [path] if keys else [])
        if isinstance(self.front, Welcome):
            self.front.begin(action, path)

    def _let_go(self, window: Window, asked: list[Path]) -> None:
        """Close the window and its office, forget both but for where the person was, and welcome anew."""
        path, place = window.session.office.path, window.place
        if place is not None:
            self._places[path] = place
        window.leave()
        self.welcome(asked)
        window.close()
        window.deleteLater()

    def _show(self, window: Welcome | Window) -> None:
        before, self.front = self.front, window
        if before is not None:
            window.resize(before.size())
        window.show()
        if isinstance(before, Welcome):
            before.close()
