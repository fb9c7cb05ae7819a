"""Pictures of the window, for whoever wants to look before installing: real widgets, drawn without a display."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.look.look import look, wear
from liaison_app.desktop.start import application, open_window
from liaison_app.desktop.window import Window
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.office import Office
from liaison_app.services.outgoing.leaving import Leaving, write_out

SIZE = (1280, 800)
_HARMLESS = "This plugin does not support propagateSizeHints()"
_PATIENCE = 20_000
"""Milliseconds after which a picture is taken even if something is still under way."""


@dataclass(frozen=True)
class _View:
    """A picture: its file's name, its colours, and where it's taken: a page, or the first record of a list."""

    name: str
    colours: str = "light"
    page: str = ""
    kind: Kind | None = None
    where: str = ""
    sort: str | None = None


_AWAY = "status:planned direction:outbound"
"""The meetings of a trip to come: they have the most to show."""

_VIEWS: Sequence[_View] = (
    _View("today", page="today"),
    _View("jurisdiction", kind=Kind.JURISDICTION, where="tribal"),
    _View("commitments", page="commitments"),
    _View("engagement", kind=Kind.ENGAGEMENT, where=_AWAY, sort="when_first"),
    _View("person", kind=Kind.PERSON, where="stale"),
    _View("trip", kind=Kind.TRIP, where="status:confirmed"),
    _View("today-dark", "dark", page="today"),
    _View("jurisdiction-dark", "dark", kind=Kind.JURISDICTION, where="tribal"),
)


def take(office: Office, folder: Path) -> list[Path]:
    """Draw the main pages of an open office as PNG files of exactly ``SIZE`` into ``folder``; where they are.

    A picture whose record the office hasn't got is left out. Set ``QT_QPA_PLATFORM=offscreen`` before Qt begins where
    there is no display. Refused as files are.
    """
    made = application()
    worn = look()
    before = qInstallMessageHandler(_say)
    try:
        taken = [_picture(made, office, view, folder) for view in _VIEWS]
    finally:
        qInstallMessageHandler(before)
    wear(made, worn.colours.name, worn.scale)
    return [path for path in taken if path is not None]


def _say(_mode: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Pass on what Qt has to say, but for one harmless line that it says of every window without a display."""
    if words != _HARMLESS:
        sys.stderr.write(f"{words}\n")


def _picture(made: QApplication, office: Office, view: _View, folder: Path) -> Path | None:
    wear(made, view.colours)
    window = open_window(office)
    window.resize(QSize(*SIZE))
    window.show()
    _rest(window)
    path = folder / f"{view.name}.png"
    there = _go(window, view)
    if there:
        _rest(window)
        _keep(window, path)
    window.leave()  # without the backup that a person who closes it would wait for
    window.close()
    window.deleteLater()
    return path if there else None


def _go(window: Window, view: _View) -> bool:
    """Go where the picture is taken; whether there is such a place."""
    if view.kind is None:
        window.session.open_page(view.page)
        return True
    office = window.session.office
    if view.kind is Kind.PERSON:
        away = ENGAGEMENTS.page(office, _AWAY, "when_first", limit=1)
        if away and away[0].people:
            window.session.open_record(Kind.PERSON, away[0].people[0].id)
            return True
    found = LISTINGS[view.kind].page(office, view.where, view.sort, limit=1)
    found = found or LISTINGS[view.kind].page(office, limit=1)
    if found:
        window.session.open_record(view.kind, found[0].id)
    return bool(found)


def _rest(window: Window) -> None:
    """Let the window work until nothing is under way any more."""
    tasks = window.session.tasks
    QApplication.processEvents()
    while tasks.busy:
        loop = QEventLoop()
        tasks.rested.connect(loop.quit)
        QTimer.singleShot(_PATIENCE, loop.quit)
        loop.exec()
        QApplication.processEvents()


def _keep(window: Window, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    write_out(window.session.office, path, bytes(buffer.data().data()), Leaving("picture"))
