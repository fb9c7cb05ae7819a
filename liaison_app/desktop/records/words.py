"""Codes, days and ages as people read them, with the token in which they are said."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from liaison_app.domain.commitments import Standing
from liaison_app.domain.dates import MONTHS, PartialDate, Precision
from liaison_app.domain.staleness import Age, age
from liaison_app.services.rows import CommitmentRow, Named
from liaison_app.system.messages import TEXTS, text

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

Said = tuple[str, str]
"""Words, and the token they are said in: ``late``, ``soon``, or empty for the line's own."""


def label(list_name: str, code: str | None) -> str:
    """The label of a code; one that no catalogue has reads as it stands."""
    if not code:
        return ""
    return TEXTS.get(f"code.{list_name}.{code}") or code.replace("_", " ").capitalize()


def short_day(on: date, today: date) -> str:
    """``14 Nov``; with its year if it isn't this year's and not within half a year."""
    words = f"{on.day} {MONTHS[on.month - 1]}"
    return words if on.year == today.year or abs((on - today).days) < 183 else f"{words} {on.year}"


def weekday(on: date) -> str:
    """``Sat``."""
    return _WEEKDAYS[on.weekday()]


def long_day(on: date, today: date) -> str:
    """``Sat 14 Nov``."""
    return f"{weekday(on)} {short_day(on, today)}"


def full_day(on: date) -> str:
    """``Sat 14 Nov 2026``."""
    return f"{weekday(on)} {on.day} {MONTHS[on.month - 1]} {on.year}"


def when_words(when: PartialDate | None, today: date) -> str:
    """A date of any precision: ``Sat 14 Nov``, ``Q2 2026``, ``before the visit``, ``no date``."""
    if when is None:
        return text("date.none")
    if when.last is not None and when.precision is Precision.DAY:
        return long_day(when.last, today)
    return when.label()


def clock_words(start: datetime | None, end: datetime | None, zone: str | None) -> str:
    """``10:00–11:00`` by the clock of ``zone``; empty if no time is known."""
    if start is None:
        return ""
    place = ZoneInfo(zone or "UTC")
    words = f"{start.astimezone(place):%H:%M}"
    return words if end is None else f"{words}–{end.astimezone(place):%H:%M}"


def moment_words(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """``today 08:14``, ``14 Nov 18:02`` by the clock of ``zone``."""
    local = moment.astimezone(zone)
    is_today = local.date() == today
    day = text("date.today") if is_today else short_day(local.date(), today)
    return f"{day} {local:%H:%M}"


def far_words(days: int) -> str:
    """How far ahead: ``today``, ``tomorrow``, ``in 4 days``, ``in 5 months``."""
    if days == 0:
        return text("date.today")
    if days == 1:
        return text("date.tomorrow")
    return text("date.in", span=span_words(days))


def span_words(days: int) -> str:
    """``4 days``, ``9 weeks``, ``13 months``, ``3 years``."""
    for unit, length, least in (("year", 365, 730), ("month", 30, 60), ("week", 7, 28)):
        if days >= least:
            return text(f"date.{unit}s", count=days // length)
    return text("date.day") if days == 1 else text("date.days", count=days)


def due_words(row: CommitmentRow, today: date) -> Said:
    """When a commitment is due, seen from today. Late and red is only what we owe."""
    last, past = row.due.last if row.due is not None else None, row.days_past
    if row.standing is Standing.CLOSED:
        return label("commitment_status", row.status).lower(), ""
    if row.standing is Standing.NOT_REVIEWED:
        return text("due.not_reviewed"), "soon"
    if row.due is None or last is None or past is None:
        return (row.due.label() if row.due is not None else text("date.none")), ""
    if row.standing is Standing.OVERDUE:
        return text("due.late", span=span_words(past)), "late"
    if row.standing is Standing.AWAITED:
        return text("due.awaited", since=short_day(last, today)), "soon"
    return _ahead(row, row.due, -past)


def _ahead(row: CommitmentRow, due: PartialDate, days: int) -> Said:
    if row.standing is Standing.SOON:
        return far_words(days), "soon"
    return (far_words(days) if due.precision is Precision.DAY else due.label()), ""


def due_day(row: CommitmentRow, today: date) -> str:
    """The due date itself, as it stands beside ``due_words``: a day, or how precisely it's known."""
    if row.due is None:
        return ""
    if row.due.precision is Precision.DAY and row.due.last is not None:
        return long_day(row.due.last, today)
    if row.standing in (Standing.OVERDUE, Standing.AWAITED, Standing.SOON, Standing.CLOSED):
        return row.due.label()
    return text(f"date.precision.{row.due.precision.value}")


def age_words(verified_on: date | None, today: date, term_ends_on: date | None = None) -> Said:
    """How fresh a fact is: ``verified 6 Nov``, ``verified 13 months ago``, ``never verified``."""
    match age(verified_on, today, term_ends_on):
        case Age.TERM_ENDED if term_ends_on is not None:
            return text("age.term_ended", day=short_day(term_ends_on, today)), "soon"
        case Age.STALE if verified_on is not None:
            span = span_words((today - verified_on).days)
            return text("age.ago", span=span), "soon"
        case Age.FRESH if verified_on is not None:
            return text("age.on", day=short_day(verified_on, today)), ""
    return text("age.never"), "soon"


def called(who: Named | str | None) -> str:
    """What somebody is called: a record, a text, or nobody."""
    return who.title if isinstance(who, Named) else who or ""
