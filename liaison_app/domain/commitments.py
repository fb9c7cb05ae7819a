"""The rules of commitments: which are open, late, awaited or due soon. Computed, never stored.

Source: DOMAIN section 4. "Overdue" is for what we owe; what others owe is "awaited since".
"""

from datetime import date
from enum import StrEnum

OPEN = frozenset({"open", "in_progress", "waiting", "blocked", "partly_fulfilled"})
"""The statuses in which something is still owed."""

CLOSED = frozenset({"fulfilled", "overtaken", "withdrawn", "superseded"})
"""The statuses that end a commitment; only ``reopen`` leads back."""

SOON_DAYS = 7
"""A commitment due within so many days is due soon (LOOKS 1)."""


class Standing(StrEnum):
    """How a commitment stands on a day."""

    OVERDUE = "overdue"
    AWAITED = "awaited"
    SOON = "soon"
    OPEN = "open"
    NOT_REVIEWED = "not_reviewed"
    CLOSED = "closed"


def standing(
    direction: str | None, status: str, due_last: date | None, reviewed: bool, today: date
) -> Standing:
    """How a commitment stands ``today``. ``due_last`` is the last day of its due period.

    One brought in from an old list counts as nothing but ``NOT_REVIEWED`` until somebody says that
    it is alive. What both sides owe is overdue like what we owe.
    """
    if status in CLOSED:
        return Standing.CLOSED
    if not reviewed:
        return Standing.NOT_REVIEWED
    if due_last is None:
        return Standing.OPEN
    if due_last < today:
        return Standing.AWAITED if direction == "they_owe" else Standing.OVERDUE
    return Standing.SOON if (due_last - today).days <= SOON_DAYS else Standing.OPEN


def days_past(due_last: date | None, today: date) -> int | None:
    """Days since the due day: positive when it has passed, negative before, None without one."""
    return None if due_last is None else (today - due_last).days
