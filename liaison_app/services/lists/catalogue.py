"""All lists by the kind that they show."""

from collections.abc import Mapping
from typing import Any

from liaison_app.domain.kinds import Kind
from liaison_app.services.exchange_rows import EXCHANGE_KINDS
from liaison_app.services.lists.agreements import AGREEMENTS, AgreementRow
from liaison_app.services.lists.assignments import ASSIGNMENTS, AssignmentRow
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.consultations import CONSULTATIONS
from liaison_app.services.lists.coordination import COORDINATION
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.funding import FUNDING, FundingRow
from liaison_app.services.lists.gifts import GIFTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.listing import Listing
from liaison_app.services.lists.memberships import MEMBERSHIPS, MembershipRow
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.lists.organizations import ORGANIZATIONS
from liaison_app.services.lists.outcomes import OUTCOMES
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.lists.programmes import PROGRAMMES, ProgrammeRow
from liaison_app.services.lists.requests import REQUESTS
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.rows import (
    CommitmentRow,
    EngagementRow,
    JurisdictionRow,
    OfficeRow,
    OrganizationRow,
    PersonRow,
    Row,
    TripRow,
)

LISTINGS: Mapping[Kind, Listing[Any]] = {
    Kind.JURISDICTION: JURISDICTIONS,
    Kind.ORGANIZATION: ORGANIZATIONS,
    Kind.PERSON: PEOPLE,
    Kind.OFFICE: OFFICES,
    Kind.ENGAGEMENT: ENGAGEMENTS,
    Kind.COMMITMENT: COMMITMENTS,
    Kind.TRIP: TRIPS,
    Kind.AGREEMENT: AGREEMENTS,
    Kind.MEMBERSHIP: MEMBERSHIPS,
    Kind.PROGRAMME: PROGRAMMES,
    Kind.FUNDING: FUNDING,
    Kind.ASSIGNMENT: ASSIGNMENTS,
    Kind.OUTCOME: OUTCOMES,
    Kind.REQUEST: REQUESTS,
    Kind.GIFT: GIFTS,
    Kind.COORDINATION: COORDINATION,
    Kind.CONSULTATION: CONSULTATIONS,
}

KIND_OF_ROW: Mapping[type[Row], Kind] = {
    JurisdictionRow: Kind.JURISDICTION,
    OrganizationRow: Kind.ORGANIZATION,
    PersonRow: Kind.PERSON,
    OfficeRow: Kind.OFFICE,
    EngagementRow: Kind.ENGAGEMENT,
    CommitmentRow: Kind.COMMITMENT,
    TripRow: Kind.TRIP,
    AgreementRow: Kind.AGREEMENT,
    MembershipRow: Kind.MEMBERSHIP,
    ProgrammeRow: Kind.PROGRAMME,
    FundingRow: Kind.FUNDING,
    AssignmentRow: Kind.ASSIGNMENT,
    **EXCHANGE_KINDS,
}
"""Which kind of record a row shows."""
