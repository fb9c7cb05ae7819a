"""Talking points: what to raise, what to say if raised, what to avoid; one more with Ctrl+T."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.layout import across, boxed, down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.text import Icon, Line, Paragraph
from liaison_app.desktop.records.words import label
from liaison_app.desktop.session import Session
from liaison_app.domain.codes import LISTS
from liaison_app.services import engagements
from liaison_app.services.drafts import PointDraft
from liaison_app.services.facts import PointFacts
from liaison_app.services.pages.engagement import EngagementPage, TalkingPoint
from liaison_app.system.messages import text

_ICONS = {"raise": "raise", "if_raised": "if", "avoid": "block", "deliver": "speech"}


class PointsCard(Card):
    """The card of talking points."""

    def __init__(self, session: Session, data: EngagementPage) -> None:
        count = str(len(data.points)) if data.points else ""
        super().__init__(text("engagement.points"), count, icon="speech")
        self._session, self._data = session, data
        parts = [part for kind in LISTS["point_kind"] for part in self._kind(kind)]
        self._which = Pick(
            text("form.point_kind"),
            [(code, label("point_kind", code)) for code in LISTS["point_kind"]],
        )
        self._which.setMaximumWidth(110)
        self._field = Field(text("engagement.add_point"), hint=text("engagement.add_point"))
        button = Button(text("adder.add"), icon="plus", tip="Ctrl+T")
        button.clicked.connect(self._add)
        add = boxed(across(self._which, (self._field, 1), button, gap=6))
        self.add(boxed(down(*parts, 2, add, gap=6, margins=(15, 10, 15, 12))))

    def begin(self) -> None:
        """Put the focus where one more is typed."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._field.hasFocus():
            self._add()
        else:
            super().keyPressEvent(event)

    def _kind(self, kind: str) -> list[QWidget]:
        here = [one for one in self._data.points if (one.kind or "raise") == kind]
        if not here:
            return []
        tone = "soon" if kind == "avoid" else "text2"
        head = across(
            Icon(_ICONS[kind], tone, 14),
            (Line(label("point_kind", kind), "small", bold=True), 1),
            gap=6,
        )
        return [boxed(head), *(_point(one) for one in here)]

    def _add(self) -> None:
        words = self._field.text().strip()
        if not words:
            return
        office, engagement = self._session.office, self._data.record.id
        drafts = [_draft(one) for one in self._data.points]
        drafts.append(PointDraft(self._which.code, words))
        self._session.do(
            lambda: engagements.set_points(office, engagement, drafts),
            lambda _: self._field.clear(),
            owner=self,
        )


def _point(one: TalkingPoint) -> QWidget:
    to = text("engagement.to", name=one.addressed_to) if one.addressed_to else ""
    body = Paragraph(" ".join(part for part in (one.text, to) if part), "body", "text")
    extra = Paragraph(one.background, "small", "text3") if one.background else None
    return boxed(down(body, extra, gap=1, margins=(20, 0, 0, 2)))


def _draft(one: TalkingPoint) -> PointDraft:
    facts: PointFacts = {
        "likelihood": one.likelihood,
        "addressed_to": one.addressed_to,
        "background": one.background,
    }
    return PointDraft(one.kind or "raise", one.text, facts)
