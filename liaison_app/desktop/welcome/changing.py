"""Changing the passphrase of an office that is closed: the present one, the new one, what becomes of older copies."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.progress import Progress
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.parts.text import Line, Paragraph
from liaison_app.desktop.tasks import Tasks, in_words
from liaison_app.desktop.welcome.mark import Mark
from liaison_app.desktop.welcome.new_passphrase import NewPassphrase
from liaison_app.desktop.welcome.passphrase import PassphraseField
from liaison_app.desktop.welcome.sheet import in_the_middle
from liaison_app.services import passphrases
from liaison_app.services.office import Profile
from liaison_app.services.passphrases import Changed, Older
from liaison_app.system.clock import Clock
from liaison_app.system.messages import text
from liaison_app.system.worker.watch import Cancelled

_NAMED = 4
"""Copies named at most."""


class Changing(QWidget):
    """``changed(Changed)`` when it's done, for the recovery sheet comes next; ``left`` to go back."""

    changed = Signal(object)
    left = Signal()
    _far = Signal(int, int)

    def __init__(self, tasks: Tasks, clock: Clock, profile: Profile) -> None:
        super().__init__()
        self._tasks, self._clock, self._profile = tasks, clock, profile
        self._path = Path()
        self._folders: list[Path] = []
        self._doing = False
        self.setAccessibleName(text("changing.title"))
        self.present = PassphraseField("")
        self.new = NewPassphrase(text("words.passphrase"))
        self.older = Segmented(
            text("changing.older"),
            [Choice(one, text(f"changing.{one}")) for one in Older],
            Older.KEEP,
        )
        self.message = MessageBox("")
        self._given_up = Event()
        self.progress = Progress(text("changing.doing"), text("changing.cancel_leaves"))
        self.progress.cancelled.connect(self._given_up.set)
        self.progress.end()
        self._far.connect(self.progress.show_done)
        self.go = Button.primary(text("changing.go"), "check")
        self.go.clicked.connect(self.change)
        self._lay_out()

    def begin(self, path: Path) -> None:
        """Change the passphrase of the office at ``path``."""
        self._path, self._folders = path, []
        self._file.show_words(path.name)
        self.message.say("")
        self._look_for_copies()
        self.present.setFocus()

    def look_in(self, folder: Path) -> None:
        """Look for copies in another folder too, such as a stick's."""
        self._folders.append(folder)
        self._look_for_copies()

    def _look_for_copies(self) -> None:
        path, folders = self._path, list(self._folders)
        self._tasks.read(
            lambda: passphrases.older_copies(path, folders),
            self._show_copies,
            otherwise=lambda _: self._show_copies(()),
            owner=self,
            slot="copies",
        )

    def change(self) -> None:
        """Change it, off the window's thread, unless something needs a person first."""
        problem = "" if self.present.typed.strip() else text("changing.present_missing")
        if problem:
            self.present.setFocus()
        problem = problem or self.new.problem
        self.message.say(problem)
        if problem or self._doing:
            return
        self._be_doing(on=True)
        older = Older(self.older.code)
        wish = passphrases.NewPassphrase(
            self._path, self.present.typed, self.new.typed, older, list(self._folders)
        )
        self._tasks.work(
            lambda _: passphrases.change(wish, self._clock, self._profile, self._tell),
            self._done,
            otherwise=self._refuse,
            owner=self,
            to_the_end=True,
        )

    def _tell(self, done: int, whole: int) -> None:
        """How far the new file is; until it stands in the old one's place one may still give up."""
        if self._given_up.is_set():
            raise Cancelled
        self._far.emit(done, whole)

    def _be_doing(self, *, on: bool) -> None:
        self._given_up.clear()
        self._doing = on
        self.go.setEnabled(not on)
        self._leave.setEnabled(not on)
        self.progress.begin() if on else self.progress.end()

    def _done(self, changed: Changed) -> None:
        self._be_doing(on=False)
        self.forget()
        self.changed.emit(changed)

    def _refuse(self, fault: BaseException) -> None:
        self._be_doing(on=False)
        given_up = isinstance(fault, Cancelled)
        self.message.say(text("changing.given_up") if given_up else in_words(fault))
        self.present.field.selectAll()
        self.present.setFocus()

    def _go_back(self) -> None:
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.present.field.clear()
        self.new.forget()

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, text("changing.elsewhere"))
        if chosen:
            self.look_in(Path(chosen))

    def _show_copies(self, copies: Sequence[Path]) -> None:
        names = [one.name for one in copies[:_NAMED]]
        if len(copies) > _NAMED:
            names.append(text("changing.more", count=len(copies) - _NAMED))
        code = "changing.copy" if len(copies) == 1 else "changing.copies"
        words = text(code, count=len(copies)) if copies else text("changing.no_copies")
        self._copies.setText(words)
        self._names.setText("\n".join(names))
        self._names.setVisible(bool(names))
        self.older.setVisible(bool(copies))

    def _lay_out(self) -> None:
        self._file = Line("", "small", "text3")
        self._copies = Paragraph("", "body", "text")
        self._names = Paragraph("", "small", "text2")
        self._leave = Button(text("create.leave"))
        self._leave.clicked.connect(self._go_back)
        present = FormGrid()
        present.field(text("changing.present"), self.present, note=text("changing.or_code"))
        self.present.field.setAccessibleName(text("changing.present"))
        titles = down(Line(text("changing.title"), "display", bold=True), self._file, gap=0)
        elsewhere = Button.quiet(text("changing.elsewhere"))
        elsewhere.clicked.connect(self._ask_folder)
        older = Panel("sunken")
        older.setLayout(
            down(
                self._copies, self._names, across(self.older, STRETCH, elsewhere), gap=6, margins=12
            )
        )
        body = down(
            across(Mark(), (titles, 1), gap=14),
            4,
            present,
            self.new,
            older,
            Paragraph(text("changing.void"), "small", "text2"),
            Paragraph(text("changing.out_of_reach"), "small", "text3"),
            self.progress,
            self.message,
            across(STRETCH, self._leave, self.go),
            gap=12,
            margins=(40, 26, 40, 22),
        )
        self.setLayout(in_the_middle(body, 760))
