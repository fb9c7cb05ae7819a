"""The fields of programmes, funding and assignments, for ``**facts`` of the commands."""

from datetime import date
from uuid import UUID

from liaison_app.domain.money import Money
from liaison_app.services.facts import RecordFacts


class ProgrammeFacts(RecordFacts, total=False):
    """A programme or exchange, without its status: verbs change that."""

    kind: str | None
    direction: str | None
    jurisdiction_id: UUID | None
    organization_id: UUID | None
    agreement_id: UUID | None
    start_on: date | None
    end_on: date | None
    people_planned: int | None
    people_sent: int | None
    people_received: int | None
    who: str | None
    cost: Money | None
    purpose: str | None
    result: str | None
    owner_id: UUID | None


class FundingFacts(RecordFacts, total=False):
    """Money for something, without its status: verbs change that. Asked, awarded, received and spent
    are four sums; a text as ``giver`` or ``recipient`` names a body that is no record."""

    kind: str | None
    giver_id: UUID | None
    giver: str | None
    recipient_id: UUID | None
    recipient: str | None
    jurisdiction_id: UUID | None
    programme_id: UUID | None
    agreement_id: UUID | None
    asked: Money | None
    asked_on: date | None
    awarded: Money | None
    awarded_on: date | None
    received: Money | None
    received_on: date | None
    spent: Money | None
    conditions: str | None
    report_due_on: date | None
    reported_on: date | None
    owner_id: UUID | None
    purpose: str | None


class AssignmentFacts(RecordFacts, total=False):
    """Somebody assigned to others; a text as ``from_named`` or ``to_named`` names a body that is no
    record."""

    kind: str | None
    person_id: UUID | None
    from_id: UUID | None
    from_named: str | None
    to_id: UUID | None
    to_named: str | None
    jurisdiction_id: UUID | None
    agreement_id: UUID | None
    start_on: date | None
    end_on: date | None
    who_pays: str | None
    cost: Money | None
    purpose: str | None
    report_due_on: date | None
    reported_on: date | None
    result: str | None
    owner_id: UUID | None
