"""At a glance: what a principal with two minutes must know."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from uuid import UUID

from liaison_app.documents.packet.content.commitments import Promise
from liaison_app.documents.packet.content.glance import Glance, Meets
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.meeting import lines
from liaison_app.services.packets.moments import said_partial
from liaison_app.services.packets.persons import participant
from liaison_app.services.packets.promises import Past
from liaison_app.services.packets.talking import parted, points_of
from liaison_app.services.redaction import Seen

_MOST_MET, _MOST_ASKS, _EACH_SIDE = 5, 3, 2
"""The top of each list, as the page has room for; everything stands in the tabs."""

_UNNAMED_ROLES = ("interpreter", "security", "media", "notetaker", "protocol")
_STILL_OWED = ("open", "in progress", "waiting", "blocked", "partly fulfilled")


def glance(brief: Brief, pasts: Mapping[UUID, Past], title: str) -> Glance:
    """The one page. Engagements that were cancelled say nothing here."""
    subject = brief.subject
    live = [one for one in brief.engagements if one.id in brief.letters]
    objectives = lines(subject.objectives)
    if not objectives:
        objectives = tuple(line for one in live for line in lines(one.objectives))
    points = [row for one in live for row in points_of(brief, one)]
    return Glance(
        purpose=subject.purpose or title,
        objectives=objectives[:3],
        meets=tuple(_meets(brief, live)[:_MOST_MET]),
        asks=tuple(_asks(points)[:_MOST_ASKS]),
        promises=_promises(pasts[one.id] for one in live),
        watch_outs=tuple(dict.fromkeys(line for one in live for line in lines(one.watch_outs)))[:3],
        last_contact=_last_contact(pasts[one.id] for one in live),
    )


def _meets(brief: Brief, live: list[Seen]) -> list[Meets]:
    """The first of each meeting before the others, in the order of the tabs; nobody twice."""
    known: set[UUID] = set()
    firsts: list[Meets] = []
    others: list[Meets] = []
    for one in live:
        rows = [row for row in brief.side(one, "theirs") if row.role not in _UNNAMED_ROLES]
        for place, row in enumerate(rows):
            if row.person_id is None or row.person_id in known:
                continue
            known.add(row.person_id)
            meets = Meets(participant(brief, one, row).person, brief.letters[one.id])
            (others if place else firsts).append(meets)
    return [*firsts, *others]


def _asks(points: Iterable[Seen]) -> list[str]:
    rows = list(points)
    deliver = [row.text for row in rows if row.kind == "deliver" and row.text]
    raised = [parted(row) for row in rows if row.kind == "raise"]
    return deliver + [f"{topic}: {line}" if line else topic for topic, line in raised]


def _promises(pasts: Iterable[Past]) -> tuple[Promise, ...]:
    found = {(one.ref, one.side): one for past in pasts for one in past.promises()}
    owed = [one for one in found.values() if one.status in _STILL_OWED]
    owed.sort(key=lambda one: -one.late_days)
    sides = [[one for one in owed if one.side == side][:_EACH_SIDE] for side in ("we", "they")]
    # By turns: where the page has no room the end is cut off, and neither side may lose all of its own.
    return tuple(one for pair in zip_longest(*sides) for one in pair if one is not None)


def _last_contact(pasts: Iterable[Past]) -> str:
    rows = [row for past in pasts for row in past.meetings[:1]]
    if not rows:
        return ""
    last = max(rows, key=lambda row: row.held_on)
    said = (last.decisions or last.readout or "").split("\n")[0]
    return " ".join(filter(None, (f"{said_partial(last, 'held')}: {last.title}.", said)))
