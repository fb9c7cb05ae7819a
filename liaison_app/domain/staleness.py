"""How old a fact is, and when it needs to be asked again (DOMAIN 3.5, 8.1 P1-3)."""

from datetime import date
from enum import StrEnum

FRESH_DAYS = 90
"""A fact about who holds an office, or how to reach somebody, is fresh for so many days."""


class Age(StrEnum):
    """How far a fact can be relied on."""

    FRESH = "fresh"
    STALE = "stale"
    NEVER = "never"
    TERM_ENDED = "term_ended"


def age(verified_on: date | None, on: date, term_ends_on: date | None = None) -> Age:
    """How old a fact verified on ``verified_on`` is on the day ``on`` when it is used.

    A term that ends before that day outweighs any verification from before its end.
    """
    ended = term_ends_on is not None and term_ends_on < on
    if ended and (verified_on is None or verified_on <= (term_ends_on or on)):
        return Age.TERM_ENDED
    if verified_on is None:
        return Age.NEVER
    return Age.STALE if (on - verified_on).days > FRESH_DAYS else Age.FRESH
