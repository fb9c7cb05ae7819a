"""The list of commitments, ours and theirs."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from liaison_app.domain import commitments as rules
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated, standing_for
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    Through,
    batches,
    following,
    named,
    partial_of,
)
from liaison_app.services.rows import CommitmentRow, Named
from liaison_app.store.tables.meetings import engagement, engagement_topic, topic
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment, evidence

_C = commitment.c
_PLACE = Through(_C.jurisdiction_id, jurisdiction, "jurisdiction")
_ORIGIN = Through(_C.engagement_id, engagement, "engagement")
_OBLIGOR = Through(_C.obligor_id, person, "obligor_person")
_BENEFICIARY = Through(_C.beneficiary_id, person, "beneficiary_person")
_OWNER = Through(_C.owner_id, person, "owner")
_REFERENCES = (_PLACE, _ORIGIN, _OBLIGOR, _BENEFICIARY, _OWNER)


_CHOSEN = following(commitment, *_REFERENCES)

_EVIDENCE = (
    select(evidence.c.commitment_id, func.count())
    .where(~evidence.c.deleted)
    .group_by(evidence.c.commitment_id)
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[CommitmentRow]:
    proofs: dict[Any, int] = {}
    for ids in batches(row.id for row in rows):
        chosen = _EVIDENCE.where(evidence.c.commitment_id.in_(ids))
        proofs |= {found[0]: found[1] for found in look.all(chosen)}
    return [_row(look, row, proofs.get(row.id, 0)) for row in rows]


def _row(look: Looking, row: AnyRow, proofs: int) -> CommitmentRow:
    return CommitmentRow(
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=row.wording or "",
        native=None,
        direction=row.direction,
        status=row.status,
        standing=rules.standing(row.direction, row.status, row.due_on, row.reviewed, look.today),
        due=partial_of(row, "due"),
        days_past=rules.days_past(row.due_on, look.today),
        firmness=row.firmness,
        jurisdiction=named(row, "jurisdiction"),
        obligor=_party(row, "obligor"),
        beneficiary=_party(row, "beneficiary"),
        owner=named(row, "owner"),
        engagement=named(row, "engagement"),
        made_on=row.made_on,
        evidence=proofs,
        reviewed=row.reviewed,
        announced=row.announced,
        next_step=row.next_step,
        next_step_on=row.next_step_on,
    )


def _party(row: AnyRow, side: str) -> Named | str | None:
    text: str | None = row._mapping[side]
    return named(row, f"{side}_person") or text


LIVE = and_(_C.status.in_(sorted(rules.OPEN)), _C.reviewed)
"""Still owed, and known to be alive."""


def _past(look: Looking) -> ColumnElement[bool]:
    return and_(LIVE, _C.due_on < look.today)


def _soon(look: Looking, _: bool) -> ColumnElement[bool]:
    last = look.today + timedelta(days=rules.SOON_DAYS)
    return and_(LIVE, _C.due_on.between(look.today, last))


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    return or_(_C.obligor_id.in_(ids), _C.beneficiary_id.in_(ids), _C.owner_id.in_(ids))


def _on_topic(_: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    about = (
        select(engagement_topic.c.engagement_id)
        .join(topic, topic.c.id == engagement_topic.c.topic_id)
        .where(~engagement_topic.c.deleted, topic.c.name.in_(called))
    )
    return _C.engagement_id.in_(about)


COMMITMENTS = Listing[CommitmentRow](
    kind=Kind.COMMITMENT,
    table=commitment,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "due": Sort(_C.due_on),
        "due_last": Sort(_C.due_on, descending=True),
        "made": Sort(_C.made_on, descending=True),
        "title": Sort(_C.sort_key),
        "ref": Sort(_C.ref),
        "status": Sort(_C.status),
        "changed": Sort(_C.updated_at, descending=True),
    },
    narrows={
        **dated(commitment),
        "jurisdictions": at(_C.jurisdiction_id, Kind.JURISDICTION),
        "persons": _with_person,
        "topics": _on_topic,
        "statuses": coded(commitment, "status"),
        "directions": coded(commitment, "direction"),
        "open": lambda *_: LIVE,
        "closed": lambda *_: _C.status.in_(sorted(rules.CLOSED)),
        "overdue": lambda look, _: and_(_past(look), _C.direction.is_distinct_from("they_owe")),
        "awaited": lambda look, _: and_(_past(look), _C.direction == "they_owe"),
        "soon": _soon,
        "unreviewed": lambda *_: and_(_C.status.in_(sorted(rules.OPEN)), ~_C.reviewed),
        "mine": lambda look, _: _C.owner_id == look.officer,
    },
)
"""Every commitment that isn't deleted, the next due first."""
