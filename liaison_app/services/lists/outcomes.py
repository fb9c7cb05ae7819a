"""The list of outcomes, and what they come to when each is counted once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.outcomes import Brought, Reported, Totals, totals
from liaison_app.services.exchange_rows import OutcomeRow
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import coded, dated, standing_for
from liaison_app.services.office import Office
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    Through,
    batches,
    living,
    looking,
    named,
    partial_of,
)
from liaison_app.store.tables.outcomes import outcome, outcome_evidence
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction

_O = outcome.c
_PLACE = Through(_O.jurisdiction_id, jurisdiction, "jurisdiction")
_HOME = Through(_O.place_id, jurisdiction, "place")
_OTHER = Through(_O.counted_in_id, outcome, "counted_in")
_OWNER = Through(_O.owner_id, person, "owner")
_THROUGHS = (_PLACE, _HOME, _OTHER, _OWNER)

_CHOSEN = select(
    outcome, *(column for through in _THROUGHS for column in through.columns())
).select_from(_OWNER.onto(_OTHER.onto(_HOME.onto(_PLACE.onto(outcome)))))

_PROOFS = (
    select(outcome_evidence.c.outcome_id, func.count())
    .where(~outcome_evidence.c.deleted)
    .group_by(outcome_evidence.c.outcome_id)
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[OutcomeRow]:
    proofs: dict[UUID, int] = {}
    for ids in batches(row.id for row in rows):
        chosen = _PROOFS.where(outcome_evidence.c.outcome_id.in_(ids))
        proofs |= {found[0]: found[1] for found in look.all(chosen)}
    return [
        OutcomeRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            kind=row.kind,
            status=row.status,
            jurisdiction=named(row, "jurisdiction"),
            place=named(row, "place"),
            benefit=row.benefit,
            when=partial_of(row, "happened"),
            claimed=brought(row, "claimed"),
            verified=brought(row, "verified"),
            verified_on=row.verified_on,
            attribution=row.attribution,
            counted_in=named(row, "counted_in"),
            owner=named(row, "owner"),
            evidence=proofs.get(row.id, 0),
        )
        for row in rows
    ]


def brought(row: AnyRow, which: str) -> Brought:
    """The figures of a row: those claimed, or those verified."""
    values = row._mapping
    return Brought(
        *(values[f"{which}_{name}"] for name in ("amount", "currency", "jobs", "people"))
    )


def outcome_totals(office: Office, where: str = "") -> Totals:
    """What the outcomes that ``where`` chooses come to, each counted once."""
    with looking(office) as look:
        return totals_in(look, *OUTCOMES.conditions(look, where))


def totals_in(look: Looking, *conditions: Any) -> Totals:
    """Like ``outcome_totals``, within a look."""
    rows = look.all(_CHOSEN.where(living(outcome), *conditions))
    return totals(
        Reported(row.id, brought(row, "claimed"), brought(row, "verified"), row.counted_in__id)
        for row in rows
    )


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.JURISDICTION, called)
    return or_(_O.jurisdiction_id.in_(ids), _O.place_id.in_(ids))


OUTCOMES = Listing[OutcomeRow](
    kind=Kind.OUTCOME,
    table=outcome,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "when": Sort(_O.happened_on, descending=True),
        "title": Sort(_O.sort_key),
        "ref": Sort(_O.ref),
        "status": Sort(_O.status),
        "changed": Sort(_O.updated_at, descending=True),
    },
    narrows={
        **dated(outcome),
        "jurisdictions": _in_place,
        "statuses": coded(outcome, "status"),
        "of_kinds": coded(outcome, "kind"),
        "open": lambda *_: _O.status != "closed",
        "closed": lambda *_: _O.status == "closed",
        "mine": lambda look, _: _O.owner_id == look.officer,
    },
)
"""Every outcome that isn't deleted, the latest first; one counted in another is listed too."""
