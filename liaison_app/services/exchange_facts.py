"""The fields of what passes between an office and others: outcomes, requests, gifts, coordination,
consultations. Statuses, decisions and figures are set by verbs, not here (see ``facts.py``)."""

from datetime import date
from decimal import Decimal
from typing import TypedDict
from uuid import UUID

from liaison_app.domain.dates import PartialDate
from liaison_app.services.facts import RecordFacts


class OutcomeFacts(RecordFacts, total=False):
    """An outcome as it is reported: the claimed figures. What was verified is said by ``verify``."""

    kind: str | None
    jurisdiction_id: UUID | None
    place_id: UUID | None
    benefit: str | None
    beneficiaries: str | None
    happened: PartialDate | None
    claimed_amount: Decimal | None
    claimed_currency: str | None
    claimed_jobs: int | None
    claimed_people: int | None
    attribution: str | None
    owner_id: UUID | None


class VerifiedFacts(TypedDict, total=False):
    """The figures that somebody checked; they may be lower than those claimed."""

    verified_amount: Decimal | None
    verified_currency: str | None
    verified_jobs: int | None
    verified_people: int | None


class RequestFacts(RecordFacts, total=False):
    """What somebody asks of us, or we of somebody."""

    kind: str | None
    direction: str
    jurisdiction_id: UUID | None
    asker_organization_id: UUID | None
    asker_id: UUID | None
    asker: str | None
    asked_id: UUID | None
    asked: str | None
    received_on: date | None
    channel: str | None
    wanted: PartialDate | None
    delegation_size: int | None
    head_of_delegation: str | None
    purpose: str | None
    needs: str | None
    answer_due_on: date | None
    owner_id: UUID | None


class GiftFacts(RecordFacts, total=False):
    """A gift: what it is, who gives it to whom, what it is worth."""

    description: str | None
    jurisdiction_id: UUID | None
    giver_id: UUID | None
    giver: str | None
    receiver_id: UUID | None
    receiver: str | None
    engagement_id: UUID | None
    trip_id: UUID | None
    circumstances: str | None
    value_amount: Decimal | None
    value_currency: str | None
    reported_amount: Decimal | None
    reported_currency: str | None
    rate_on: date | None
    appraisal: str | None
    accepted_for: str | None
    location: str | None


class CoordinationFacts(RecordFacts, total=False):
    """Whom the office told or asked, and about what."""

    organization_id: UUID | None
    person_id: UUID | None
    asked_on: date | None
    done_on: date | None
    answer_due_on: date | None
    reference: str | None
    answer: str | None
    jurisdiction_id: UUID | None
    engagement_id: UUID | None
    trip_id: UUID | None
    agreement_id: UUID | None
    request_id: UUID | None
    owner_id: UUID | None


class ConsultationFacts(RecordFacts, total=False):
    """A consultation with a tribal nation; what each side calls it is said by ``say``."""

    engagement_id: UUID | None
    subject: str | None
    invited_on: date | None
    invited_by: str | None
    notice_on: date | None
    notice_days: int | None
    level: str | None
    ours_to_report: bool
    owner_id: UUID | None
