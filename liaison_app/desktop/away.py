"""Whether anybody is there: no key and no pointer for so long, or the computer slept meanwhile.

Sleep is noticed without asking the system: a timer stands still while the computer sleeps and the
clock on the wall doesn't.
"""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from liaison_app.system.clock import Clock

_EVERY = timedelta(seconds=2)
_SLEPT = timedelta(seconds=30)
"""More than that between two looks: the computer slept."""

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Away(QObject):
    """``gone(why)``: ``idle`` after ``minutes`` without a sign of anybody (0: never), ``slept`` when the
    computer did. It's said again at each look for as long as it is so."""

    gone = Signal(str)

    def __init__(self, clock: Clock, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._clock = clock
        self._looked = clock.now()
        self._idle = timedelta()
        self._sign = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY // timedelta(milliseconds=1))
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())

    def look(self) -> None:
        """See whether anybody has given a sign since the last look."""
        now = self._clock.now()
        passed, self._looked = now - self._looked, now
        self._idle = timedelta() if self._sign else self._idle + max(passed, _EVERY)
        self._sign = False
        if passed > _SLEPT:
            self.gone.emit("slept")
        elif self.minutes and self._idle >= timedelta(minutes=self.minutes):
            self.gone.emit("idle")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and pointer; take nothing away."""
        if event.type() in _SIGNS:
            self._sign = True
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Whole windows are watched, dialogs too: what reaches each control passes through them."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
