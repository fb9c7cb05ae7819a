"""An office that was unlocked in a shared place: one question, whether it's to move to this computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.text import Icon, Line, Paragraph
from liaison_app.desktop.tasks import Tasks, in_words
from liaison_app.desktop.welcome.sheet import in_the_middle
from liaison_app.services import moving_in
from liaison_app.services.office import Office
from liaison_app.system.messages import text


class MovingIn(QWidget):
    """``begun``: the office asked about is closed now. ``settled(office)``: it's open here now, or is left where it
    was; ``failed`` when it had to be closed. ``moved``: what was opened here, as soon as it is."""

    begun = Signal()
    settled = Signal(object)
    failed = Signal(str)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._office: Office | None = None
        self.moved: Office | None = None
        self.setAccessibleName(text("moving.title"))
        self.why = MessageBox("", "soon")
        self._where = Paragraph("", "body", "text2")
        self.move_ = Button.primary(text("moving.move"), "drive")
        self.leave = Button(text("moving.leave"))
        self.move_.clicked.connect(self._move)
        self.leave.clicked.connect(self._leave)
        body = down(
            across(
                Icon("file", "accent", 20), (Line(text("moving.title"), "display", bold=True), 1)
            ),
            self.why,
            self._where,
            across(STRETCH, self.leave, self.move_),
            gap=14,
            margins=(40, 30, 40, 28),
        )
        self.setLayout(in_the_middle(body, 640))

    def ask(self, office: Office, why: str) -> None:
        """Ask it of an office that is open."""
        self._office = office
        self._target = moving_in.home_for(office.path)
        self.why.say(why)
        self._where.setText(text("moving.into", path=self._target))
        self._may_answer(on=True)
        self.move_.setFocus()

    def _may_answer(self, *, on: bool) -> None:
        self.move_.setEnabled(on)
        self.leave.setEnabled(on)
        self.move_.say(text("moving.move" if on else "moving.moving"))

    def _move(self) -> None:
        office, target = self._office, self._target
        if office is None:
            return
        self._office = None
        self._may_answer(on=False)
        self.begun.emit()

        def move() -> Office:
            self.moved, _ = moving_in.move_in(office, target)
            return self.moved

        self._tasks.write(
            move,
            self.settled.emit,
            otherwise=lambda fault: self.failed.emit(in_words(fault)),
            owner=self,
        )

    def _leave(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            moving_in.leave_there(office)
            self.settled.emit(office)
