"""Other programs at the same office: what they did is shown here, and said, within two seconds."""

from PySide6.QtCore import QObject, QTimer, Signal

from liaison_app.desktop.session import Session, Step
from liaison_app.services.others import Seen, look_again
from liaison_app.system.messages import text

_EVERY = 2_000
"""Milliseconds."""


class Others(QObject):
    """``wrote`` when another program did; the notice bar says what."""

    wrote = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: Seen | None = None
        self._ours: set[str] = set()
        session.stepped.connect(self._note)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """See whether anybody wrote; not while something is under way here, whose steps aren't told yet."""
        office, seen = self._session.office, self._seen
        if not self._session.tasks.busy or seen is None:
            self._session.tasks.read(
                lambda: look_again(office, seen), self._compare, owner=self, slot="others"
            )

    def _note(self, step: Step) -> None:
        self._ours.add(step.ref)

    def _compare(self, now: Seen) -> None:
        if self._session.tasks.busy and now.came:
            return  # one of these may be ours: it's told when what is under way is done
        self._seen = now
        theirs = [line for line in now.came if line.ref not in self._ours]
        self._ours.clear()
        if not theirs:
            return
        self.wrote.emit()
        code = "others.one" if len(theirs) == 1 else "others.more"
        self._session.say(text(code, done=theirs[-1].done, count=len(theirs) - 1))
