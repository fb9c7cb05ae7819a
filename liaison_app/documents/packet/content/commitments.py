"""What was promised, by whom, and how it stands."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Promise:
    """One commitment. ``side`` is who owes: ``we`` or ``they``."""

    side: Literal["we", "they"]
    wording: str
    """In the words that were used."""
    ref: str = ""
    promised: str = ""
    """When, where and by whom it was promised (``14 Oct 2026, video, Vice Mayor Kang``)."""
    due: str = ""
    """In words at its precision: ``15 Feb 2027``, ``spring 2027``, ``before the next visit``; empty: no date."""
    status: str = "open"
    """In words: ``open``, ``in progress``, ``fulfilled``, ``partly fulfilled``, ``OBE`` …"""
    late_days: int = 0
    """Days past due if still open. Ours prints OVERDUE n days; theirs prints awaited since the due date."""
    next_step: str = ""
    evidence: str = ""
    """What shows that it was kept (``Received 12 Jan 2027; checked``)."""
    tab: str = ""
    """Letter of the tab that tells it in full; empty: this one does, or there is none."""
    changed: bool = False


@dataclass(frozen=True)
class LastMeeting:
    """One line on an earlier contact, newest first, three at most in a memo."""

    when: str
    what: str
