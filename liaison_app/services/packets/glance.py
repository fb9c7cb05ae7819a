"""At a glance: what a principal with two minutes must know."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Glance, Meets
from liaison_app.documents.packet.content.people import Person
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.meeting import lines
from liaison_app.services.packets.moments import said_partial
from liaison_app.services.packets.persons import participant
from liaison_app.services.packets.promises import Past
from liaison_app.services.packets.talking import parted, points_of
from liaison_app.services.redaction import Seen

_UNNAMED_ROLES = ("interpreter", "security", "media", "notetaker", "protocol")


def glance(brief: Brief, pasts: Mapping[UUID, Past], title: str) -> Glance:
    """Everything for the one page, the most pressing first; the page takes what it has room for.

    Engagements that were cancelled say nothing here.
    """
    subject = brief.subject
    live = [one for one in brief.engagements if one.id in brief.letters]
    objectives = lines(subject.objectives)
    if not objectives:
        objectives = tuple(line for one in live for line in lines(one.objectives))
    points = [row for one in live for row in points_of(brief, one)]
    return Glance(
        purpose=subject.purpose or title,
        objectives=objectives,
        meets=tuple(_meets(brief, live)),
        asks=tuple(_asks(points)),
        promises=_promises(pasts[one.id] for one in live),
        watch_outs=tuple(dict.fromkeys(line for one in live for line in lines(one.watch_outs))),
        last_contact=_last_contact(pasts[one.id] for one in live),
    )


def _meets(brief: Brief, live: list[Seen]) -> list[Meets]:
    """The first of each meeting before the others, in the order of the tabs; nobody twice."""
    known: set[UUID] = set()
    firsts: list[Meets] = []
    others: list[Meets] = []
    for one in live:
        rows = _counterparts(brief, one)
        firsts += _newly(brief, one, rows[:1], known)
        if not rows:
            bodies = [Person(body.name or "") for body in brief.organizations_of(one)]
            firsts += [Meets(body, brief.letters[one.id]) for body in bodies]
    for one in live:
        others += _newly(brief, one, _counterparts(brief, one), known)
    return [*firsts, *others]


def _counterparts(brief: Brief, one: Seen) -> list[Seen]:
    """The named people of the other side; of third parties where it has nobody."""
    rows = brief.side(one, "theirs") or brief.side(one, "third")
    return [row for row in rows if row.person_id and row.role not in _UNNAMED_ROLES]


def _newly(brief: Brief, one: Seen, rows: Iterable[Seen], known: set[UUID]) -> list[Meets]:
    new = [row for row in rows if row.person_id not in known]
    known.update(row.person_id for row in new)
    return [Meets(participant(brief, one, row).person, brief.letters[one.id]) for row in new]


def _asks(points: Iterable[Seen]) -> list[str]:
    rows = list(points)
    deliver = [row.text for row in rows if row.kind == "deliver" and row.text]
    raised = [parted(row) for row in rows if row.kind == "raise"]
    return deliver + [f"{topic}: {line}" if line else topic for topic, line in raised]


def _promises(pasts: Iterable[Past]) -> tuple[Promise, ...]:
    """The latest ones first, then what is due soonest."""
    found = {(one.ref, one.side): (due, one) for past in pasts for due, one in past.owed()}
    owed = sorted(found.values(), key=lambda pair: (-pair[1].late_days, pair[0]))
    return tuple(one for _, one in owed)


def _last_contact(pasts: Iterable[Past]) -> str:
    rows = [row for past in pasts for row in past.meetings[:1]]
    if not rows:
        return ""
    last = max(rows, key=lambda row: row.held_on)
    said = (last.decisions or last.readout or "").split("\n")[0]
    return " ".join(filter(None, (f"{said_partial(last, 'held')}: {last.title}.", said)))
