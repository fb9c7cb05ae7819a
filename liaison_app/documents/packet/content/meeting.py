"""A tab: one engagement with its memo, talking points, protocol, biographies and notes page."""

from dataclasses import dataclass
from typing import Literal

from liaison_app.documents.packet.content.commitments import LastMeeting, Promise
from liaison_app.documents.packet.content.moment import Moment
from liaison_app.documents.packet.content.people import Bio, Participant, Person


@dataclass(frozen=True)
class Step:
    """A step of the scenario."""

    what: str
    minutes: int | None = None
    lead: str = ""
    press: str = ""
    """``OPEN`` or ``CLOSED``."""
    changed: bool = False


@dataclass(frozen=True)
class Memo:
    """The event memo. Its headings are fixed and stand in the order of the fields; empty ones are left out."""

    purpose: str = ""
    """What the principal must convey or obtain; who asked for the meeting; the principal's role."""
    objectives: tuple[str, ...] = ()
    theirs: tuple[Participant, ...] = ()
    """In order of precedence."""
    ours: tuple[Participant, ...] = ()
    """In order of precedence."""
    participants_note: str = ""
    """Who else is in the room, on what the order rests."""
    scenario: tuple[Step, ...] = ()
    press: str = ""
    background: str = ""
    """State of play, releasable."""
    not_for_disclosure: str = ""
    """Printed in a frame of its own that says so; empty for audiences that may not see it."""
    watch_outs: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    """Prior commitments both ways, what was promised last time."""
    last_meetings: tuple[LastMeeting, ...] = ()
    last_meetings_in: str = ""
    """Letter of the earlier tab that tells the same meetings; then ``last_meetings`` is empty."""
    logistics: str = ""
    """Door, escort, lift, parking."""


@dataclass(frozen=True)
class Point:
    """Something to raise: a topic in a few words, then the line to say."""

    topic: str
    line: str = ""
    changed: bool = False


@dataclass(frozen=True)
class IfRaised:
    """Something they may raise, and the answer."""

    topic: str
    answer: str = ""
    likelihood: Literal["", "certain", "likely", "possible", "unlikely"] = ""
    changed: bool = False


@dataclass(frozen=True)
class TalkingPoints:
    """One page of 14 pt. More than six points to raise is warned of."""

    addressed_to: str = ""
    """The name as spoken (``Mayor Seo``)."""
    say: str = ""
    """How to say that name."""
    raise_: tuple[Point, ...] = ()
    if_raised: tuple[IfRaised, ...] = ()
    avoid: tuple[Point, ...] = ()
    deliver: tuple[str, ...] = ()
    """What to announce or hand over."""


@dataclass(frozen=True)
class Address:
    """Forms of address for one person."""

    who: str
    spoken: str = ""
    letter: str = ""
    envelope: str = ""


@dataclass(frozen=True)
class Protocol:
    """Protocol for the meeting; empty parts are left out."""

    seating: tuple[tuple[str, str], ...] = ()
    """Pairs (theirs, ours) as they face each other, from the middle outwards; either side may be empty."""
    addresses: tuple[Address, ...] = ()
    flags: str = ""
    gifts: str = ""
    diet_access: str = ""
    """Only if releasable to this audience."""
    dress: str = ""
    photographs: str = ""
    customs: str = ""


@dataclass(frozen=True)
class BioBefore:
    """Somebody whose biography stands under the tab ``letter``."""

    person: Person
    letter: str


@dataclass(frozen=True)
class Tab:
    """One engagement. Tabs stand in the order of the schedule and are lettered A to Z, then AA, AB …"""

    letter: str
    title: str
    ref: str = ""
    event: str = ""
    """What it is, in words: ``Bilateral meeting``, ``Courtesy call``."""
    start: Moment | None = None
    end: Moment | None = None
    when: str = ""
    """Printed if ``start`` is None (``spring 2027``); else added under the time (``Aside 10:40``)."""
    where: str = ""
    language: str = ""
    """Language and interpreting."""
    press: str = ""
    cancelled: bool = False
    memo: Memo | None = None
    points: TalkingPoints | None = None
    protocol: Protocol | None = None
    bios: tuple[Bio, ...] = ()
    """Of those whom no earlier tab has told."""
    bios_before: tuple[BioBefore, ...] = ()
    """Whose biography stands in an earlier tab; printed as a line with its page."""
    notes_page: bool = True
    """A ruled page to write on."""
