"""At a glance: the one page for a principal with two minutes."""

from dataclasses import dataclass

from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.people import Person


@dataclass(frozen=True)
class Meets:
    """Somebody whom the principal meets, and under which tab."""

    person: Person
    tab: str = ""


@dataclass(frozen=True)
class Ask:
    """What to ask for or to announce, and under which tab. A page without room leaves ``line`` to the tab."""

    topic: str
    line: str = ""
    tab: str = ""


@dataclass(frozen=True)
class WatchOut:
    """What to be careful of, and under which tab it is told."""

    words: str
    tab: str = ""


@dataclass(frozen=True)
class Glance:
    """What must fit on one page. What doesn't is left out from the ends of the lists, and said to be elsewhere."""

    purpose: str
    objectives: tuple[str, ...] = ()
    """At most three are printed."""
    meets: tuple[Meets, ...] = ()
    """Who you meet, most important first."""
    asks: tuple[Ask, ...] = ()
    """What to ask for and what to announce, most important first."""
    promises: tuple[Promise, ...] = ()
    """Both ways; the most pressing first. ``next_step`` says what to do with it here."""
    watch_outs: tuple[WatchOut, ...] = ()
    """Most important first; at most three are printed."""
    last_contact: str = ""
