"""Work that takes long: what, how many of how many, Cancel, and what cancelling leaves behind."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Line, Paragraph
from liaison_app.system.messages import text

_SOON = 400
"""Milliseconds; what is done sooner needs no bar."""


class Progress(QWidget):
    """``cancelled`` when the person gives up; the words below say what that leaves behind.

    Within a page it comes after ``begin``, if that takes long enough to be seen, and goes with ``end``.
    """

    cancelled = Signal()

    def __init__(self, what: str, leaves: str = "") -> None:
        super().__init__()
        self._what = what
        self._words = Line(what)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(what)
        self._cancel = Button(text("progress.cancel"), small=True)
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.setAccessibleDescription(leaves)
        note = Paragraph(leaves, "micro", "text3") if leaves else None
        self.setLayout(down(across(self._words, STRETCH, self._cancel), self._bar, note, gap=8))
        self.setAccessibleName(what)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.show)

    def begin(self) -> None:
        """It has begun; nobody knows yet how much it is."""
        self.show_done(0, 0)
        self._soon.start()

    def end(self) -> None:
        """It is over, one way or the other."""
        self._soon.stop()
        self.hide()

    def show_done(self, done: int, whole: int) -> None:
        """``done`` of ``whole``; a ``whole`` of 0 means that nobody knows how much it is."""
        self._bar.setMaximum(whole)
        self._bar.setValue(done)
        words = (
            text("progress.of", what=self._what, done=done, whole=whole) if whole else self._what
        )
        self._words.show_words(words)
        self.setAccessibleDescription(words)
