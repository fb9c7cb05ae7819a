"""The page of a person: offices over time, engagements, commitments, links to other people."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.holding import career_of
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.ledger import Ledger, ledger
from liaison_app.services.reading import Looking, all_standing_for, living, looking, names_of
from liaison_app.services.rows import EngagementRow, Named, OfficeHeld, PersonRow
from liaison_app.store.tables.meetings import engagement, participation
from liaison_app.store.tables.people import person, person_language, person_link, person_private
from liaison_app.store.tables.promises import commitment


@dataclass(frozen=True)
class Language:
    """What somebody speaks: an ISO 639 code and a level."""

    id: UUID
    language: str
    level: str | None


@dataclass(frozen=True)
class Link:
    """Somebody who is something to this person: ``kind`` as in scheduler, chief_of_staff.

    ``outward``: the person of the page has ``other`` as their ``kind``; else it's the reverse.
    ``channel``: the best way to reach ``other``: as somebody said, else their phone or e-mail.
    """

    id: UUID
    kind: str | None
    other: Named
    outward: bool
    note: str | None
    channel: str | None = None


@dataclass(frozen=True)
class PrivateFacts:
    """Private facts about a person, to be erased after ``keep_until`` unless somebody says keep."""

    diet: str | None = None
    access_needs: str | None = None
    spouse: str | None = None
    private_phone: str | None = None
    keep_until: date | None = None


@dataclass(frozen=True)
class PersonPage:
    """All that the page shows. ``private_facts``: how many are known; they're shown on request."""

    record: PersonRow
    fields: Fields
    career: tuple[OfficeHeld, ...]
    engagements: tuple[EngagementRow, ...]
    ledger: Ledger
    languages: tuple[Language, ...]
    links: tuple[Link, ...]
    private_facts: int


def person_page(office: Office, record_id: UUID, limit: int = 60) -> PersonPage:
    """The page of a person, with the latest ``limit`` engagements."""
    with looking(office) as look:
        row = record_of(look, Kind.PERSON, record_id)
        same = all_standing_for(person, [row.id])
        c = commitment.c
        party = or_(c.obligor_id.in_(same), c.beneficiary_id.in_(same), c.owner_id.in_(same))
        known = _private(look, same)
        return PersonPage(
            record=PEOPLE.rows_in(look, [row.n])[0],
            fields=fields_of(person, row),
            career=tuple(career_of(look, row.id, look.today)),
            engagements=_engagements(look, same, limit),
            ledger=ledger(look, party),
            languages=_languages(look, same),
            links=_links(look, same),
            private_facts=sum(
                value is not None
                for value in (known.diet, known.access_needs, known.spouse, known.private_phone)
            ),
        )


def private_facts(office: Office, person_id: UUID) -> PrivateFacts:
    """The private facts about a person: asked for one person at a time, never in a list."""
    with looking(office) as look:
        return _private(look, all_standing_for(person, [person_id]))


def _private(look: Looking, same: Any) -> PrivateFacts:
    p = person_private.c
    row = look.one(
        select(p.diet, p.access_needs, p.spouse, p.private_phone, p.keep_until)
        .where(~p.deleted, p.person_id.in_(same))
        .order_by(p.n)
    )
    return PrivateFacts(*row) if row is not None else PrivateFacts()


def _engagements(look: Looking, same: Any, limit: int) -> tuple[EngagementRow, ...]:
    there = select(participation.c.engagement_id).where(
        ~participation.c.deleted, participation.c.person_id.in_(same)
    )
    chosen = (
        select(engagement.c.n)
        .where(living(engagement), engagement.c.id.in_(there))
        .order_by(engagement.c.held_on.desc(), engagement.c.n.desc())
        .limit(limit)
    )
    return tuple(ENGAGEMENTS.rows_in(look, look.connection.scalars(chosen).all()))


def _languages(look: Looking, same: Any) -> tuple[Language, ...]:
    p = person_language.c
    rows = look.all(
        select(p.id, p.language, p.level).where(~p.deleted, p.person_id.in_(same)).order_by(p.n)
    )
    return tuple(Language(*row) for row in rows)


def _links(look: Looking, same: Any) -> tuple[Link, ...]:
    p = person_link.c
    chosen = select(p.id, p.kind, p.note, p.person_id, p.other_id).where(~p.deleted)
    outward = look.all(chosen.where(p.person_id.in_(same)))
    inward = look.all(chosen.where(p.other_id.in_(same)))
    names = names_of(
        look, Kind.PERSON, [row.other_id for row in outward] + [row.person_id for row in inward]
    )
    channels = _channels(look, [one.id for one in names.values()])
    return tuple(
        Link(row.id, row.kind, names[other], out, row.note, channels.get(names[other].id))
        for rows, out in ((outward, True), (inward, False))
        for row in rows
        if (other := row.other_id if out else row.person_id) in names
    )


def _channels(look: Looking, people: list[UUID]) -> dict[UUID, str | None]:
    """The best way to reach each of these people."""
    p = person.c
    chosen = select(p.id, p.channel_preferred, p.phone, p.email).where(p.id.in_(people))
    return {row.id: row.channel_preferred or row.phone or row.email for row in look.all(chosen)}
