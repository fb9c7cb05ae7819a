"""The day on which something is said to have happened: not to come, not before it could have."""

from datetime import date

from liaison_app.domain.errors import Refusal
from liaison_app.services.editing import Writing


def happened_on(write: Writing, on: date | None, since: date | None = None) -> date:
    """The day given, or today. Refused when it has not come yet, or lies before ``since``."""
    day = on or write.today
    if day > write.today:
        raise Refusal("date.in_future", day=day)
    if since is not None and day < since:
        raise Refusal("date.too_early", day=day, since=since)
    return day
