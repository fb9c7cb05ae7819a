"""All lists by the kind that they show."""

from collections.abc import Mapping
from typing import Any

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.listing import Listing
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.lists.organizations import ORGANIZATIONS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.lists.trips import TRIPS

LISTINGS: Mapping[Kind, Listing[Any]] = {
    Kind.JURISDICTION: JURISDICTIONS,
    Kind.ORGANIZATION: ORGANIZATIONS,
    Kind.PERSON: PEOPLE,
    Kind.OFFICE: OFFICES,
    Kind.ENGAGEMENT: ENGAGEMENTS,
    Kind.COMMITMENT: COMMITMENTS,
    Kind.TRIP: TRIPS,
}
