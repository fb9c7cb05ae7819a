"""Commitments of the meeting, both ways: a row each, all of it typed as people say it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_app.desktop.look.look import look
from liaison_app.desktop.pages.capture.settling import show_reading
from liaison_app.desktop.pages.capture.tab_order import controls, put_after
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.parts.text import Key, Line
from liaison_app.desktop.records.words import label
from liaison_app.domain import codes
from liaison_app.services.capturing.reading_typed import read_due
from liaison_app.services.capturing.typed import TypedPerson, TypedPromise
from liaison_app.system.messages import text


class PromiseRow(QWidget):
    """One promise. ``removed`` by its cross; ``changed`` whenever something in it is."""

    changed = Signal()
    removed = Signal()

    def __init__(self, number: int, promise: TypedPromise) -> None:
        super().__init__()
        self._people: Sequence[TypedPerson] = ()
        self._wanted = promise.who
        self.direction = Segmented(
            text("capture.direction", number=number),
            [
                Choice("we_owe", text("capture.we_owe"), "out"),
                Choice("they_owe", text("capture.they_owe"), "in"),
            ],
            promise.direction,
        )
        self.wording = Field(
            text("capture.wording", number=number),
            text=promise.wording,
            hint=text("capture.wording_hint"),
        )
        self.keeper = Pick(text("capture.keeper", number=number))
        self.due = Field(
            text("capture.due", number=number), text=promise.due, hint=text("capture.due_hint")
        )
        firm = [(code, label("firmness", code)) for code in codes.LISTS["firmness"]]
        self.firmness = Pick(
            text("capture.firmness", number=number), firm, current=promise.firmness
        )
        remove = Button.icon_only("cross", text("capture.remove_promise", number=number))
        remove.clicked.connect(self.removed)
        self.keeper.setFixedWidth(look().px(160))
        self.firmness.setFixedWidth(look().px(132))
        line = across(
            self.direction, (self.wording, 5), self.keeper, (self.due, 4), self.firmness, remove
        )
        self.setLayout(line)
        self._connect()

    def _connect(self) -> None:
        self.direction.chosen.connect(self._turn)
        self.keeper.picked.connect(self._keep)
        self.firmness.picked.connect(lambda _: self.changed.emit())
        for field in (self.wording, self.due):
            field.textChanged.connect(lambda _: self.changed.emit())

    def know(self, people: Sequence[TypedPerson], day: date) -> None:
        """Who may keep it, and from which day its due date counts."""
        self._people = people
        ours = self.direction.code == "we_owe"
        none = text("capture.you") if ours else text("capture.nobody")
        side = "ours" if ours else "theirs"
        named = [(one.key, one.name) for one in people if one.side == side and not one.unnamed]
        self.keeper.offer([("", none), *named], self._wanted)
        show_reading(self.due, lambda typed: read_due(typed, day))

    @property
    def typed(self) -> TypedPromise:
        """What stands here."""
        return TypedPromise(
            self.direction.code,
            self.wording.text(),
            self.keeper.code,
            self.due.text(),
            self.firmness.code,
        )

    def _turn(self) -> None:
        """Theirs is kept by the head of their side unless somebody else is chosen."""
        theirs = [one for one in self._people if one.side == "theirs" and not one.unnamed]
        self._wanted = theirs[0].key if self.direction.code == "they_owe" and theirs else ""
        self.changed.emit()

    def _keep(self, who: str) -> None:
        self._wanted = who
        self.changed.emit()


class PromisesCard(Panel):
    """The rows, and the button that adds one (Ctrl+Shift+C)."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text("capture.promises"))
        self.setProperty("region", "true")
        self.rows: list[PromiseRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._none = Line(text("capture.no_promises"), "small", "text3")
        self.add_button = Button.quiet(text("capture.add_promise"), "plus", tip="Ctrl+Shift+C")
        self.add_button.clicked.connect(lambda _=False: self.add())
        head = across(
            Line(text("capture.promises"), bold=True),
            Line(text("capture.promises_note"), "small", "text3"),
            STRETCH,
            self.add_button,
            Key("Ctrl+Shift+C"),
        )
        area = scrolling(
            boxed(down(self._none, self._lines, STRETCH, gap=0)), text("capture.promises")
        )
        area.setMinimumHeight(look().control * 2 + 10)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self.setLayout(down(head, (area, 1), gap=6, margins=(15, 6, 15, 10)))

    def put(self, promises: Sequence[TypedPromise]) -> None:
        """Show these promises."""
        for row in list(self.rows):
            self._take_out(row)
        for promise in promises:
            self._put_in(promise)
        self._say()

    def add(self, promise: TypedPromise | None = None) -> PromiseRow:
        """Add one, with the focus on its direction."""
        row = self._put_in(promise or TypedPromise("we_owe"))
        self._say()
        self.changed.emit()
        row.wording.setFocus()
        self._area.ensureWidgetVisible(row)
        return row

    def know(self, people: Sequence[TypedPerson], day: date) -> None:
        """Who may keep them, and from which day due dates count."""
        for row in self.rows:
            row.know(people, day)

    @property
    def promises(self) -> tuple[TypedPromise, ...]:
        """What is typed."""
        return tuple(row.typed for row in self.rows)

    def _put_in(self, promise: TypedPromise) -> PromiseRow:
        row = PromiseRow(len(self.rows) + 1, promise)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._lines.addWidget(row)
        put_after(controls(self.rows[-1])[-1] if self.rows else self.add_button, [row])
        row.show()
        self.rows.append(row)
        return row

    def _remove(self, row: PromiseRow) -> None:
        self._take_out(row)
        self._say()
        self.add_button.setFocus()
        self.changed.emit()

    def _take_out(self, row: PromiseRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _say(self) -> None:
        self._none.setVisible(not self.rows)
