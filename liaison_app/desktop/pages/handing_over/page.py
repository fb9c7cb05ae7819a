"""Handing the office over: asked at the left, what would happen as cards at the right, then one step.

Afterwards what is left to do stays: papers to print anew, introductions to write, the note for the new officer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.look.look import look
from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.handing_over import cards
from liaison_app.desktop.pages.handing_over.asking import Asking
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, emptied, scrolling
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.session import Session, Step
from liaison_app.desktop.tasks import in_words
from liaison_app.services.handing_over import officer, principal
from liaison_app.services.handing_over.asked import OfficerChange, PrincipalChange, Treatment
from liaison_app.services.handing_over.coming import Goes
from liaison_app.services.handing_over.officer import OfficerPlan
from liaison_app.services.handing_over.principal import PrincipalPlan
from liaison_app.system.messages import text

_NARROW = 760
"""A page narrower than so many px at 100 % text has one column."""
_AROUND = 60
"""Margins and scroll bar."""

Plan = PrincipalPlan | OfficerPlan
"""What would happen, or did."""


class HandOverPage(Page):
    """A new principal or a new officer. ``preview`` looks anew; ``hand_over`` does it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, text("page.hand_over"))
        self.header = Header()
        self.button = Button.primary(text("handover.do"), "exchange", tip="Ctrl+Enter")
        self.button.clicked.connect(self.hand_over)
        self.header.add(self.button)
        self.header.show_title(text("page.hand_over"), sub=text("handover.sub"))
        self.asking = Asking(session)
        self.asking.changed.connect(self._ask_anew)
        self.message = MessageBox("", "neutral")
        self._cards = down(gap=16)
        self._choices: dict[UUID, Treatment] = {}
        self._left: set[UUID] = set()
        self._plan: Plan | None = None
        self._promises: Card | None = None
        right = down(self.message, self._cards, STRETCH, gap=16)
        self._asked_at = boxed(down(self.asking, STRETCH))
        self._columns = across(self._asked_at, (right, 1), gap=16)
        body = boxed(down(self._columns, margins=(24, 0, 24, 12)))
        self.setLayout(down(self.header, (scrolling(body, text("page.hand_over")), 1), gap=0))
        self._say(self.asking.missing)

    def come(self, about: str) -> None:
        """Be shown, with a preview of now."""
        self.asking.first.setFocus()
        self.preview()

    def refresh(self, step: Step | None) -> None:
        """Records have changed: look anew, unless that was the handover itself."""
        if step is None or not step.verb.startswith("handover."):
            self.preview()

    def able(self) -> frozenset[str]:
        """Save, once it is told what would happen."""
        return frozenset({"save"} if self.button.isEnabled() else ())

    def act(self, action: str) -> None:
        """Do it."""
        self.hand_over()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the text is large for the window."""
        super().resizeEvent(event)
        narrow = self.width() < look().px(_NARROW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        wide = max(self.width() - _AROUND, 1) if narrow else look().px(300)
        self._asked_at.setFixedWidth(wide)

    # Asking and telling.

    def _ask_anew(self) -> None:
        """Something else is asked: choices about it begin anew."""
        self._choices.clear()
        self._left.clear()
        self.preview()

    def preview(self) -> None:
        """Look at what would happen."""
        office, change = self.session.office, self._asked()
        self._plan = None
        self.button.setEnabled(False)
        if change is None:
            self._say(self.asking.missing)
            return

        def look_at() -> Plan:
            if isinstance(change, OfficerChange):
                return officer.plan(office, change)
            return principal.plan(office, change)

        self.session.tasks.read(
            look_at, self._show, otherwise=self._refused, owner=self, slot="handover"
        )

    def _asked(self) -> PrincipalChange | OfficerChange | None:
        change = self.asking.asked()
        if isinstance(change, PrincipalChange):
            return replace(change, choices=dict(self._choices), left=frozenset(self._left))
        return change

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        self.button.setEnabled(True)
        self._say("")
        self._put(self._cards_of(plan))

    def _cards_of(self, plan: Plan) -> Iterator[QWidget | None]:
        session = self.session
        if isinstance(plan, OfficerPlan):
            yield cards.owned_card(session, plan)
            yield cards.coming_card(session, plan.coming, None)
            yield cards.introductions_card(session, plan.introductions)
            yield from cards.note_cards(session, plan)
            return
        yield cards.terms_card(session, plan)
        self._promises = cards.promises_card(session, plan.promises, self._treat)
        yield self._promises
        yield cards.coming_card(session, plan.coming, self._leave)
        yield cards.papers_card(session, plan.papers)
        yield cards.introductions_card(session, plan.introductions)

    def _left_to_do(self, plan: Plan) -> Iterator[QWidget | None]:
        session = self.session
        if isinstance(plan, OfficerPlan):
            yield from cards.note_cards(session, plan)
        else:
            yield cards.papers_card(session, plan.papers)
        yield cards.introductions_card(session, plan.introductions)

    def _treat(self, commitment: UUID, code: str) -> None:
        self._choices[commitment] = Treatment(code)
        if isinstance(self._plan, PrincipalPlan) and self._promises is not None:
            self._promises.count(cards.promises_count(self._plan.promises, self._choices))

    def _leave(self, one: UUID, code: str) -> None:
        if code == Goes.LEFT:
            self._left.add(one)
        else:
            self._left.discard(one)

    def _refused(self, fault: BaseException) -> None:
        self._say(in_words(fault), "late")

    def _say(self, words: str, tone: str = "neutral") -> None:
        """Say what is needed, or what stands in the way; then there is nothing to preview."""
        if words:
            emptied(self._cards)
        self.message.say(words)

    def _put(self, shown: Iterable[QWidget | None]) -> None:
        emptied(self._cards)
        for card in shown:
            if card is not None:
                self._cards.addWidget(card)

    # Doing it.

    def hand_over(self) -> None:
        """Do it as one step."""
        office, change = self.session.office, self._asked()
        if change is None or not self.button.isEnabled():
            return

        def do() -> Plan:
            if isinstance(change, OfficerChange):
                return officer.change_officer(office, change)[0]
            return principal.change_principal(office, change)[0]

        self.button.setEnabled(False)
        self.session.do(do, self._done, otherwise=self._refused, owner=self)

    def _done(self, plan: Plan) -> None:
        self._plan = None
        self._choices.clear()
        self._left.clear()
        said = text("handover.is_done")
        if isinstance(plan, OfficerPlan):
            said = f"{said} {text('handover.passphrase', old=plan.leaving.title)}"
        self.message.say(said)
        self._put(self._left_to_do(plan))
        self.asking.first.setFocus()
