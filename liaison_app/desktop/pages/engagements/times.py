"""Times of the day as people type them, put on a day in a zone."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from liaison_app.domain.errors import Refusal

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE | re.ASCII)


def read_time(typed: str) -> time:
    """``10``, ``10:00``, ``3pm``, ``15.30``. Refused: ``time.not_understood``."""
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        raise Refusal("time.not_understood", given=typed)
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        raise Refusal("time.not_understood", given=typed)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise Refusal("time.not_understood", given=typed)
    return time(hour, minute)


def instant(on: date, typed: str, zone: str) -> datetime:
    """What was typed, on that day by the clock of ``zone``, in UTC. Refused too: ``zone.unknown``."""
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise Refusal("zone.unknown", zone=zone) from fault
    return datetime.combine(on, read_time(typed), place).astimezone(UTC)


def clock(at: datetime | None, zone: str | None) -> str:
    """``10:00`` by the clock of ``zone``; empty for none."""
    return f"{at.astimezone(ZoneInfo(zone or 'UTC')):%H:%M}" if at is not None else ""
