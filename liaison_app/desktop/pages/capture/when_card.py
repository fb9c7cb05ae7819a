"""When and where: day and hours as typed, the clock of the place and the clock at home, place, kind, title."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_app.desktop.look.ink import name_runs
from liaison_app.desktop.pages.capture.offer_field import Offer, OfferField
from liaison_app.desktop.pages.capture.settling import (
    at_home,
    show_hour,
    show_reading,
    zone_words,
    zones_like,
)
from liaison_app.desktop.parts.card import Panel
from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.parts.form import FormGrid
from liaison_app.desktop.parts.layout import STRETCH, down
from liaison_app.desktop.parts.pick import Pick
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.parts.text import Line
from liaison_app.desktop.records.words import label, short_day
from liaison_app.desktop.session import Session
from liaison_app.domain import codes
from liaison_app.domain.errors import Refusal
from liaison_app.services.capturing import offers
from liaison_app.services.capturing.reading_typed import day_of, instants, read_day, read_time
from liaison_app.services.capturing.typed import TypedMeeting, TypedPlace
from liaison_app.services.rows import JurisdictionRow, Named, TripRow
from liaison_app.system.messages import TEXTS, text

_NEW_PLACES = ("city", "state_province", "tribal_nation", "country")


class WhenCard(Panel):
    """``changed`` whenever something in it is. ``put`` shows a meeting, ``taken`` gives what is typed."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(text("capture.when_where"))
        self.setProperty("region", "true")
        self._session = session
        self._place: TypedPlace | None = None
        self._zone = session.zone.key
        self._home: Named | None = None
        self.date = Field("", hint=text("capture.date_hint"))
        self.start, self.end = Field(""), Field("")
        self.zone = OfferField("", self._ask_zone, hint=text("capture.zone_hint"))
        self.venue = Field("", icon="place", hint=text("capture.venue_hint"))
        self.jurisdiction = OfferField("", self._ask_place, hint=text("capture.jurisdiction_hint"))
        self.trip = Pick("")
        self.kind = Pick("", _kinds())
        self.press = Pick("", [("", text("capture.not_said")), *_press()])
        self.interpreter = Pick("", [("", text("capture.not_said")), *_choices("interpreter")])
        self.title = Field("")
        self.purpose = Field("", hint=text("capture.purpose_hint"))
        self._clocks = Line("", "micro", "text2")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first, grid, kinds = FormGrid(5, gap=8), FormGrid(2, gap=8), FormGrid(13, gap=8)
        first.field(text("capture.date"), self.date, span=3)
        first.field(text("capture.from"), self.start)
        first.field(text("capture.to"), self.end)
        zone = FormGrid(1)
        zone.field(text("capture.zone"), self.zone)
        last = FormGrid(1, gap=8)
        for form, code, field, span in (
            (grid, "place", self.venue, 2),
            (grid, "jurisdiction", self.jurisdiction, 1),
            (grid, "trip", self.trip, 1),
            (kinds, "kind", self.kind, 4),
            (kinds, "press", self.press, 4),
            (kinds, "interpreter", self.interpreter, 5),
            (last, "title", self.title, 1),
            (last, "purpose", self.purpose, 1),
        ):
            form.field(text(f"capture.{code}"), field, span=span)
        head = Line(text("capture.when_where"), bold=True)
        column = down(head, 2, first, zone, self._clocks, grid, kinds, last, STRETCH, gap=5)
        column.setContentsMargins(15, 12, 15, 8)
        self.setLayout(column)

    def _connect(self) -> None:
        fields = (self.date, self.start, self.end, self.venue, self.title, self.purpose)
        for field in fields:
            field.textChanged.connect(self._tell)
        for pick in (self.trip, self.kind, self.press, self.interpreter):
            pick.picked.connect(self._tell)
        self.zone.chosen.connect(self._choose_zone)
        self.zone.editingFinished.connect(self._settle_zone)
        self.jurisdiction.chosen.connect(self._choose_place)
        self.jurisdiction.textEdited.connect(self._forget_place)

    def know(self, home: Named | None, trips: Sequence[TripRow]) -> None:
        """Whose clock the other one is, and which trips the meeting may be part of."""
        self._home = home
        chosen = self.trip.code
        found = [(str(one.id), one.title, _days(one, self._session)) for one in trips]
        self.trip.offer([("", text("capture.no_trip")), *found], chosen)
        self.read()

    def put(self, meeting: TypedMeeting) -> None:
        """Show a meeting."""
        for field, words in (
            (self.date, meeting.date),
            (self.start, meeting.start),
            (self.end, meeting.end),
            (self.venue, meeting.venue),
            (self.title, meeting.title),
            (self.purpose, meeting.purpose),
        ):
            field.setText(words)
        self.kind.choose(meeting.kind)
        self.press.choose(meeting.press)
        self.interpreter.choose(meeting.interpreter)
        self.trip.choose(meeting.trip)
        self._zone = meeting.zone or self._session.zone.key
        self.show_place(meeting.place)
        self.read()

    def taken(self) -> dict[str, object]:
        """The fields of ``TypedMeeting`` that stand here."""
        return {
            "title": self.title.text(),
            "kind": self.kind.code,
            "date": self.date.text(),
            "start": self.start.text(),
            "end": self.end.text(),
            "zone": self._zone,
            "venue": self.venue.text(),
            "place": self._place,
            "trip": self.trip.code,
            "press": self.press.code,
            "interpreter": self.interpreter.code,
            "purpose": self.purpose.text(),
        }

    def show_place(self, place: TypedPlace | None) -> None:
        """Show the jurisdiction, and take its clock."""
        self._place = place
        self.jurisdiction.setText(place.name if place else "")
        self.jurisdiction.setCursorPosition(0)
        new = text("capture.new_person") if place is not None and not place.id else ""
        self.jurisdiction.read_as(new or (place.native if place else ""))
        if place is not None and place.zone:
            self._zone = place.zone
        self.read()

    def show_title(self, made: str) -> None:
        """Say which title is made if none is typed."""
        typed = bool(self.title.text().strip())
        self.title.setPlaceholderText("" if typed else made)
        self.title.read_as("" if typed or not made else text("capture.made_for_you"))

    def read(self) -> None:
        """Say how days, hours and clocks were read."""
        today = self._session.today
        show_reading(self.date, lambda typed: read_day(typed, today))
        show_hour(self.start, read_time)
        show_hour(self.end, read_time)
        meeting = TypedMeeting(
            date=self.date.text(), start=self.start.text(), end=self.end.text(), zone=self._zone
        )
        day = day_of(meeting, today)
        noon = datetime.combine(day or today, time(12), ZoneInfo(self._zone))
        if not self.zone.hasFocus():
            city = self._zone.rpartition("/")[2].replace("_", " ")
            self.zone.setText(city)
            self.zone.read_as(zone_words(self._zone, noon))
        words = ""
        if day is not None:
            try:
                start, end = instants(meeting, day)
            except Refusal:
                start, end = None, None
            place = self._home.title if self._home is not None else ""
            words = at_home(start, end, self._session.zone, place) if start else ""
        self._clocks.show_words(words)
        self._clocks.setVisible(bool(words))

    @property
    def problem(self) -> tuple[QWidget, str] | None:
        """What can't stay as it is typed: the field and the reason."""
        typed = self.jurisdiction.text().strip()
        if typed and self._place is None:
            return self.jurisdiction, text("capture.not_place", text=typed)
        return None

    def _tell(self) -> None:
        self.read()
        self.changed.emit()

    def _ask_zone(self, typed: str, answer: Callable[[Sequence[Offer]], None]) -> None:
        now = self._session.office.clock.now()
        answer(
            [
                Offer(RowData(one.replace("_", " "), right=zone_words(one, now)), one)
                for one in zones_like(typed)
            ]
        )

    def _choose_zone(self, zone: object) -> None:
        self._zone = str(zone)
        city = self._zone.rpartition("/")[2].replace("_", " ")
        self.zone.setText(city)
        self.zone.read_as(zone_words(self._zone, self._session.office.clock.now()))
        self._tell()

    def _settle_zone(self) -> None:
        """Back to the clock that holds when what was typed is no place."""
        self.zone.clearFocus() if not self.zone.hasFocus() else None
        if not self.zone.hasFocus():
            self.read()

    def _ask_place(self, typed: str, answer: Callable[[Sequence[Offer]], None]) -> None:
        office = self._session.office

        def found(rows: list[JurisdictionRow]) -> None:
            answer([*map(_place_offer, rows), *_new_places(typed)])

        self._session.tasks.read(
            lambda: offers.places_like(office, typed), found, owner=self, slot="places"
        )

    def _choose_place(self, place: object) -> None:
        if isinstance(place, TypedPlace):
            self.show_place(place)
            self.changed.emit()

    def _forget_place(self) -> None:
        self._place = None
        self.jurisdiction.read_as("")
        self.changed.emit()


