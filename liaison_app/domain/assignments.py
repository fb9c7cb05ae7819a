"""The rules of assignments: begun, running, ending soon, ended. Computed from the days, never stored.

Source: the task force's letter (DOMAIN 1.1): people detailed, seconded, embedded or exchanged.
"""

from datetime import date
from enum import StrEnum

ENDING_DAYS = 90
"""An assignment that ends within so many days is shown as such."""


class Standing(StrEnum):
    """How an assignment stands on a day."""

    AHEAD = "ahead"
    RUNNING = "running"
    ENDING = "ending"
    ENDED = "ended"


def standing(start_on: date | None, end_on: date | None, today: date) -> Standing:
    """How an assignment stands ``today``; its first and last day both count. An end that isn't known
    is open."""
    if end_on is not None and end_on < today:
        return Standing.ENDED
    if is_ending(start_on, end_on, today):
        return Standing.ENDING
    return Standing.AHEAD if start_on is not None and today < start_on else Standing.RUNNING


def is_ending(start_on: date | None, end_on: date | None, today: date) -> bool:
    """Whether an assignment that has begun ends within 90 days."""
    if end_on is None or (start_on is not None and today < start_on):
        return False
    return 0 <= (end_on - today).days <= ENDING_DAYS
