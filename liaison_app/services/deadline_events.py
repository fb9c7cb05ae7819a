"""The events from which rules count days: gifts received, engagements held, agreements signed."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.deadlines import Event, Trigger
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.jurisdictions import TRIBAL
from liaison_app.services.reading import AnyRow, Looking, Through, living
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.gifts import gift
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.places import jurisdiction

_KINDS = {Kind.GIFT: gift, Kind.ENGAGEMENT: engagement, Kind.AGREEMENT: agreement}


def _with_place(table: Any) -> Any:
    place = Through(table.c.jurisdiction_id, jurisdiction, "place")
    shown = place.shown.c
    return select(
        table, shown.kind.label("place__kind"), shown.country.label("place__country")
    ).select_from(place.onto(table))


_GIFTS = _with_place(gift).where(
    living(gift),
    gift.c.direction == "received",
    gift.c.status == "received",
    gift.c.given_on.is_not(None),
)
_HELD = _with_place(engagement).where(
    living(engagement), engagement.c.status == "held", engagement.c.held_on.is_not(None)
)
_SIGNED = _with_place(agreement).where(living(agreement), agreement.c.signed_on.is_not(None))


def events(look: Looking, record_id: UUID | None = None) -> Iterator[Event]:
    """All events of the office, or those of one record."""
    home = _home_country(look)
    for row in _rows(look, _GIFTS, gift, record_id):
        facts = {
            "from_abroad": _abroad(row, home),
            "accepted_for": row.accepted_for,
            "value_amount": row.value_amount,
            "value_currency": row.value_currency,
            "reported_amount": row.reported_amount,
            "filed_on": row.statement_filed_on,
        }
        yield Event(Trigger.GIFT_RECEIVED, Kind.GIFT, row.id, row.given_on, facts)
    for row in _rows(look, _HELD, engagement, record_id):
        facts = {
            "with_abroad": _abroad(row, home),
            "country": row.place__country,
            "kind": row.kind,
            "direction": row.direction,
            "level": row.level,
        }
        yield Event(Trigger.ENGAGEMENT_HELD, Kind.ENGAGEMENT, row.id, row.held_on, facts)
    for row in _rows(look, _SIGNED, agreement, record_id):
        facts = {
            "with_abroad": _abroad(row, home),
            "country": row.place__country,
            "kind": row.kind,
            "binding_status": row.binding_status,
        }
        yield Event(Trigger.AGREEMENT_SIGNED, Kind.AGREEMENT, row.id, row.signed_on, facts)


def subject_of(look: Looking, record_id: UUID) -> str:
    """The kind of the record that a deadline is about; refused when it is gone."""
    for kind, table in _KINDS.items():
        known = select(table.c.id).where(table.c.id == record_id, ~table.c.deleted)
        if look.connection.scalar(known) is not None:
            return kind.value
    raise Refusal("record.gone")


def _rows(look: Looking, statement: Any, table: Any, record_id: UUID | None) -> Any:
    return look.all(statement if record_id is None else statement.where(table.c.id == record_id))


def _home_country(look: Looking) -> str | None:
    home = look.setting("home")
    if not home:
        return None
    chosen = select(jurisdiction.c.country).where(jurisdiction.c.id == UUID(home))
    found: str | None = look.connection.scalar(chosen)
    return found


def _abroad(row: AnyRow, home: str | None) -> bool | None:
    """Whether the other side is abroad; None where nobody said. Tribal nations here are not: they
    are nations, and no foreign countries."""
    if row.place__kind in TRIBAL and row.place__kind != "first_nation_foreign":
        return False
    if row.place__country is None or home is None:
        return None
    return bool(row.place__country != home)
