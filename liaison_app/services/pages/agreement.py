"""The page of an agreement: who is party to it, who signed, what it led to, what is owed under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.agreements import AGREEMENTS, AgreementRow
from liaison_app.services.lists.assignments import ASSIGNMENTS, AssignmentRow
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.funding import FUNDING, FundingRow
from liaison_app.services.lists.programmes import PROGRAMMES, ProgrammeRow
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.ledger import commitments
from liaison_app.services.pages.newest import newest
from liaison_app.services.reading import AnyRow, Looking, all_standing_for, looking, names_of
from liaison_app.services.rows import CommitmentRow, EngagementRow, Named
from liaison_app.store.tables.agreements import (
    agreement,
    agreement_language,
    agreement_notification,
    agreement_party,
    agreement_signatory,
    engagement_agreement,
)
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.programmes import assignment, funding, programme
from liaison_app.store.tables.promises import commitment


@dataclass(frozen=True)
class Party:
    """A party: a record, or one only named in the text. ``side`` is ours, theirs or third."""

    id: UUID
    who: Named | str
    side: str | None


@dataclass(frozen=True)
class Signatory:
    """Who signed, with the title as it stands under the text."""

    id: UUID
    person: Named | None
    office: Named | None
    title_as_of: str | None
    side: str | None
    signed_on: date | None


@dataclass(frozen=True)
class Notification:
    """A report of the agreement to a register or another government; open while ``done_on`` is None."""

    id: UUID
    scheme: str
    due_on: date | None
    done_on: date | None
    reference: str | None


@dataclass(frozen=True)
class AgreementPage:
    """All that the page shows. ``languages`` of the text are ISO 639 codes."""

    record: AgreementRow
    fields: Fields
    parties: tuple[Party, ...]
    signatories: tuple[Signatory, ...]
    notifications: tuple[Notification, ...]
    languages: tuple[str, ...]
    legal_review_by: Named | None
    engagements: tuple[EngagementRow, ...]
    commitments: tuple[CommitmentRow, ...]
    programmes: tuple[ProgrammeRow, ...]
    funding: tuple[FundingRow, ...]
    assignments: tuple[AssignmentRow, ...]
    superseded_by: Named | None
    supersedes: tuple[AgreementRow, ...]


def agreement_page(office: Office, record_id: UUID) -> AgreementPage:
    """The page of an agreement."""
    with looking(office) as look:
        row = record_of(look, Kind.AGREEMENT, record_id)
        same = all_standing_for(agreement, [row.id])
        link = engagement_agreement.c
        met = select(link.engagement_id).where(~link.deleted, link.agreement_id.in_(same))
        return AgreementPage(
            record=AGREEMENTS.rows_in(look, [row.n])[0],
            fields=fields_of(agreement, row),
            parties=_parties(look, same),
            signatories=_signatories(look, same),
            notifications=_notifications(look, same),
            languages=_languages(look, same),
            legal_review_by=_named(look, Kind.PERSON, row.legal_review_by_id),
            engagements=newest(look, ENGAGEMENTS, engagement.c.id.in_(met)),
            commitments=tuple(commitments(look, commitment.c.agreement_id.in_(same))),
            programmes=newest(look, PROGRAMMES, programme.c.agreement_id.in_(same)),
            funding=newest(look, FUNDING, funding.c.agreement_id.in_(same)),
            assignments=newest(look, ASSIGNMENTS, assignment.c.agreement_id.in_(same)),
            superseded_by=_named(look, Kind.AGREEMENT, row.superseded_by_id),
            supersedes=newest(look, AGREEMENTS, agreement.c.superseded_by_id.in_(same)),
        )


def _parties(look: Looking, same: Any) -> tuple[Party, ...]:
    rows = _in_order(look, agreement_party, same)
    places = names_of(look, Kind.JURISDICTION, _ids(rows, "jurisdiction_id"))
    bodies = names_of(look, Kind.ORGANIZATION, _ids(rows, "organization_id"))
    return tuple(
        Party(
            row.id,
            places.get(row.jurisdiction_id) or bodies.get(row.organization_id) or row.named or "",
            row.side,
        )
        for row in rows
    )


def _signatories(look: Looking, same: Any) -> tuple[Signatory, ...]:
    rows = _in_order(look, agreement_signatory, same)
    people = names_of(look, Kind.PERSON, _ids(rows, "person_id"))
    posts = names_of(look, Kind.OFFICE, _ids(rows, "office_id"))
    return tuple(
        Signatory(
            id=row.id,
            person=people.get(row.person_id),
            office=posts.get(row.office_id),
            title_as_of=row.title_as_of,
            side=row.side,
            signed_on=row.signed_on,
        )
        for row in rows
    )


def _notifications(look: Looking, same: Any) -> tuple[Notification, ...]:
    c = agreement_notification.c
    rows = look.all(
        select(agreement_notification)
        .where(~c.deleted, c.agreement_id.in_(same))
        .order_by(c.due_on, c.n)
    )
    return tuple(
        Notification(row.id, row.scheme or "", row.due_on, row.done_on, row.reference)
        for row in rows
    )


def _languages(look: Looking, same: Any) -> tuple[str, ...]:
    c = agreement_language.c
    chosen = select(c.language).where(~c.deleted, c.agreement_id.in_(same)).distinct()
    return tuple(look.connection.scalars(chosen.order_by(c.language)))


def _in_order(look: Looking, part: Table, same: Any) -> list[AnyRow]:
    whole: ColumnElement[bool] = part.c.agreement_id.in_(same)
    chosen = select(part).where(~part.c.deleted, whole)
    return list(look.all(chosen.order_by(part.c.order_key, part.c.id)))


def _ids(rows: Iterable[AnyRow], name: str) -> list[UUID]:
    return [row._mapping[name] for row in rows if row._mapping[name] is not None]


def _named(look: Looking, kind: Kind, record_id: UUID | None) -> Named | None:
    return None if record_id is None else names_of(look, kind, [record_id]).get(record_id)
