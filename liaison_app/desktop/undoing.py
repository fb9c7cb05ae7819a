"""Undo and redo by name: the word after each step, Ctrl+Z, and what is asked when something moved on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.actions import Actions
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, emptied
from liaison_app.desktop.parts.notice import NoticeBar
from liaison_app.desktop.parts.text import Icon, Paragraph
from liaison_app.desktop.session import Session, Step
from liaison_app.domain.errors import Refusal
from liaison_app.services import history
from liaison_app.services.history import Mode, StepLine
from liaison_app.system.messages import text

_MOST_LINES = 6


@dataclass(frozen=True)
class _Standing:
    """The last step, and what undo and redo would do now."""

    last: StepLine | None
    undo: StepLine | None
    redo: StepLine | None


class Question(QWidget):
    """Asked between page and notice bar: a few lines, and what can be done about them. Esc answers with the last."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Paragraph("", "body", "text", bold=True)
        self._lines = Paragraph("", "small", "text2")
        self._buttons = across(gap=8)
        icon = Icon("warn", "soon")
        words = down(self._words, self._lines, boxed(self._buttons), gap=6)
        self.setLayout(across(down(icon, STRETCH), (words, 1), gap=12, margins=(24, 12, 24, 12)))
        self.setAccessibleName(text("undoing.question"))
        self.setProperty("region", "question")
        self.hide()

    def ask(
        self, words: str, lines: list[str], answers: list[tuple[str, Callable[[], object]]]
    ) -> None:
        """Show it with the first answer in focus; each answer closes it."""
        self._words.setText(words)
        shown = lines[:_MOST_LINES]
        if len(lines) > len(shown):
            shown.append(text("undoing.more", count=len(lines) - len(shown)))
        self._lines.setText("\n".join(shown))
        self._lines.setVisible(bool(shown))
        self.setAccessibleDescription(f"{words} {' '.join(shown)}")
        emptied(self._buttons)
        buttons = [self._button(label, does) for label, does in answers]
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.show()
        buttons[-1].setFocus()

    def _button(self, label: str, does: Callable[[], object]) -> Button:
        button = Button(label)

        def answer() -> None:
            self.hide()
            does()

        button.clicked.connect(answer)
        return button


class Undoing(QObject):
    """Names the last step in the notice bar and takes steps back. ``shown()`` is the id of the record on the screen."""

    undone = Signal()

    def __init__(
        self, session: Session, actions: Actions, notice: NoticeBar, question: Question
    ) -> None:
        super().__init__(notice)
        self._session, self._actions, self._notice = session, actions, notice
        self._question = question
        self._standing = _Standing(None, None, None)
        self.on_screen: Callable[[], object] = lambda: None
        for id_ in ("undo", "redo"):
            actions.name_step(id_, "")
        session.stepped.connect(self._look)
        self._look(None)

    def look_again(self) -> None:
        """Another program wrote: see anew what undo and redo would do."""
        self._look(None)

    def undo(self) -> None:
        """Take back this officer's last step; ask first if its record isn't on the screen, nor in the notice bar."""
        line = self._standing.undo
        if line is None:
            return
        last = self._standing.last
        named = last is not None and last.ref == line.ref
        if named or line.subject is None or line.subject.id == self.on_screen():
            self._take_back(line, Mode.REFUSE)
            return
        subject, kind = line.subject, line.kind
        answers: list[tuple[str, Callable[[], object]]] = [
            (text("undoing.do"), lambda: self._take_back(line, Mode.REFUSE))
        ]
        if kind is not None:
            answers.append(
                (text("undoing.show"), lambda: self._session.open_record(kind, subject.id))
            )
        answers.append((text("undoing.leave"), lambda: None))
        self._question.ask(text("undoing.elsewhere", step=line.label), [], answers)

    def undo_step(self, ref: str) -> None:
        """Take back any step, by how people name it."""
        self._session.tasks.read(
            lambda: history.by_ref(self._session.office, ref),
            lambda line: self._take_back(line, Mode.REFUSE),
            owner=self,
        )

    def redo(self) -> None:
        """Do again what was undone last."""
        office = self._session.office
        if self._standing.redo is not None:
            self._session.do(lambda: history.redo(office), owner=self)

    def _take_back(self, line: StepLine, mode: Mode) -> None:
        office = self._session.office
        self._session.do(
            lambda: history.undo(office, line.ref, mode),
            lambda done: self._said(line, done),
            otherwise=lambda fault: self._refused(line, fault),
            owner=self,
        )

    def _said(self, line: StepLine, done: history.Undone) -> None:
        self._question.hide()
        if done.step is None:
            self._session.say(text("undoing.nothing_left", step=line.label))
        elif done.kept:
            self._session.say(text("undoing.kept", step=line.label, count=len(done.kept)), "soon")
        self.undone.emit()

    def _refused(self, line: StepLine, fault: BaseException) -> None:
        moved = history.moved_of(fault) if isinstance(fault, Refusal) else ()
        if not moved:
            sentence = (
                text(fault.code, **fault.params)
                if isinstance(fault, Refusal)
                else text("task.broken", kind=type(fault).__name__)
            )
            self._session.say(sentence, "late")
            return
        office = self._session.office
        self._session.tasks.read(
            lambda: history.in_the_way(office, moved),
            lambda lines: self._ask(line, lines),
            owner=self,
        )

    def _ask(self, line: StepLine, lines: list[str]) -> None:
        self._question.ask(
            text("undoing.moved", step=line.label, count=len(lines)),
            lines,
            [
                (text("undoing.keep"), lambda: self._take_back(line, Mode.KEEP)),
                (text("undoing.force"), lambda: self._take_back(line, Mode.FORCE)),
                (text("undoing.leave"), lambda: None),
            ],
        )

    def _look(self, step: Step | None) -> None:
        office = self._session.office

        def standing() -> _Standing:
            last = history.by_ref(office, step.ref) if step is not None else None
            return _Standing(last, history.next_undo(office), history.next_redo(office))

        self._session.tasks.read(standing, self._show, owner=self, slot="standing")

    def _show(self, standing: _Standing) -> None:
        if standing.last is None:
            standing = _Standing(self._standing.last, standing.undo, standing.redo)
        elif standing.last.can_be_undone:  # of what is final, whoever did it says what came of it
            undoes = standing.undo.label if standing.undo is not None else ""
            self._notice.say(f"{standing.last.done}.", undoes=undoes)
        self._standing = standing
        self._actions.name_step("undo", standing.undo.label if standing.undo else "")
        self._actions.name_step("redo", standing.redo.label if standing.redo else "")
