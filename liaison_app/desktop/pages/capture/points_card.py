"""Talking points of three kinds, a line each; decisions; notes for the memcon."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.field import TextBox
from liaison_app.desktop.parts.layout import STRETCH, across, down
from liaison_app.desktop.parts.text import Icon, Line, Rule
from liaison_app.services.capturing.typed import TypedMeeting, TypedPoint
from liaison_app.system.messages import text

_KINDS = (("raise", "raise", 3), ("if_raised", "if", 1), ("avoid", "block", 1))


class PointsCard(Panel):
    """``changed`` whenever something in it is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text("capture.points"))
        self.setProperty("region", "true")
        self._count = Line("", "small", "text3")
        self.boxes = {
            kind: TextBox(
                text(f"capture.{kind}"), hint=text(f"capture.point_hint.{kind}"), lines=lines
            )
            for kind, _, lines in _KINDS
        }
        self.decisions = TextBox(
            text("capture.decisions"), hint=text("capture.decisions_hint"), lines=2
        )
        self.notes = TextBox(text("capture.notes"), hint=text("capture.notes_hint"), lines=3)
        self._lay_out()
        for box in (*self.boxes.values(), self.decisions, self.notes):
            box.textChanged.connect(self._tell)

    def _lay_out(self) -> None:
        head = across(Line(text("capture.points"), bold=True), STRETCH, self._count)
        column = down(head, gap=4, margins=(15, 12, 15, 10))
        for kind, icon, _ in _KINDS:
            note = Line(text("capture.avoid_note") if kind == "avoid" else "", "micro", "text3")
            title = Line(text(f"capture.{kind}"), "small", bold=True)
            column.addLayout(across(Icon(icon, "text2", 14), title, note, STRETCH, gap=6))
            column.addWidget(self.boxes[kind])
        column.addSpacing(3)
        column.addWidget(Rule())
        column.addSpacing(2)
        for name, box in (("decisions", self.decisions), ("notes", self.notes)):
            column.addWidget(Line(text(f"capture.{name}"), "micro", "text2", bold=True))
            column.addWidget(box)
        self.notes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.setStretchFactor(self.notes, 1)
        self.setLayout(column)

    def put(self, meeting: TypedMeeting) -> None:
        """Show a meeting's points, decisions and notes."""
        for kind, box in self.boxes.items():
            box.setPlainText("\n".join(one.text for one in meeting.points if one.kind == kind))
        self.decisions.setPlainText(meeting.decisions)
        self.notes.setPlainText(meeting.notes)
        self._say()

    @property
    def points(self) -> tuple[TypedPoint, ...]:
        """What is typed, a point a line."""
        return tuple(
            TypedPoint(kind, line.strip())
            for kind, box in self.boxes.items()
            for line in box.text().splitlines()
            if line.strip()
        )

    def begin_point(self) -> None:
        """Begin one more point to raise."""
        box = self.boxes["raise"]
        if box.text().strip() and not box.text().endswith("\n"):
            box.appendPlainText("")
        box.moveCursor(box.textCursor().MoveOperation.End)
        box.setFocus()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        found: Sequence[TypedPoint] = self.points
        self._count.show_words(text("capture.point_count", count=len(found)) if found else "")
