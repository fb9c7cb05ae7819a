"""Offices (posts) and the tenures in them: appoint, end, act for, verify. Nothing is overwritten:
who held an office on a day can always be asked."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Unpack
from uuid import UUID

from sqlalchemy import Connection, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    add_record,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import OfficeFacts, TenureFacts
from liaison_app.services.jurisdictions import verified_cells
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.office import Office
from liaison_app.services.reading import living, looking
from liaison_app.services.rows import OfficeRow
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import person, tenure
from liaison_app.system.letters import sort_key


@dataclass(frozen=True)
class NewPost:
    """A post that may not be here yet: its title, and of which place or organization it is."""

    title: str
    facts: OfficeFacts = field(default_factory=OfficeFacts)


def add(office: Office, title: str, **facts: Unpack[OfficeFacts]) -> Done:
    """Add a post, such as Mayor of a city."""
    return add_record(office, Kind.OFFICE, {"title": title, **facts})


def change(
    office: Office, office_id: UUID, *, title: str | None = None, **facts: Unpack[OfficeFacts]
) -> Done:
    """Change what is known of a post."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.OFFICE, office_id, given)


def appoint(
    office: Office,
    post_named: UUID | NewPost,
    person_id: UUID,
    *,
    end_predecessor: bool = False,
    **facts: Unpack[TenureFacts],
) -> Done:
    """Enter that a person holds a post (or is elect, acting, disputed) from ``start_on`` on.

    A ``NewPost`` is entered in the same step, unless the place or organization has one of that title.
    ``end_predecessor`` ends whoever holds it on the day before. The result names the tenure.
    """
    with writing(office, "tenure.appoint", person_id) as write:
        office_id = enter_post(write, post_named)
        living_row(write, person, person_id)
        if end_predecessor:
            _end_holders(write, office_id, person_id, facts.get("start_on") or write.today)
        made = appoint_in(write, office_id, person_id, facts)
        ref = ref_in(write, person, person_id)
    return Done(made, ref, write.records.step)


def appoint_in(write: Writing, office_id: UUID, person_id: UUID, facts: TenureFacts) -> UUID:
    """Enter a tenure within an open write."""
    given: dict[str, object] = {"standing": "holder", **facts}
    return add_in(write, tenure, {"person_id": person_id, "office_id": office_id, **given})


def enter_post(write: Writing, named: UUID | NewPost) -> UUID:
    """The post named, entered now if the place or organization has none of that title."""
    if isinstance(named, UUID):
        living_row(write, post, named)
        return named
    known = post_called(write.records.connection, named)
    return known or add_in(write, post, {"title": named.title, **named.facts})


def post_named(office: Office, named: UUID | NewPost) -> OfficeRow | None:
    """The post named, with who holds it today; None if it isn't here yet."""
    with looking(office) as look:
        found = named if isinstance(named, UUID) else post_called(look.connection, named)
        n = look.connection.scalar(select(post.c.n).where(living(post), post.c.id == found))
        return next(iter(OFFICES.rows_in(look, [n])), None) if n is not None else None


def end(office: Office, tenure_id: UUID, on: date) -> Done:
    """Enter the last day of a tenure."""
    return change_tenure(office, tenure_id, "tenure.end", end_on=on)


def change_tenure(
    office: Office, tenure_id: UUID, verb: str = "tenure.change", **facts: Unpack[TenureFacts]
) -> Done:
    """Change what is known of a tenure."""
    with writing(office, verb) as write:
        row = living_row(write, tenure, tenure_id)
        write.records.subject = row.person_id
        change_in(write, tenure, tenure_id, facts)
        ref = ref_in(write, person, row.person_id)
    return Done(tenure_id, ref, write.records.step)


def verify_tenure(office: Office, tenure_id: UUID, source: str | None = None) -> Done:
    """Say that somebody still holds a post, as checked today."""
    with writing(office, "tenure.verify") as write:
        row = living_row(write, tenure, tenure_id)
        write.records.subject = row.person_id
        change_in(write, tenure, tenure_id, verified_cells(write, source))
        ref = ref_in(write, person, row.person_id)
    return Done(tenure_id, ref, write.records.step)


def remove_tenure(office: Office, tenure_id: UUID) -> Done:
    """Take away a tenure that was entered by mistake; one that is over is ended, not removed."""
    with writing(office, "tenure.delete") as write:
        row = living_row(write, tenure, tenure_id)
        write.records.subject = row.person_id
        write.records.remove(tenure, tenure_id)
        ref = ref_in(write, person, row.person_id)
    return Done(tenure_id, ref, write.records.step)


def post_called(connection: Connection, named: NewPost) -> UUID | None:
    """The post of that title which the place or organization has, None if it has none."""
    body, place = named.facts.get("organization_id"), named.facts.get("jurisdiction_id")
    there = post.c.organization_id == body if body else post.c.jurisdiction_id == place
    titled = post.c.sort_key == sort_key(named.title)
    known = select(post.c.id).where(living(post), titled, there).order_by(post.c.n)
    found: UUID | None = connection.scalar(known)
    return found


def _end_holders(write: Writing, office_id: UUID, successor: UUID, start_on: date) -> None:
    last = start_on - timedelta(days=1)
    running = select(tenure).where(
        ~tenure.c.deleted,
        tenure.c.office_id == office_id,
        tenure.c.person_id != successor,
        tenure.c.end_on.is_(None),
    )
    for row in write.look.all(running):
        if row.start_on is not None and row.start_on > last:
            raise Refusal("tenure.starts_later", since=row.start_on)
        write.records.change(tenure, row.id, end_on=last)
