"""The page of a jurisdiction: who leads it on a day, what is owed both ways, what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.agreements import AGREEMENTS, AgreementRow
from liaison_app.services.lists.assignments import ASSIGNMENTS, AssignmentRow
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.offices import office_rows
from liaison_app.services.lists.organizations import ORGANIZATIONS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.lists.programmes import PROGRAMMES, ProgrammeRow
from liaison_app.services.office import Office
from liaison_app.services.pages.exchange import Exchanged, exchanged_with
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.ledger import Ledger, ledger
from liaison_app.services.pages.newest import newest
from liaison_app.services.reading import Looking, all_standing_for, living, looking, names_of
from liaison_app.services.rows import (
    EngagementRow,
    JurisdictionRow,
    Named,
    OfficeRow,
    OrganizationRow,
    PersonRow,
)
from liaison_app.store.tables import meetings, people, places
from liaison_app.store.tables.agreements import agreement, agreement_party
from liaison_app.store.tables.programmes import assignment, programme
from liaison_app.store.tables.promises import commitment

SHOWN_AT_FIRST = 60
"""How many touchpoints the timeline begins with."""


@dataclass(frozen=True)
class Touchpoint:
    """One line of the timeline: something that happened or will."""

    kind: Kind
    id: UUID
    ref: str
    title: str
    when: PartialDate
    status: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class JurisdictionPage:
    """All that the page shows, as of ``day``."""

    record: JurisdictionRow
    fields: Fields
    day: date
    located_in: tuple[Named, ...]
    within: tuple[Named, ...]
    leaders: tuple[OfficeRow, ...]
    ledger: Ledger
    timeline: tuple[Touchpoint, ...]
    engagements: int
    organizations: tuple[OrganizationRow, ...]
    people: tuple[PersonRow, ...]
    priorities: tuple[str, ...]
    agreements: tuple[AgreementRow, ...]
    programmes: tuple[ProgrammeRow, ...]
    assignments: tuple[AssignmentRow, ...]
    exchanged: Exchanged


def jurisdiction_page(
    office: Office, record_id: UUID, day: date | None = None, limit: int = SHOWN_AT_FIRST
) -> JurisdictionPage:
    """The page of a jurisdiction, with its leaders on ``day`` (today if not given)."""
    with looking(office) as look:
        row = record_of(look, Kind.JURISDICTION, record_id)
        same = all_standing_for(places.jurisdiction, [row.id])
        on = day or look.today
        here = meetings.engagement.c.jurisdiction_id.in_(same)
        return JurisdictionPage(
            record=JURISDICTIONS.rows_in(look, [row.n])[0],
            fields=fields_of(places.jurisdiction, row),
            day=on,
            located_in=_linked(look, "place_id", "jurisdiction_id", same),
            within=_within(look, same),
            leaders=leaders(look, row.id, on),
            ledger=ledger(look, commitment.c.jurisdiction_id.in_(same)),
            timeline=timeline(look, row.id, limit),
            engagements=look.connection.scalar(
                select(func.count())
                .select_from(meetings.engagement)
                .where(living(meetings.engagement), here)
            )
            or 0,
            organizations=_organizations(look, same),
            people=_people(look, same),
            priorities=_priorities(look, same),
            agreements=newest(look, AGREEMENTS, _agreed_with(same)),
            programmes=newest(look, PROGRAMMES, programme.c.jurisdiction_id.in_(same)),
            assignments=newest(look, ASSIGNMENTS, assignment.c.jurisdiction_id.in_(same)),
            exchanged=exchanged_with(look, same),
        )


def leaders(look: Looking, jurisdiction_id: UUID, day: date) -> tuple[OfficeRow, ...]:
    """The offices of a jurisdiction as held on ``day``: heads first, then by title."""
    same = all_standing_for(places.jurisdiction, [jurisdiction_id])
    post = people.office
    chosen = select(post.c.n).where(living(post), post.c.jurisdiction_id.in_(same))
    ns = look.connection.scalars(chosen.order_by(post.c.is_head.desc(), post.c.sort_key)).all()
    return tuple(office_rows(look, ns, day))


def timeline(look: Looking, jurisdiction_id: UUID, limit: int) -> tuple[Touchpoint, ...]:
    """What happened with a jurisdiction and what is planned, the latest first."""
    same = all_standing_for(places.jurisdiction, [jurisdiction_id])
    found = [
        *(_met(row) for row in meetings_in(look, same, limit)),
        *_promised(look, same, limit),
        *_took_office(look, same, limit),
    ]
    found.sort(key=lambda one: (one.when.last or date.max, one.ref), reverse=True)
    return tuple(found[:limit])


def meetings_in(look: Looking, same: Any, limit: int) -> list[EngagementRow]:
    """The latest engagements of a jurisdiction (``same``: the ids that name it)."""
    e, also = meetings.engagement, meetings.engagement_jurisdiction
    linked = select(also.c.engagement_id).where(~also.c.deleted, also.c.jurisdiction_id.in_(same))
    chosen = (
        select(e.c.n)
        .where(living(e), or_(e.c.jurisdiction_id.in_(same), e.c.id.in_(linked)))
        .order_by(e.c.held_on.desc(), e.c.n.desc())
        .limit(limit)
    )
    return ENGAGEMENTS.rows_in(look, look.connection.scalars(chosen).all())


def _met(row: EngagementRow) -> Touchpoint:
    when = row.when or PartialDate.before_event()
    detail = ", ".join(one.title for one in row.people[:3]) or row.venue
    return Touchpoint(Kind.ENGAGEMENT, row.id, row.ref, row.title, when, row.status, detail)


def _promised(look: Looking, same: Any, limit: int) -> list[Touchpoint]:
    c = commitment.c
    chosen = (
        select(c.id, c.ref, c.wording, c.made_on, c.status, c.direction)
        .where(living(commitment), c.jurisdiction_id.in_(same), c.made_on.is_not(None))
        .order_by(c.made_on.desc(), c.n.desc())
        .limit(limit)
    )
    return [
        Touchpoint(
            Kind.COMMITMENT,
            row.id,
            row.ref,
            row.wording or "",
            PartialDate.day(row.made_on),
            row.status,
            row.direction,
        )
        for row in look.all(chosen)
    ]


def _took_office(look: Looking, same: Any, limit: int) -> list[Touchpoint]:
    t, post = people.tenure, people.office
    chosen = (
        select(t.c.person_id, t.c.start_on, t.c.standing, post.c.title)
        .join(post, post.c.id == t.c.office_id)
        .where(~t.c.deleted, post.c.jurisdiction_id.in_(same), t.c.start_on.is_not(None))
        .order_by(t.c.start_on.desc())
        .limit(limit)
    )
    rows = look.all(chosen)
    names = names_of(look, Kind.PERSON, [row.person_id for row in rows])
    return [
        Touchpoint(
            Kind.TENURE,
            who.id,
            who.ref or "",
            who.title,
            PartialDate.day(row.start_on),
            row.standing,
            row.title,
        )
        for row in rows
        if (who := names.get(row.person_id)) is not None
    ]


def _linked(look: Looking, wanted: str, by: str, same: Any) -> tuple[Named, ...]:
    link = places.located_in
    ids = look.connection.scalars(
        select(link.c[wanted]).where(~link.c.deleted, link.c[by].in_(same))
    ).all()
    return tuple(names_of(look, Kind.JURISDICTION, ids).values())


def _within(look: Looking, same: Any) -> tuple[Named, ...]:
    """What lies below a jurisdiction, and the tribal nations located in it."""
    j = places.jurisdiction
    below = select(j.c.id).where(living(j), j.c.parent_id.in_(same)).order_by(j.c.sort_key)
    named = names_of(look, Kind.JURISDICTION, look.connection.scalars(below).all())
    return (*named.values(), *_linked(look, "jurisdiction_id", "place_id", same))


def _agreed_with(same: Any) -> ColumnElement[bool]:
    """Agreements filed with a jurisdiction, or to which it's a party."""
    a, p = agreement.c, agreement_party.c
    party = select(p.agreement_id).where(~p.deleted, p.jurisdiction_id.in_(same))
    return or_(a.jurisdiction_id.in_(same), a.id.in_(party))


