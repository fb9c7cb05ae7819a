"""The schedule: legs and engagements by day, in the local time of each, with the clock at home."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from liaison_app.documents.packet.content.moment import Moment
from liaison_app.documents.packet.content.schedule import Day, ItemKind, ScheduleItem
from liaison_app.services.outgoing.zones import zone_called
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.meeting import said_press
from liaison_app.services.packets.moments import hours_apart, moment, offset_label
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.meetings import leg
from liaison_app.store.tables.places import jurisdiction
from liaison_app.system.messages import text

_KINDS: dict[str | None, ItemKind] = {
    "call_video": "call",
    "signing_ceremony": "ceremony",
    "site_visit": "site",
    "reception_meal": "meal",
}
_LEGS: dict[str | None, ItemKind] = {
    "meal": "meal",
    "site": "site",
    "free": "free",
    "ron": "overnight",
}
_MOST_DAYS = 60

_Dated = tuple[date, datetime, ScheduleItem]


def schedule(brief: Brief) -> tuple[Day, ...]:
    """One day a page, days without anything included. A single engagement has its memo instead."""
    items = [*_engagement_items(brief), *_leg_items(brief)]
    if not items or (brief.trip is None and len(items) < 2):
        return ()
    by_day: dict[date, list[_Dated]] = defaultdict(list)
    for item in items:
        by_day[item[0]].append(item)
    return tuple(
        _day(
            brief, day, [item for _, _, item in sorted(by_day.get(day, ()), key=lambda one: one[1])]
        )
        for day in _days(brief, by_day)
    )


def _days(brief: Brief, by_day: Iterable[date]) -> list[date]:
    """Every day of the trip and of what is in it; only days with something if they lie far apart."""
    known = sorted(by_day)
    first, last = known[0], known[-1]
    if brief.trip is not None:
        first = min(first, brief.trip.start_on or first)
        last = max(last, brief.trip.end_on or last)
    if (last - first).days > _MOST_DAYS:
        return known
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _day(brief: Brief, day: date, items: list[ScheduleItem]) -> Day:
    return Day(date=day, items=tuple(items), zones=_zones(brief, items))


def _zones(brief: Brief, items: list[ScheduleItem]) -> str:
    """Whose clock the times of a day are on, and how far home is behind or ahead."""
    starts = [item.start for item in items if item.start is not None]
    labels = dict.fromkeys(_clock(one) for one in starts)
    if not labels:
        return ""
    if len(labels) > 1:
        return text("fill.zones.several", zones="; ".join(labels))
    said = text("fill.zones.one", zone=next(iter(labels)))
    apart = hours_apart(starts[0].at, starts[0].at.astimezone(brief.asked.zone))
    if not apart:
        return said
    code = "fill.zones.home_behind" if apart > 0 else "fill.zones.home_ahead"
    return f"{said} {text(code, home=_home_name(brief), hours=f'{abs(apart):g}')}"


def _clock(one: Moment) -> str:
    offset = offset_label(one.at)
    return one.zone if one.zone == offset else f"{one.zone}, {offset}"


def _home_name(brief: Brief) -> str:
    named = brief.released.get(jurisdiction, [brief.home]).values()
    return next((row.name for row in named if row.name), text("fill.home"))


def _home(brief: Brief, start: Moment) -> Moment | None:
    home = moment(start.at, brief.asked.zone)
    return home if home.at.utcoffset() != start.at.utcoffset() else None


def _engagement_items(brief: Brief) -> list[_Dated]:
    return [_engagement_item(brief, one) for one in brief.engagements if _has_day(one)]


def _has_day(one: Seen) -> bool:
    return one.start_at is not None or (
        one.held_on is not None and (one.held_precision or "day") == "day"
    )


def _engagement_item(brief: Brief, one: Seen) -> _Dated:
    zone = brief.zone_of(one)
    start = moment(one.start_at, zone) if one.start_at else None
    item = ScheduleItem(
        kind=_KINDS.get(one.kind, "meeting"),
        what=one.title or "",
        start=start,
        end=moment(one.end_at, zone) if start and one.end_at else None,
        when="" if start else text("fill.time_open"),
        home=_home(brief, start) if start else None,
        where=one.venue or "",
        press=said_press(one.press) if one.press else "",
        dress=one.dress or "",
        tab=brief.letters.get(one.id, ""),
        note=one.track or "",
        cancelled=one.status == "cancelled",
    )
    return _dated(item, one.held_on)


def _leg_items(brief: Brief) -> list[_Dated]:
    if brief.trip is None:
        return []
    found: list[_Dated] = []
    for row in brief.released.of(leg, "trip_id", [brief.trip.id]):
        if row.start_at is None:
            continue
        kind = _LEGS.get(row.kind)
        found += [_stay(brief, row, kind)] if kind else _travel(brief, row)
    return found


def _stay(brief: Brief, row: Seen, kind: ItemKind) -> _Dated:
    """A meal, a site, free time or a night."""
    zone = _zone(brief, row.start_zone)
    start = moment(row.start_at, zone)
    item = ScheduleItem(
        kind=kind,
        what=row.title or row.to_place or row.from_place or "",
        start=start,
        end=moment(row.end_at, zone) if row.end_at and kind != "overnight" else None,
        home=_home(brief, start),
        where=row.to_place or row.from_place or "",
        press=row.press or "",
        dress=row.dress or "",
        ask_for=row.contact or "",
        mobile=row.contact_phone or "",
        note=_leg_note(row),
        cancelled=row.status == "cancelled",
    )
    return _dated(item, None)


def _travel(brief: Brief, row: Seen) -> list[_Dated]:
    """Leaving and arriving, each on the clock of its own place."""
    start = moment(row.start_at, _zone(brief, row.start_zone))
    leave = ScheduleItem(
        kind="leave",
        what=" · ".join(filter(None, (row.from_place, row.title))),
        start=start,
        home=_home(brief, start),
        dress=row.dress or "",
        ask_for=row.contact or "",
        mobile=row.contact_phone or "",
        note=_leg_note(row),
        cancelled=row.status == "cancelled",
    )
    if row.end_at is None:
        return [_dated(leave, None)]
    end = moment(row.end_at, _zone(brief, row.end_zone or row.start_zone))
    arrive = replace(
        leave,
        kind="arrive",
        what=row.to_place or row.title or "",
        start=end,
        home=_home(brief, end),
        ask_for="",
        mobile="",
        note="",
        dress="",
    )
    return [_dated(leave, None), _dated(arrive, None)]


def _leg_note(row: Seen) -> str:
    booked = text("fill.confirmation", number=row.confirmation) if row.confirmation else ""
    parts = [part.strip() for part in (row.details, row.track, booked) if part and part.strip()]
    ended = [part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts[:-1]]
    return " ".join([*ended, *parts[-1:]])


def _zone(brief: Brief, name: str | None) -> ZoneInfo:
    return zone_called(name, brief.asked.zone)


def _dated(item: ScheduleItem, day: date | None) -> _Dated:
    if item.start is None:
        return day or date.min, datetime.max.replace(tzinfo=UTC), item
    return item.start.at.date(), item.start.utc, item
