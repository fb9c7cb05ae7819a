"""The next thing: the largest thing on the page, and the only countdown."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import Run
from liaison_app.desktop.look.look import look
from liaison_app.desktop.parts.badge import Badge
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.flow import flowing
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down
from liaison_app.desktop.parts.text import Line, Rule
from liaison_app.desktop.records.words import clock_words, far_words, long_day
from liaison_app.desktop.session import Session
from liaison_app.domain.kinds import Kind
from liaison_app.services.pages.engagement import Participant
from liaison_app.services.pages.today import Next
from liaison_app.services.rows import EngagementRow
from liaison_app.system.messages import text

_MOST_PEOPLE = 3


class NextCard(Panel):
    """The next engagement, or that there is none. ``show_time`` moves the countdown."""

    def __init__(self, session: Session, coming: Next) -> None:
        super().__init__("surface", "soft_line")
        self._session, self._coming = session, coming
        record = coming.engagement
        self.setAccessibleName(f"{text('today.next')}: {record.title}")
        self._far = Line("", "display", "accent", bold=True)
        self._starts = Line(text("today.starts"), "small", "text3")
        self.open = Button.primary(text("today.open"))
        self.open.clicked.connect(lambda: session.open_record(Kind.ENGAGEMENT, record.id))
        packet = Button(text("trip.packet"), icon="packet")
        packet.clicked.connect(lambda: session.open_page("packet", str(record.id)))
        head = across(
            Badge(text("today.next"), "solid"),
            (Line(record.title, "title", bold=True, wraps=True), 1),
            gap=10,
        )
        left = down(
            head, Line(_when(session, record), "small"), _people(session, coming), STRETCH, gap=8
        )
        right = down(self._starts, self._far, STRETCH, across(self.open, packet), gap=2)
        box = boxed(right, width=look().px(172))
        self.setLayout(across((left, 1), Rule(upright=True), box, gap=20, margins=(16, 14, 16, 14)))
        self.show_time(session.office.clock.now())

    def show_time(self, now: datetime) -> None:
        """How long until it starts."""
        record = self._coming.engagement
        words, starts = _until(record, now, self._session)
        self._far.show_words(words)
        self._starts.show_words(starts)


def _until(record: EngagementRow, now: datetime, session: Session) -> tuple[str, str]:
    if record.start_at is None:
        last = record.when.last if record.when is not None else None
        return (
            far_words((last - session.today).days) if last is not None else "",
            text("today.on"),
        )
    minutes = int((record.start_at - now).total_seconds() // 60)
    if minutes < 0:
        return text("today.under_way"), text("today.now")
    if minutes < 60:
        return text("today.minutes", count=minutes), text("today.starts")
    if minutes < 24 * 60:
        return text("today.hours", hours=minutes // 60, minutes=minutes % 60), text("today.starts")
    days = (record.start_at.astimezone(session.zone).date() - session.today).days
    return text("date.day") if days == 1 else text("date.days", count=days), text("today.starts")


def _when(session: Session, record: EngagementRow) -> list[Run]:
    """Day and time here, and by the clock of the place."""
    here = clock_words(record.start_at, record.end_at, str(session.zone))
    last = record.when.last if record.when is not None else None
    day = long_day(last, session.today) if last is not None else ""
    if last == session.today:
        day = text("date.today").capitalize()
    if not here:
        runs = [Run(day, "text", bold=True)]
    elif record.zone and record.zone != str(session.zone):
        start = record.start_at.astimezone(session.zone).date() if record.start_at else last
        ours = long_day(start, session.today) if start is not None else day
        there = clock_words(record.start_at, record.end_at, record.zone)
        runs = [
            Run(f"{day} {there}", "text", bold=True),
            Run("  " + (record.zone.rpartition("/")[2].replace("_", " ")), "text3"),
            Run(f"    {ours} {here}", "text", bold=True),
            Run("  " + text("today.here"), "text3"),
        ]
    else:
        runs = [Run(f"{day} {here}", "text", bold=True)]
    place = record.venue or (record.jurisdiction.title if record.jurisdiction is not None else "")
    if place:
        runs.append(Run(f"    {place}", "text3"))
    return runs


def _people(session: Session, coming: Next) -> QWidget:
    theirs = [one for one in coming.participants if one.side != "ours"]
    others = [one for one in coming.participants if one.side == "ours"]
    everybody = [*theirs, *others]
    chips: list[QWidget] = [_chip(session, one) for one in everybody[:_MOST_PEOPLE]]
    more = len(everybody) - len(chips)
    if more:
        chip = Chip(text("today.more_people", count=more))
        chip.clicked.connect(lambda: session.open_record(Kind.ENGAGEMENT, coming.engagement.id))
        chips.append(chip)
    return flowing(*chips)


def _chip(session: Session, one: Participant) -> Chip:
    chip = Chip(one.name)
    if one.person is not None:
        person = one.person.id
        chip.clicked.connect(lambda: session.open_record(Kind.PERSON, person))
    return chip
