"""The fields that each noun takes, by name and type: for ``**facts`` of the commands.

What they mean stands with the tables (``store/tables/``) and in DOMAIN 8.2; codes are in
``domain/codes.py``. An empty text or None empties a field.
"""

from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from liaison_app.domain.dates import PartialDate


class RecordFacts(TypedDict, total=False):
    """What every record takes: who may read it, and where it's from."""

    readers: str
    source: str | None
    notes: str | None


class JurisdictionFacts(RecordFacts, total=False):
    """A jurisdiction; a tribal nation takes no ``parent_id``."""

    native_name: str | None
    official_name: str | None
    kind: str
    parent_id: UUID | None
    country: str | None
    subdivision: str | None
    local_code: str | None
    recognition: str | None
    zone: str | None
    population: int | None
    population_year: str | None
    government_form: str | None
    profile: str | None
    rationale: str | None
    relationship: str | None
    risk: str | None
    website: str | None
    verified_on: date | None


class OrganizationFacts(RecordFacts, total=False):
    """An organization."""

    native_name: str | None
    acronym: str | None
    kind: str | None
    jurisdiction_id: UUID | None
    represents_id: UUID | None
    parent_id: UUID | None
    consular_district: str | None
    address: str | None
    phone: str | None
    email: str | None
    website: str | None
    fara_status: str | None
    fara_number: str | None
    verified_on: date | None


class PersonFacts(RecordFacts, total=False):
    """A person; never first and last name assumed."""

    native_name: str | None
    native_language: str | None
    name_order: str | None
    given: str | None
    family: str | None
    sort_as: str | None
    phonetic: str | None
    honorific: str | None
    post_nominals: str | None
    spoken_address: str | None
    salutation: str | None
    envelope_line: str | None
    pronouns: str | None
    email: str | None
    phone: str | None
    english_level: str | None
    needs_interpreter: bool
    biography: str | None
    career: str | None
    interests: str | None
    channel_preferred: str | None
    do_not_contact: bool
    vetting: str | None
    is_ours: bool
    verified_on: date | None


class OfficeFacts(RecordFacts, total=False):
    """A post."""

    native_title: str | None
    organization_id: UUID | None
    jurisdiction_id: UUID | None
    rank_class: str | None
    how_filled: str | None
    term_years: int | None
    is_head: bool
    spoken_address: str | None
    salutation: str | None
    envelope_line: str | None


class TenureFacts(TypedDict, total=False):
    """A person in a post."""

    start_on: date | None
    end_on: date | None
    standing: str
    term_ends_on: date | None
    next_election_on: date | None
    seniority_on: date | None
    source: str | None
    verified_on: date | None


class EngagementFacts(RecordFacts, total=False):
    """An engagement; ``held`` follows from ``start_at`` and ``zone`` when it isn't given."""

    kind: str | None
    direction: str | None
    role: str | None
    level: str | None
    status: str
    held: PartialDate | None
    start_at: datetime | None
    end_at: datetime | None
    zone: str | None
    venue: str | None
    jurisdiction_id: UUID | None
    trip_id: UUID | None
    part_of_id: UUID | None
    track: str | None
    host_side: str | None
    requested_by: str | None
    purpose: str | None
    our_role: str | None
    objectives: str | None
    press: str | None
    press_guidance: str | None
    language: str | None
    interpreter: str | None
    dress: str | None
    logistics: str | None
    background: str | None
    not_for_disclosure: str | None
    watch_outs: str | None
    decisions: str | None
    readout: str | None
    follow_up_on: date | None
    marking: str | None


class CommitmentFacts(RecordFacts, total=False):
    """A commitment, without its status: verbs change that."""

    direction: str
    jurisdiction_id: UUID | None
    office_id: UUID | None
    obligor_id: UUID | None
    obligor: str | None
    beneficiary_id: UUID | None
    beneficiary: str | None
    owner_id: UUID | None
    engagement_id: UUID | None
    agreement_id: UUID | None
    made_on: date | None
    firmness: str
    due: PartialDate | None
    due_engagement_id: UUID | None
    next_step: str | None
    next_step_on: date | None
    announced: bool


class EvidenceFacts(TypedDict, total=False):
    """One proof."""

    kind: str
    reference: str | None
    description: str | None
    dated_on: date | None
    verified_by_id: UUID | None
    verified_on: date | None


class TripFacts(RecordFacts, total=False):
    """A trip or visit."""

    direction: str | None
    kind: str | None
    principal_id: UUID | None
    lead_id: UUID | None
    start_on: date | None
    end_on: date | None
    places: str | None
    purpose: str | None
    objectives: str | None
    status: str
    hotel: str | None
    emergency_notes: str | None
    marking: str | None


class LegFacts(TypedDict, total=False):
    """One line of an itinerary."""

    kind: str
    start_at: datetime | None
    end_at: datetime | None
    start_zone: str | None
    end_zone: str | None
    from_place: str | None
    to_place: str | None
    title: str | None
    details: str | None
    confirmation: str | None
    contact: str | None
    contact_phone: str | None
    press: str | None
    dress: str | None
    track: str | None
    status: str


class ParticipantFacts(TypedDict, total=False):
    """How somebody takes part."""

    side: str
    role: str | None
    title_as_of: str | None
    seat: str | None
    answer: str | None
    came: bool
    instead_of_id: UUID | None
    note: str | None


class PointFacts(TypedDict, total=False):
    """A talking point."""

    kind: str
    likelihood: str | None
    addressed_to: str | None
    background: str | None


class ScenarioFacts(TypedDict, total=False):
    """A step of the run of show."""

    minutes: int | None
    lead: str | None
    press: str | None
