"""The rows of lists, one frozen type a kind. Codes stay codes here; who shows them words them.

Every row has ``n`` (where the list finds it again), ``id``, ``ref``, ``title`` and ``native``
(the name in its own script). A record that was merged is shown as the one that stands for it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from liaison_app.domain.commitments import Standing
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.tenures import Seat


@dataclass(frozen=True)
class Named:
    """A record as others mention it."""

    id: UUID
    ref: str | None
    title: str
    native: str | None = None


@dataclass(frozen=True)
class Row:
    """What every list row has."""

    n: int
    id: UUID
    ref: str
    title: str
    native: str | None


class Heading(StrEnum):
    """Under which heading a jurisdiction stands; tribal nations are a heading of their own."""

    HOME = "home"
    TRIBAL = "tribal"
    ABROAD = "abroad"
    NETWORKS = "networks"


@dataclass(frozen=True)
class Owed:
    """Open commitments, counted: ours, theirs, and how many are late or awaited."""

    we_owe: int = 0
    overdue: int = 0
    they_owe: int = 0
    awaited: int = 0


@dataclass(frozen=True)
class JurisdictionRow(Row):
    """A jurisdiction in the list or the tree; ``depth`` counts from its heading."""

    kind: str | None
    heading: Heading
    parent: Named | None
    country: str | None
    zone: str | None
    owed: Owed
    last_engagement_on: date | None
    verified_on: date | None
    depth: int = 0


@dataclass(frozen=True)
class OrganizationRow(Row):
    """An organization; ``represents``: for a consulate or embassy, whose it is."""

    acronym: str | None
    kind: str | None
    jurisdiction: Named | None
    represents: Named | None
    verified_on: date | None


@dataclass(frozen=True)
class OfficeHeld:
    """A person's office on a day, with how it is held and how fresh that is."""

    tenure_id: UUID
    office_id: UUID
    title: str
    native_title: str | None
    organization: Named | None
    jurisdiction: Named | None
    seat: Seat
    start_on: date | None
    end_on: date | None
    term_ends_on: date | None
    verified_on: date | None
    source: str | None
    is_head: bool


@dataclass(frozen=True)
class PersonRow(Row):
    """A person with the office held today (the highest, if several)."""

    held: OfficeHeld | None
    is_ours: bool
    email: str | None
    phone: str | None
    last_met_on: date | None
    verified_on: date | None


@dataclass(frozen=True)
class OfficeRow(Row):
    """A post with who holds it today."""

    organization: Named | None
    jurisdiction: Named | None
    seat: Seat
    holders: tuple[Named, ...]
    elect: tuple[Named, ...]
    since: date | None
    term_ends_on: date | None
    verified_on: date | None


@dataclass(frozen=True)
class EngagementRow(Row):
    """An engagement. ``when`` has a precision; ``start_at`` and ``end_at`` are UTC instants."""

    kind: str | None
    status: str
    direction: str | None
    level: str | None
    when: PartialDate | None
    start_at: datetime | None
    end_at: datetime | None
    zone: str | None
    venue: str | None
    jurisdiction: Named | None
    trip: Named | None
    ours: int
    theirs: int
    people: tuple[Named, ...]
    commitments: int


@dataclass(frozen=True)
class CommitmentRow(Row):
    """A commitment. ``days_past``: positive when the due day has passed, None without one."""

    direction: str | None
    status: str
    standing: Standing
    due: PartialDate | None
    days_past: int | None
    firmness: str
    jurisdiction: Named | None
    obligor: Named | str | None
    beneficiary: Named | str | None
    owner: Named | None
    engagement: Named | None
    made_on: date | None
    evidence: int
    reviewed: bool
    announced: bool
    next_step: str | None
    next_step_on: date | None

    @property
    def counterpart(self) -> "Named | str | None":
        """The person on the other side: who owes it to us, or to whom we owe it."""
        return self.obligor if self.direction == "they_owe" else self.beneficiary


@dataclass(frozen=True)
class TripRow(Row):
    """A trip or a visit."""

    direction: str | None
    kind: str | None
    status: str
    start_on: date | None
    end_on: date | None
    places: str | None
    principal: Named | None
    lead: Named | None
    members: int
    engagements: int
