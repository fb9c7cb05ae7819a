"""What happened with a place or a person, as rows of a timeline under their years."""

from collections.abc import Iterable, Sequence
from datetime import date

from liaison_app.desktop.lists.timeline import Touchpoint, Year
from liaison_app.desktop.records.words import clock_words, label, weekday
from liaison_app.domain.dates import MONTHS, PartialDate, Precision
from liaison_app.domain.kinds import Kind
from liaison_app.services.pages import jurisdiction as place
from liaison_app.services.rows import EngagementRow
from liaison_app.system.messages import text

TimelineRows = list[tuple[object, Year | Touchpoint]]

_BADGES = {
    "planned": ("accent", "calendar"),
    "postponed": ("soon", "clock"),
    "cancelled": ("neutral", "block"),
    "fulfilled": ("good", "check"),
    "elect": ("accent", ""),
    "acting": ("neutral", ""),
    "disputed": ("soon", "warn"),
}
_ENGAGEMENT_ICONS = {
    "call_video": "video",
    "reception_meal": "meal",
    "signing_ceremony": "sign",
    "incoming_delegation": "people",
    "outgoing_delegation": "plane",
    "conference_summit": "speech",
    "correspondence_demarche": "mail",
    "site_visit": "place",
}


def engagement_icon(kind: str | None) -> str:
    """The icon of a kind of engagement."""
    return _ENGAGEMENT_ICONS.get(kind or "", "engagement")


def place_timeline(points: Sequence[place.Touchpoint]) -> TimelineRows:
    """The timeline of a place; keys are (kind, id)."""
    rows = [((one.kind, one.id), one.when, _of_place(one)) for one in points]
    return _under_years(rows)


def meeting_timeline(rows: Iterable[EngagementRow]) -> TimelineRows:
    """The timeline of engagements alone; keys are (kind, id)."""
    return _under_years(
        [
            ((Kind.ENGAGEMENT, row.id), row.when or PartialDate.before_event(), _of_meeting(row))
            for row in rows
        ]
    )


def _under_years(rows: Sequence[tuple[object, PartialDate, Touchpoint]]) -> TimelineRows:
    found: TimelineRows = []
    year = None
    for key, when, shown in rows:
        this = str(when.last.year) if when.last is not None else text("date.none")
        if this != year:
            year = this
            count = sum(
                (str(w.last.year) if w.last is not None else text("date.none")) == this
                for _, w, _ in rows
            )
            words = text("timeline.one" if count == 1 else "timeline.count", count=count)
            found.append((this, Year(this.capitalize(), words)))
        found.append((key, shown))
    return found


def _of_place(one: place.Touchpoint) -> Touchpoint:
    on, day = _day(one.when)
    badge = _badge("engagement_status", one.status)
    match one.kind:
        case Kind.COMMITMENT:
            sub = text(f"timeline.{one.detail or 'we_owe'}", ref=one.ref)
            badge = _badge("commitment_status", one.status)
            return Touchpoint(
                on, day, "in" if one.detail == "they_owe" else "out", one.title, sub, badge
            )
        case Kind.TENURE:
            title = text("timeline.took_office", name=one.title, title=one.detail or "")
            return Touchpoint(on, day, "people", title, "", _badge("standing", one.status))
    sub = ", ".join(part for part in (one.ref, one.detail or "") if part)
    return Touchpoint(on, day, "engagement", one.title, sub, badge)


def _of_meeting(row: EngagementRow) -> Touchpoint:
    on, day = _day(row.when)
    place_name = row.jurisdiction.title if row.jurisdiction is not None else row.venue or ""
    clock = clock_words(row.start_at, row.end_at, row.zone)
    people = ", ".join(one.title for one in row.people[:2])
    sub = ", ".join(part for part in (clock, place_name, people) if part)
    badge = _badge("engagement_status", row.status)
    return Touchpoint(on, day, engagement_icon(row.kind), row.title, sub, badge)


def _badge(list_name: str, status: str | None) -> tuple[str, str, str] | None:
    if status not in _BADGES:
        return None
    tone, icon = _BADGES[status]
    return label(list_name, status).lower(), tone, icon


def _day(when: PartialDate | None) -> tuple[str, str]:
    """``14 Nov`` over ``Sat``; ``Nov`` over ``month`` for what is known less well."""
    if when is None or when.last is None:
        return text("date.none"), ""
    last: date = when.last
    match when.precision:
        case Precision.DAY:
            return f"{last.day} {MONTHS[last.month - 1]}", weekday(last)
        case Precision.MONTH:
            return MONTHS[last.month - 1], text("date.precision.month")
    return when.label(), ""
