"""People as a packet names them: in the room, on the telephone list, in a biography."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Person:
    """One person as printed anywhere in the packet."""

    name: str
    """Latin form, in the person's own order (``Seo Min-jae``, ``Nguyễn Thị Ánh Tuyết``)."""
    native: str = ""
    """Own script, if another than ``name`` (``서민재``)."""
    lang: str = ""
    """BCP 47 language of ``native`` (``ko``, ``ja``, ``zh-Hant``, ``ar``): chooses the Han style, tagged in the PDF."""
    say: str = ""
    """Respelling with the stressed syllables in capitals (``SUH min-jeh``). Never generated."""
    address_as: str = ""
    """Spoken form of address (``Mayor Seo``)."""
    title: str = ""
    """Office held on the day of the meeting, with elect, acting, vacant or disputed said."""
    short_title: str = ""
    """For narrow places; ``title`` if empty."""
    sort: str = ""
    """Sort key for the names list; ``name`` if empty."""


@dataclass(frozen=True)
class Participant:
    """Somebody at the table. The order of a tuple of these is the order of precedence."""

    person: Person
    note: str = ""
    """Role or standing here: ``head of delegation``, ``interpreter``, ``sent instead of Kang Yun-ah``."""
    principal: bool = False
    """True for the reader of the principal's packet: marked YOU."""
    changed: bool = False
    """True draws the change bar beside the line."""


@dataclass(frozen=True)
class Contact:
    """A line of the contact sheet: a person, or a desk when only ``name`` is filled."""

    name: str
    native: str = ""
    lang: str = ""
    title: str = ""
    role: str = ""
    """Role on this trip (``Driver, car 1``)."""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class ContactGroup:
    """A headed part of the contact sheet: ours, theirs, post or consulate, cars, emergency."""

    heading: str
    contacts: tuple[Contact, ...]
    is_notes: bool = False
    """True for lines of text under a word of their own (hotels, emergency), printed over the full width."""


@dataclass(frozen=True)
class Bio:
    """A biography. Never split over two pages if it fits on one."""

    person: Person
    photo: bytes = b""
    """JPEG or PNG; empty prints a frame with the initials."""
    initials: str = ""
    """One to three letters for the frame; taken from the name if empty."""
    photo_taken: date | None = None
    verified_on: date | None = None
    """None prints NOT VERIFIED."""
    in_office: str = ""
    """Position since, how got, term ends (``Since 1 Jul 2026. Term ends 30 Jun 2030.``)."""
    career: str = ""
    languages: str = ""
    talks_about: str = ""
    met_before: str = ""
    """Prior contacts: when, where, with whom, how it went."""
    source: str = ""