def place_of(row: JurisdictionRow) -> TypedPlace:
    """A known jurisdiction as the page keeps it."""
    return TypedPlace(row.title, str(row.id), row.native or "", row.zone or "")


def _place_offer(row: JurisdictionRow) -> Offer:
    above = row.parent.title if row.parent is not None else ""
    words = [label("jurisdiction_kind", row.kind), above]
    title = name_runs(row.title, row.native or "")
    return Offer(RowData(title, sub=", ".join(w for w in words if w), icon="place"), place_of(row))


def _new_places(typed: str) -> list[Offer]:
    return [
        Offer(
            RowData(
                text(
                    "capture.add_place", name=typed, kind=label("jurisdiction_kind", kind).lower()
                ),
                icon="plus",
                icon_tone="accent",
            ),
            TypedPlace(typed, kind=kind),
        )
        for kind in _NEW_PLACES
    ]


def _choices(list_name: str) -> list[tuple[str, str]]:
    return [(code, label(list_name, code)) for code in codes.LISTS[list_name]]


def _kinds() -> list[tuple[str, str]]:
    """Kinds in the short words of a title where there are any."""
    return [
        (code, TEXTS.get(f"capture.title.{code}", words))
        for code, words in _choices("engagement_kind")
    ]


def _press() -> list[tuple[str, str]]:
    return [(code, text(f"capture.press.{code}")) for code in codes.LISTS["press"]]


def _days(trip: TripRow, session: Session) -> str:
    return short_day(trip.start_on, session.today) if trip.start_on else ""
