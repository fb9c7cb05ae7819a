"""An editor in place: named fields of one record, what was changed in them, and what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.field import Field, TextBox
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, across, down, scrolling
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.segmented import Switch
from liaison_app.desktop.parts.text import Key, Line
from liaison_app.desktop.records.date_field import DateField
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.records.retyping import Typed, type_again, typed_in
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain.codes import LISTS
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.services.rows import Named
from liaison_app.system.messages import text


class Asks(Enum):
    """What kind of answer a field takes."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    CODE = "code"
    WHEN = "when"
    DAY = "day"
    FLAG = "flag"
    RECORD = "record"


@dataclass(frozen=True)
class Ask:
    """A field to fill in: its name, what it takes, over how many columns; ``of``: code list or kind of record.

    ``free`` names the field that takes words which are no record (``obligor`` beside ``obligor_id``); ``ahead``: a
    date without a year is the next one.
    """

    name: str
    takes: Asks = Asks.LINE
    span: int = 1
    of: str = ""
    note: str = ""
    free: str = ""
    must: bool = False
    ahead: bool = False


@dataclass(frozen=True)
class Section:
    """Some fields under a heading."""

    title: str
    asks: Sequence[Ask]


class RecordForm(QWidget):
    """``given`` is what was changed. ``saved(True)`` asks to save and begin another; ``left`` to leave it as it was."""

    saved = Signal(bool)
    left = Signal()

    def __init__(
        self,
        session: Session,
        title: str,
        sections: Sequence[Section],
        known: Mapping[str, object],
        names: Mapping[str, Named | None],
    ) -> None:
        """``known``: values by field; ``names``: the records that ids among them name, by field."""
        super().__init__()
        self._session, self._known, self._names = session, dict(known), dict(names)
        self._fields: dict[str, tuple[Ask, QWidget, FormGrid]] = {}
        self.setAccessibleName(title)
        self.setProperty("region", "form")
        self._wrong = MessageBox("")
        self._panels = [self._section(section) for section in sections]
        save = Button.primary(text("form.save"), "check", "Ctrl+Enter")
        leave = Button(text("form.leave"))
        save.clicked.connect(lambda _: self.save())
        leave.clicked.connect(self.left)
        body = QWidget()
        body.setLayout(down(*self._panels, STRETCH, gap=12, margins=(20, 0, 20, 12)))
        head = across(
            (Line(title, "display", bold=True), 1),
            leave,
            save,
            Key("Ctrl+Enter"),
            margins=(20, 12, 20, 6),
        )
        wrong = down(self._wrong, margins=(20, 0, 20, 6))
        self.setLayout(down(head, wrong, (scrolling(body, title), 1), gap=0))
        self._before = self._values()
        self._untouched = {n: typed_in(control) for n, (_, control, _) in self._fields.items()}

    def begin(self) -> None:
        """Put the focus into the first field."""
        first = next(iter(self._fields.values()))[1]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, Field):
            first.selectAll()

    def field(self, name: str) -> QWidget:
        """The control of a field."""
        return self._fields[name][1]

    def show_section(self, at: int, on: bool) -> None:
        """Show a section, by its place among them, or leave it out while it means nothing."""
        self._panels[at].setVisible(on)

    def explain(self, name: str, note: str) -> None:
        """Say something else below a field."""
        _, control, grid = self._fields[name]
        grid.explain(control, note)

    def complain(self, name: str, problem: str) -> None:
        """Say below a field what is wrong with it, and go there."""
        _, control, grid = self._fields[name]
        grid.complain(control, problem)
        control.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def changed(self) -> bool:
        """Whether anything was typed that isn't saved."""
        return self._values() != self._before

    def given(self) -> dict[str, object]:
        """The fields whose values were changed."""
        return {k: v for k, v in self._values().items() if v != self._before.get(k)}

    def typed(self) -> dict[str, Typed]:
        """What was typed, to be kept while the window is locked."""
        now = {name: typed_in(control) for name, (_, control, _) in self._fields.items()}
        return {name: typed for name, typed in now.items() if typed != self._untouched.get(name)}

    def type_again(self, typed: Mapping[str, Typed]) -> None:
        """Put what was typed into the fields again; it isn't saved by that."""
        for name, one in typed.items():
            if name in self._fields:
                type_again(self._fields[name][1], one)

    def whole(self) -> dict[str, object]:
        """All fields as they stand now."""
        return self._values()

    def save(self, another: bool = False) -> None:
        """Ask to be saved, unless something needs a person first; it's said at its field."""
        wrong = [self._complain(ask, field, grid) for ask, field, grid in self._fields.values()]
        bad = [field for field in wrong if field is not None]
        if bad:
            bad[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.refuse(text("form.settle", count=len(bad)))
        else:
            self.refuse("")
            self.saved.emit(another)

    def refuse(self, sentence: str) -> None:
        """Say above the fields why it wasn't saved; empty takes that away."""
        self._wrong.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _section(self, section: Section) -> QWidget:
        grid = FormGrid(columns=3)
        for ask in section.asks:
            control = grid.field(_label(ask), self._control(ask), note=ask.note, span=ask.span)
            self._fields[ask.name] = (ask, control, grid)
        panel = Panel()
        head = Line(section.title, "body", bold=True)
        panel.setLayout(down(head, grid, gap=10, margins=(16, 12, 16, 14)))
        return panel

    def _control(self, ask: Ask) -> QWidget:
        value, name, today = self._known.get(ask.name), _label(ask), self._session.today
        makers: Mapping[Asks, Callable[[], QWidget]] = {
            Asks.LINE: lambda: Field(name, text=_plain(value)),
            Asks.NUMBER: lambda: Field(name, text=_plain(value)),
            Asks.TEXT: lambda: TextBox(name, text=_plain(value), lines=3),
            Asks.CODE: lambda: Pick(name, _choices(ask), current=_plain(value)),
            Asks.WHEN: lambda: DateField(name, today, when=_partial(value), ahead=ask.ahead),
            Asks.DAY: lambda: DateField(
                name, today, when=_partial(value), whole=True, ahead=ask.ahead
            ),
            Asks.FLAG: lambda: Switch(text("form.yes"), bool(value)),
            Asks.RECORD: lambda: RecordField(
                self._session,
                name,
                Kind(ask.of),
                named=self._names.get(ask.name),
                free=_plain(self._known.get(ask.free)) if ask.free else None,
            ),
        }
        return makers[ask.takes]()

    def _values(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for ask, control, _ in self._fields.values():
            found[ask.name] = _value(ask, control)
            if ask.free and isinstance(control, RecordField):
                words = control.text().strip() or None
                found[ask.free] = words if control.named is None else None
        return found

    def _complain(self, ask: Ask, control: QWidget, grid: FormGrid) -> QWidget | None:
        problem = ""
        if isinstance(control, DateField | RecordField):
            problem = control.problem
        elif ask.takes is Asks.NUMBER and isinstance(control, Field):
            typed = control.text().strip().replace(",", "")
            problem = "" if not typed or typed.isdecimal() else text("form.number")
        if ask.must and not _value(ask, control) and not problem:
            problem = text("form.must", what=_label(ask).lower())
        if problem or not isinstance(control, DateField | RecordField):
            grid.complain(control, problem)
        return control if problem else None


def _label(ask: Ask) -> str:
    return text(f"form.{ask.name}")


def _choices(ask: Ask) -> list[tuple[str, str]]:
    none = [] if ask.must else [("", text("form.none"))]
    return [*none, *((code, label(ask.of, code)) for code in LISTS[ask.of])]


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _partial(value: object) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    return PartialDate.day(value) if isinstance(value, date) else None


def _value(ask: Ask, control: QWidget) -> object:
    if isinstance(control, DateField):
        return control.day if ask.takes is Asks.DAY else control.when
    if isinstance(control, RecordField):
        found: UUID | None = control.id
        return found
    if isinstance(control, Pick):
        return control.code or None
    if isinstance(control, Switch):
        return control.isChecked()
    typed = control.text().strip() if isinstance(control, Field | TextBox) else ""
    if ask.takes is Asks.NUMBER:
        figures = typed.replace(",", "")
        return int(figures) if figures.isdecimal() else None
    return typed or None
