"""Introductions to be written: counterparts who knew the one who leaves, and hold an office now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.services.holding import offices_of
from liaison_app.services.reading import Looking, Through, living, named
from liaison_app.services.rows import Named, OfficeHeld
from liaison_app.store.tables.meetings import engagement, participation
from liaison_app.store.tables.people import person

_DAYS = 730
"""Who was not met in two years is introduced when the occasion comes."""


@dataclass(frozen=True)
class Introduction:
    """A letter to write: to whom, how it begins if that is known, when the two met last."""

    person: Named
    held: OfficeHeld
    salutation: str | None
    last_met_on: date


def introductions(look: Looking, people: Sequence[UUID], on: date) -> tuple[Introduction, ...]:
    """Whom these people met in the two years before ``on`` and who holds an office on that day, the
    last met first; without those who asked not to be contacted."""
    ours, theirs = participation.alias("ours"), participation.alias("theirs")
    met = Through(theirs.c.person_id, person, "met")
    joined = met.onto(
        theirs.join(ours, ours.c.engagement_id == theirs.c.engagement_id).join(
            engagement, engagement.c.id == theirs.c.engagement_id
        )
    )
    last = func.max(engagement.c.held_on).label("last_met_on")
    chosen = (
        select(*met.columns(), met.shown.c.salutation.label("salutation"), last)
        .select_from(joined)
        .where(
            ~theirs.c.deleted,
            ~ours.c.deleted,
            living(engagement),
            engagement.c.status == "held",
            engagement.c.held_on.between(on - timedelta(days=_DAYS), on),
            ours.c.person_id.in_(people),
            met.shown.c.found_at.is_not(None),
            ~met.shown.c.is_ours,
            ~met.shown.c.do_not_contact,
        )
        .group_by(met.shown.c.id)
        .order_by(last.desc(), met.shown.c.sort_key)
    )
    rows = look.all(chosen)
    held = offices_of(look, [row.met__id for row in rows], on)
    found = []
    for row in rows:
        who, posts = named(row, "met"), held.get(row.met__id)
        if who is not None and posts:
            found.append(Introduction(who, posts[0], row.salutation, row.last_met_on))
    return tuple(found)
