"""The first window: unlock an office, or make one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from liaison_app.desktop import preferences
from liaison_app.desktop.away import Away
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.layout import down
from liaison_app.desktop.tasks import Tasks
from liaison_app.desktop.welcome.changing import Changing
from liaison_app.desktop.welcome.create import Create
from liaison_app.desktop.welcome.keeping import KeepSheet
from liaison_app.desktop.welcome.moving_in import MovingIn
from liaison_app.desktop.welcome.unlock import Unlock
from liaison_app.services import moving_in
from liaison_app.services.office import Office, Profile
from liaison_app.services.passphrases import Changed
from liaison_app.system.clock import Clock
from liaison_app.system.messages import text


class Welcome(QWidget):
    """``opened(office)`` when an office is open; the window is closed by whoever takes it."""

    opened = Signal(object)

    def __init__(self, clock: Clock, profile: Profile) -> None:
        super().__init__()
        self.setWindowTitle("Liaison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1280, 800)
        self.tasks = Tasks(self)
        self.unlock = Unlock(self.tasks, clock, profile)
        self.founding = Create(self.tasks, clock, profile)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.unlock)
        self._stack.addWidget(self.founding)
        self.changing = Changing(self.tasks, clock, profile)
        self._stack.addWidget(self.changing)
        self.moving = MovingIn(self.tasks)
        self._stack.addWidget(self.moving)
        self.keep = KeepSheet()
        self._stack.addWidget(self.keep)
        self.setLayout(down(self._stack, gap=0))
        self.away = Away(clock, preferences.load().lock_after, self)
        self.away.gone.connect(lambda _: self._lock())
        self.unlock.create_asked.connect(self.show_founding)
        self.founding.left.connect(self.show_unlock)
        self.unlock.opened.connect(self._unlocked)
        self.founding.made.connect(self._show_sheet)
        self.changing.left.connect(self.show_unlock)
        self.changing.changed.connect(self._changed)
        self.keep.kept.connect(self._open)
        self.moving.settled.connect(self._open)
        self.moving.failed.connect(self._not_moved)

    def show_offices(self, recent: Sequence[Path]) -> None:
        """Offer offices opened lately; without any, make one."""
        self.unlock.show_offices(recent)
        self.show_unlock() if recent else self.show_founding()

    def show_unlock(self) -> None:
        """Unlock an office."""
        self._stack.setCurrentWidget(self.unlock)
        self.unlock.passphrase.setFocus()

    def begin(self, action: str, path: Path) -> None:
        """What was asked for in an office: another one, or something that is done to it while it's closed."""
        if action == "new_office":
            self.show_founding()
        elif action == "open_office":
            self.unlock.choose_file()
        elif action == "passphrase":
            self._stack.setCurrentWidget(self.changing)
            self.changing.begin(path)
        elif action == "sheet":
            self._sheet_asked = True
            self.unlock.say_locked(text("changing.sheet"))

    def show_founding(self) -> None:
        """Make an office."""
        self._stack.setCurrentWidget(self.founding)
        self.founding.begin()

    _sheet_asked = False
    _unopened: Office | None = None

    def _unlocked(self, office: Office) -> None:
        if self._sheet_asked:
            self._show_sheet(office, first=False)
            return
        why = moving_in.to_ask(office)
        if not why:
            self._open(office)
            return
        self._unopened = office
        self._stack.setCurrentWidget(self.moving)
        self.moving.ask(office, why)

    def _not_moved(self, why: str) -> None:
        """It was closed to be moved; it's unlocked where it was."""
        self._unopened = None
        self.show_unlock()
        self.unlock.message.say(why)

    def _changed(self, changed: Changed) -> None:
        left = changed.left
        said = ""
        if left:
            code = "changing.left_one" if len(left) == 1 else "changing.left_more"
            said = text(code, name=left[0].name, count=len(left))
        self._show_sheet(changed.office, said)

    def _show_sheet(self, office: Office, said: str = "", *, first: bool = True) -> None:
        self._unopened = office
        self._stack.setCurrentWidget(self.keep)
        self.keep.show_office(office, said, first=first)

    def _lock(self) -> None:
        """Nobody is there: close an office whose sheet or place is still to settle, forget what is typed."""
        if self.tasks.busy:
            return
        self.unlock.passphrase.field.clear()
        self.changing.forget()
        self.founding.secret.forget()
        if self._unopened is not None:
            office, self._unopened = self._unopened, None
            office.close()
            self.keep.forget()
            self.unlock.show_file(office.path)
            self.show_unlock()

    def _open(self, office: Office) -> None:
        self._unopened = None
        self.opened.emit(office)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is under way."""
        self.tasks.stop()
        if self._unopened is not None:
            self._unopened.close()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look().colour("chrome"))
