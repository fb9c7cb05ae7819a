"""Locking one window: when asked to, when nobody is there, when the computer slept; after how long is the officer's.

What was begun is finished first, never cut short; meanwhile nothing of the office is in sight. If what is typed can't
be kept, a window that somebody asked to lock stays; one that nobody sits at is locked, and ``lost`` says why.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from liaison_app.desktop import preferences
from liaison_app.desktop.actions import Actions
from liaison_app.desktop.away import Away
from liaison_app.desktop.frame.curtain import Curtain
from liaison_app.desktop.session import Session
from liaison_app.desktop.tasks import in_words
from liaison_app.desktop.undoing import Question
from liaison_app.system.messages import text

_CHOICES = (2, 5, 10, 30)
"""Minutes."""


class Locking(QObject):
    """``locked(why)`` when the window can go: ``asked``, ``idle``, ``slept``. ``keep_typed()`` keeps what is typed."""

    locked = Signal(str)

    def __init__(
        self, window: QWidget, session: Session, actions: Actions, question: Question
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._actions, self._question = actions, question
        self._curtain = Curtain(window)
        self._then: Callable[[], object] | None = None
        self._held_focus: QWidget | None = None
        self.keep_typed: Callable[[], object] = lambda: None
        self.away = Away(session.office.clock, preferences.load().lock_after, self)
        self.away.gone.connect(self.lock)
        self.lost = ""
        self._by_hand = False
        session.tasks.failed.connect(self._hear)
        session.tasks.rested.connect(self._go_on)
        self._word()

    def lock(self, why: str = "asked") -> None:
        """Lock: at once if nothing is under way, else hidden until that is done."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()  # whoever opened it must hear of that first
            QTimer.singleShot(0, lambda: self.lock(why))
        else:
            self.when_done(lambda: self.locked.emit(why), by_hand=why == "asked")

    def when_done(self, then: Callable[[], object], *, by_hand: bool = True) -> None:
        """Hide the window, keep what is typed, and go on once all that was begun is done; ``by_hand`` only if it could
        be, otherwise in any case."""
        if self._then is not None:
            return
        self._then, self._by_hand, self.lost = then, by_hand, ""
        self._held_focus = QApplication.focusWidget()
        self._curtain.draw()
        try:
            self.keep_typed()
        except Exception as mistake:
            self._hear(in_words(mistake))
            raise
        finally:
            if not self._session.tasks.busy:
                self._go_on()

    def ask_when(self) -> None:
        """Ask after how long it's to lock by itself."""
        now = self.away.minutes
        answers: list[tuple[str, Callable[[], object]]] = [
            (
                text("locking.as_now" if one == now else "locking.minutes", minutes=one),
                partial(self._lock_after, one),
            )
            for one in _CHOICES
        ]
        answers.append((text("locking.only_asleep"), partial(self._lock_after, 0)))
        answers.append((text("locking.leave"), lambda: None))
        self._question.ask(text("locking.question"), [text("locking.question_more")], answers)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if self.lost and self._by_hand:
            self._curtain.lift()
            if self._held_focus is not None and isValid(self._held_focus):
                self._held_focus.setFocus()
            self._session.say(text("locking.not_kept", why=self.lost), "late")
        else:
            then()

    def _hear(self, why: str) -> None:
        """Something failed, or was refused: while a lock waits that is what was to be kept."""
        if self._then is not None:
            self.lost = self.lost or why

    def _lock_after(self, minutes: int) -> None:
        self.away.minutes = minutes
        preferences.keep(replace(preferences.load(), lock_after=minutes))
        self._word()
        said = "locking.said" if minutes else "locking.said_asleep"
        self._session.say(text(said, minutes=minutes))

    def _word(self) -> None:
        minutes = self.away.minutes
        code = "locking.after" if minutes else "locking.asleep"
        self._actions.say("lock_after", text(code, minutes=minutes))
