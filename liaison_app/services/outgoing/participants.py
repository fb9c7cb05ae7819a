"""Participants as they were: the title of the meeting's own day."""

from datetime import date

from liaison_app.services.outgoing.holdings import Holdings
from liaison_app.services.redaction import Seen


def day_of(engagement: Seen, otherwise: date) -> date:
    """The day whose office holders count for an engagement; ``otherwise`` where it has none yet."""
    held: date | None = engagement.held_on
    return held or otherwise


def title_as_of(row: Seen, engagement: Seen, holdings: Holdings, today: date) -> str | None:
    """The title of a participant on the meeting's day.

    For one that is past, what was written down then comes first; for one to come, what the tenures
    say of that day, since plans are older than elections.
    """
    noted: str | None = row.title_as_of
    day = day_of(engagement, today)
    if noted and day < today:
        return noted
    held = holdings.first(row.person_id, day)
    return held.title if held is not None else noted
