"""The record of a jurisdiction: who leads it, what is owed both ways, what happened, what is known."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from liaison_app.desktop.lists.timeline import Timeline
from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.look.look import look
from liaison_app.desktop.pages.jurisdictions.sets import LocatedInCard, PrioritiesCard
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, emptied, scrolling
from liaison_app.desktop.parts.ledger import Ledger
from liaison_app.desktop.records.facts import Fact, FactsCard
from liaison_app.desktop.records.ledgers import show_ledger
from liaison_app.desktop.records.text_card import TextCard
from liaison_app.desktop.records.touchpoints import place_timeline
from liaison_app.desktop.records.view import NARROW, whole_height
from liaison_app.desktop.records.words import age_words, label, weekday
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.pages.jurisdiction import JurisdictionPage
from liaison_app.services.rows import Heading
from liaison_app.system.messages import text

#: From this width on the ledger has a column of its own.
WIDE = 1100
_SHORT_NAME = 18


def sub_line(data: JurisdictionPage) -> list[Run]:
    """``Metropolitan city in Republic of Korea``; a nation says where it lies, not below whom."""
    record = data.record
    words = label("jurisdiction_kind", record.kind)
    places = [record.parent] if record.parent is not None else []
    runs = [Run(words)]
    if record.heading is Heading.TRIBAL and data.located_in:
        names = ", ".join(one.title for one in data.located_in)
        runs.append(Run("  ·  " + text("place.located_in", places=names)))
    elif places:
        runs += [Run(text("place.in")), Run(places[0].title, "accent")]
    relationship = str(data.fields.get("relationship") or "")
    if relationship:
        runs.append(Run("  ·  " + relationship))
    return runs


def clock_line(zone: str | None, now: datetime, home: ZoneInfo) -> list[Run]:
    """``22:42 Mon, +14 h``: what the clock on the wall there shows, and how far it's from ours."""
    if not zone:
        return []
    there, here = now.astimezone(ZoneInfo(zone)), now.astimezone(home)
    gap = (there.replace(tzinfo=None) - here.replace(tzinfo=None)).total_seconds() / 3600
    ahead = text("place.same_time") if gap == 0 else f"{gap:+g} h"
    return [Run(f"{there:%H:%M}", "text", True), Run(f" {weekday(there.date())}, {ahead}", "text3")]


class Overview(QWidget):
    """Ledger above timeline, facts beside them; three columns where there is room, one where the text is large."""

    def __init__(self, session: Session, data: JurisdictionPage) -> None:
        super().__init__()
        self._session, self._data = session, data
        self._columns = 0
        self._row = across(gap=12, margins=(0, 6, 0, 0))
        area = scrolling(boxed(self._row), text("tab.overview"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(down(area))
        self._lay_out(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column, two or three."""
        super().resizeEvent(event)
        width, worn = self.width(), look()
        columns = 1 if width < worn.px(NARROW) else 3 if width >= worn.px(WIDE) else 2
        if columns != self._columns:
            self._lay_out(columns)
        self._share()

    def _share(self) -> None:
        """The facts take what they need, but never more than two fifths."""
        if self._columns == 1:
            self._side.setFixedWidth(max(self.width() - 12, 1))
            self._side.setMinimumHeight(whole_height(self._side, self.width() - 12))
            return
        needs = look().px(320 if self._columns == 3 else 264)
        self._side.setFixedWidth(min(needs, max(self.width() * 2 // 5, 200)))

    def _lay_out(self, columns: int) -> None:
        self._columns = columns
        emptied(self._row)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if columns == 1 else way.LeftToRight)
        wide = columns == 3
        ledger, timeline = self._ledger(stacked=columns != 2), self._timeline()
        if columns == 1:
            timeline.setMinimumHeight(look().px(260))
        facts = self._facts()
        if wide:
            middle = QWidget()
            middle.setLayout(down(ledger, STRETCH, gap=12))
            middle.setFixedWidth(look().px(360))
            self._row.addWidget(timeline, 1)
            self._row.addWidget(middle)
        else:
            self._row.addLayout(down(ledger, (timeline, 1), gap=12), 1)
        self._side = facts
        self._share()
        self._row.addWidget(facts)

    def _ledger(self, *, stacked: bool) -> Ledger:
        title = self._data.record.title
        them = title if len(title) <= _SHORT_NAME else text("place.them")
        ledger = Ledger(them, stacked=stacked)
        owed = self._data.ledger
        most = 8 if stacked else 4
        show_ledger(ledger, owed.we_owe, owed.they_owe, self._session.today, most)
        ledger.chosen.connect(lambda id_: self._session.open_record(Kind.COMMITMENT, id_))
        return ledger

    def _timeline(self) -> Card:
        points = self._data.timeline
        years = [one.when.last.year for one in points if one.when.last is not None]
        since = text("timeline.since", count=len(points), year=min(years)) if years else ""
        card = Card(text("timeline.title"), since)
        if not points:
            card.add(EmptyState(text("timeline.none"), text("timeline.none_more")))
            return card
        timeline = Timeline(text("timeline.title"))
        timeline.show_rows(place_timeline(points))
        timeline.chosen.connect(self._open)
        card.add(timeline, 1)
        return card

    def _open(self, key: object) -> None:
        if isinstance(key, tuple):
            kind, id_ = key
            self._session.open_record(Kind.PERSON if kind is Kind.TENURE else kind, id_)

    def _facts(self) -> QWidget:
        data, today = self._data, self._session.today
        f, age = data.fields, age_words(data.record.verified_on, today)
        population = f.get("population")
        figures = f"{population:,}" if isinstance(population, int) else ""
        year = f" ({f['population_year']})" if figures and f.get("population_year") else ""
        facts = [
            Fact(text("form.population"), figures + year),
            Fact(text("form.government_form"), str(f.get("government_form") or "")),
            Fact(text("form.recognition"), label("recognition", _text(f.get("recognition")))),
            Fact(text("fact.within"), ", ".join(one.title for one in data.within[:6])),
            Fact(text("form.website"), str(f.get("website") or "")),
            Fact(
                text("form.source" if f.get("source") else "fact.checked"),
                str(f.get("source") or ""),
                age,
            ),
        ]
        verify = Button.quiet(text("fact.verify"), "verified", "V")
        verify.clicked.connect(lambda: self._session.asked.emit("verify"))
        cards: list[QWidget] = [FactsCard(text("fact.title"), facts, verify)]
        located = LocatedInCard(self._session, data)
        priorities = PrioritiesCard(self._session, data)
        tribal = data.record.heading is Heading.TRIBAL
        cards += [located, priorities] if tribal else [priorities]
        for name in ("rationale", "profile", "risk", "notes"):
            if f.get(name):
                note = text("fact.ours") if name in ("risk", "notes") else ""
                cards.append(TextCard(text(f"form.{name}"), str(f[name]), note))
        if not tribal:
            cards.append(located)
        box = QWidget()
        box.setLayout(down(*cards, STRETCH, gap=12))
        return scrolling(box, text("fact.title"))


def _text(value: object) -> str | None:
    return str(value) if value else None
