"""A change of the officer who works in this copy: whatever the old one looked after goes to the
successor, history stays with who made it. One step, which undo takes back whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select

from liaison_app.domain import agreements as agreement_rules
from liaison_app.domain.commitments import OPEN
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done, Writing, ref_in, writing
from liaison_app.services.handing_over.asked import SOURCE, OfficerChange, name_of
from liaison_app.services.handing_over.coming import Coming, coming_with, name_successor
from liaison_app.services.handing_over.introductions import Introduction, introductions
from liaison_app.services.handing_over.note import HandoverNote, handover_note
from liaison_app.services.newcomers import Newcomers
from liaison_app.services.office import Office, put_setting
from liaison_app.services.offices import appoint_in
from liaison_app.services.reading import (
    TABLES,
    TITLES,
    AnyRow,
    Looking,
    all_standing_for,
    living,
    looking,
    names_of,
)
from liaison_app.services.rows import Named
from liaison_app.store.node import officer_key
from liaison_app.store.tables.agreements import agreement, membership
from liaison_app.store.tables.coordination import consultation, coordination
from liaison_app.store.tables.outcomes import outcome
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import person, tenure
from liaison_app.store.tables.programmes import assignment, funding, programme
from liaison_app.store.tables.promises import commitment
from liaison_app.store.tables.requests import request

_ENDED = {
    agreement: agreement_rules.ENDED,
    membership: {"ended"},
    programme: {"finished", "cancelled"},
    funding: {"refused", "closed"},
    outcome: {"verified", "closed"},
    consultation: {"concluded", "declined"},
}
"""The statuses in which nobody has to look after a record any more."""


@dataclass(frozen=True)
class Owned:
    """A record that the old officer looks after and that isn't over: it goes to the new one."""

    kind: Kind
    id: UUID
    ref: str
    title: str


@dataclass(frozen=True)
class OfficerPlan:
    """What a change of officer does. ``to`` is a name where the person isn't entered yet; ``posts``:
    the offices in our own house that change hands."""

    leaving: Named
    to: Named | str
    on: date
    posts: tuple[Named, ...]
    owned: tuple[Owned, ...]
    coming: tuple[Coming, ...]
    introductions: tuple[Introduction, ...]
    note: HandoverNote


def plan(office: Office, change: OfficerChange) -> OfficerPlan:
    """What would happen, with the note as it is now; nothing is written."""
    with looking(office) as look:
        return _plan(look, change)[0]


def change_officer(office: Office, change: OfficerChange) -> tuple[OfficerPlan, Done]:
    """Do it as one step of the old officer's; whoever works here next does so as the new one. The note
    is as of afterwards."""
    with writing(office, "handover.officer") as write:
        found, people = _plan(write.look, change)
        to = Newcomers(write, None, SOURCE).enter(change.to)
        write.records.change(person, to, is_ours=True)
        for kind in {one.kind for one in found.owned}:
            theirs = [{"id": one.id, "owner_id": to} for one in found.owned if one.kind is kind]
            write.records.change_many(TABLES[kind], theirs)
        name_successor(write, found.coming, people, to)
        _change_hands(write, people, to, found.on)
        put_setting(write.records, officer_key(office.store.node.name), str(to))
        write.records.subject = to
        ref = ref_in(write, person, to)
    with looking(office) as look:
        found = replace(found, note=handover_note(look))
    return found, Done(to, ref, write.records.step)


def _plan(look: Looking, change: OfficerChange) -> tuple[OfficerPlan, list[UUID]]:
    on = change.on or look.today
    if on > look.today:
        raise Refusal("date.in_future", day=on)
    leaving = names_of(look, Kind.PERSON, [look.officer] if look.officer is not None else [])
    who = leaving.get(look.officer) if look.officer is not None else None
    if who is None:
        raise Refusal("handover.no_officer")
    people = list(look.connection.scalars(all_standing_for(person, [who.id])))
    if isinstance(change.to, UUID):
        known = select(person.c.stands_for).where(living(person), person.c.id == change.to)
        stands = look.connection.scalar(known)
        if stands is None:
            raise Refusal("record.gone")
        if stands == who.id:
            raise Refusal("handover.same_officer", name=who.title)
    posts = names_of(look, Kind.OFFICE, [row.office_id for row in _own_terms(look, people, on)])
    made = OfficerPlan(
        leaving=who,
        to=name_of(look, change.to),
        on=on,
        posts=tuple(posts.values()),
        owned=_owned(look, people, on),
        coming=coming_with(look, people, on),
        introductions=introductions(look, people, on),
        note=handover_note(look),
    )
    return made, people


def _owned(look: Looking, people: Sequence[UUID], on: date) -> tuple[Owned, ...]:
    found: list[Owned] = []
    for kind, table in TABLES.items():
        if "owner_id" not in table.c:
            continue
        title = table.c[TITLES[kind][0]]
        mine = living(table), table.c.owner_id.in_(people), _not_over(table, on)
        rows = look.all(select(table.c.id, table.c.ref, title).where(*mine).order_by(table.c.n))
        found += [Owned(Kind(kind), row[0], row[1] or "", row[2] or "") for row in rows]
    return tuple(found)


def _not_over(table: Table, on: date) -> ColumnElement[bool]:
    """The condition that a record still needs somebody to look after it."""
    c: Any = table.c
    if table is commitment:
        running: ColumnElement[bool] = c.status.in_(sorted(OPEN))
    elif table is request:
        running = c.answered_on.is_(None)
    elif table is assignment:
        report = c.report_due_on.is_not(None) & c.reported_on.is_(None)
        running = or_(c.end_on.is_(None), c.end_on >= on, report)
    elif table is coordination:
        waits = c.answer_due_on.is_not(None) & c.answer.is_(None)
        running = or_(c.done_on.is_(None), waits)
    else:
        running = c.status.not_in(sorted(_ENDED[table]))
    return running


def _own_terms(look: Looking, people: Sequence[UUID], on: date) -> Sequence[AnyRow]:
    """The terms of these people in posts of our own office that run on the day before ``on``."""
    own = look.setting("organization")
    if not own:
        return []
    chosen = (
        select(tenure)
        .join(post, post.c.id == tenure.c.office_id)
        .where(
            ~tenure.c.deleted,
            tenure.c.person_id.in_(people),
            post.c.organization_id == UUID(own),
            or_(tenure.c.start_on.is_(None), tenure.c.start_on < on),
            or_(tenure.c.end_on.is_(None), tenure.c.end_on >= on),
        )
    )
    return look.all(chosen.order_by(tenure.c.n))


def _change_hands(write: Writing, people: Sequence[UUID], to: UUID, on: date) -> None:
    for row in _own_terms(write.look, people, on):
        write.records.change(tenure, row.id, end_on=on - timedelta(days=1))
        appoint_in(write, row.office_id, to, {"start_on": on})
