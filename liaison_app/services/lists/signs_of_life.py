"""Signs of life of agreements: evidence, meetings held, promises kept under them (DOMAIN P1-7)."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, union_all

from liaison_app.services.reading import Looking, batches, stand_ins
from liaison_app.store.tables.agreements import agreement, engagement_agreement
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.promises import commitment, evidence

_MET, _LINK = engagement.c.held_on, engagement_agreement
_KEPT = commitment.c.status_on
_PROVED = func.coalesce(evidence.c.dated_on, evidence.c.verified_on)


def _signs() -> tuple[tuple[ColumnElement[Any], ColumnElement[Any], Any], ...]:
    """Each kind of sign: the column that names the agreement, the day, and the rows."""
    met = (
        select()
        .select_from(_LINK.join(engagement, engagement.c.id == _LINK.c.engagement_id))
        .where(~_LINK.c.deleted, ~engagement.c.deleted, engagement.c.status == "held")
    )
    kept = (
        select()
        .select_from(commitment)
        .where(~commitment.c.deleted, commitment.c.status == "fulfilled")
    )
    proved = (
        select()
        .select_from(evidence.join(commitment, commitment.c.id == evidence.c.commitment_id))
        .where(~evidence.c.deleted, ~commitment.c.deleted)
    )
    return (
        (_LINK.c.agreement_id, _MET, met),
        (commitment.c.agreement_id, _KEPT, kept),
        (commitment.c.agreement_id, _PROVED, proved),
    )


_SIGNS = _signs()


def last_signs(look: Looking, ids: Iterable[UUID]) -> dict[UUID, date]:
    """The day of the latest sign of life of each of these agreements that has shown one."""
    whole = stand_ins(look, agreement, ids)
    found: dict[UUID, date] = {}
    for some in batches(whole):
        for named_by, day, rows in _SIGNS:
            chosen = rows.add_columns(named_by.label("whole"), func.max(day).label("day"))
            named = chosen.where(named_by.in_(some), day <= look.today).group_by(named_by)
            for row in look.all(named):
                one = whole[row.whole]
                found[one] = max(found.get(one, date.min), _as_date(row.day))
    return found


def no_sign_between(first: date, last: date) -> ColumnElement[bool]:
    """The condition that an agreement, with those merged into it, has shown no sign in these days."""
    alive = []
    for named_by, day, rows in _SIGNS:
        whole = agreement.alias()
        joined = rows.join(whole, whole.c.id == named_by).where(day.between(first, last))
        alive.append(joined.add_columns(whole.c.stands_for))
    return agreement.c.id.not_in(union_all(*alive))


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
