"""The schedule: days, and one line per thing that happens."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from liaison_app.documents.packet.content.moment import Moment

ItemKind = Literal[
    "meeting",
    "call",
    "ceremony",
    "site",
    "meal",
    "internal",
    "leave",
    "arrive",
    "overnight",
    "free",
]


@dataclass(frozen=True)
class ScheduleItem:
    """One line of a day, in local time.

    ``leave``, ``arrive`` and ``overnight`` print LV, AR and RON. A leg that crosses zones is two items:
    each says its own clock.
    """

    kind: ItemKind
    what: str
    start: Moment | None = None
    """None: ``when`` is printed instead (``Night``, ``All day``)."""
    end: Moment | None = None
    when: str = ""
    home: Moment | None = None
    """``start`` on the clock of the home office; left out if None."""
    where: str = ""
    press: str = ""
    """``OPEN``, ``CLOSED``, ``OPEN 5 min, then CLOSED`` …"""
    dress: str = ""
    ask_for: str = ""
    """Point of contact on the spot."""
    mobile: str = ""
    tab: str = ""
    """Letter of the tab about it, if there is one."""
    note: str = ""
    """One more line: how to get there, who comes along, why it was cancelled."""
    cancelled: bool = False
    changed: bool = False


@dataclass(frozen=True)
class Day:
    """One day. It starts a page of the schedule; a day without items is printed as without engagements."""

    date: date
    items: tuple[ScheduleItem, ...]
    zones: str = ""
    """Said under the date: ``All times Korea Standard Time (KST, UTC+9). Chattanooga is 14 hours behind.``"""
    note: str = ""
    """Under the table: clocks change, sunset, holiday."""
