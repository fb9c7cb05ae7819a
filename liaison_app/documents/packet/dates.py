"""Dates and times as the packet writes them: day, month in letters, year; 24 hours; always a zone."""

from datetime import date

from liaison_app.documents.packet.content.moment import Moment
from liaison_app.system.messages import text


def short_date(day: date) -> str:
    """``4 Mar 2027``."""
    return f"{day.day} {text('packet.months').split()[day.month - 1]} {day.year}"


def short_weekday(day: date) -> str:
    """``Thu 4 Mar``."""
    month = text("packet.months").split()[day.month - 1]
    return f"{text('packet.weekdays').split()[day.weekday()]} {day.day} {month}"


def full_date(day: date) -> str:
    """``Thursday 4 March 2027``."""
    weekday = text("packet.weekdays_full").split()[day.weekday()]
    return f"{weekday} {day.day} {text('packet.months_full').split()[day.month - 1]} {day.year}"


def clock(moment: Moment) -> str:
    """``17:40``, on the moment's own clock."""
    return f"{moment.at:%H:%M}"


def full_moment(moment: Moment) -> str:
    """``4 Mar 2027, 17:40 EST``."""
    return f"{short_date(moment.at.date())}, {clock(moment)} {moment.zone}"


def utc_beside(moment: Moment) -> str:
    """``22:40``, with the date if it is another day in UTC: ``5 Mar, 00:40``."""
    if moment.utc.date() == moment.at.date():
        return f"{moment.utc:%H:%M}"
    return f"{short_weekday(moment.utc.date()).partition(' ')[2]}, {moment.utc:%H:%M}"


def span_of_time(start: Moment, end: Moment | None) -> str:
    """``10:00–10:45 KST``; both zones if they differ; the date of the end if it is another day."""
    if end is None:
        return f"{clock(start)} {start.zone}"
    if end.at.date() != start.at.date():
        return (
            f"{clock(start)} {start.zone} – {short_weekday(end.at.date())}, {clock(end)} {end.zone}"
        )
    if end.zone != start.zone:
        return f"{clock(start)} {start.zone} – {clock(end)} {end.zone}"
    return f"{clock(start)}–{clock(end)} {start.zone}"
