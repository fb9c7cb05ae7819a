"""The parts are tried as the officer meets them: dressed, in a window, driven by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from liaison_app.desktop.frame.window import Frame
from liaison_app.desktop.look.look import Look, wear
from tests.desktop.look import gallery


@pytest.fixture(autouse=True)
def worn(qapp: QApplication) -> Look:
    """The light look at 100 %, whatever an earlier test put on."""
    return wear(qapp, "light", 1.0)


@pytest.fixture
def frame(worn: Look, qapp: QApplication) -> Iterator[Frame]:
    """The gallery's window, shown at 1280 x 800."""
    window = gallery.frame()
    window.show()
    window.activateWindow()
    qapp.processEvents()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, int(QEvent.Type.DeferredDelete))
