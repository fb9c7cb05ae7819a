"""Who takes part: both sides by precedence, each a chip; anybody can be added, known or new, without leaving."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from liaison_app.desktop.look.ink import name_runs
from liaison_app.desktop.look.look import look
from liaison_app.desktop.pages.capture.offer_field import Offer, OfferField
from liaison_app.desktop.pages.capture.tab_order import put_before
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.chip import Chip, End
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, emptied, scrolling
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.parts.text import Line
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain import codes
from liaison_app.services.capturing import offers
from liaison_app.services.capturing.typed import TypedPerson
from liaison_app.services.rows import PersonRow
from liaison_app.system.messages import text

_LEADS = ("principal", "head")


class PersonChip(Chip):
    """``somebody`` of one side: a press opens the menu of roles, the cross or Delete takes them out."""

    changed = Signal(object)

    def __init__(self, person: TypedPerson) -> None:
        self.somebody = person
        lead = person.role in _LEADS
        role = "" if person.role == "member" else label("participant_role", person.role)
        note = role.split(" of ")[0] or (
            "" if person.id or person.unnamed else text("capture.new_person")
        )
        sub = _sub(person, role or note)
        super().__init__(
            person.name,
            sub,
            icon="person",
            tone="accent" if lead else "plain",
            end=End.CROSS,
            bold=lead,
            note=note,
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(text("capture.remove_person", name=person.name))
        self.clicked.connect(self._open_roles)

    def _open_roles(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(text("capture.role_menu", name=self.somebody.name))
        for role in codes.LISTS["participant_role"]:
            action = menu.addAction(label("participant_role", role))
            action.setCheckable(True)
            action.setChecked(role == self.somebody.role)
            action.triggered.connect(
                lambda _=False, role=role: self.changed.emit(replace(self.somebody, role=role))
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class Side(QWidget):
    """One side: its chips in order of precedence, and the field that adds to it."""

    changed = Signal()

    def __init__(self, session: Session, side: str) -> None:
        super().__init__()
        self.setAccessibleName(text(f"capture.{side}"))
        self._session, self._side = session, side
        self.people: list[TypedPerson] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add = OfferField(
            text(f"capture.add_{side}"), self._ask, hint=text(f"capture.add_{side}"), icon="plus"
        )
        self.add.chosen.connect(self._enter)
        title = Line(text(f"capture.{side}"), "micro", "text2", bold=True)
        self.setLayout(down(title, self._rows, self.add, gap=6))

    def put(self, people: Sequence[TypedPerson]) -> None:
        """Show these people."""
        self.people = list(people)
        self._show()

    def enter(self, person: TypedPerson) -> None:
        """Add somebody; the first of theirs heads their side. Whoever is there already stays once."""
        if any(one.key == person.key and not one.unnamed for one in self.people):
            return
        first = not self.people and self._side == "theirs" and not person.unnamed
        self.people.append(replace(person, side=self._side, role="head" if first else person.role))
        self._show()
        self.changed.emit()

    def _enter(self, person: object) -> None:
        if isinstance(person, TypedPerson):
            self.add.clear()
            self.enter(person)
            self.add.setFocus()

    def _show(self) -> None:
        emptied(self._rows)
        chips = []
        for at, person in enumerate(self.people):
            chip = PersonChip(person)
            chip.removed.connect(lambda at=at: self._remove(at))
            chip.changed.connect(lambda new, at=at: self._change(at, new))
            self._rows.addWidget(chip)
            chips.append(chip)
        put_before(self.add, chips)

    def _remove(self, at: int) -> None:
        del self.people[at]
        self._show()
        self.add.setFocus()
        self.changed.emit()

    def _change(self, at: int, person: TypedPerson) -> None:
        self.people[at] = person
        self._show()
        self.changed.emit()

    def _ask(self, typed: str, answer: Callable[[Sequence[Offer]], None]) -> None:
        if typed.startswith("+"):
            row = RowData(text("capture.add_unnamed", name=typed), icon="plus", icon_tone="accent")
            answer([Offer(row, TypedPerson(typed, side=self._side, unnamed=True))])
            return
        office = self._session.office
        name = typed.partition(",")[0].strip()

        def found(rows: list[PersonRow]) -> None:
            known = sorted(rows, key=lambda row: row.is_ours != (self._side == "ours"))
            answer([*(_known(row, self._side) for row in known), *_new(typed, self._side)])

        self._session.tasks.read(
            lambda: offers.people_like(office, name), found, owner=self, slot="people"
        )


class WhoCard(Panel):
    """Both sides. ``changed`` whenever somebody comes or goes."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(text("capture.who"))
        self.setProperty("region", "true")
        self.theirs, self.ours = Side(session, "theirs"), Side(session, "ours")
        self._count = Line("", "small", "text3")
        head = across(Line(text("capture.who"), bold=True), STRETCH, self._count)
        sides = boxed(down(self.theirs, 4, self.ours, STRETCH, gap=8, margins=(0, 0, 2, 0)))
        area = scrolling(sides, text("capture.who"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = down(head, (area, 1), gap=8)
        column.setContentsMargins(15, 12, 13, 10)
        self.setLayout(column)
        for side in (self.theirs, self.ours):
            side.changed.connect(self._tell)

    @property
    def people(self) -> tuple[TypedPerson, ...]:
        """Everybody, their side first."""
        return (*self.theirs.people, *self.ours.people)

    def put(self, people: Sequence[TypedPerson]) -> None:
        """Show these people."""
        self.theirs.put([one for one in people if one.side != "ours"])
        self.ours.put([one for one in people if one.side == "ours"])
        self._say()

    @property
    def problem(self) -> tuple[QWidget, str] | None:
        """Words that were typed and name nobody yet: the field and the reason."""
        for side in (self.theirs, self.ours):
            typed = side.add.text().strip()
            if typed:
                return side.add, text("capture.not_somebody", text=typed)
        return None

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        count = len(self.people)
        words = text("capture.person") if count == 1 else text("capture.people", count=count)
        self._count.show_words(words if count else "")


def _sub(person: TypedPerson, note: str) -> str:
    """Native name and title as far as a chip has room for them; never half of one."""
    room = look().px(210) - look().width(person.name + note, "small")
    for parts in ((person.native, person.title), (person.title,), (person.native,)):
        words = "  ".join(one for one in parts if one)
        if words and look().width(words, "small") <= room:
            return words
    return ""


def person_of(row: PersonRow, side: str) -> TypedPerson:
    """A known person as the page keeps them."""
    title = row.held.title if row.held is not None else ""
    return TypedPerson(row.title, str(row.id), row.native or "", title, side)


def _known(row: PersonRow, side: str) -> Offer:
    held = row.held
    place = held.jurisdiction.title if held is not None and held.jurisdiction is not None else ""
    sub = ", ".join(one for one in (held.title if held else "", place) if one)
    return Offer(
        RowData(name_runs(row.title, row.native or ""), sub=sub or (row.ref or ""), icon="person"),
        person_of(row, side),
    )


def _new(typed: str, side: str) -> list[Offer]:
    name, _, title = (part.strip() for part in typed.partition(","))
    if not name:
        return []
    row = RowData(
        text("capture.add_person", name=name),
        sub=title or text("capture.add_person_sub"),
        icon="plus",
        icon_tone="accent",
    )
    return [Offer(row, TypedPerson(name, title=title, side=side))]
