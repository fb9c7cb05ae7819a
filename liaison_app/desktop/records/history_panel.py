"""The history of a record: every step that touched it, newest first, each with its own Undo."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, down, scrolling
from liaison_app.desktop.parts.row import Row, RowData
from liaison_app.desktop.records.words import long_day
from liaison_app.desktop.session import Session
from liaison_app.services import history
from liaison_app.services.history import StepLine
from liaison_app.system.messages import text


class HistoryPanel(QWidget):
    """Fetches itself; ``load`` again after each step."""

    def __init__(self, session: Session, record: UUID) -> None:
        super().__init__()
        self._session, self._record = session, record
        self._card = Card(text("history.title"))
        body = QWidget()
        body.setLayout(down(self._card, STRETCH, margins=(0, 8, 0, 0)))
        self.setLayout(down(scrolling(body, text("history.title"))))
        self.load()

    def load(self) -> None:
        """Fetch the steps."""
        office, record = self._session.office, self._record
        self._session.tasks.read(
            lambda: history.of_record(office, record), self._show, owner=self, slot="steps"
        )

    def _show(self, lines: Sequence[StepLine]) -> None:
        self._card.count(str(len(lines)) if lines else "")
        nothing = EmptyState(text("history.none"), "")
        self._card.show_rows([step_row(self._session, line) for line in lines] or [nothing])


def step_row(session: Session, line: StepLine) -> Row:
    """A step: what was done, when and by whom, with Undo where it can be undone."""
    at = line.made_at.astimezone(session.zone)
    on = at.date()
    when = f"{at:%H:%M}" if on == session.today else f"{long_day(on, session.today)} {at:%H:%M}"
    who = text("history.you")
    if line.officer is not None and line.officer.id != session.officer:
        who = line.officer.title
    sub = f"{when}, {who}"
    if line.undone_by is not None:
        sub = text("history.undone", said=sub)
    button = None
    if line.can_be_undone:
        button = Button(text("notice.undo"), small=True)
        button.setAccessibleName(text("notice.undo_step", step=line.label))
        button.clicked.connect(lambda: session.undo_asked.emit(line.ref))
    data = RowData(line.done, sub=sub, icon=_icon(line.verb), icon_tone="text2")
    return Row(data, pressable=False, button=button)


_ICONS = {
    "undo": "undo",
    "verify": "verified",
    "add": "plus",
    "capture": "engagement",
    "make": "commitment",
    "fulfil": "check",
    "delete": "bin",
    "merge": "merge",
    "apply": "import",
    "found": "seal",
}


def _icon(verb: str) -> str:
    return _ICONS.get(verb.rpartition(".")[2], "edit")
