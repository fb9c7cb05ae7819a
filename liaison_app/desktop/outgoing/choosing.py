"""Asking the person for a file or a printer: the only windows that block. Tests give pages another ``Chooser``."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget


class Chooser:
    """The system's own dialogs."""

    def save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Where to save; ``name`` is suggested, ``kind`` such as ``PDF (*.pdf)``. None if nothing was chosen."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kind)
        return Path(chosen) if chosen else None

    def open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Which file to open; None if nothing was chosen."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kind)
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Which folder; None if nothing was chosen."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        """Which printer, with its settings; None if nothing was chosen."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() else None
