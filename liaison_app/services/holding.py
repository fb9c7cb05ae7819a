"""Who holds which office on a day, read from the tenures (``domain/tenures.py`` has the rules)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.tenures import Seat, Seated, Tenure, standing_on, who_on
from liaison_app.services.reading import AnyRow, Looking, Through, batches, living, named
from liaison_app.services.rows import OfficeHeld
from liaison_app.store.tables.people import office, person, tenure
from liaison_app.store.tables.places import jurisdiction, organization

_HOLDER = Through(tenure.c.person_id, person, "holder")
_OFFICE = Through(tenure.c.office_id, office, "office")
_BODY = Through(_OFFICE.shown.c.organization_id, organization, "organization")
_PLACE = Through(_OFFICE.shown.c.jurisdiction_id, jurisdiction, "jurisdiction")

_TENURES = (
    select(
        tenure,
        *_HOLDER.columns(),
        *_OFFICE.columns(),
        _OFFICE.shown.c.is_head.label("is_head"),
        *_BODY.columns(),
        *_PLACE.columns(),
    )
    .select_from(_PLACE.onto(_BODY.onto(_OFFICE.onto(_HOLDER.onto(tenure)))))
    .where(~tenure.c.deleted)
)
_SAME_PERSON = select(person.c.id)
_SAME_OFFICE = select(office.c.id)

_RANK = {Seat.HOLDER: 0, Seat.ACTING: 1, Seat.DISPUTED: 2, Seat.ELECT: 3}


def offices_of(look: Looking, persons: Iterable[UUID], day: date) -> dict[UUID, list[OfficeHeld]]:
    """The offices that people hold on ``day``: held before elect, heads first, the latest first."""
    found: dict[UUID, list[OfficeHeld]] = defaultdict(list)
    for row in _tenures_of(look, persons):
        seat = standing_on(tenure_of(row), day)
        if seat is not None:
            found[row.holder__id].append(_held(row, seat))
    for held in found.values():
        held.sort(key=lambda one: one.start_on or date.min, reverse=True)
        held.sort(key=lambda one: (_RANK[one.seat], not one.is_head))
    return found


def career_of(look: Looking, person_id: UUID, day: date) -> list[OfficeHeld]:
    """All offices of one person, the latest first; those past or to come as they stood then.

    A term that two merged records both tell of is shown once.
    """
    told = {
        (row.office__id, row.start_on, row.end_on, row.standing): row
        for row in reversed(_tenures_of(look, [person_id]))
    }
    rows = [(row, tenure_of(row)) for row in reversed(told.values())]
    held = [_held(row, standing_on(one, day) or _then(one)) for row, one in rows]
    return sorted(held, key=lambda one: one.start_on or date.min, reverse=True)


def holders_of(look: Looking, offices: Iterable[UUID], day: date) -> dict[UUID, Seated]:
    """Who holds each of these offices on ``day``; an office without tenures is vacant."""
    asked = list(dict.fromkeys(offices))
    tenures: dict[UUID, list[Tenure]] = {one: [] for one in asked}
    for ids in batches(asked):
        same = _SAME_OFFICE.where(office.c.stands_for.in_(ids))
        for row in look.all(_TENURES.where(tenure.c.office_id.in_(same))):
            tenures.setdefault(row.office__id, []).append(tenure_of(row))
    return {one: who_on(known, day) for one, known in tenures.items()}


def heads_of(look: Looking, jurisdiction_id: UUID) -> list[UUID]:
    """The offices whose holders head a jurisdiction, in order of entry."""
    chosen = select(office.c.id).where(
        living(office), office.c.is_head, office.c.jurisdiction_id == jurisdiction_id
    )
    return list(look.connection.scalars(chosen.order_by(office.c.n)))


def tenure_of(row: AnyRow) -> Tenure:
    """The rule's view of a tenure row, with the person who stands for the one it names."""
    return Tenure(
        id=row.id,
        person_id=row.holder__id,
        office_id=row.office_id,
        start_on=row.start_on,
        end_on=row.end_on,
        standing=row.standing,
        term_ends_on=row.term_ends_on,
        verified_on=row.verified_on,
        source=row.source,
    )


def _tenures_of(look: Looking, persons: Iterable[UUID]) -> Sequence[AnyRow]:
    rows: list[AnyRow] = []
    for ids in batches(persons):
        same = _SAME_PERSON.where(person.c.stands_for.in_(ids))
        rows.extend(look.all(_TENURES.where(tenure.c.person_id.in_(same))))
    return rows


def _then(one: Tenure) -> Seat:
    return Seat(one.standing) if one.standing in set(Seat) else Seat.HOLDER


def _held(row: AnyRow, seat: Seat) -> OfficeHeld:
    return OfficeHeld(
        tenure_id=row.id,
        office_id=row.office__id or row.office_id,
        title=row.office__title or "",
        native_title=row.office__native,
        organization=named(row, "organization"),
        jurisdiction=named(row, "jurisdiction"),
        seat=seat,
        start_on=row.start_on,
        end_on=row.end_on,
        term_ends_on=row.term_ends_on,
        verified_on=row.verified_on,
        source=row.source,
        is_head=bool(row.is_head),
    )
