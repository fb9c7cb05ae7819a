"""What is typed before it is saved: a whole meeting with its people and promises (DOMAIN P0-5)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from liaison_app.services.facts import (
    CommitmentFacts,
    EngagementFacts,
    EvidenceFacts,
    ParticipantFacts,
    PersonFacts,
    PointFacts,
    ScenarioFacts,
)


@dataclass(frozen=True, eq=False)
class PersonDraft:
    """Somebody not entered yet. The same draft named twice is one person.

    ``title`` is the post that they hold in the meeting's jurisdiction, or in ``organization_id``;
    the post is entered too unless the jurisdiction has one of that title.
    """

    full_name: str
    title: str | None = None
    organization_id: UUID | None = None
    facts: PersonFacts = field(default_factory=PersonFacts)


@dataclass(frozen=True)
class PlaceDraft:
    """A jurisdiction not entered yet; ``kind`` as in DOMAIN 8.6."""

    name: str
    kind: str


Who = UUID | PersonDraft
"""Somebody known, or somebody entered on the way."""


@dataclass(frozen=True)
class ParticipantDraft:
    """Who takes part; ``unnamed`` for somebody known only as "+1 security"."""

    who: Who | None = None
    unnamed: str | None = None
    facts: ParticipantFacts = field(default_factory=ParticipantFacts)


@dataclass(frozen=True)
class CommitmentDraft:
    """A promise as it was worded. A text as ``obligor`` or ``beneficiary`` names somebody who is no
    record, such as "the port authority"."""

    wording: str
    direction: str
    obligor: Who | str | None = None
    beneficiary: Who | str | None = None
    owner: Who | None = None
    facts: CommitmentFacts = field(default_factory=CommitmentFacts)


@dataclass(frozen=True)
class EvidenceDraft:
    """A proof: ``kind`` is document, mail, photo, url or statement; ``reference`` where it is."""

    kind: str
    reference: str | None = None
    facts: EvidenceFacts = field(default_factory=EvidenceFacts)


@dataclass(frozen=True)
class PointDraft:
    """A talking point; ``kind`` is raise, if_raised, avoid or deliver."""

    kind: str
    text: str
    facts: PointFacts = field(default_factory=PointFacts)


@dataclass(frozen=True)
class ScenarioDraft:
    """A step of the run of show."""

    what: str
    facts: ScenarioFacts = field(default_factory=ScenarioFacts)


@dataclass(frozen=True)
class EngagementDraft:
    """A whole meeting: saved as one step, undone as one step. ``place`` is entered with it, as its
    jurisdiction."""

    title: str
    facts: EngagementFacts = field(default_factory=EngagementFacts)
    place: PlaceDraft | None = None
    participants: Sequence[ParticipantDraft] = ()
    commitments: Sequence[CommitmentDraft] = ()
    points: Sequence[PointDraft] = ()
    scenario: Sequence[ScenarioDraft] = ()
    jurisdictions: Sequence[UUID] = ()
    organizations: Sequence[UUID] = ()
    topics: Sequence[str] = ()
    priorities: Sequence[str] = ()
