"""The rules of agreements: in force on a day, ending or to be reviewed soon, dormant. Never stored.

The last day in force is ``expires_on``, whether the text set it or somebody ended it. Source: DOMAIN
1.3 and P1-7.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

PREPARED = frozenset({"draft", "negotiating", "signed"})
"""The statuses before an agreement is in force."""

ENDED = frozenset({"expired", "terminated", "superseded", "abandoned"})
"""The statuses that end one; an expired one may still be renewed."""

ENDING_DAYS = 180
"""An agreement that ends, or is to be reviewed, within so many days is shown as such."""

DORMANT_MONTHS = 24
"""Without evidence, meeting or kept promise for so many months an agreement in force is dormant."""


class Standing(StrEnum):
    """How an agreement stands on a day."""

    PREPARED = "prepared"
    IN_FORCE = "in_force"
    ENDING = "ending"
    LAPSED = "lapsed"
    ENDED = "ended"


def in_force(
    status: str, since: date | None, expires_on: date | None, auto_renews: bool, day: date
) -> bool:
    """Whether an agreement bound its parties on ``day``. ``since``: when it came into force, the day
    of its signature if nothing else is known; both ends are included.

    One that has ended was in force until its last day, and on no day that is known if there is none.
    """
    if status in PREPARED or status == "abandoned":
        return False
    if status in ENDED and (since is None or expires_on is None):
        return False
    if since is not None and day < since:
        return False
    renewed = auto_renews and status not in ENDED
    return expires_on is None or day <= expires_on or renewed


def standing(
    status: str, since: date | None, expires_on: date | None, auto_renews: bool, today: date
) -> Standing:
    """How an agreement stands ``today``. ``LAPSED``: its last day is past, and nobody has said yet
    whether it was renewed."""
    if status in ENDED:
        return Standing.ENDED
    if status in PREPARED or (since is not None and today < since):
        return Standing.PREPARED
    if expires_on is None or (auto_renews and expires_on < today):
        return Standing.IN_FORCE
    if expires_on < today:
        return Standing.LAPSED
    return Standing.ENDING if (expires_on - today).days <= ENDING_DAYS else Standing.IN_FORCE


def days_left(expires_on: date | None, today: date) -> int | None:
    """Days until the last day: 0 on it, negative after it, None without one."""
    return None if expires_on is None else (expires_on - today).days


def is_expiring(
    status: str,
    expires_on: date | None,
    auto_renews: bool,
    review_on: date | None,
    today: date,
) -> bool:
    """Whether an agreement in force ends or is to be reviewed within 180 days, or should have been.

    One that renews itself is named while notice can still be given, not for an end long past.
    """
    if status != "in_force":
        return False
    last = today + timedelta(days=ENDING_DAYS)
    first = today if auto_renews else date.min
    ends = expires_on is not None and first <= expires_on <= last
    return ends or (review_on is not None and review_on <= last)


def is_dormant(status: str, since: date | None, last_sign_on: date | None, today: date) -> bool:
    """Whether an agreement in force has shown no sign of life for 24 months. ``last_sign_on``: the
    latest evidence, meeting held or promise kept under it; a new one has its time to begin."""
    if status != "in_force":
        return False
    known = [day for day in (since, last_sign_on) if day is not None]
    return not known or max(known) < months_before(today, DORMANT_MONTHS)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where that month is shorter."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
