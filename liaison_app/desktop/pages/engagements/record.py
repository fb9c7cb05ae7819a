"""The record of an engagement: who, what to say, what was promised; where and when beside it."""

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.pages.engagements.people import PeopleCard
from liaison_app.desktop.pages.engagements.points import PointsCard
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.cards import Entry, row_card
from liaison_app.desktop.records.facts import Fact, FactsCard
from liaison_app.desktop.records.ledgers import promise_row
from liaison_app.desktop.records.rows import meeting_row
from liaison_app.desktop.records.text_card import TextCard
from liaison_app.desktop.records.view import Beside
from liaison_app.desktop.records.words import clock_words, label, when_words
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.pages.engagement import EngagementPage
from liaison_app.system.messages import text

_TONES = {
    "planned": ("accent", "calendar"),
    "held": ("good", "check"),
    "cancelled": ("late", "block"),
}
_LONG = ("purpose", "objectives", "background", "logistics", "watch_outs")
_OURS = ("watch_outs", "notes", "not_for_disclosure")


def badges(data: EngagementPage) -> list[QWidget]:
    """Its status, and whether its record is final."""
    record = data.record
    tone, icon = _TONES.get(record.status, ("soon", "clock"))
    found: list[QWidget] = [Badge(label("engagement_status", record.status).lower(), tone, icon)]
    if data.fields.get("finalised_at"):
        found.append(Badge(text("engagement.final"), "neutral", "lock"))
    return found


def sub_line(session: Session, data: EngagementPage) -> list[Run]:
    """When, by whose clock, where."""
    record = data.record
    clock = clock_words(record.start_at, record.end_at, record.zone)
    runs = [Run(when_words(record.when, session.today), "text", bold=True)]
    if clock:
        runs.append(Run(f"  {clock}", "text", bold=True))
        if record.zone and record.zone != str(session.zone):
            home = clock_words(record.start_at, record.end_at, str(session.zone))
            runs.append(Run("  " + text("engagement.at_home", clock=home)))
    if record.jurisdiction is not None:
        runs.append(Run("  ·  " + record.jurisdiction.title))
    runs.append(Run("  ·  " + record.ref))
    return runs


class Brief(QWidget):
    """What is needed before and in the meeting."""

    def __init__(self, session: Session, data: EngagementPage) -> None:
        super().__init__()
        self._session, self._data = session, data
        self.points = PointsCard(session, data)
        cards: list[QWidget] = [PeopleCard(session, data), self.points, self._promises()]
        cards += [_long(data, name) for name in _LONG if data.fields.get(name)]
        left = scrolling(boxed(down(*cards, STRETCH, gap=12)), text("tab.brief"))
        self.setLayout(across(Beside(left, self._side(), 280)))

    def _promises(self) -> QWidget:
        session, today = self._session, self._session.today
        rows: list[Entry] = [
            (Kind.COMMITMENT, one.id, promise_row(one, today, icon=True, place=False))
            for one in self._data.commitments
        ]
        add = Button.quiet(text("engagement.add_promise"), "plus", "Ctrl+Shift+C")
        add.clicked.connect(lambda: session.asked.emit("new_commitment"))
        count = str(len(rows)) if rows else ""
        return row_card(
            session,
            text("engagement.promised"),
            rows,
            text("empty.commitments_more"),
            icon="commitment",
            count=count,
            button=add,
        )

    def _side(self) -> QWidget:
        data, session = self._data, self._session
        f, record = data.fields, data.record
        facts = [
            Fact(text("form.venue"), record.venue or ""),
            Fact(text("form.zone"), (record.zone or "").replace("_", " ")),
            Fact(text("form.trip_id"), record.trip.title if record.trip is not None else ""),
            Fact(text("form.kind"), label("engagement_kind", record.kind)),
            Fact(text("form.direction"), label("direction", record.direction)),
            Fact(text("form.level"), label("level", record.level)),
            Fact(text("form.press"), label("press", _plain(f.get("press")))),
            Fact(text("form.interpreter"), label("interpreter", _plain(f.get("interpreter")))),
            Fact(text("form.dress"), _plain(f.get("dress"))),
            Fact(text("engagement.topics"), "; ".join(data.topics)),
            Fact(text("fact.priorities"), "; ".join(label("priority", p) for p in data.priorities)),
        ]
        cards: list[QWidget] = [FactsCard(text("section.when"), facts)]
        today = session.today
        open_: list[Entry] = [
            (Kind.COMMITMENT, one.id, promise_row(one, today, icon=True, place=False))
            for one in (*data.prior.we_owe, *data.prior.they_owe)[:6]
        ]
        if open_:
            cards.append(row_card(session, text("engagement.open_else"), open_, ""))
        before: list[Entry] = [
            (Kind.ENGAGEMENT, one.id, _short(meeting_row(one, today))) for one in data.last_meetings
        ]
        if before:
            cards.append(row_card(session, text("engagement.before"), before, ""))
        return scrolling(boxed(down(*cards, STRETCH, gap=12)), text("section.when"))


def record_tab(data: EngagementPage) -> QWidget:
    """What was decided and written down."""
    cards = [
        _long(data, name) for name in ("decisions", "readout", "notes") if data.fields.get(name)
    ]
    if not cards:
        cards = [TextCard(text("section.record"), text("engagement.no_record"))]
    box = boxed(down(*cards, STRETCH, gap=12, margins=(0, 6, 0, 0)))
    return scrolling(box, text("tab.record"))


def _short(row: RowData) -> RowData:
    return RowData(row.title, sub=row.right, icon=row.icon)


def _long(data: EngagementPage, name: str) -> TextCard:
    note = text("fact.ours") if name in _OURS else ""
    return TextCard(text(f"form.{name}"), str(data.fields[name]), note)


def _plain(value: object) -> str:
    return str(value) if value else ""
