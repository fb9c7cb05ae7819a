"""The pages of outcomes, requests, gifts, coordination and consultations, and what pages of other
records show of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Table, or_, select

from liaison_app.domain.duplicate_requests import Candidate
from liaison_app.domain.kinds import Kind
from liaison_app.domain.outcomes import Totals
from liaison_app.services.attachments import Attached, attached_to
from liaison_app.services.deadlines import DeadlineRow, deadlines_about
from liaison_app.services.duplicate_requests import duplicates_in
from liaison_app.services.exchange_rows import (
    ConsultationRow,
    CoordinationRow,
    GiftRow,
    OutcomeRow,
    RequestRow,
)
from liaison_app.services.lists.consultations import CONSULTATIONS
from liaison_app.services.lists.coordination import COORDINATION
from liaison_app.services.lists.gifts import GIFTS
from liaison_app.services.lists.listing import Listing, R
from liaison_app.services.lists.outcomes import OUTCOMES, totals_in
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.office import Office
from liaison_app.services.pages.commitment import Evidence
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import Looking, all_standing_for, living, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store.tables.coordination import (
    consultation,
    consultation_engagement,
    consultation_point,
    coordination,
)
from liaison_app.store.tables.gifts import gift
from liaison_app.store.tables.outcomes import (
    outcome,
    outcome_agreement,
    outcome_engagement,
    outcome_evidence,
)
from liaison_app.store.tables.requests import request


@dataclass(frozen=True)
class OutcomePage:
    """All that the page shows. ``counts``: the same outcome as others reported it, counted here."""

    record: OutcomeRow
    fields: Fields
    engagements: tuple[Named, ...]
    agreements: tuple[Named, ...]
    verified_by: Named | None
    counted_in: Named | None
    counts: tuple[OutcomeRow, ...]
    evidence: tuple[Evidence, ...]
    attachments: tuple[Attached, ...]


@dataclass(frozen=True)
class RequestPage:
    """All that the page shows. ``became``: the engagement or trip that it was accepted as;
    ``maybe_same``: requests that may be the same, with the reasons."""

    record: RequestRow
    fields: Fields
    became: Named | None
    decided_by: Named | None
    duplicate_of: Named | None
    duplicates: tuple[RequestRow, ...]
    maybe_same: tuple[Candidate, ...]
    coordination: tuple[CoordinationRow, ...]
    attachments: tuple[Attached, ...]


@dataclass(frozen=True)
class GiftPage:
    """All that the page shows. ``deadlines``: by the rules that the office switched on."""

    record: GiftRow
    fields: Fields
    engagement: Named | None
    of_trip: Named | None
    deadlines: tuple[DeadlineRow, ...]
    attachments: tuple[Attached, ...]


@dataclass(frozen=True)
class CoordinationPage:
    """All that the page shows. ``matter``: the engagement, trip, agreement or request concerned."""

    record: CoordinationRow
    fields: Fields
    matter: Named | None
    attachments: tuple[Attached, ...]


@dataclass(frozen=True)
class Concern:
    """What the nation raised, how it was considered, what was answered."""

    id: UUID
    concern: str
    consideration: str | None
    response: str | None


@dataclass(frozen=True)
class ConsultationPage:
    """All that the page shows: the whole record of one consultation."""

    record: ConsultationRow
    fields: Fields
    engagements: tuple[Named, ...]
    concerns: tuple[Concern, ...]
    agreed_by: Named | None
    attachments: tuple[Attached, ...]


def outcome_page(office: Office, record_id: UUID) -> OutcomePage:
    """The page of an outcome."""
    with looking(office) as look:
        row = record_of(look, Kind.OUTCOME, record_id)
        same = all_standing_for(outcome, [row.id])
        record = OUTCOMES.rows_in(look, [row.n])[0]
        return OutcomePage(
            record=record,
            fields=fields_of(outcome, row),
            engagements=_linked(look, outcome_engagement, "outcome_id", Kind.ENGAGEMENT, same),
            agreements=_linked(look, outcome_agreement, "outcome_id", Kind.AGREEMENT, same),
            verified_by=_named(look, Kind.PERSON, row.verified_by_id),
            counted_in=record.counted_in,
            counts=rows_where(look, OUTCOMES, outcome.c.counted_in_id.in_(same)),
            evidence=_evidence(look, same),
            attachments=attached_to(look, Kind.OUTCOME, same),
        )


def request_page(office: Office, record_id: UUID) -> RequestPage:
    """The page of a request."""
    with looking(office) as look:
        row = record_of(look, Kind.REQUEST, record_id)
        same = all_standing_for(request, [row.id])
        record = REQUESTS.rows_in(look, [row.n])[0]
        return RequestPage(
            record=record,
            fields=fields_of(request, row),
            became=record.became,
            decided_by=_named(look, Kind.PERSON, row.decided_by_id),
            duplicate_of=record.duplicate_of,
            duplicates=rows_where(look, REQUESTS, request.c.duplicate_of_id.in_(same)),
            maybe_same=tuple(duplicates_in(look, row.id)),
            coordination=rows_where(look, COORDINATION, coordination.c.request_id.in_(same)),
            attachments=attached_to(look, Kind.REQUEST, same),
        )


def gift_page(office: Office, record_id: UUID) -> GiftPage:
    """The page of a gift."""
    with looking(office) as look:
        row = record_of(look, Kind.GIFT, record_id)
        record = GIFTS.rows_in(look, [row.n])[0]
        return GiftPage(
            record=record,
            fields=fields_of(gift, row),
            engagement=record.engagement,
            of_trip=record.trip,
            deadlines=deadlines_about(look, row.id),
            attachments=attached_to(look, Kind.GIFT, all_standing_for(gift, [row.id])),
        )


def coordination_page(office: Office, record_id: UUID) -> CoordinationPage:
    """The page of one entry of coordination."""
    with looking(office) as look:
        row = record_of(look, Kind.COORDINATION, record_id)
        record = COORDINATION.rows_in(look, [row.n])[0]
        same = all_standing_for(coordination, [row.id])
        return CoordinationPage(
            record=record,
            fields=fields_of(coordination, row),
            matter=record.about,
            attachments=attached_to(look, Kind.COORDINATION, same),
        )


def consultation_page(office: Office, record_id: UUID) -> ConsultationPage:
    """The page of a consultation."""
    with looking(office) as look:
        row = record_of(look, Kind.CONSULTATION, record_id)
        same = all_standing_for(consultation, [row.id])
        held = consultation_engagement
        return ConsultationPage(
            record=CONSULTATIONS.rows_in(look, [row.n])[0],
            fields=fields_of(consultation, row),
            engagements=_linked(look, held, "consultation_id", Kind.ENGAGEMENT, same),
            concerns=_concerns(look, same),
            agreed_by=_named(look, Kind.PERSON, row.agreed_by_id),
            attachments=attached_to(look, Kind.CONSULTATION, same),
        )


@dataclass(frozen=True)
class Exchanged:
    """What passed between the office and a place, or around an engagement, the latest first.
    ``brought``: what the outcomes come to, each counted once."""

    outcomes: tuple[OutcomeRow, ...]
    brought: Totals
    requests: tuple[RequestRow, ...]
    gifts: tuple[GiftRow, ...]
    coordination: tuple[CoordinationRow, ...]
    consultations: tuple[ConsultationRow, ...]


def exchanged_with(look: Looking, same: Any) -> Exchanged:
    """What passed with a jurisdiction (``same``: the ids that name it)."""
    reached = or_(outcome.c.jurisdiction_id.in_(same), outcome.c.place_id.in_(same))
    return Exchanged(
        outcomes=rows_where(look, OUTCOMES, reached),
        brought=totals_in(look, reached),
        requests=rows_where(look, REQUESTS, request.c.jurisdiction_id.in_(same)),
        gifts=rows_where(look, GIFTS, gift.c.jurisdiction_id.in_(same)),
        coordination=rows_where(look, COORDINATION, coordination.c.jurisdiction_id.in_(same)),
        consultations=rows_where(look, CONSULTATIONS, consultation.c.jurisdiction_id.in_(same)),
    )


def exchanged_at(look: Looking, same: Any) -> Exchanged:
    """What belongs to an engagement (``same``: the ids that name it)."""
    link, held = outcome_engagement.c, consultation_engagement.c
    came = outcome.c.id.in_(
        select(link.outcome_id).where(~link.deleted, link.engagement_id.in_(same))
    )
    consulted = consultation.c.id.in_(
        select(held.consultation_id).where(~held.deleted, held.engagement_id.in_(same))
    )
    there = or_(consultation.c.engagement_id.in_(same), consulted)
    return Exchanged(
        outcomes=rows_where(look, OUTCOMES, came),
        brought=totals_in(look, came),
        requests=rows_where(look, REQUESTS, request.c.engagement_id.in_(same)),
        gifts=rows_where(look, GIFTS, gift.c.engagement_id.in_(same)),
        coordination=rows_where(look, COORDINATION, coordination.c.engagement_id.in_(same)),
        consultations=rows_where(look, CONSULTATIONS, there),
    )


def rows_where(look: Looking, listing: Listing[R], condition: Any) -> tuple[R, ...]:
    """The rows of a list under a condition, the latest first."""
    table = listing.table
    chosen = select(table.c.n).where(living(table), condition).order_by(table.c.found_at.desc())
    return tuple(listing.rows_in(look, look.connection.scalars(chosen).all()))


def _linked(look: Looking, link: Table, by: str, kind: Kind, same: Any) -> tuple[Named, ...]:
    chosen = select(link.c[f"{kind}_id"]).where(~link.c.deleted, link.c[by].in_(same))
    found = names_of(look, kind, look.connection.scalars(chosen).all())
    return tuple({one.id: one for one in found.values()}.values())


def _named(look: Looking, kind: Kind, one: UUID | None) -> Named | None:
    return None if one is None else names_of(look, kind, [one]).get(one)


def _evidence(look: Looking, same: Any) -> tuple[Evidence, ...]:
    e = outcome_evidence.c
    rows = look.all(
        select(outcome_evidence).where(~e.deleted, e.outcome_id.in_(same)).order_by(e.n)
    )
    names = names_of(look, Kind.PERSON, [row.verified_by_id for row in rows if row.verified_by_id])
    return tuple(
        Evidence(
            id=row.id,
            kind=row.kind,
            reference=row.reference,
            description=row.description,
            dated_on=row.dated_on,
            verified_by=names.get(row.verified_by_id),
            verified_on=row.verified_on,
        )
        for row in rows
    )


def _concerns(look: Looking, same: Any) -> tuple[Concern, ...]:
    p = consultation_point.c
    rows = look.all(
        select(p.id, p.concern, p.consideration, p.response)
        .where(~p.deleted, p.consultation_id.in_(same))
        .order_by(p.order_key, p.id)
    )
    return tuple(Concern(r.id, r.concern or "", r.consideration, r.response) for r in rows)
