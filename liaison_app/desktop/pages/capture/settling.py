"""Words for what a typed day, hour or zone was read as, and for what is still to say about it."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from liaison_app.desktop.parts.field import Field
from liaison_app.desktop.records.words import full_day
from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.reading_dates import DateReading
from liaison_app.system.messages import TEXTS, text


def said(when: PartialDate | None) -> str:
    """``Tue 1 Dec 2026``, ``Q4 2026``."""
    if when is None:
        return ""
    known = when.precision is Precision.DAY and when.last is not None
    return full_day(when.last) if known and when.last is not None else when.label()


def show_reading(field: Field, read: Callable[[str], DateReading]) -> DateReading | None:
    """Show in a field how its date was read; the reading, None if there is none."""
    typed = field.text().strip()
    if not typed:
        field.read_as("")
        return None
    try:
        reading = read(typed)
    except Refusal as refusal:
        field.refuse(in_short(refusal))
        return None
    if reading.when is None:
        field.settle(which([one.label() for one in reading.choices]))
    else:
        field.read_as(said(reading.when))
    return reading


def show_hour(field: Field, read: Callable[[str], time]) -> None:
    """Show in a field that its hour can't be read; one that can needs no words."""
    typed = field.text().strip()
    try:
        if typed:
            read(typed)
        field.read_as("")
    except Refusal as refusal:
        field.refuse(in_short(refusal))


def which(choices: list[str]) -> str:
    """``2026 or 2027?``, ``3 Apr 2026 or 4 Mar 2026?``"""
    if len(choices) < 2:
        return "".join(choices)
    if len({one.rpartition(" ")[0] for one in choices}) == 1:
        choices = [one.rpartition(" ")[2] for one in choices]
    listed = text("capture.several", choices=", ".join(choices[:-1]), last=choices[-1])
    return text("capture.choose_one", choices=listed)


def in_short(refusal: Refusal) -> str:
    """Why, in the two words that a field has room for."""
    code = f"capture.short.{refusal.code}"
    return text(code) if code in TEXTS else text("capture.short.date.not_understood")


def zone_words(zone: str, at: datetime) -> str:
    """``KST (UTC+9)``: the short name and how far from UTC at an instant."""
    local = at.astimezone(ZoneInfo(zone))
    minutes = int((local.utcoffset() or local - local).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    name = local.tzname() or ""
    return text("capture.zone_words", short=name, offset=offset) if name.isalpha() else offset


def at_home(start: datetime, end: datetime | None, home: ZoneInfo, place: str) -> str:
    """``At home: Mon 30 Nov, 20:00–21:00 Chattanooga (the day before)``; empty where the clocks agree."""
    here = start.astimezone(home)
    if here.utcoffset() == start.utcoffset():
        return ""
    hours = f"{here:%H:%M}" + (f"–{end.astimezone(home):%H:%M}" if end else "")
    words = text("capture.at_home", when=f"{_day(here.date())}, {hours}", home=place)
    apart = (here.date() - start.date()).days
    if apart:
        words = text("capture.day_before" if apart < 0 else "capture.day_after", when=words)
    return words


def _day(on: date) -> str:
    return full_day(on).rsplit(" ", 1)[0]


@cache
def zones() -> tuple[str, ...]:
    """All IANA zones that are named by a place."""
    return tuple(sorted(one for one in available_timezones() if "/" in one and "Etc" not in one))


def zones_like(typed: str) -> list[str]:
    """Up to six zones whose place or name begins so."""
    wanted = typed.lower().replace(" ", "_")
    starts = [z for z in zones() if any(p.lower().startswith(wanted) for p in (z, *z.split("/")))]
    return starts[:6]
