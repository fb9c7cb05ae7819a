"""What is asked when the office is handed over: who changes, to whom, from which day, in which standing."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import boxed, down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.parts.text import Paragraph
from liaison_app.desktop.records.date_field import DateField
from liaison_app.desktop.records.record_field import RecordField
from liaison_app.desktop.session import Session
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.services.drafts import PersonDraft, Who
from liaison_app.services.handing_over.asked import OfficerChange, PrincipalChange
from liaison_app.services.offices import NewPost
from liaison_app.system.messages import text

VACANT = "vacant"
_STANDINGS = ("holder", "elect", "acting", VACANT)


class Asking(Card):
    """The card at the left. ``changed`` whenever something else is asked; ``missing`` says what is still needed."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(text("handover.asked"), icon="exchange")
        self._session = session
        self.setProperty("region", "true")
        self.who_changes = Segmented(
            text("handover.asked"),
            [
                Choice("principal", text("handover.principal")),
                Choice("officer", text("handover.officer")),
            ],
        )
        self.to = self._person()
        self.on = DateField("", session.today, whole=True, ahead=True)
        self.post = RecordField(session, "", Kind.OFFICE, free="")
        self.standing = Pick("", [(code, text(f"handover.standing.{code}")) for code in _STANDINGS])
        self.officer_to = self._person()
        self.officer_on = DateField(
            "", session.today, whole=True, when=PartialDate.day(session.today)
        )
        self._principal = FormGrid(1, gap=8)
        self._principal.field(text("handover.standing"), self.standing)
        self._principal.field(text("handover.to"), self.to, note=text("handover.note_to"))
        self._principal.field(text("handover.on"), self.on, note=text("handover.note_on"))
        self._principal.field(text("handover.post"), self.post, note=text("handover.note_post"))
        self._officer = FormGrid(1, gap=8)
        self._officer.field(text("handover.to"), self.officer_to, note=text("handover.note_to"))
        self._officer.field(text("handover.on"), self.officer_on)
        self._note = Paragraph("", "micro", "text3")
        column = down(
            self.who_changes,
            self._principal,
            self._officer,
            self._note,
            gap=12,
            margins=(15, 12, 15, 14),
        )
        self.add(boxed(column))
        self.end_with_air()
        self.who_changes.chosen.connect(lambda _: self._turn())
        self.standing.picked.connect(lambda _: self._turn())
        for field in (self.to, self.post, self.officer_to):
            field.textChanged.connect(lambda _: self.changed.emit())
            field.settled.connect(self.changed.emit)
            field.recognised.connect(self.changed.emit)
        for day in (self.on, self.officer_on):
            day.editingFinished.connect(self.changed.emit)
        self._turn()

    def _person(self) -> RecordField:
        new = text("handover.new_person")
        return RecordField(self._session, "", Kind.PERSON, free="", as_words=new)

    def _turn(self) -> None:
        of_principal = self.is_principal
        self._principal.setVisible(of_principal)
        self._officer.setVisible(not of_principal)
        self.to.setEnabled(self.standing.code != VACANT)
        self._note.setText(text(f"handover.note_{self.who_changes.code}"))
        self.changed.emit()

    @property
    def is_principal(self) -> bool:
        """Whether the principal changes; else the officer."""
        return self.who_changes.code == "principal"

    @property
    def first(self) -> QWidget:
        """What is to be filled in first."""
        return self.to if self.is_principal else self.officer_to

    @property
    def missing(self) -> str:
        """What is still needed before anything can be told; empty if nothing is."""
        who, day = (self.to, self.on) if self.is_principal else (self.officer_to, self.officer_on)
        vacant = self.is_principal and self.standing.code == VACANT
        if not vacant and not who.text().strip():
            return text("handover.say_who")
        if day.problem:
            return day.problem
        return "" if day.day is not None else text("handover.say_day")

    def asked(self) -> PrincipalChange | OfficerChange | None:
        """What is asked, without choices of single records; None while something is missing."""
        day = self.on.day if self.is_principal else self.officer_on.day
        if day is None or self.missing:
            return None
        if not self.is_principal:
            return OfficerChange(_who(self.officer_to), day)
        vacant = self.standing.code == VACANT
        return PrincipalChange(
            on=day,
            to=None if vacant else _who(self.to),
            standing="holder" if vacant else self.standing.code,
            post=self._post(),
        )

    def _post(self) -> UUID | NewPost | None:
        typed = self.post.text().strip()
        if self.post.id is not None or not typed:
            return self.post.id
        home = self._session.office.setting("home")
        return NewPost(typed, {"jurisdiction_id": UUID(home), "is_head": True})


def _who(field: RecordField) -> Who:
    return field.id or PersonDraft(field.text().strip())
