"""A change of our principal: the old term ends, the new one begins (or a vacancy), and what named the
old one is kept, reviewed, moved or listed. One step, which undo takes back whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain import codes
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done, Writing, ref_in, writing
from liaison_app.services.facts import TenureFacts
from liaison_app.services.handing_over.asked import SOURCE, PrincipalChange, name_of
from liaison_app.services.handing_over.coming import Coming, coming_with, name_successor
from liaison_app.services.handing_over.introductions import Introduction, introductions
from liaison_app.services.handing_over.papers import Papers, papers_naming, sign_instead
from liaison_app.services.handing_over.promises import OpenPromises, Told, open_promises, treat
from liaison_app.services.holding import heads_of
from liaison_app.services.newcomers import Newcomers
from liaison_app.services.office import Office
from liaison_app.services.offices import NewPost, appoint_in, enter_post, post_called
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    all_standing_for,
    living,
    looking,
    names_of,
)
from liaison_app.services.rows import Named
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import person, tenure
from liaison_app.system.messages import text

_STANDINGS = ("holder", "elect", "acting")


@dataclass(frozen=True)
class Leaving:
    """Somebody who leaves the post. ``last_on``: the last day, None for somebody who left before."""

    person: Named
    tenure_id: UUID
    since: date | None
    last_on: date | None


@dataclass(frozen=True)
class PrincipalPlan:
    """What a change of principal does. ``post`` is its title where it isn't entered yet, ``to`` a name
    where the person isn't; None: the post is vacant."""

    post: Named | str
    on: date
    leaving: tuple[Leaving, ...]
    to: Named | str | None
    standing: str
    promises: OpenPromises
    coming: tuple[Coming, ...]
    papers: Papers
    introductions: tuple[Introduction, ...]


def plan(office: Office, change: PrincipalChange) -> PrincipalPlan:
    """What would happen; nothing is written."""
    with looking(office) as look:
        return _plan(look, change)[0]


def change_principal(office: Office, change: PrincipalChange) -> tuple[PrincipalPlan, Done]:
    """Do it as one step; returns what was done, and whom the step is about (the post if vacant)."""
    verb = "handover.principal" if change.to is not None else "handover.vacate"
    with writing(office, verb) as write:
        found, people = _plan(write.look, change)
        for one in found.leaving:
            if one.last_on is not None:
                write.records.change(tenure, one.tenure_id, end_on=one.last_on)
        post_id = enter_post(write, _post(write.look, change))
        treat(write, found.promises.listed, _told(found))
        if change.to is None:
            write.records.subject = post_id
            done = Done(post_id, ref_in(write, post, post_id), None)
        else:
            to = Newcomers(write, None, SOURCE).enter(change.to)
            write.records.change(person, to, is_ours=True)
            _begin(write, post_id, to, change)
            name_successor(write, found.coming, people, to)
            sign_instead(write, people, to)
            write.records.subject = to
            done = Done(to, ref_in(write, person, to), None)
    return found, Done(done.id, done.ref, write.records.step)


def _plan(look: Looking, change: PrincipalChange) -> tuple[PrincipalPlan, list[UUID]]:
    """The plan, and every id by which those who leave are named."""
    codes.check("standing", change.standing)
    if change.standing not in _STANDINGS:
        raise Refusal("handover.disputed")
    asked = _post(look, change)
    known = asked if isinstance(asked, UUID) else post_called(look.connection, asked)
    rows = _tenures(look, known) if known is not None else []
    incoming = _same_person(look, change.to)
    leaving = _leaving(look, rows, change, incoming)
    gone = [row.person.id for row in leaving]
    people = list(look.connection.scalars(all_standing_for(person, gone)))
    coming = coming_with(look, people, change.on, change.left, succeeded=change.to is not None)
    if change.left - {one.id for one in coming}:
        raise Refusal("handover.not_coming")
    made = PrincipalPlan(
        post=names_of(look, Kind.OFFICE, [known])[known] if known is not None else _title(asked),
        on=change.on,
        leaving=tuple(leaving),
        to=None if change.to is None else name_of(look, change.to),
        standing=change.standing,
        promises=open_promises(look, people, change.choices),
        coming=coming,
        papers=papers_naming(look, people, coming),
        introductions=introductions(look, people, change.on) if change.to is not None else (),
    )
    return made, people


