"""What is asked when an office is handed over: to whom, from which day, and what becomes of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, or_, select

from liaison_app.domain.errors import Refusal
from liaison_app.services.drafts import PersonDraft, Who
from liaison_app.services.offices import NewPost
from liaison_app.services.reading import Looking, living, names_of
from liaison_app.services.rows import Named
from liaison_app.store.tables.people import person

SOURCE = "handover"
"""What the records of people entered at a handover say of where they are from."""


class Treatment(StrEnum):
    """What becomes of an open commitment: it stands, the new principal is to say whether it does, or
    it is taken back."""

    KEEP = "keep"
    REVIEW = "review"
    WITHDRAW = "withdraw"


@dataclass(frozen=True)
class PrincipalChange:
    """A change of our principal. ``on``: the first day of the new one, or of the vacancy where ``to``
    is None. ``post``: whose holder changes, the head of our home if not given. ``choices``: by
    commitment, where the usual treatment isn't meant; ``left``: trips and engagements to come that
    stay with whom they name."""

    on: date
    to: Who | None
    standing: str = "holder"
    post: UUID | NewPost | None = None
    choices: Mapping[UUID, Treatment] = field(default_factory=dict)
    left: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class OfficerChange:
    """A change of the officer who works in this copy, from today or an earlier day on."""

    to: Who
    on: date | None = None


def name_of(look: Looking, who: Who) -> Named | str:
    """Who that is: a record, or the name of somebody not entered yet. Refuses no name at all, and one
    that somebody here has: the successor is seldom a second person of the same name."""
    if not isinstance(who, PersonDraft):
        return names_of(look, "person", [who])[who]
    called = " ".join(who.full_name.split())
    if not called:
        raise Refusal("title.missing.person")
    p = person.c
    same = or_(func.lower(p.full_name) == called.lower(), p.native_name == called)
    known = look.one(select(p.ref).where(living(person), same).order_by(p.n))
    if known is not None:
        raise Refusal("handover.known", name=called, ref=known.ref)
    return called
