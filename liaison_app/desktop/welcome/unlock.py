"""Unlocking: the health of the file first, then the passphrase; a wait that doubles after each wrong one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from liaison_app import __version__
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card, Panel
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.parts.text import Icon, Line, Paragraph
from liaison_app.desktop.tasks import Tasks, in_words
from liaison_app.desktop.welcome.health import Health, health_of
from liaison_app.desktop.welcome.mark import Mark
from liaison_app.desktop.welcome.passphrase import PassphraseField
from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office, Profile
from liaison_app.services.unlocking import seconds_to_wait, unlock
from liaison_app.system.clock import Clock
from liaison_app.system.messages import text

_SECOND = 1_000
_WRONG = {
    "office.wrong_passphrase": "unlock.wrong",
    "recovery.mistyped": "recovery.mistyped",
}
_ICONS = {"good": "check", "soon": "warn", "late": "late"}


class Unlock(QWidget):
    """``opened(office)``; ``create_asked`` for a new one."""

    opened = Signal(object)
    create_asked = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, profile: Profile) -> None:
        super().__init__()
        self._tasks, self._clock, self._profile = tasks, clock, profile
        self._path: Path | None = None
        self._left = 0
        self._opening = False
        self.setAccessibleName(text("unlock.title"))
        self.passphrase = PassphraseField(text("unlock.passphrase"))
        self.passphrase.entered.connect(self.unlock)
        self.passphrase.caps.connect(self._show_caps)
        self.button = Button.primary(text("unlock.unlock"), "unlock")
        self.button.clicked.connect(self.unlock)
        self.message = MessageBox("")
        self._lost = MessageBox("")
        self._caps = Chip(text("unlock.caps"), icon="warn", tone="soon")
        self._caps.setVisible(False)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND)
        self._second.timeout.connect(self.count_down)
        self._lay_out()
        for key, does in (("Ctrl+O", self.choose_file), ("Ctrl+Shift+N", self.create_asked.emit)):
            QShortcut(QKeySequence(key), self).activated.connect(does)

    def show_offices(self, recent: Sequence[Path]) -> None:
        """Offer the office opened last, and the others beside it."""
        others = [path for path in recent[1:] if path.exists()]
        rows: list[QWidget] = [self._other(path) for path in others[:4]]
        for words, key, does in (
            ("unlock.open_other", "Ctrl+O", self.choose_file),
            ("unlock.new", "Ctrl+Shift+N", self.create_asked.emit),
        ):
            row = Row(RowData(text(words), right=key, icon="plus", icon_tone="accent"))
            row.clicked.connect(does)
            rows.append(row)
        self._others.show_rows(rows)
        if recent:
            self.show_file(recent[0])
        else:
            self._name.show_words(text("unlock.no_office"))
            self._line.show_words(text("unlock.no_office_more"))
            self.button.setEnabled(False)

    def show_file(self, path: Path) -> None:
        """Look at a file's health, ready for its passphrase."""
        self._path = path
        self._end_wait()
        self.message.say("")
        self._name.show_words(path.name)
        self._line.show_words(str(path.parent))
        self._tasks.read(
            lambda: health_of(path, self._clock, self._profile),
            self._show_health,
            otherwise=lambda fault: self.message.say(in_words(fault)),
            owner=self,
            slot="health",
        )
        self.passphrase.setFocus()

    def say_locked(self, why: str, lost: str = "") -> None:
        """Say that the office was open, and why it isn't any more. ``lost``: why what was typed in it could not be
        kept; that stays until an office is open."""
        self._sub.show_words(why)
        self._lost.say(text("locked.lost", why=lost) if lost else "")

    def unlock(self) -> None:
        """Try the passphrase, off the window's thread."""
        path, typed = self._path, self.passphrase.typed
        if path is None or self._left or self._opening:
            return
        self._opening = True
        self.button.say(text("unlock.opening"))
        self.button.setEnabled(False)
        self._tasks.write(
            lambda: unlock(path, typed, self._clock, self._profile),
            self._open,
            otherwise=self._refuse,
            owner=self,
        )

    def choose_file(self) -> None:
        """Choose another office."""
        name, _ = QFileDialog.getOpenFileName(
            self, text("unlock.open_other"), "", f"{text('unlock.files')} (*.liaison);;* (*)"
        )
        if name:
            self.show_file(Path(name))

    def count_down(self) -> None:
        """A second less to wait."""
        self._left = max(self._left - 1, 0)
        if self._left:
            self.button.say(text("unlock.wait", seconds=self._left))
        else:
            self._end_wait()
            self.button.setEnabled(True)

    def _wait(self) -> None:
        """Wait as long as this file still asks for; also after a restart."""
        if self._path is None:
            return
        self._left = seconds_to_wait(self._path, self._clock, self._profile)
        if self._left:
            self.button.say(text("unlock.wait", seconds=self._left))
            self.button.setEnabled(False)
            self._second.start()

    def _end_wait(self) -> None:
        self._left = 0
        self._second.stop()
        self.button.say(text("unlock.unlock"))

    def _open(self, office: Office) -> None:
        self._opening = False
        self.passphrase.field.clear()
        self.button.say(text("unlock.unlock"))
        self.button.setEnabled(True)
        self.message.say("")
        self.opened.emit(office)

    def _refuse(self, fault: BaseException) -> None:
        self._opening = False
        self.passphrase.field.selectAll()
        self.passphrase.setFocus()
        if isinstance(fault, Refusal) and fault.code in _WRONG:
            self.message.say(text(_WRONG[fault.code]))
        else:
            self.message.say(in_words(fault))
        self.button.say(text("unlock.unlock"))
        self.button.setEnabled(True)
        self._wait()

    def _show_health(self, health: Health) -> None:
        self._line.show_words(health.line)
        rows: list[QWidget] = []
        for sign in health.signs:
            data = RowData(
                sign.words, right=sign.right, icon=_ICONS[sign.tone], icon_tone=sign.tone
            )
            rows.append(Row(data, pressable=False))
        self._health.show_rows(rows)
        self.button.setEnabled(health.can_open)
        self.button.setToolTip(health.why_not)
        self.message.say(health.why_not)
        self._wait()

    def _show_caps(self, on: bool) -> None:
        self._caps.setVisible(on)

    def _forgotten(self) -> None:
        self.message.say(text("unlock.forgotten_more"))

    def _other(self, path: Path) -> Row:
        row = Row(RowData(path.name, sub=str(path.parent), icon="file"))
        row.clicked.connect(lambda: self.show_file(path))
        return row

    def _lay_out(self) -> None:
        whole = Panel("surface", "line2")
        whole.setFixedSize(look().px(960), look().px(520))
        left, right = boxed(self._left_side()), boxed(self._right_side())
        right_panel = Panel("page", "line")
        right_panel.setLayout(across(right, margins=0))
        whole.setLayout(across((left, 1), (right_panel, 1), gap=0, margins=1))
        self.setLayout(down(STRETCH, across(STRETCH, whole, STRETCH), STRETCH))

    def _left_side(self) -> QVBoxLayout:
        self._name = Line("", "body", bold=True)
        self._line = Line("", "small", "text3")
        self._sub = Line(text("unlock.sub"), "small", "text3")
        other = Button.quiet(text("unlock.other"))
        other.clicked.connect(self.choose_file)
        card = Panel()
        card.setLayout(
            across(
                Icon("file", "accent", 20),
                (down(self._name, self._line, gap=2), 1),
                other,
                gap=12,
                margins=(14, 10, 8, 10),
            )
        )
        forgotten = Button.quiet(text("unlock.forgotten"))
        forgotten.clicked.connect(self._forgotten)
        label = Line(text("unlock.passphrase"), "small", "text2")
        return down(
            across(
                Mark(),
                (
                    down(
                        Line("Liaison", "display", bold=True),
                        self._sub,
                        gap=0,
                    ),
                    1,
                ),
                gap=14,
            ),
            20,
            self._lost,
            card,
            12,
            label,
            self.passphrase,
            self.message,
            across(self._caps, STRETCH, forgotten, self.button),
            STRETCH,
            Paragraph(text("unlock.no_door"), "small", "text3"),
            gap=6,
            margins=(40, 34, 40, 26),
        )

    def _right_side(self) -> QVBoxLayout:
        self._health = Card(text("health.title"))
        self._others = Card(text("unlock.others"))
        version = Line(text("unlock.version", version=__version__), "micro", "text3")
        return down(self._health, self._others, STRETCH, version, gap=16, margins=(32, 34, 32, 26))
