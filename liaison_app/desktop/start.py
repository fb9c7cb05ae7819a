"""The window's beginning: the application, dressed, and its one window."""

from PySide6.QtWidgets import QApplication, QMainWindow

from liaison_app.desktop.look.look import wear


def run(argv: list[str]) -> int:
    """Open the window and stay until it's closed; returns the exit code."""
    application = QApplication(["liaison", *argv])
    application.setApplicationDisplayName("Liaison")
    wear(application)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()
