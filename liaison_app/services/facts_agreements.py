"""The fields of agreements and memberships and of their parts, for ``**facts`` of the commands."""

from datetime import date
from typing import TypedDict
from uuid import UUID

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.money import Money
from liaison_app.services.facts import RecordFacts


class AgreementFacts(RecordFacts, total=False):
    """An agreement, without its status: verbs change that.

    ``expires_on`` is the last day in force; ``rationale`` says why it was made.
    """

    kind: str | None
    jurisdiction_id: UUID | None
    proposed_on: date | None
    signed: PartialDate | None
    effective_on: date | None
    expires_on: date | None
    auto_renews: bool
    review_on: date | None
    place: str | None
    binding_status: str | None
    council_resolution: str | None
    council_resolution_on: date | None
    legal_review: str | None
    legal_review_by_id: UUID | None
    legal_review_on: date | None
    qnbi_review: str | None
    rationale: str | None
    scope_text: str | None
    termination: str | None
    text_reference: str | None
    owner_id: UUID | None
    marking: str | None


class PartyFacts(TypedDict, total=False):
    """A party: a jurisdiction, an organization, or one only ``named`` in the text."""

    jurisdiction_id: UUID | None
    organization_id: UUID | None
    named: str | None
    side: str | None


class SignatoryFacts(TypedDict, total=False):
    """Who signs, in which office, with the title as it stands under the text."""

    person_id: UUID | None
    office_id: UUID | None
    title_as_of: str | None
    side: str | None
    signed_on: date | None


class NotificationFacts(TypedDict, total=False):
    """A report of an agreement to a register or another government."""

    due_on: date | None
    done_on: date | None
    reference: str | None


class MembershipFacts(RecordFacts, total=False):
    """A membership, without its status: verbs change that."""

    network_id: UUID | None
    jurisdiction_id: UUID | None
    role: str | None
    since: PartialDate | None
    until: PartialDate | None
    dues: Money | None
    dues_due_on: date | None
    dues_paid_on: date | None
    contact_id: UUID | None
    owner_id: UUID | None
    purpose: str | None


class PledgeFacts(TypedDict, total=False):
    """A pledge; ``commitment_id`` once the office has made it a commitment of its own."""

    due: PartialDate | None
    commitment_id: UUID | None
