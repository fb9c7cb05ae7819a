"""Backups while the office is open: looked after every minute, made in the background, told in the sidebar.

What fails is said once and tried again; nobody's work waits for it. On leaving, the window stays until the last copy
is checked (a stick must not be pulled out before), unless it's closed a second time.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from liaison_app.desktop.frame.sidebar import Sidebar
from liaison_app.desktop.outgoing.choosing import Chooser
from liaison_app.desktop.records.words import Said, moment_words
from liaison_app.desktop.session import Session
from liaison_app.desktop.undoing import Question
from liaison_app.domain.errors import Refusal
from liaison_app.services import backups
from liaison_app.services.backups import Outcome, Place, Standing
from liaison_app.system.messages import text
from liaison_app.system.worker.watch import Watch

_MINUTE = 60_000
_OLD_DAYS = 7
"""A copy in the second place older than so many days is said in amber, if it lacks something."""

Then = Callable[[Sequence[Outcome]], None]


class BackingUp(QObject):
    """Looks after the backups of one window's office."""

    def __init__(self, session: Session, sidebar: Sidebar, question: Question) -> None:
        super().__init__(sidebar)
        self.chooser = Chooser()
        self._session, self._sidebar, self._question = session, sidebar, question
        self._said: set[str] = set()
        self._watch: Watch | None = None
        self._leaves = False
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.look)
        self._minute.start()
        self._show()

    def look(self) -> None:
        """Make the backups that are due, unless some are being made, and say how it stands."""
        office = self._session.office
        self._show()

        def make(due: Sequence[Path]) -> None:
            if due and self._watch is None:
                self._make(lambda watch: backups.make(office, due, watch), self._tell_faults)

        self._session.tasks.read(lambda: backups.due(office), make, owner=self, slot="due")

    def make_now(self) -> None:
        """Make one in every place, because somebody asked for it."""
        office = self._session.office
        if self._watch is None:
            self._said.clear()
            self._session.say(text("window.backup_copying"))
            self._make(lambda watch: backups.make_all(office, watch), self._tell_all)

    def must_wait(self, leave: Callable[[], object]) -> bool:
        """Whether leaving the office has to wait for a last backup, after which ``leave`` is called.

        Not if nothing was written since, if somebody won't wait (asks twice), or if the machine shuts down.
        """
        application = QApplication.instance()
        hurried = isinstance(application, QApplication) and application.isSavingSession()
        office = self._session.office
        if self._leaves or hurried or self._session.tasks.stopped:
            return False
        try:
            due = backups.due(office, leaving=True)
        except (Refusal, OSError):  # an office that can't be read can't be copied either
            return False
        if not due:
            return False
        self._leaves = True
        self._session.say(text("window.backup_leaving"))

        def left(outcomes: Sequence[Outcome]) -> None:
            if any(one.fault and one.fault not in self._said for one in outcomes):
                self._tell_faults(outcomes, "window.backup_leave_anyway")
            else:
                leave()

        self._make(lambda watch: backups.make(office, due, watch), left)
        return True

    def ask_second_place(self, parent: QWidget) -> None:
        """Choose the second place, another one, or none."""
        session = self._session

        def ask(now: Standing) -> None:
            if now.second is None:
                self._choose(parent)
                return
            self._question.ask(
                text("window.second_asked", folder=now.second.folder),
                [
                    f"{now.own.folder.name}: {self._own_said(now.own)[0]}",
                    self._second_said(now.second)[0],
                ],
                [
                    (text("window.second_other"), lambda: self._choose(parent)),
                    (text("window.second_none"), lambda: self._use(None)),
                    (text("window.second_stays"), lambda: None),
                ],
            )

        session.tasks.read(lambda: backups.standing(session.office), ask, owner=self, slot="ask")

    def _choose(self, parent: QWidget) -> None:
        folder = self.chooser.folder(parent, text("window.second_where"))
        if folder is not None:
            self._use(folder)

    def _use(self, folder: Path | None) -> None:
        office, session = self._session.office, self._session

        def used(_: None) -> None:
            if folder is not None:
                self.make_now()
            else:
                session.say(text("window.second_given_up"))
                self._show()

        session.do(lambda: backups.choose_second_place(office, folder), used, owner=self)

    def _make(self, job: Callable[[backups.Watch], list[Outcome]], then: Then) -> None:
        """Have backups made on the thread for long work; giving that work up ends the copying."""

        def told(_done: int, _whole: int) -> None:
            if self._watch is not None:
                self._watch.check()

        def done(outcomes: Sequence[Outcome]) -> None:
            self._watch = None
            if not any(one.fault for one in outcomes):
                self._said.clear()
            then(outcomes)
            self._show()

        def broke(_fault: BaseException) -> None:
            self._watch = None
            self._leaves = False

        self._watch = self._session.tasks.work(
            lambda _: job(told), done, otherwise=broke, owner=self
        )

    def _tell_all(self, outcomes: Sequence[Outcome]) -> None:
        made = [str(one.made.path) for one in outcomes if one.made is not None]
        if made:
            self._session.say(text("window.backup_made", path=", ".join(made)), "neutral")
        self._tell_faults(outcomes)

    def _tell_faults(self, outcomes: Iterable[Outcome], more: str = "") -> None:
        """Say what failed, each thing once until it has gone well again."""
        for one in outcomes:
            if one.fault and one.fault not in self._said:
                self._said.add(one.fault)
                self._session.say(f"{one.fault} {text(more)}" if more else one.fault, "late")

    def _show(self) -> None:
        """Say in the sidebar when the last backups were made."""
        office = self._session.office

        def show(now: Standing) -> None:
            second = ("", "") if now.second is None else self._second_said(now.second)
            self._sidebar.show_backup(self._own_said(now.own), second)

        self._session.tasks.read(
            lambda: backups.standing(office), show, owner=self, slot="standing"
        )

    def _own_said(self, own: Place) -> Said:
        if own.last is None:
            return text("frame.no_backup"), "soon"
        when = moment_words(own.last, self._session.zone, self._session.today)
        return (
            (text("frame.backup_failed", when=when), "soon")
            if own.fault
            else (text("frame.backup", when=when), "")
        )

    def _second_said(self, second: Place) -> Said:
        if second.last is None:
            return text("frame.second_none", name=second.name), "soon"
        zone, today = self._session.zone, self._session.today
        age = (today - second.last.astimezone(zone).date()).days
        words = text("frame.second", name=second.name, when=moment_words(second.last, zone, today))
        return words, "soon" if second.behind and age > _OLD_DAYS else ""
