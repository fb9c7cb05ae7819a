"""What is told of a lost copy: counts of what it held, who is named in it with what, what lay beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from liaison_app.services.what_left import There


@dataclass(frozen=True)
class KindHeld:
    """Records of one kind: those that lists show, and those deleted but still in the file."""

    shown: int
    deleted: int


@dataclass(frozen=True)
class PeopleHeld:
    """People, counted by what stands about them. ``private``: by field (diet, access needs…)."""

    all: int
    ours: int
    with_email: int
    with_phone: int
    with_biography: int
    with_vetting: int
    with_portrait: int
    with_private_facts: int
    private: Mapping[str, int]


@dataclass(frozen=True)
class PersonNamed:
    """Somebody who may have to be told: what of theirs the copy held. ``private``: which fields, not
    what they say."""

    ref: str
    name: str
    native: str | None
    is_ours: bool
    email: bool
    phone: bool
    private: tuple[str, ...]


@dataclass(frozen=True)
class FilesHeld:
    """Files kept with records: how many, bytes in all, how many by their role."""

    count: int
    bytes: int
    by_role: Mapping[str, int]


@dataclass(frozen=True)
class CopyHeld:
    """A numbered copy of a packet, as the file says who has it."""

    number: int | None
    holder: str
    handed_on: date | None
    returned_on: date | None
    destroyed_on: date | None


@dataclass(frozen=True)
class PacketHeld:
    """A version of a packet that was made, with what it was made from inside the file (``has_content``)."""

    about: str
    version: int | None
    as_of: datetime | None
    audience: str
    has_content: bool
    copies: tuple[CopyHeld, ...]


@dataclass(frozen=True)
class ReadableHeld:
    """A file that left by then. ``there``: whether it is there now, where this machine can tell;
    ``elsewhere``: it left on another one, the lost one perhaps; None where the entry doesn't say."""

    made_at: datetime
    kind: str
    audience: str
    path: str
    sha256: str
    there: There | None


@dataclass(frozen=True)
class Exposure:
    """What a copy of an office held.

    ``format``: of the file; ``copies``: nodes that wrote in it; ``changes``: cells in its journal, which
    holds what was changed or deleted since, too. ``notes``: filled cells that only our own side reads,
    by table and column; ``in_confidence``: records with a named party, by its name; ``ours_alone``:
    records with no reader outside; ``markings``: of records, by marking. ``people_named`` is None
    unless asked for.
    """

    path: str
    bytes: int
    format: int
    office: str
    home: str
    marking: str
    officers: tuple[str, ...]
    copies: int
    steps: int
    changes: int
    first_step_at: datetime | None
    last_step_at: datetime | None
    last_step_by: str | None
    records: Mapping[str, KindHeld]
    people: PeopleHeld
    notes: Mapping[str, int]
    in_confidence: Mapping[str, int]
    ours_alone: int
    markings: Mapping[str, int]
    files: FilesHeld
    drafts: int
    imported_rows: int
    held: int
    packets: tuple[PacketHeld, ...]
    readable: tuple[ReadableHeld, ...]
    people_named: tuple[PersonNamed, ...] | None
