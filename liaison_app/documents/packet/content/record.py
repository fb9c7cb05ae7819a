"""The last page: who drafted and cleared it, who holds it, which versions there were."""

from dataclasses import dataclass
from datetime import date

from liaison_app.documents.packet.content.moment import Moment


@dataclass(frozen=True)
class Clearance:
    """A line of the drafted and cleared block."""

    role: str
    """``Drafted`` or ``Cleared``."""
    who: str
    """Name, office, telephone; only the office if names are omitted."""
    on: date | None = None
    result: str = ""
    """``ok``, ``info``, ``objected`` …"""


@dataclass(frozen=True)
class Holder:
    """A line of the distribution list."""

    copy: str
    who: str
    form: str = ""
    returned: str = ""


@dataclass(frozen=True)
class Version:
    """A line of the version log, newest first."""

    version: str
    as_of: Moment
    why: str = ""


@dataclass(frozen=True)
class Record:
    """The last page."""

    clearances: tuple[Clearance, ...] = ()
    distribution: tuple[Holder, ...] = ()
    versions: tuple[Version, ...] = ()
