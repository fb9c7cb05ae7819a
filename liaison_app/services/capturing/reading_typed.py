"""Days, hours and clocks as people type them on the capture page. Nothing is guessed silently: the field says it."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import DateReading, read_date
from liaison_app.services.capturing.typed import TypedMeeting

_HALF = timedelta(days=182)
_YEAR = timedelta(days=365)
_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d\d))? ?(am|pm|a|p)?", re.ASCII)
_WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def read_day(text: str, today: date) -> DateReading:
    """The day of a meeting; without a year it is the one within half a year of today. Refused: ``date.…``."""
    return _read(text, today, (today - _HALF, today + _HALF))


def read_due(text: str, meeting: date) -> DateReading:
    """When a promise falls due, counted from the day of the meeting: ``by fri``, ``in fall``, ``before the visit``.

    What could only be before the meeting isn't meant.
    """
    found = _read(text, meeting, (meeting, meeting + _YEAR))
    if found.when is not None:
        return found
    ahead = tuple(one for one in found.choices if one.last is None or one.last >= meeting)
    if len(ahead) == 1:
        return replace(found, when=ahead[0], question=None, choices=())
    return replace(found, choices=ahead or found.choices)


def read_time(text: str) -> time:
    """``10``, ``10:30``, ``1030``, ``2.30 pm``, ``noon``. Refused: ``capture.no_hour``."""
    plain = " ".join(text.lower().split())
    if plain in _WORDS:
        return _WORDS[plain]
    found = _TIME.fullmatch(plain)
    if found is None:
        raise Refusal("capture.no_hour", text=text)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or " ")[0]
    if half in "ap" and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half in "ap" or hour > 23:
        raise Refusal("capture.no_hour", text=text)
    if minute > 59:
        raise Refusal("capture.no_hour", text=text)
    return time(hour, minute)


def day_of(meeting: TypedMeeting, today: date) -> date | None:
    """The known day of a meeting, if it says one that can be read."""
    try:
        found = read_day(meeting.date, today).when if meeting.date.strip() else None
    except Refusal:
        return None
    known = found is not None and found.precision is Precision.DAY
    return found.last if known and found is not None else None


def instants(meeting: TypedMeeting, day: date) -> tuple[datetime | None, datetime | None]:
    """Beginning and end on the clock of the place; an end before the beginning is on the next day.

    Refused: ``capture.no_hour``, ``capture.end_alone``.
    """
    if not meeting.start.strip():
        if meeting.end.strip():
            raise Refusal("capture.end_alone")
        return None, None
    zone = ZoneInfo(meeting.zone)
    start = datetime.combine(day, read_time(meeting.start), zone)
    if not meeting.end.strip():
        return start, None
    end = datetime.combine(day, read_time(meeting.end), zone)
    return start, end if end >= start else end + timedelta(days=1)


def _read(text: str, today: date, period: tuple[date, date]) -> DateReading:
    """A season or a month may be said with ``in``."""
    try:
        return read_date(text, day_first=None, today=today, period=period)
    except Refusal:
        bare = re.sub(r"^\s*(?:by |until )?in (?:the )?", "", text, flags=re.IGNORECASE)
        if bare == text or not bare.strip():
            raise
        return read_date(bare, day_first=None, today=today, period=period)


def settled(reading: DateReading) -> PartialDate:
    """The date, refused as ``capture.which`` while a question is open."""
    if reading.when is None:
        raise Refusal("capture.which", choices=", ".join(one.label() for one in reading.choices))
    return reading.when
