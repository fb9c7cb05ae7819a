"""Private facts about people: kept until a day, counted but not shown, forgotten for good (DESIGN 3).

Their values stand in no list, no search, no export and not in the ordinary journal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.keeping_until import Kept, Purge, purge, to_ask
from liaison_app.services.editing import Done, add_in, change_in, living_row, ref_in, writing
from liaison_app.services.erasing_in_backups import Dealt, in_each
from liaison_app.services.office import Office
from liaison_app.services.reading import Looking, all_standing_for, living, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store.erase import Cell, erase, every_cell
from liaison_app.store.held import holder
from liaison_app.store.tables.meetings import engagement, participation
from liaison_app.store.tables.people import person, person_private

FACTS = ("diet", "access_needs", "spouse", "private_phone")
"""What may be kept of a person."""


@dataclass(frozen=True)
class ToAsk:
    """Somebody whose private facts are due to be forgotten, or soon will be."""

    person: Named
    keep_until: date | None
    purge: Purge


@dataclass(frozen=True)
class Due:
    """Somebody whose private facts are past their day. ``held_by``: the record whose legal hold keeps
    them all the same; ``next_visit``: the day of the next engagement planned with them."""

    person: Named
    keep_until: date | None
    next_visit: date | None
    held_by: str | None


@dataclass(frozen=True)
class Purged:
    """Whose private facts were erased, by which steps, and whose are kept under a legal hold."""

    people: tuple[UUID, ...]
    steps: tuple[str, ...]
    held: tuple[Named, ...]


def keep(
    office: Office,
    person_id: UUID,
    keep_until: date,
    **facts: str | None,
) -> Done:
    """Keep private facts about a person (``FACTS``) until a day; those not given stay as they are.

    Before that day the officer is asked again: keep, or forget.
    """
    for name in facts:
        if name not in FACTS:
            raise Refusal("field.unknown", field=name)
    with writing(office, "person.private", person_id) as write:
        living_row(write, person, person_id)
        if keep_until < write.today:
            raise Refusal("private.past")
        known = select(person_private.c.id).where(
            person_private.c.person_id == person_id, ~person_private.c.deleted
        )
        row = write.records.connection.scalar(known)
        given = {**facts, "keep_until": keep_until}
        if row is None:
            add_in(write, person_private, {"person_id": person_id, **given})
        else:
            change_in(write, person_private, row, given)
        ref = ref_in(write, person, person_id)
    return Done(person_id, ref, write.records.step)


def forget(office: Office, person_id: UUID) -> str | None:
    """Erase all private facts about a person for good, from the journal too; undo can't bring them
    back. Returns the step. Refused under a legal hold."""
    with looking(office) as look:
        same = select(person.c.id).where(person.c.stands_for == person_id)
        chosen = select(person_private.c.id).where(person_private.c.person_id.in_(same))
        rows = look.connection.scalars(chosen).all()
    cells: list[Cell] = [cell for row in rows for cell in every_cell("person_private", row)]
    if not cells:
        raise Refusal("private.none")
    return erase(office.store, person_id, cells)


def to_forget(office: Office) -> list[ToAsk]:
    """Whose private facts are due to be forgotten, or will be within two weeks, the earliest first.

    Nothing is erased by itself: this is the list that is proposed.
    """
    p = person_private.c
    filled = [p[name].is_not(None) for name in FACTS]
    with looking(office) as look:
        rows = look.all(select(p.person_id, p.keep_until, *filled).where(~p.deleted))
        kept = [Kept(row[0], row[1]) for row in rows if any(row[2:])]
        asked = to_ask(kept, look.today)
        names = names_of(look, "person", [one.person_id for one in asked])
        return [
            ToAsk(names[one.person_id], one.keep_until, purge(one.keep_until, look.today))
            for one in asked
            if one.person_id in names
        ]


def due_for_purge(office: Office) -> list[Due]:
    """Whose private facts are past their day, the earliest first, with the hold that keeps some and
    the next visit until which they could be kept. Nothing is erased by itself."""
    due = [one for one in to_forget(office) if one.purge is Purge.DUE]
    with looking(office) as look:
        return [
            Due(
                one.person,
                one.keep_until,
                next_visit(look, one.person.id),
                holder(look.connection, "person", one.person.id),
            )
            for one in due
        ]


def purge_due(office: Office, people: Iterable[UUID]) -> Purged:
    """Erase the private facts of those of these people that are past their day, a step for each.

    Those under a legal hold are left and named. Refused whole where somebody isn't due.
    """
    due = {one.person.id: one for one in due_for_purge(office)}
    chosen = list(dict.fromkeys(people))
    if not chosen or any(one not in due for one in chosen):
        raise Refusal("private.not_due")
    held = [due[one].person for one in chosen if due[one].held_by is not None]
    free = [one for one in chosen if due[one].held_by is None]
    steps = [forget(office, one) for one in free]
    return Purged(tuple(free), tuple(step for step in steps if step), tuple(held))


def rewrite_backups(office: Office, people: Iterable[UUID], copied: Iterable[Path]) -> Dealt:
    """Erase the private facts about these people in copies of the office, too."""
    chosen = list(people)

    def forget_there(copy: Office) -> str | None:
        steps = [_forget_if_known(copy, one) for one in chosen]
        return next(filter(None, steps), None)

    return in_each(office, copied, forget_there)


def _forget_if_known(copy: Office, person_id: UUID) -> str | None:
    try:
        return forget(copy, person_id)
    except Refusal as refusal:
        if refusal.code != "private.none":
            raise
        return None


def keep_until_next_visit(office: Office, person_id: UUID) -> Done:
    """Keep them until the next engagement planned with this person; refused where none is."""
    with looking(office) as look:
        day = next_visit(look, person_id)
    if day is None:
        raise Refusal("private.no_visit")
    return keep(office, person_id, day)


def next_visit(look: Looking, person_id: UUID) -> date | None:
    """The day of the next engagement that a person is to take part in, None where none is planned."""
    same = all_standing_for(person, [person_id])
    e, p = engagement.c, participation.c
    chosen = (
        select(e.held_on)
        .join(participation, p.engagement_id == e.id)
        .where(living(engagement), ~p.deleted, p.person_id.in_(same))
        .where(e.held_on >= look.today, e.status == "planned")
    )
    day: date | None = look.connection.scalar(chosen.order_by(e.held_on).limit(1))
    return day
