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


LETTERS: Mapping[str, str] = {
    Kind.JURISDICTION: "J",
    Kind.ORGANIZATION: "O",
    Kind.PERSON: "P",
    Kind.OFFICE: "F",
    Kind.TRIP: "T",
    Kind.ENGAGEMENT: "E",
    Kind.COMMITMENT: "C",
}
"""One letter a kind. References are ``LETTER-YEAR-NUMBER``; kinds in YEARLESS are ``LETTER-NUMBER``."""

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
}
"""The words people use for lists of each kind, on the command line and in the window."""
