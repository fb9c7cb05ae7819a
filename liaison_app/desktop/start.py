"""The window's beginning: the application, dressed as this person likes it, and its one window."""

from PySide6.QtWidgets import QApplication

from liaison_app.desktop import preferences
from liaison_app.desktop.finding import Finder
from liaison_app.desktop.look.look import wear
from liaison_app.desktop.session import Session
from liaison_app.desktop.tasks import Tasks
from liaison_app.desktop.window import Window
from liaison_app.services.office import Office


def application() -> QApplication:
    """The application, made if there is none yet, and dressed."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(["liaison"])
    made.setApplicationDisplayName("Liaison")
    liked = preferences.load()
    wear(made, liked.colours, liked.scale)
    return made


def open_window(office: Office) -> Window:
    """The window of an office that is open; it isn't shown yet. Closing it closes neither office nor application."""
    session = Session(office, Tasks())
    finder = Finder(session)
    window = Window(session, finder.ask)
    finder.found.connect(window.palette_.answer)
    session.setParent(window)
    session.tasks.setParent(window)
    return window


def run(argv: list[str]) -> int:
    """Open the welcome page and stay until the last window is closed; returns the exit code."""
    made = application()
    made.setProperty("arguments", argv)
    return made.exec()
