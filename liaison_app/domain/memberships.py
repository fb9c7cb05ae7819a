"""The rules of memberships in networks: which run, and whether dues are late. Never stored."""

from datetime import date

ENDED = "ended"
"""The status of a membership that is over."""


def are_dues_late(status: str, dues_due_on: date | None, today: date) -> bool:
    """Whether dues of a membership that runs should have been paid before ``today``.

    Paying them moves the day on to the next, or empties it.
    """
    return status == "active" and dues_due_on is not None and dues_due_on < today
