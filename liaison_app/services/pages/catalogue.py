"""The page of any record, by its kind."""

from collections.abc import Callable, Mapping
from uuid import UUID

from liaison_app.domain.kinds import Kind
from liaison_app.services.office import Office
from liaison_app.services.pages.agreement import AgreementPage, agreement_page
from liaison_app.services.pages.assignment import AssignmentPage, assignment_page
from liaison_app.services.pages.commitment import CommitmentPage, commitment_page
from liaison_app.services.pages.engagement import EngagementPage, engagement_page
from liaison_app.services.pages.exchange import (
    ConsultationPage,
    CoordinationPage,
    GiftPage,
    OutcomePage,
    RequestPage,
    consultation_page,
    coordination_page,
    gift_page,
    outcome_page,
    request_page,
)
from liaison_app.services.pages.funding import FundingPage, funding_page
from liaison_app.services.pages.jurisdiction import JurisdictionPage, jurisdiction_page
from liaison_app.services.pages.membership import MembershipPage, membership_page
from liaison_app.services.pages.organization import OrganizationPage, organization_page
from liaison_app.services.pages.person import PersonPage, person_page
from liaison_app.services.pages.post import OfficePage, office_page
from liaison_app.services.pages.programme import ProgrammePage, programme_page
from liaison_app.services.pages.trip import TripPage, trip_page

Page = (
    JurisdictionPage
    | OrganizationPage
    | PersonPage
    | OfficePage
    | EngagementPage
    | CommitmentPage
    | TripPage
    | AgreementPage
    | MembershipPage
    | ProgrammePage
    | FundingPage
    | AssignmentPage
    | OutcomePage
    | RequestPage
    | GiftPage
    | CoordinationPage
    | ConsultationPage
)

PAGES: Mapping[Kind, Callable[[Office, UUID], Page]] = {
    Kind.JURISDICTION: jurisdiction_page,
    Kind.ORGANIZATION: organization_page,
    Kind.PERSON: person_page,
    Kind.OFFICE: office_page,
    Kind.ENGAGEMENT: engagement_page,
    Kind.COMMITMENT: commitment_page,
    Kind.TRIP: trip_page,
    Kind.AGREEMENT: agreement_page,
    Kind.MEMBERSHIP: membership_page,
    Kind.PROGRAMME: programme_page,
    Kind.FUNDING: funding_page,
    Kind.ASSIGNMENT: assignment_page,
    Kind.OUTCOME: outcome_page,
    Kind.REQUEST: request_page,
    Kind.GIFT: gift_page,
    Kind.COORDINATION: coordination_page,
    Kind.CONSULTATION: consultation_page,
}
