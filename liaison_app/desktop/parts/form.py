"""The one way to put fields on a page: label, field, help and names for screen readers in one call."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from liaison_app.desktop.parts.field import Field, State
from liaison_app.desktop.parts.text import Paragraph

W = TypeVar("W", bound=QWidget)


class FormGrid(QWidget):
    """Labelled fields in a grid of ``columns`` equal columns. Each label stands 3 px above its field.

    Alt and the letter after ``&`` in a label go to its field. The grid can't hold a field without a label.
    """

    def __init__(self, columns: int = 1, *, gap: int = 12) -> None:
        super().__init__()
        self._columns = columns
        self._at = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(gap)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._messages: dict[QWidget, Paragraph] = {}
        self._notes: dict[QWidget, str] = {}

    def field(self, label: str, widget: W, *, note: str = "", span: int = 1) -> W:
        """Add ``widget`` under ``label``, over ``span`` columns, with ``note`` below; give it its names; return it."""
        if self._at % self._columns + span > self._columns:
            self._at += self._columns - self._at % self._columns
        name = label.replace("&", "")
        tag = Paragraph(label, "small", "text2")
        tag.setWordWrap(False)
        tag.setTextFormat(Qt.TextFormat.PlainText)
        tag.setBuddy(widget)
        message = Paragraph(note, "micro", "text3")
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(note)
        self._messages[widget], self._notes[widget] = message, note
        cell = QVBoxLayout()
        cell.setSpacing(3)
        for part in (tag, widget, message):
            cell.addWidget(part)
        cell.addStretch(1)
        self._grid.addLayout(cell, self._at // self._columns, self._at % self._columns, 1, span)
        # only now: a label without a parent would show as a window of its own and take the focus
        message.setHidden(not note)
        self._at += span
        return widget

    def next_line(self) -> None:
        """Begin a new line of the grid."""
        self._at += -self._at % self._columns

    def explain(self, widget: QWidget, note: str) -> None:
        """Say something else as the note below a field."""
        self._notes[widget] = note
        self.complain(widget, "")

    def complain(self, widget: QWidget, message: str, state: State = State.REFUSED) -> None:
        """Say below a field, in words, what is wrong and what to do; empty brings the note back."""
        shown = self._messages[widget]
        words = message or self._notes[widget]
        tone = (state.value or "text3") if message else "text3"
        shown.setText(words)
        shown.setProperty("tone", tone)
        shown.style().polish(shown)
        shown.setVisible(bool(words))
        widget.setAccessibleDescription(words)
        if isinstance(widget, Field):
            {State.REFUSED: widget.refuse, State.SETTLE: widget.settle, State.FINE: widget.read_as}[
                state if message else State.FINE
            ]("")
            widget.setAccessibleDescription(words)

    def label_of(self, widget: QWidget) -> str:
        """The words of a field's label."""
        tag = next((t for t in self.findChildren(QLabel) if t.buddy() is widget), None)
        return tag.text().replace("&", "") if tag else ""
