"""When private facts are to be erased: asked before the day, never done in silence (DESIGN 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

ASK_DAYS = 14
"""So many days before their day, the officer is asked: keep until, or erase."""


class Purge(StrEnum):
    """What is to be done about private facts on a day."""

    KEPT = "kept"
    ASK = "ask"
    DUE = "due"


@dataclass(frozen=True)
class Kept:
    """Private facts about somebody and the day until which they are kept; None: nobody said."""

    person_id: UUID
    keep_until: date | None


def purge(keep_until: date | None, today: date) -> Purge:
    """How facts kept until a day stand. Those that nobody gave a day are due at once."""
    if keep_until is None or keep_until < today:
        return Purge.DUE
    return Purge.ASK if keep_until <= today + timedelta(days=ASK_DAYS) else Purge.KEPT


def to_ask(facts: Iterable[Kept], today: date) -> list[Kept]:
    """Those whose day has passed or comes soon, the earliest first."""
    asked = [one for one in facts if purge(one.keep_until, today) is not Purge.KEPT]
    return sorted(asked, key=lambda one: (one.keep_until or date.min, str(one.person_id)))