def _post(look: Looking, change: PrincipalChange) -> UUID | NewPost:
    """The post asked for; the only head of our home if none was."""
    if change.post is not None:
        return change.post
    home = look.setting("home")
    heads = heads_of(look, UUID(home)) if home else []
    if len(heads) == 1:
        return heads[0]
    named = names_of(look, Kind.OFFICE, heads).values()
    if heads:
        which = ", ".join(f"{one.ref} ({one.title})" for one in named)
        raise Refusal("handover.which_post", which=which)
    raise Refusal("handover.no_post")


def _title(asked: UUID | NewPost) -> str:
    return asked.title if isinstance(asked, NewPost) else ""


def _called(named: Named | str) -> str:
    return named if isinstance(named, str) else named.title


def _told(plan: PrincipalPlan) -> Told:
    post = _called(plan.post)
    whom = _called(plan.to) if plan.to is not None else text("handover.the_next", post=post)
    return Told(
        note=text("handover.at_change", post=post, on=plan.on),
        review=text("handover.review_step", whom=whom),
        on=plan.on,
    )


def _same_person(look: Looking, to: object) -> list[UUID]:
    if not isinstance(to, UUID):
        return []
    stands = select(person.c.stands_for).where(living(person), person.c.id == to)
    found = look.connection.scalar(stands)
    if found is None:
        raise Refusal("record.gone")
    return list(look.connection.scalars(all_standing_for(person, [found])))


def _tenures(look: Looking, post_id: UUID) -> Sequence[AnyRow]:
    same = all_standing_for(post, [post_id])
    chosen = select(tenure).where(~tenure.c.deleted, tenure.c.office_id.in_(same))
    return look.all(chosen.order_by(tenure.c.start_on, tenure.c.n))


def _leaving(
    look: Looking, rows: Sequence[AnyRow], change: PrincipalChange, incoming: Sequence[UUID]
) -> list[Leaving]:
    """Whose term ends the day before; where nobody's does, who left last: papers may name them still."""
    on, last = change.on, change.on - timedelta(days=1)
    others = [row for row in rows if row.person_id not in incoming]
    open_ended = [row for row in others if row.end_on is None or row.end_on >= on]
    later = [row for row in open_ended if row.start_on is not None and row.start_on >= on]
    if later and not _bridges(change):
        raise Refusal("tenure.starts_later", since=later[0].start_on)
    ending = [row for row in open_ended if row.start_on is not None or row.standing != "elect"]
    ending = [row for row in ending if row not in later]
    own = [row for row in rows if row.person_id in incoming and _runs(row, on)]
    if any(row.standing == change.standing and (row.start_on or on) <= last for row in own):
        raise Refusal("handover.holds_it")
    ended = [row for row in others if row.end_on is not None and row.end_on < on]
    former = [] if ending else sorted(ended, key=lambda row: row.end_on)[-1:]
    names = names_of(look, Kind.PERSON, [row.person_id for row in (*ending, *former)])
    return [
        *(Leaving(names[row.person_id], row.id, row.start_on, last) for row in ending),
        *(Leaving(names[row.person_id], row.id, row.start_on, None) for row in former),
    ]


def _bridges(change: PrincipalChange) -> bool:
    """Whether this is for the time until somebody chosen already takes office."""
    return change.to is None or change.standing == "acting"


def _runs(row: AnyRow, on: date) -> bool:
    return (row.start_on is None or row.start_on <= on) and (row.end_on is None or row.end_on >= on)


def _begin(write: Writing, post_id: UUID, to: UUID, change: PrincipalChange) -> None:
    """Enter the new term; that of an elect who takes office becomes it, an acting one ends."""
    on = change.on
    same = _same_person(write.look, change.to)
    rows = _tenures(write.look, post_id)
    for row in rows:
        if row.person_id not in same or (row.end_on is not None and row.end_on < on):
            continue
        if row.standing == "elect" or (row.start_on is not None and row.start_on >= on):
            write.records.change(tenure, row.id, start_on=on, standing=change.standing)
            return
        write.records.change(tenure, row.id, end_on=on - timedelta(days=1))
    facts: TenureFacts = {"start_on": on, "standing": change.standing}
    later = [row.start_on for row in rows if row.start_on is not None and row.start_on > on]
    if later and _bridges(change):
        facts["end_on"] = min(later) - timedelta(days=1)
    appoint_in(write, post_id, to, facts)
