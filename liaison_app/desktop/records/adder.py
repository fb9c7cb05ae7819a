"""A field that adds somebody or something to a list: type, choose, Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import across
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.system.messages import text


class Adder(QWidget):
    """``chosen(id)`` for a record; with ``new``, ``typed(words)`` for somebody who isn't here yet."""

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, session: Session, name: str, kind: Kind, *, new: bool = False) -> None:
        super().__init__()
        self._new = new
        self.field = RecordField(session, name, kind, free="" if new else None)
        self.field.setPlaceholderText(name)
        self.field.settled.connect(self._add)
        button = Button(text("adder.add"), icon="plus")
        button.setAccessibleName(name)
        button.clicked.connect(self._add)
        self.setLayout(across((self.field, 1), button, gap=6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        record, words = self.field.id, self.field.text().strip()
        if record is not None:
            self.chosen.emit(record)
        elif words and self._new:
            self.typed.emit(words)
        else:
            return
        self.field.named = None
        self.field.clear()
        self.field.read_as("")
