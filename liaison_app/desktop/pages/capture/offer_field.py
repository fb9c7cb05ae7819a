"""A field that offers what may be meant, and something new if nothing is: the focus never leaves it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

from liaison_app.desktop.lists.row_list import RowList
from liaison_app.desktop.lists.rows_model import RowsModel
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import down
from liaison_app.desktop.parts.row import RowData, row_height
from liaison_app.system.messages import text


@dataclass(frozen=True)
class Offer:
    """Something that may be meant: how it is shown, and what choosing it means."""

    row: RowData
    value: object


#: ``ask(typed, answer)``: find what may be meant and call ``answer`` with it, now or later.
Ask = Callable[[str, Callable[[Sequence[Offer]], None]], None]


class OfferField(Field):
    """``chosen(value)`` by Enter or a press on an offer. Down and Up move, Esc closes the offers."""

    chosen = Signal(object)

    def __init__(self, name: str, ask: Ask, *, hint: str = "", icon: str = "") -> None:
        super().__init__(name, hint=hint, icon=icon)
        self._ask = ask
        self._offers: list[Offer] = []
        self._panel = Panel("surface", "line2")
        self._model = RowsModel()
        self._list = RowList(text("offers.name"), self._model, pad=12)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda _: self.choose())
        self._panel.setLayout(down(self._list, margins=3))
        self._panel.hide()
        self.textEdited.connect(self.ask)
        self.installEventFilter(self)

    @property
    def offering(self) -> bool:
        """Whether offers are in sight."""
        return self._panel.isVisible()

    def ask(self, typed: str) -> None:
        """Ask what may be meant by ``typed``."""
        if not typed.strip():
            self.close_offers()
            return
        self._ask(typed.strip(), lambda offers: self.show_offers(typed, offers))

    def show_offers(self, typed: str, offers: Sequence[Offer]) -> None:
        """Show what may be meant, unless something else has been typed since."""
        if typed != self.text():
            return
        self._offers = list(offers)
        self._model.show_rows([(at, offer.row) for at, offer in enumerate(self._offers)])
        self._list.point_at(0)
        self._describe()
        if self._offers and self.hasFocus():
            self._place()
            self._panel.show()
            self._panel.raise_()
        else:
            self._panel.hide()

    def close_offers(self) -> None:
        """Put the offers away."""
        self._offers = []
        self._panel.hide()

    def choose(self) -> bool:
        """Choose the current offer; whether there was one."""
        at = self._list.key
        if not (self._offers and isinstance(at, int) and at < len(self._offers)):
            return False
        value = self._offers[at].value
        self.close_offers()
        self.chosen.emit(value)
        return True

    def _place(self) -> None:
        window = self.window()
        if self._panel.parentWidget() is not window:
            self._panel.setParent(window)
        tall = sum(row_height(offer.row) for offer in self._offers) + 8
        wide = max(self.width(), look().px(300))
        below = self.mapTo(window, QPoint(0, self.height() + 2))
        x = max(0, min(below.x(), window.width() - wide - 8))
        room = window.height() - below.y() - 8
        y = below.y() if tall <= room else max(0, below.y() - self.height() - 4 - tall)
        self._panel.setGeometry(x, y, wide, tall)

    def _describe(self) -> None:
        """The text twin of the current offer, where a screen reader is: at the field."""
        index = self._list.currentIndex()
        self.setAccessibleDescription(str(index.data()) if index.isValid() else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that belong to the offers while they are in sight."""
        if watched is not self or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.setAccepted(self.offering)
            return self.offering
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            return super().eventFilter(watched, event)
        return self._take(key, event) or super().eventFilter(watched, event)

    def _take(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if key == Qt.Key.Key_Down and not self.offering and self.text().strip():
            self.ask(self.text())
            return True
        if not self.offering:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.keyPressEvent(event)
            self._describe()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.close_offers()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offers go when the field is left."""
        super().focusOutEvent(event)
        self._panel.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Offers go with the page."""
        self._panel.hide()
