"""Today: what comes next, what is owed both ways, what to verify, the coming trip, the latest steps."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.look.look import look
from liaison_app.desktop.page import Page
from liaison_app.desktop.pages.today.beginning import beginning
from liaison_app.desktop.pages.today.cards import (
    ledger_card,
    nothing_yet,
    side,
    steps_card,
    trip_card,
    verify_card,
)
from liaison_app.desktop.pages.today.clocks import DayClock
from liaison_app.desktop.pages.today.next_card import NextCard
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.layout import Item, across, boxed, down, emptied, scrolling
from liaison_app.desktop.parts.text import Line
from liaison_app.desktop.records.words import full_day
from liaison_app.desktop.session import Session, Step
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.pages.today import Today, today_page
from liaison_app.services.rows import EngagementRow
from liaison_app.system.messages import text

_MINUTE = 60_000
_TALL = 950


class TodayPage(Page):
    """The first page of the day; its clocks and countdown move by the minute."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, text("page.today"))
        self._hello = Line("", "display", bold=True)
        self._day = Line("", "small", "text2")
        self._clocks = across(gap=24)
        self._body = down(gap=16)
        self._next: NextCard | None = None
        self._arrived = False
        head = across((down(self._hello, self._day, gap=2), 1), boxed(self._clocks))
        body = boxed(self._body)
        self.setLayout(
            down(head, (scrolling(body, text("page.today")), 1), gap=14, margins=(24, 14, 24, 12))
        )
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._tick)
        self._minute.start()

    def come(self, about: str) -> None:
        """Fetch it; the next thing gets the focus."""
        self._arrived = True
        self._load()

    def refresh(self, step: Step | None) -> None:
        """Fetch it again."""
        self._load()

    def _load(self) -> None:
        office = self.session.office
        home, today = str(self.session.zone), self.session.today

        def fetch() -> tuple[Today, EngagementRow | None]:
            coming = ENGAGEMENTS.page(
                office, f"status:planned after:{today}", "when_first", limit=20
            )
            away = (one for one in coming if one.zone and one.zone != home)
            return today_page(office), next(away, None)

        self.session.tasks.read(fetch, self._show, owner=self, slot="today")

    def _show(self, fetched: tuple[Today, EngagementRow | None]) -> None:
        data, away = fetched
        self._greet(data)
        self._show_clocks(away)
        emptied(self._body)
        self._next = None
        if nothing_yet(data):
            first = beginning(self.session)
            self._body.addWidget(first, 1)
            if self._arrived:
                button = first.findChild(Button)
                if button is not None:
                    button.setFocus()
                self._arrived = False
            return
        tall = self.height() >= _TALL
        coming = self._first(data)
        ledgers = across(
            (ledger_card(self.session, data, theirs=False, most=6), 1),
            (ledger_card(self.session, data, theirs=True, most=6), 1),
            gap=16,
        )
        facts = verify_card(self.session, data.to_verify, 9 if tall else 3)
        left = down(coming, (ledgers, 1), facts, gap=16)
        beside = side([trip_card(self.session, data), steps_card(self.session, data)])
        beside.setFixedWidth(look().px(304))
        self._body.addLayout(across((left, 1), beside, gap=16), 1)
        if self._next is not None and self._arrived:
            self._next.open.setFocus()
            self._arrived = False

    def _first(self, data: Today) -> QWidget:
        if data.next is None:
            panel = Panel("surface", "soft_line")
            panel.setLayout(
                down(EmptyState(text("today.nothing_next"), text("empty.engagements_more")))
            )
            return panel
        self._next = NextCard(self.session, data.next)
        return self._next

    def _greet(self, data: Today) -> None:
        now = self.session.office.clock.now()
        hour = now.astimezone(self.session.zone).hour
        part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
        name = data.officer.title if data.officer is not None else ""
        words = text(f"today.{part}", name=name) if name else text("page.today")
        self._hello.show_words(text("begin.welcome", name=name) if nothing_yet(data) else words)
        runs = [Run(full_day(data.day) + ".")]
        if nothing_yet(data):
            runs = [Run(text("begin.empty"))]
        elif data.unreviewed:
            runs.append(Run("  " + text("today.unreviewed", count=data.unreviewed), "soon"))
        self._day.show_words(runs)

    def _show_clocks(self, there: EngagementRow | None) -> None:
        emptied(self._clocks)
        home = str(self.session.zone)
        here = self.session.home or home.rpartition("/")[2].replace("_", " ")
        items: list[Item] = [DayClock(here, home, home)]
        if there is not None and there.zone:
            name = there.jurisdiction.title if there.jurisdiction is not None else ""
            city = there.zone.rpartition("/")[2].replace("_", " ")
            items.append(DayClock(name or city, there.zone, home))
        for item in items:
            if isinstance(item, DayClock):
                self._clocks.addWidget(item)
        self._tick()

    def _tick(self) -> None:
        now = self.session.office.clock.now()
        for clock in self.findChildren(DayClock):
            clock.show_time(now)
        if self._next is not None:
            self._next.show_time(now)
