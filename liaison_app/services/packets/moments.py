"""Times as people at a place read them, and dates in words."""

from datetime import date, datetime, tzinfo

from liaison_app.documents.packet.content.moment import Moment
from liaison_app.domain.dates import MONTHS, PartialDate, Precision
from liaison_app.services.redaction import Seen


def moment(at: datetime, zone: tzinfo) -> Moment:
    """An instant on the clock of a zone, with that clock's short name."""
    local = at.astimezone(zone)
    return Moment(local, zone_label(local))


def zone_label(local: datetime) -> str:
    """The short name of a clock: ``KST``; ``UTC+3`` for one that has none of its own."""
    name = local.tzname() or ""
    return name if name.isalpha() else offset_label(local)


def offset_label(local: datetime) -> str:
    """How far a clock is from UTC: ``UTC+9``, ``UTC-3:30``."""
    minutes = int((local.utcoffset() or local - local).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def hours_apart(one: datetime, other: datetime) -> float:
    """How many hours the clock of ``one`` is ahead of the clock of ``other``."""
    apart = (one.utcoffset() or one - one) - (other.utcoffset() or other - other)
    return apart.total_seconds() / 3600


def said_day(day: date | None) -> str:
    """``8 Dec 2026``; nothing for no day."""
    return "" if day is None else PartialDate.day(day).label()


def said_partial(row: Seen, name: str) -> str:
    """The partial date ``NAME_on``, ``NAME_precision`` of a row in words; nothing if none was given."""
    last, precision = getattr(row, f"{name}_on"), getattr(row, f"{name}_precision")
    if precision == Precision.EVENT:
        return PartialDate.before_event().label()
    return "" if last is None else PartialDate(last, Precision(precision or "day")).label()


def said_days(first: date | None, last: date | None) -> str:
    """``6–9 Dec 2026``, ``28 Dec 2026 – 2 Jan 2027``."""
    if first is None or last is None or first == last:
        return said_day(first or last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {said_day(last)}"
    return f"{said_day(first)} – {said_day(last)}"
