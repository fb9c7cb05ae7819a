"""A field for a passphrase: hidden until shown, and it notices Caps Lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import across
from liaison_app.system.messages import text


class _Hidden(Field):
    caps = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, tells that Caps Lock is on."""
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.emit(False)
        elif len(typed) == 1 and typed.isalpha() and typed.lower() != typed.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(typed.isupper() is not shift)
        super().keyPressEvent(event)


class PassphraseField(QWidget):
    """``field`` is the line; ``caps(on)`` when Caps Lock is noticed; ``entered`` on Enter."""

    caps = Signal(bool)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = _Hidden(name)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.caps.connect(self.caps)
        self.field.returnPressed.connect(self.entered)
        self._eye = Button.icon_only("eye", text("unlock.show"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.setFocusProxy(self.field)
        self.setLayout(across((self.field, 1), self._eye, gap=4))

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.field.text()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self._eye.change_icon("eyeoff" if shown else "eye")
        tip = text("unlock.hide" if shown else "unlock.show")
        self._eye.setToolTip(tip)
        self._eye.setAccessibleName(tip)