def _organizations(look: Looking, same: Any) -> tuple[OrganizationRow, ...]:
    o = places.organization
    chosen = select(o.c.n).where(
        living(o), or_(o.c.jurisdiction_id.in_(same), o.c.represents_id.in_(same))
    )
    ns = look.connection.scalars(chosen.order_by(o.c.sort_key)).all()
    return tuple(ORGANIZATIONS.rows_in(look, ns))


def _people(look: Looking, same: Any) -> tuple[PersonRow, ...]:
    p, t, post, body = people.person, people.tenure, people.office, places.organization
    bodies = select(body.c.id).where(body.c.jurisdiction_id.in_(same))
    holders = (
        select(t.c.person_id)
        .join(post, post.c.id == t.c.office_id)
        .where(
            ~t.c.deleted,
            or_(t.c.end_on.is_(None), t.c.end_on >= look.today),
            or_(post.c.jurisdiction_id.in_(same), post.c.organization_id.in_(bodies)),
        )
    )
    chosen = select(p.c.n).where(living(p), p.c.id.in_(holders)).order_by(p.c.sort_key)
    ns: Sequence[int] = look.connection.scalars(chosen).all()
    return tuple(PEOPLE.rows_in(look, ns))


def _priorities(look: Looking, same: Any) -> tuple[str, ...]:
    link, priority = meetings.jurisdiction_priority, meetings.priority
    chosen = (
        select(priority.c.code)
        .join(link, link.c.priority_id == priority.c.id)
        .where(~link.c.deleted, link.c.jurisdiction_id.in_(same))
    )
    return tuple(look.connection.scalars(chosen.order_by(priority.c.code)))
