"""The page of a commitment: what was promised, what became of it, and the proof."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.offices import office_rows
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.ledger import commitments
from liaison_app.services.reading import Looking, all_standing_for, looking, names_of
from liaison_app.services.rows import CommitmentRow, Named, OfficeRow
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.promises import commitment, commitment_log, evidence


@dataclass(frozen=True)
class LogLine:
    """One change of status: when, by whom, from what to what, and why."""

    id: UUID
    noted_on: date | None
    by: Named | None
    from_status: str | None
    to_status: str | None
    note: str | None


@dataclass(frozen=True)
class Evidence:
    """One proof: ``kind`` is document, mail, photo, url or statement."""

    id: UUID
    kind: str | None
    reference: str | None
    description: str | None
    dated_on: date | None
    verified_by: Named | None
    verified_on: date | None


@dataclass(frozen=True)
class CommitmentPage:
    """All that the page shows. ``office``: the post that it belongs to, as held today: promises
    survive elections."""

    record: CommitmentRow
    fields: Fields
    log: tuple[LogLine, ...]
    evidence: tuple[Evidence, ...]
    office: OfficeRow | None
    superseded_by: Named | None
    supersedes: tuple[CommitmentRow, ...]


def commitment_page(office: Office, record_id: UUID) -> CommitmentPage:
    """The page of a commitment."""
    with looking(office) as look:
        row = record_of(look, Kind.COMMITMENT, record_id)
        same = all_standing_for(commitment, [row.id])
        later = names_of(
            look, Kind.COMMITMENT, [row.superseded_by_id] if row.superseded_by_id else []
        )
        return CommitmentPage(
            record=COMMITMENTS.rows_in(look, [row.n])[0],
            fields=fields_of(commitment, row),
            log=_log(look, same),
            evidence=_evidence(look, same),
            office=_office(look, row.office_id),
            superseded_by=later.get(row.superseded_by_id),
            supersedes=tuple(commitments(look, commitment.c.superseded_by_id.in_(same))),
        )


def _log(look: Looking, same: Any) -> tuple[LogLine, ...]:
    c = commitment_log.c
    rows = look.all(
        select(commitment_log).where(~c.deleted, c.commitment_id.in_(same)).order_by(c.n.desc())
    )
    names = names_of(look, Kind.PERSON, [row.by_id for row in rows if row.by_id])
    return tuple(
        LogLine(
            row.id, row.noted_on, names.get(row.by_id), row.from_status, row.to_status, row.note
        )
        for row in rows
    )


def _evidence(look: Looking, same: Any) -> tuple[Evidence, ...]:
    e = evidence.c
    rows = look.all(select(evidence).where(~e.deleted, e.commitment_id.in_(same)).order_by(e.n))
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


def _office(look: Looking, office_id: UUID | None) -> OfficeRow | None:
    if office_id is None:
        return None
    stand_in = select(post.c.stands_for).where(post.c.id == office_id).scalar_subquery()
    n = look.connection.scalar(select(post.c.n).where(post.c.id == stand_in))
    return next(iter(office_rows(look, [n], look.today)), None) if n is not None else None
