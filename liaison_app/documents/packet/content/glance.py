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
class Glance:
    """What must fit on one page. What doesn't is left out from the ends of the lists, and warned of."""

    purpose: str
    objectives: tuple[str, ...] = ()
    """At most three are printed."""
    meets: tuple[Meets, ...] = ()
    """Who you meet, most important first."""
    asks: tuple[str, ...] = ()
    """What to ask for and what to announce."""
    promises: tuple[Promise, ...] = ()
    """Both ways; the most pressing first. ``next_step`` says what to do with it here."""
    watch_outs: tuple[str, ...] = ()
    """At most three are printed."""
    last_contact: str = ""
