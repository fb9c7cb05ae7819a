"""The record of a trip: the itinerary by the clock of each place, who goes, what is open where it leads."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from liaison_app.desktop.lists.timeline import Timeline, Touchpoint, Year
from liaison_app.desktop.parts.card import Card
from liaison_app.desktop.parts.chip import Chip
from liaison_app.desktop.parts.empty import EmptyState
from liaison_app.desktop.parts.flow import flowing
from liaison_app.desktop.parts.layout import STRETCH, boxed, down, scrolling
from liaison_app.desktop.records.adder import Adder
from liaison_app.desktop.records.cards import row_card
from liaison_app.desktop.records.facts import Fact, FactsCard
from liaison_app.desktop.records.ledgers import promise_row
from liaison_app.desktop.records.text_card import TextCard
from liaison_app.desktop.records.touchpoints import engagement_icon
from liaison_app.desktop.records.view import Beside
from liaison_app.desktop.records.words import label, short_day, weekday
from liaison_app.desktop.session import Session
from liaison_app.domain.commitments import CLOSED
from liaison_app.domain.kinds import Kind
from liaison_app.services import trips
from liaison_app.services.pages.trip import ItineraryDay, LegRow, TripPage
from liaison_app.services.rows import EngagementRow
from liaison_app.system.messages import text

_LEG_ICONS = {"flight": "plane", "meal": "meal", "site": "flag", "ron": "place", "free": "clock"}
_MOST = 8


def overview(session: Session, data: TripPage) -> QWidget:
    """Itinerary, and beside it who goes, facts, promises."""
    return Beside(_itinerary(session, data), _side(session, data), 300)


def _itinerary(session: Session, data: TripPage) -> Card:
    count = sum(len(one.items) for one in data.days)
    card = Card(text("trip.itinerary"), text("trip.items", count=count) if count else "")
    if not count:
        card.add(EmptyState(text("trip.no_items"), text("trip.no_items_more")))
        return card
    rows: list[tuple[object, Year | Touchpoint]] = []
    for day in data.days:
        rows.append((day.day, _day(day, data.record.start_on)))
        rows += [(_key(item), _item(item)) for item in day.items]
    timeline = Timeline(text("trip.itinerary"))
    timeline.show_rows(rows)
    timeline.chosen.connect(lambda key: _open(session, key))
    card.add(timeline, 1)
    return card


def _day(day: ItineraryDay, start_on: date | None) -> Year:
    if day.day is None:
        return Year(text("trip.no_day"))
    number = (day.day - start_on).days + 1 if start_on is not None else 0
    words = text("trip.day", number=number) if number > 0 else ""
    return Year(short_day(day.day, day.day), ", ".join(filter(None, (weekday(day.day), words))))


def _key(item: LegRow | EngagementRow) -> object:
    return (Kind.ENGAGEMENT, item.id) if isinstance(item, EngagementRow) else item.id


def _item(item: LegRow | EngagementRow) -> Touchpoint:
    if isinstance(item, EngagementRow):
        place = item.venue or (item.jurisdiction.title if item.jurisdiction is not None else "")
        people = ", ".join(one.title for one in item.people[:2])
        sub = ", ".join(part for part in (place, people) if part)
        badge = None
        if item.status in ("cancelled", "postponed"):
            badge = (label("engagement_status", item.status).lower(), "soon", "warn")
        times = _time(item.start_at, item.zone), _until(item.end_at, item.zone)
        return Touchpoint(*times, engagement_icon(item.kind), item.title, sub, badge)
    way = " – ".join(part for part in (item.from_place, item.to_place) if part)
    title = item.title or way or label("leg_kind", item.kind)
    details = [way if item.title else "", item.details or ""]
    if item.members:
        details.append(", ".join(one.title for one in item.members))
    if item.confirmation:
        details.append(text("trip.confirmation", number=item.confirmation))
    sub = ", ".join(part for part in details if part)
    badge = None
    if item.status == "cancelled":
        badge = (label("leg_status", item.status).lower(), "neutral", "block")
    times = _time(item.start_at, item.start_zone), _until(item.end_at, item.end_zone)
    return Touchpoint(*times, _LEG_ICONS.get(item.kind or "", "trip"), title, sub, badge)


def _time(at: datetime | None, zone: str | None) -> str:
    return f"{at.astimezone(ZoneInfo(zone or 'UTC')):%H:%M}" if at is not None else ""


def _until(at: datetime | None, zone: str | None) -> str:
    return f"–{_time(at, zone)}" if at is not None else ""


def _open(session: Session, key: object) -> None:
    if isinstance(key, tuple):
        session.open_record(*key)


def _side(session: Session, data: TripPage) -> QWidget:
    f, record = data.fields, data.record
    facts = [
        Fact(text("form.purpose"), str(f.get("purpose") or "")),
        Fact(text("form.objectives"), str(f.get("objectives") or "")),
        Fact(text("form.principal_id"), record.principal.title if record.principal else ""),
        Fact(text("form.lead_id"), record.lead.title if record.lead else ""),
        Fact(text("form.places"), record.places or ""),
        Fact(text("form.kind"), label("trip_kind", record.kind)),
        Fact(text("form.hotel"), str(f.get("hotel") or "")),
    ]
    open_ = [one for one in data.commitments if one.status not in CLOSED]
    promises = [
        (Kind.COMMITMENT, one.id, promise_row(one, session.today, icon=True))
        for one in open_[:_MOST]
    ]
    cards: list[QWidget] = [FactsCard(text("trip.about"), facts), _members(session, data)]
    count = str(len(open_)) if open_ else ""
    cards.append(
        row_card(session, text("trip.promises"), promises, text("trip.no_promises"), count=count)
    )
    cards += [
        TextCard(text(f"form.{name}"), str(f[name]), text("fact.ours"))
        for name in ("emergency_notes", "notes")
        if f.get(name)
    ]
    return scrolling(boxed(down(*cards, STRETCH, gap=12)), text("trip.about"))


def _members(session: Session, data: TripPage) -> Card:
    card = Card(text("trip.members"), str(len(data.members)) if data.members else "", icon="people")
    office, trip = session.office, data.record.id
    chips = [
        _member(session, member.id, member.person.title, member.role, member.person.id)
        for member in data.members
    ]
    adder = Adder(session, text("trip.add_member"), Kind.PERSON)
    adder.chosen.connect(
        lambda who: session.do(lambda: trips.add_member(office, trip, who), owner=card)
    )
    card.add(boxed(down(flowing(*chips) if chips else None, adder, gap=10, margins=14)))
    return card


def _member(session: Session, member: UUID, name: str, role: str | None, person: UUID) -> Chip:
    chip = Chip.person(name, note=label("participant_role", role))
    chip.clicked.connect(lambda: session.open_record(Kind.PERSON, person))
    chip.removed.connect(lambda: session.do(lambda: trips.remove_member(session.office, member)))
    return chip


def sub_line(session: Session, data: TripPage) -> str:
    """Days, places, reference."""
    record, today = data.record, session.today
    days = ""
    if record.start_on is not None:
        days = short_day(record.start_on, today)
        if record.end_on is not None and record.end_on != record.start_on:
            days = text("date.span", first=days, last=short_day(record.end_on, today))
    return "  ·  ".join(part for part in (days, record.places or "", record.ref) if part)
