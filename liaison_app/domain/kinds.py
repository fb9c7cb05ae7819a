"""The kinds of record that people see, with the letter that begins their reference."""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """A record kind; its value is the name of its table."""

    JURISDICTION = "jurisdiction"
    ORGANIZATION = "organization"
    PERSON = "person"
    OFFICE = "office"
    TENURE = "tenure"
    TRIP = "trip"
    ENGAGEMENT = "engagement"
    COMMITMENT = "commitment"
    AGREEMENT = "agreement"
    MEMBERSHIP = "membership"
    PROGRAMME = "programme"
    FUNDING = "funding"
    ASSIGNMENT = "assignment"
    OUTCOME = "outcome"
    REQUEST = "request"
    GIFT = "gift"
    COORDINATION = "coordination"
    CONSULTATION = "consultation"


LETTERS: Mapping[str, str] = {
    Kind.JURISDICTION: "J",
    Kind.ORGANIZATION: "O",
    Kind.PERSON: "P",
    Kind.OFFICE: "F",
    Kind.TRIP: "T",
    Kind.ENGAGEMENT: "E",
    Kind.COMMITMENT: "C",
    Kind.AGREEMENT: "A",
    Kind.MEMBERSHIP: "M",
    Kind.PROGRAMME: "X",
    Kind.FUNDING: "B",
    Kind.ASSIGNMENT: "D",
    Kind.OUTCOME: "U",
    Kind.REQUEST: "R",
    Kind.GIFT: "G",
    Kind.COORDINATION: "K",
    Kind.CONSULTATION: "N",
}
"""One letter a kind. References are ``LETTER-YEAR-NUMBER``; kinds in YEARLESS are ``LETTER-NUMBER``.

X is an exchange or programme, B a budget, D somebody detailed, U the upshot, K coordination, N a nation
consulted.
"""

YEARLESS: frozenset[str] = frozenset(
    {Kind.JURISDICTION, Kind.ORGANIZATION, Kind.PERSON, Kind.OFFICE}
)

PLURALS = {
    "jurisdictions": Kind.JURISDICTION,
    "organizations": Kind.ORGANIZATION,
    "people": Kind.PERSON,
    "offices": Kind.OFFICE,
    "tenures": Kind.TENURE,
    "trips": Kind.TRIP,
    "engagements": Kind.ENGAGEMENT,
    "commitments": Kind.COMMITMENT,
    "agreements": Kind.AGREEMENT,
    "memberships": Kind.MEMBERSHIP,
    "programmes": Kind.PROGRAMME,
    "funding": Kind.FUNDING,
    "assignments": Kind.ASSIGNMENT,
    "outcomes": Kind.OUTCOME,
    "requests": Kind.REQUEST,
    "gifts": Kind.GIFT,
    "coordination": Kind.COORDINATION,
    "consultations": Kind.CONSULTATION,
}
"""The words people use for lists of each kind, on the command line and in the window."""
