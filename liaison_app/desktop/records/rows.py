"""People, organizations and engagements as rows of cards and lists."""

from datetime import date

from liaison_app.desktop.look.ink import Run, name_runs
from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.touchpoints import engagement_icon
from liaison_app.desktop.records.words import (
    age_words,
    clock_words,
    label,
    short_day,
    when_words,
)
from liaison_app.domain.tenures import Seat
from liaison_app.services.rows import (
    CommitmentRow,
    EngagementRow,
    OfficeHeld,
    OfficeRow,
    OrganizationRow,
    PersonRow,
    TripRow,
)
from liaison_app.system.messages import text

_AHEAD = ("planned", "postponed")


def office_words(held: OfficeHeld | None) -> str:
    """``Mayor, Busan``; with how it's held if not simply held."""
    if held is None:
        return ""
    title = held.title
    if held.seat in (Seat.ACTING, Seat.ELECT, Seat.DISPUTED):
        title = text(f"held.{held.seat.value}", title=title)
    where = held.organization or held.jurisdiction
    return f"{title}, {where.title}" if where is not None else title


def person_row(row: PersonRow, today: date) -> RowData:
    """Name over office; when last met."""
    met = short_day(row.last_met_on, today) if row.last_met_on is not None else ""
    sub = office_words(row.held) or (
        text("person.ours") if row.is_ours else text("person.no_office")
    )
    return RowData(name_runs(row.title, row.native or ""), sub=sub, right_sub=met)


def organization_row(row: OrganizationRow, today: date) -> RowData:
    """Name over kind and whose it is."""
    words, tone = age_words(row.verified_on, today)
    return RowData(
        name_runs(row.title, row.native or ""),
        sub=organization_words(row),
        right_sub=[Run(words, tone or "text3", bool(tone))] if row.verified_on else "",
        icon="organization",
    )


def organization_line(row: OrganizationRow) -> RowData:
    """The same for the narrow list beside a record: the name takes the line, what it is stands below."""
    return RowData(name_runs(row.title, row.native or ""), sub=organization_words(row))


def organization_words(row: OrganizationRow) -> str:
    """``Consulate general, of Japan, Denver``."""
    whose = text("organization.of", name=row.represents.title) if row.represents is not None else ""
    where = row.jurisdiction.title if row.jurisdiction is not None else ""
    parts = (label("organization_kind", row.kind), whose, where)
    return ", ".join(part for part in parts if part)


def meeting_row(row: EngagementRow, today: date, *, icon: bool = True) -> RowData:
    """Title over when and with whom."""
    people = ", ".join(one.title for one in row.people[:2])
    where = row.jurisdiction.title if row.jurisdiction is not None else row.venue or ""
    clock = clock_words(row.start_at, row.end_at, row.zone)
    state = label("engagement_status", row.status).lower() if row.status != "held" else ""
    parts = (state, clock, where, people)
    return RowData(
        row.title,
        sub=", ".join(part for part in parts if part),
        right=when_words(row.when, today),
        icon=engagement_icon(row.kind) if icon else "",
        icon_tone="accent" if row.status in _AHEAD else "text2",
    )


def meeting_line(row: EngagementRow, today: date) -> RowData:
    """The same for the narrow list beside a record: title over date and place."""
    where = row.jurisdiction.title if row.jurisdiction is not None else row.venue or ""
    when = when_words(row.when, today)
    sub: list[Run] = [Run(when, "accent" if row.status in _AHEAD else "text3")]
    if row.status in ("cancelled", "postponed"):
        sub = [Run(label("engagement_status", row.status).lower(), "soon"), Run(f", {when}")]
    if where:
        sub.append(Run(f"  ·  {where}"))
    return RowData(row.title, sub=sub)


def trip_line(row: TripRow, today: date) -> RowData:
    """Title over dates and places."""
    ahead = row.start_on is not None and row.start_on >= today
    sub = [Run(trip_days(row, today), "accent" if ahead else "text3")]
    if row.places:
        sub.append(Run(f"  ·  {row.places}"))
    return RowData(row.title, sub=sub)


def trip_days(row: TripRow, today: date) -> str:
    """``29 Nov to 5 Dec``."""
    if row.start_on is None:
        return text("date.none")
    first = short_day(row.start_on, today)
    if row.end_on is None or row.end_on == row.start_on:
        return first
    return text("date.span", first=first, last=short_day(row.end_on, today))


def holders(row: OfficeRow) -> tuple[str, str]:
    """Who holds an office, and the native form of the name if it's one person."""
    if not row.holders:
        return text("office.vacant"), ""
    names = ", ".join(one.title for one in row.holders)
    native = row.holders[0].native or "" if len(row.holders) == 1 else ""
    return names, native


def promise_of(row: CommitmentRow) -> str:
    """``We owe``, ``They owe``, ``Both owe``."""
    return label("commitment_direction", row.direction)
