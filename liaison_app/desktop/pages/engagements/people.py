"""Who takes part, by side and in order of precedence; add somebody, new people too; take somebody out."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.flow import flowing
from liaison_app.desktop.parts.layout import across, boxed, down
from liaison_app.desktop.parts.segmented import Choice, Segmented
from liaison_app.desktop.parts.text import Line, Paragraph
from liaison_app.desktop.records.adder import Adder
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services import participants
from liaison_app.services.drafts import ParticipantDraft, PersonDraft
from liaison_app.services.pages.engagement import EngagementPage, Participant
from liaison_app.system.messages import text

_LEADS = ("principal", "head")
_SIDES = ("theirs", "ours", "third")


class PeopleCard(Card):
    """The card of those who take part."""

    def __init__(self, session: Session, data: EngagementPage) -> None:
        count = str(len(data.participants)) if data.participants else ""
        super().__init__(text("engagement.who"), count, icon="people")
        self._session, self._engagement = session, data.record.id
        self._final = data.fields.get("finalised_at") is not None
        sides = [part for side in _SIDES for part in self._side(side, data)]
        if not data.participants:
            sides = [Paragraph(text("engagement.nobody"), "small", "text3")]
        self._which = Segmented(
            text("form.side"), [Choice(side, label("side", side)) for side in _SIDES[:2]]
        )
        adder = Adder(session, text("engagement.add_person"), Kind.PERSON, new=True)
        adder.chosen.connect(self._add)
        adder.typed.connect(self._add)
        add = boxed(across(self._which, (adder, 1))) if not self._final else None
        self.add(boxed(down(*sides, 2, add, gap=6, margins=(15, 10, 15, 12))))

    def _side(self, side: str, data: EngagementPage) -> list[QWidget]:
        here = [one for one in data.participants if (one.side or "theirs") == side]
        if not here:
            return []
        head = Line(label("side", side), "micro", "text3", bold=True)
        return [head, flowing(*(self._chip(one) for one in here))]

    def _chip(self, one: Participant) -> Chip:
        notes = [label("participant_role", one.role) if one.role not in (None, "member") else ""]
        if one.answer == "declined":
            notes.append(label("answer", one.answer).lower())
        note = ", ".join(part for part in notes if part)
        native = one.person.native if one.person is not None else ""
        sub = one.title or native or ""
        chip = Chip.person(one.name, sub, note=note, lead=one.role in _LEADS)
        if one.phonetic:
            chip.setToolTip(text("engagement.say", name=one.phonetic))
        if one.person is not None:
            person = one.person.id
            chip.clicked.connect(lambda: self._session.open_record(Kind.PERSON, person))
        chip.removed.connect(lambda: self._remove(one.id))
        return chip

    def _add(self, who: UUID | str) -> None:
        office, engagement, side = self._session.office, self._engagement, self._which.code
        named = PersonDraft(who) if isinstance(who, str) else who
        draft = ParticipantDraft(who=named, facts={"side": side})
        if isinstance(who, str) and who.startswith("+"):
            draft = ParticipantDraft(unnamed=who, facts={"side": side})
        self._session.do(lambda: participants.add(office, engagement, draft), owner=self)

    def _remove(self, participation: UUID) -> None:
        office = self._session.office
        self._session.do(lambda: participants.remove(office, participation), owner=self)
