"""The packet as a whole: its cover, its parts, and what stands on every page."""

from dataclasses import dataclass
from typing import Literal

from liaison_app.documents.packet.content.glance import Glance
from liaison_app.documents.packet.content.meeting import Tab
from liaison_app.documents.packet.content.moment import Moment
from liaison_app.documents.packet.content.people import ContactGroup, Person
from liaison_app.documents.packet.content.record import Record
from liaison_app.documents.packet.content.schedule import Day

PacketKind = Literal["principal", "staff"]
Paper = Literal["letter", "a4"]


@dataclass(frozen=True)
class Designation:
    """The designation block of controlled information (32 CFR 2002); all lines optional."""

    controlled_by: str = ""
    category: str = ""
    dissemination: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Change:
    """A line of the change list since the last version."""

    where: str
    """``Schedule``, ``Tab A`` …"""
    what: str
    head: str = ""
    """In a word or two, printed bold: ``Cancelled``, ``Counterpart added``."""
    tab: str = ""
    """Letter of the tab concerned: its first page is printed as the page."""


@dataclass(frozen=True)
class Word:
    """A place, or a word of another language, in the names list."""

    word: str
    native: str = ""
    lang: str = ""
    say: str = ""


@dataclass(frozen=True)
class Packet:
    """A briefing packet, redacted for its audience, ready to print.

    ``kind`` chooses what is printed of it: ``staff`` everything; ``principal`` at a glance, schedule, talking
    points and biographies in 14 pt. What is empty is left out together with its line in the contents.
    """

    kind: PacketKind
    paper: Paper
    marking: str
    """On top and bottom of every page (``OFFICE - internal``)."""
    title: str
    """Large on the cover: place or meeting (``Busan``)."""
    ref: str
    """``T-2027-0006`` or ``E-2027-0031``."""
    version: str
    """``2``; printed ``v2`` on every page."""
    as_of: Moment
    """The instant whose knowledge it prints, on the office's clock."""
    running_title: str
    """Short title and dates for the head of every page (``Busan · 7–12 March 2027``)."""
    native_title: str = ""
    native_lang: str = ""
    """BCP 47 language of ``native_title``."""
    subtitle: str = ""
    about: str = ""
    """``Trip T-2027-0006 · outbound delegation``."""
    for_whom: str = ""
    """``for the Mayor of Chattanooga``; under the words Briefing packet."""
    principal: str = ""
    """Name and office, or names."""
    dates: str = ""
    places: str = ""
    prepared_by: tuple[str, ...] = ()
    """Office, then person and telephone: one line each."""
    copy: int = 1
    copies: int = 1
    left_out: tuple[str, ...] = ()
    """What this audience doesn't get, a line each; told to our own side only, so empty for a partner or the public."""
    return_by: str = ""
    """``Return to the Office of International Affairs by 19 March 2027, or destroy.``"""
    designation: Designation | None = None
    seal: bytes = b""
    """JPEG or PNG of the office's own seal, black on white; empty: none."""
    changes: tuple[Change, ...] = ()
    changed_since: str = ""
    """``v1 (27 February 2027)``."""
    glance: Glance | None = None
    days: tuple[Day, ...] = ()
    contacts: tuple[ContactGroup, ...] = ()
    tabs: tuple[Tab, ...] = ()
    names: tuple[Person, ...] = ()
    """For the names and pronunciation list, in sort order."""
    words: tuple[Word, ...] = ()
    """Places and words for the same list."""
    short_forms: tuple[tuple[str, str], ...] = ()
    """Acronyms: short form, meaning."""
    record: Record | None = None
    lang: str = "en"
    """BCP 47 language of the text."""
