"""The list of consultations with tribal nations."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, or_, select

from liaison_app.domain.kinds import Kind
from liaison_app.services.exchange_rows import ConsultationRow
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated
from liaison_app.services.reading import AnyRow, Looking, Through, batches, named
from liaison_app.store.tables.coordination import consultation, consultation_point
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction

_N = consultation.c
_PLACE = Through(_N.jurisdiction_id, jurisdiction, "jurisdiction")
_OWNER = Through(_N.owner_id, person, "owner")
_CHOSEN = select(consultation, *_PLACE.columns(), *_OWNER.columns()).select_from(
    _OWNER.onto(_PLACE.onto(consultation))
)
_POINTS = (
    select(consultation_point.c.consultation_id, func.count())
    .where(~consultation_point.c.deleted)
    .group_by(consultation_point.c.consultation_id)
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[ConsultationRow]:
    points: dict[UUID, int] = {}
    for ids in batches(row.id for row in rows):
        chosen = _POINTS.where(consultation_point.c.consultation_id.in_(ids))
        points |= {found[0]: found[1] for found in look.all(chosen)}
    return [
        ConsultationRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            status=row.status,
            jurisdiction=named(row, "jurisdiction"),
            subject=row.subject,
            invited_on=row.invited_on,
            notice_days=row.notice_days,
            level=row.level,
            we_call_it=row.we_call_it,
            nation_calls_it=row.nation_calls_it,
            points=points.get(row.id, 0),
            decided_on=row.decided_on,
            agreed_on=row.agreed_on,
            owner=named(row, "owner"),
        )
        for row in rows
    ]


_ENDED = ("concluded", "declined")

CONSULTATIONS = Listing[ConsultationRow](
    kind=Kind.CONSULTATION,
    table=consultation,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "when": Sort(_N.invited_on, descending=True),
        "title": Sort(_N.sort_key),
        "ref": Sort(_N.ref),
        "status": Sort(_N.status),
        "changed": Sort(_N.updated_at, descending=True),
    },
    narrows={
        **dated(consultation),
        "jurisdictions": at(_N.jurisdiction_id, Kind.JURISDICTION),
        "persons": lambda look, called: or_(
            at(_N.owner_id, Kind.PERSON)(look, called),
            at(_N.agreed_by_id, Kind.PERSON)(look, called),
        ),
        "statuses": coded(consultation, "status"),
        "of_kinds": coded(consultation, "level"),
        "open": lambda *_: _N.status.not_in(_ENDED),
        "closed": lambda *_: _N.status.in_(_ENDED),
        "mine": lambda look, _: _N.owner_id == look.officer,
    },
)
"""Every consultation that isn't deleted, the latest first."""
