"""Today: what comes next, what is owed both ways, what to verify, the coming trip, the latest steps."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

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
from liaison_app.desktop.parts.layout import (
    STRETCH,
    Item,
    across,
    boxed,
    down,
    emptied,
    height_at,
    scrolling,
)
from liaison_app.desktop.parts.text import Line
from liaison_app.desktop.records.words import full_day
from liaison_app.desktop.session import Session, Step
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.pages.today import Today, today_page
from liaison_app.services.rows import EngagementRow
from liaison_app.system.messages import text

_MINUTE = 60_000
_SOON = 50
"""Milliseconds after the last change of its size to its being laid out anew."""
_TALL = 850
_NARROW = 760
"""A page narrower than so many px at 100 % text has one column."""
_LEAST = 4


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
        self._fetched: tuple[Today, EngagementRow | None] | None = None
        self._head = across((down(self._hello, self._day, gap=2), 1), boxed(self._clocks))
        self._area = scrolling(boxed(self._body), text("page.today"))
        self.setLayout(down(self._head, (self._area, 1), gap=14, margins=(24, 14, 24, 12)))
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SOON)
        self._resized.timeout.connect(self._again)
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
        self._fetched = fetched
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
        self._lay_out(data)
        if self._next is not None and self._arrived:
            self._next.open.setFocus()
            self._area.verticalScrollBar().setValue(0)
            self._arrived = False

    def _lay_out(self, data: Today) -> None:
        """As many rows as there is room for; one column where the text is large for the window."""
        session, width, worn = self.session, self.width() - 48, look()
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if width < worn.px(_NARROW) else way.LeftToRight)
        coming = self._first(data)
        if width < worn.px(_NARROW):
            cards = (
                coming,
                ledger_card(session, data, theirs=False, most=_LEAST),
                ledger_card(session, data, theirs=True, most=_LEAST),
                trip_card(session, data),
                verify_card(session, data.to_verify, _LEAST),
                steps_card(session, data.steps[:_LEAST]),
            )
            self._body.addLayout(down(*cards, STRETCH, gap=16))
            return
        room, beside, left = self._room(), worn.px(304), width - worn.px(304) - 16
        facts = verify_card(session, data.to_verify, 3 if room < worn.px(_TALL) else 9)
        above = height_at(coming, left) + height_at(facts, left) + 32
        ledgers = across(
            *(
                (
                    ledger_card(
                        session, data, theirs=theirs, width=(left - 16) // 2, room=room - above
                    ),
                    1,
                )
                for theirs in (False, True)
            ),
            gap=16,
        )
        trip = trip_card(session, data)
        spare = room - (height_at(trip, beside) + 16 if trip is not None else 0)
        column = side([trip, steps_card(session, data.steps, width=beside, room=spare)])
        column.setFixedWidth(beside)
        whole = down(coming, (ledgers, 1), facts, gap=16)
        self._body.addLayout(across((whole, 1), column, gap=16), 1)

    def _room(self) -> int:
        """Pixels from top to bottom that are seen without scrolling."""
        return self._area.viewport().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out for the new size, once the window has taken it."""
        super().resizeEvent(event)
        self._resized.start()

    def _again(self) -> None:
        if self._fetched is not None and not nothing_yet(self._fetched[0]):
            self._arrived |= self._next is not None and self._next.open.hasFocus()
            self._show(self._fetched)

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
