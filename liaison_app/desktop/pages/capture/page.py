"""The capture page. What is typed is kept every few seconds; Ctrl+Enter saves it as one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from liaison_app.desktop.frame.header import Header
from liaison_app.desktop.look.look import look
from liaison_app.desktop.page import Page, asked_for
from liaison_app.desktop.pages.capture.points_card import PointsCard
from liaison_app.desktop.pages.capture.promises_card import PromisesCard
from liaison_app.desktop.pages.capture.quick_field import QuickEntry
from liaison_app.desktop.pages.capture.when_card import WhenCard, place_of
from liaison_app.desktop.pages.capture.who_card import WhoCard, person_of
from liaison_app.desktop.parts.button import Button
from liaison_app.desktop.parts.layout import STRETCH, across, boxed, down, scrolling
from liaison_app.desktop.parts.notice import MessageBox
from liaison_app.desktop.parts.text import Key
from liaison_app.desktop.session import Session
from liaison_app.desktop.tasks import in_words
from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements
from liaison_app.services.capturing import offers, unsaved
from liaison_app.services.capturing.drafting import Unsettled, draft_of, made_title, unsettled
from liaison_app.services.capturing.offers import Meant
from liaison_app.services.capturing.quick_line import QuickLine
from liaison_app.services.capturing.reading_typed import day_of
from liaison_app.services.capturing.typed import TypedMeeting, TypedPerson, packed, unpacked
from liaison_app.services.capturing.unsaved import Kept
from liaison_app.services.editing import Done
from liaison_app.services.rows import Row
from liaison_app.system.messages import text

DRAFT = "capture"
_NARROW = 640
"""A page narrower than so many px at 100 % text has one column of cards."""
KEEP_AFTER = 4_000
"""Milliseconds from a change to its being kept: a crash loses no more."""


class CapturePage(Page):
    """``come("new?jurisdiction=ID")`` begins a meeting with a place or a person; what is being typed stays."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, text("capture.page"))
        self.header = Header()
        self.found = MessageBox("", "soon")
        self.quick = QuickEntry(session)
        self.when, self.who = WhenCard(session), WhoCard(session)
        self.points, self.promises = PointsCard(), PromisesCard()
        self._officer: TypedPerson | None = None
        self._blank = TypedMeeting()
        self._saving = self._discarding = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        self._lay_out()
        for card in (self.quick, self.when, self.who, self.points, self.promises):
            card.changed.connect(self._changed)
        self.begin()
        self._learn()

    def _lay_out(self) -> None:
        self._discard = Button(text("capture.discard"))
        again = Button(text("capture.save_and_new"), tip="Ctrl+Alt+Enter")
        save = Button.primary(text("capture.save"), "check", tip="Ctrl+Enter")
        self._discard.clicked.connect(self.discard)
        again.clicked.connect(lambda: self.save(another=True))
        save.clicked.connect(lambda _=False: self.save())
        key = boxed(down(STRETCH, Key("Ctrl+Enter"), STRETCH), height=look().control)
        self.header.add(self._discard, again, save, key)
        self.header.show_title(text("capture.page"), sub=text("capture.nothing_kept"))
        take_up = Button.primary(text("capture.take_up"))
        forget = Button(text("capture.discard_kept"))
        take_up.clicked.connect(self._take_up)
        forget.clicked.connect(self._forget_found)
        self._answers = QWidget()
        self._answers.setLayout(across(take_up, forget))
        self._ask_row = QWidget()
        self._ask_row.setLayout(across((self.found, 1), self._answers))
        self._ask_row.hide()
        self._cards = across((self.when, 11), (self.who, 10), (self.points, 10), gap=12)
        self.quick.filled.connect(self._fill)
        body = down(self._ask_row, self.quick, (self._cards, 1), self.promises, gap=10)
        body.setContentsMargins(24, 0, 24, 10)
        whole = scrolling(boxed(body), text("capture.page"))
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(down(self.header, (whole, 1), gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the text is large for the window the cards stand one under the other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < look().px(_NARROW)
        self._cards.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    # What the window asks of a page.

    def come(self, about: str) -> None:
        """Be shown, for a new meeting with whom or what ``about`` names."""
        if about.startswith("new") and not self.typed_anything:
            self._begin_with(about)
        (self.when.date if self.typed_anything else self.quick.line).setFocus()

    def able(self) -> frozenset[str]:
        """Save, add a commitment, add a point."""
        return frozenset({"save", "save_and_new", "new_commitment", "add_point"})

    def act(self, action: str) -> None:
        """Do one of them."""
        doing: dict[str, Callable[[], object]] = {
            "save": self.save,
            "save_and_new": lambda: self.save(another=True),
            "new_commitment": self.promises.add,
            "add_point": self.points.begin_point,
        }
        doing[action]()

    def may_leave(self) -> bool:
        """Always: what is typed is kept."""
        self.keep_typed()
        return True

    def keep_typed(self) -> None:
        """Keep it, unless it is kept already."""
        if self._timer.isActive():
            self.keep()

    # What is typed.

    @property
    def typed(self) -> TypedMeeting:
        """The page as it stands."""
        return TypedMeeting(
            **self.when.taken(),  # type: ignore[arg-type]  # the fields of the card are those of the meeting
            people=self.who.people,
            points=self.points.points,
            decisions=self.points.decisions.text(),
            notes=self.points.notes.text(),
            promises=self.promises.promises,
            line=self.quick.typed,
        )

    @property
    def typed_anything(self) -> bool:
        """Whether there is something that isn't there from the beginning."""
        return self.typed != self._blank

    def show_meeting(self, meeting: TypedMeeting) -> None:
        """Put a meeting on the page."""
        self.quick.put(meeting.line)
        self.when.put(meeting)
        self.who.put(meeting.people)
        self.points.put(meeting)
        self.promises.put(meeting.promises)
        self._read()

    def _fill(self, line: QuickLine, meant: Meant) -> None:
        """Put what a quick line says into the fields; what it doesn't say stays."""
        now = self.typed
        place = place_of(meant.place) if meant.place is not None else now.place
        people = list(now.people)
        for words, row in meant.people:
            lead = "head" if not now.side("theirs") and words == meant.people[0][0] else "member"
            one = person_of(row, "theirs") if row is not None else TypedPerson(words)
            if one.key not in {other.key for other in people}:
                people.append(replace(one, role=lead))
        filled = replace(
            now,
            kind=line.kind or now.kind,
            date=line.date or now.date,
            start=line.start or now.start,
            end=line.end or now.end,
            venue=line.venue or now.venue,
            place=place,
            zone=place.zone if place is not None and place.zone else now.zone,
            people=tuple(people),
            promises=(*now.promises, *line.promises),
        )
        self.show_meeting(replace(filled, line=""))
        self._changed()
        self.when.date.setFocus()

    def begin(self) -> None:
        """An empty page, with the officer on our side."""
        ours = (self._officer,) if self._officer is not None else ()
        self.show_meeting(TypedMeeting(zone=self.session.zone.key, people=ours))
        self._blank = self.typed
        self._timer.stop()
        self.header.show_title(text("capture.page"), sub=text("capture.nothing_kept"))

    def _learn(self) -> None:
        office = self.session.office

        def asked() -> tuple[offers.Known, Kept | None]:
            return offers.known(office), unsaved.kept(office, DRAFT)

        def learned(found: tuple[offers.Known, Kept | None]) -> None:
            known, kept = found
            self.when.know(known.home, known.trips)
            if known.officer is not None:
                officer = known.officer
                self._officer = TypedPerson(
                    officer.title, str(officer.id), officer.native or "", side="ours"
                )
                if not self.typed_anything:
                    self.begin()
            if kept is not None:
                self._ask_about(kept)

        self.session.tasks.read(asked, learned, owner=self, slot="known")

    def _begin_with(self, about: str) -> None:
        office, asked = self.session.office, asked_for(about)

        def found(rows: list[tuple[Kind, Row]]) -> None:
            for kind, row in rows:
                if kind is Kind.JURISDICTION:
                    self.when.show_place(place_of(row))  # type: ignore[arg-type]
                elif kind is Kind.PERSON:
                    self.who.theirs.enter(person_of(row, "theirs"))  # type: ignore[arg-type]
            self._read()

        if asked:
            self.session.tasks.read(
                lambda: offers.rows_of(office, asked), found, owner=self, slot="about"
            )

    # A draft that was kept.

    def keep(self) -> None:
        """Keep what is typed."""
        self._timer.stop()
        if self._saving or not self.typed_anything:
            return
        office, content = self.session.office, packed(self.typed)
        self.session.do(
            lambda: unsaved.keep(office, DRAFT, content),
            self._kept,
            otherwise=self._not_kept,
            owner=self,
        )

    def _not_kept(self, fault: BaseException) -> None:
        """Try again later; it isn't kept, whoever asks."""
        self._timer.start()
        self.session.tasks.failed.emit(in_words(fault))

    def _kept(self, at: datetime) -> None:
        hour = f"{at.astimezone(self.session.zone):%H:%M:%S}"
        self.header.show_title(text("capture.page"), sub=text("capture.draft_kept", at=hour))

    def _ask_about(self, kept: Kept) -> None:
        try:
            meeting = unpacked(kept.content)
        except (ValueError, KeyError, TypeError):
            return
        self._offered = meeting
        at = kept.kept_at.astimezone(self.session.zone)
        title = made_title(meeting) or text("capture.untitled")
        self.found.say(
            text("capture.found_draft_more"),
            text("capture.found_draft", at=f"{at:%-d %b, %H:%M}", title=title),
        )
        self._ask_row.show()

    def _take_up(self) -> None:
        self._ask_row.hide()
        self.show_meeting(self._offered)
        self.when.date.setFocus()

    def _forget_found(self) -> None:
        self._ask_row.hide()
        self._forget()
        self.when.date.setFocus()

    def _forget(self) -> None:
        office = self.session.office
        self.session.do(lambda: unsaved.forget(office, DRAFT), owner=self)

    def discard(self) -> None:
        """Give up what is typed: the first press asks, the second does it."""
        if self.typed_anything and not self._discarding:
            self._discarding = True
            self.session.say(text("capture.discard_sure"), "soon")
            return
        self._discarding = False
        self._ask_row.hide()
        self._forget()
        self.begin()
        self.session.say(text("capture.discarded"))
        self.when.date.setFocus()

    # Reading and saving.

    def _changed(self) -> None:
        self._discarding = False
        self._read()
        self._timer.start()

    def _read(self) -> None:
        meeting, today = self.typed, self.session.today
        self.when.show_title(made_title(meeting))
        self.promises.know(meeting.people, day_of(meeting, today) or today)

    def save(self, *, another: bool = False) -> None:
        """Save all as one step, or say what must be settled first and go there."""
        if self._saving:
            return
        meeting = self.typed
        problem = self._line_problem or self.when.problem or self.who.problem
        missing = unsettled(meeting, self.session.today)
        if problem is not None:
            self._say_unsettled(problem[0], problem[1], 1 + len(missing))
        elif missing:
            self._say_unsettled(self._field_of(missing[0]), missing[0].sentence, len(missing))
        else:
            self._save(meeting, another=another)

    @property
    def _line_problem(self) -> tuple[QWidget, str] | None:
        """A quick line that hasn't been filled in would be lost."""
        waits = bool(self.quick.typed.strip())
        return (self.quick.line, text("capture.line_waits")) if waits else None

    def _save(self, meeting: TypedMeeting, *, another: bool) -> None:
        office, today = self.session.office, self.session.today
        self._saving = True
        self._timer.stop()

        def write() -> Done:
            done = engagements.capture(office, draft_of(meeting, office.clock.now(), today))
            unsaved.forget(office, DRAFT)
            return done

        def saved(done: Done) -> None:
            self._saving = False
            self._ask_row.hide()
            self.begin()
            if another:
                self.when.date.setFocus()
            else:
                self.session.open_record(Kind.ENGAGEMENT, done.id)

        def failed(fault: BaseException) -> None:
            self._saving = False
            self._timer.start()
            self.session.say(in_words(fault), "late")

        self.session.do(write, saved, otherwise=failed, owner=self)

    def _say_unsettled(self, field: QWidget, what: str, count: int) -> None:
        code = "capture.one_to_settle" if count == 1 else "capture.more_to_settle"
        self.session.say(text(code, what=what, count=count), "soon")
        field.setFocus()

    def _field_of(self, missing: Unsettled) -> QWidget:
        name, _, rest = missing.where.partition(".")
        if name == "promises":
            at, _, part = rest.partition(".")
            row = self.promises.rows[int(at)]
            return row.due if part == "due" else row.wording
        return {"title": self.when.title, "start": self.when.start}.get(name, self.when.date)
