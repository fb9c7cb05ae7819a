"""The rows of outcomes, requests, gifts, coordination and consultations (see ``rows.py``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.domain.outcomes import Brought
from liaison_app.services.rows import Named, Row


@dataclass(frozen=True)
class OutcomeRow(Row):
    """An outcome, claimed and verified apart. ``counted_in``: reported by another as well, and
    counted there."""

    kind: str | None
    status: str
    jurisdiction: Named | None
    place: Named | None
    benefit: str | None
    when: PartialDate | None
    claimed: Brought
    verified: Brought
    verified_on: date | None
    attribution: str | None
    counted_in: Named | None
    owner: Named | None
    evidence: int


@dataclass(frozen=True)
class RequestRow(Row):
    """A request. ``days_waiting``: since it came in, while it has no answer."""

    kind: str | None
    direction: str
    jurisdiction: Named | None
    asker: Named | str | None
    received_on: date | None
    wanted: PartialDate | None
    triage: str | None
    decision: str | None
    decided_on: date | None
    answer_due_on: date | None
    answered_on: date | None
    days_waiting: int | None
    is_late: bool
    became: Named | None
    duplicate_of: Named | None
    owner: Named | None


@dataclass(frozen=True)
class GiftRow(Row):
    """A gift. ``value`` and ``disposition`` are for our own side."""

    direction: str
    status: str
    jurisdiction: Named | None
    giver: Named | str | None
    receiver: Named | str | None
    engagement: Named | None
    trip: Named | None
    given_on: date | None
    value_amount: Decimal | None
    value_currency: str | None
    disposition: str | None
    statement_filed_on: date | None


@dataclass(frozen=True)
class CoordinationRow(Row):
    """Whom we told or asked. ``is_awaited``: the day for an answer has passed without one."""

    body: str | None
    action: str
    who: Named | None
    asked_on: date | None
    done_on: date | None
    answer_due_on: date | None
    reference: str | None
    answer: str | None
    is_awaited: bool
    jurisdiction: Named | None
    about: Named | None
    owner: Named | None


@dataclass(frozen=True)
class ConsultationRow(Row):
    """A consultation with a nation; each side says for itself whether it was one."""

    status: str
    jurisdiction: Named | None
    subject: str | None
    invited_on: date | None
    notice_days: int | None
    level: str | None
    we_call_it: str
    nation_calls_it: str
    points: int
    decided_on: date | None
    agreed_on: date | None
    owner: Named | None


EXCHANGE_KINDS: Mapping[type[Row], Kind] = {
    OutcomeRow: Kind.OUTCOME,
    RequestRow: Kind.REQUEST,
    GiftRow: Kind.GIFT,
    CoordinationRow: Kind.COORDINATION,
    ConsultationRow: Kind.CONSULTATION,
}
"""Which kind of record each of these rows shows."""
