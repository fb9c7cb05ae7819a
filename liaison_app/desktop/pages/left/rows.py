"""A file that left, as a row: its name over what it is, for whom and where; when it left, whether it is still there."""

from datetime import date
from pathlib import PurePath
from zoneinfo import ZoneInfo

from liaison_app.desktop.parts.row import RowData
from liaison_app.desktop.records.words import long_day
from liaison_app.services.outgoing.leaving import PRINTER
from liaison_app.services.what_left import LeftFile, There, kind_words
from liaison_app.system.messages import text

_ICONS = {
    "packet": "packet",
    "workbook": "sheet",
    "subject": "person",
    "request_set": "file",
    "recovery_sheet": "lock",
    "picture": "eye",
}
_BADGES = {
    There.AS_WRITTEN: ("soon", "eye"),
    There.CHANGED: ("soon", "edit"),
    There.UNREADABLE: ("soon", "warn"),
    There.DELETED: ("good", "check"),
    There.PAPER: ("neutral", "print"),
    There.MEDIUM_AWAY: ("neutral", "drive"),
}


def left_row(one: LeftFile, today: date, zone: ZoneInfo) -> RowData:
    """The row of one file."""
    tone, icon = _BADGES.get(one.there, ("neutral", ""))
    at = one.made_at.astimezone(zone)
    about = one.about.title if one.about is not None else ""
    what = ", ".join(part for part in (kind_words(one.kind), about) if part)
    where = folder_of(one)
    return RowData(
        name_of(one),
        sub=text("left.what", what=what, audience=one.audience, where=where).rstrip(". "),
        right=long_day(at.date(), today),
        right_sub=f"{at:%H:%M}",
        icon=_ICONS.get(one.kind, "file"),
        badge=(text(f"left.badge.{one.there}"), tone, icon),
    )


def name_of(one: LeftFile) -> str:
    """What the file is called; of what was printed, where."""
    if one.there is There.PAPER:
        printer = one.path.removeprefix(PRINTER)
        return text("left.printed_on", printer=printer) if printer else text("left.printed")
    return PurePath(one.path).name


def folder_of(one: LeftFile) -> str:
    """Where it was put."""
    return "" if one.there is There.PAPER else str(PurePath(one.path).parent)
