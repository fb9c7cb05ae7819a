"""Reports that are due on a day: on money received, on an assignment done."""

from datetime import date


def is_late(due_on: date | None, reported_on: date | None, today: date) -> bool:
    """Whether a report should have been given before ``today`` and wasn't."""
    return due_on is not None and reported_on is None and due_on < today
