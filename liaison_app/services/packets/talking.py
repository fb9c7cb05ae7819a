"""The talking points of an engagement."""

import re
from collections.abc import Iterable
from typing import Literal, cast

from liaison_app.documents.packet.content.meeting import IfRaised, Point, TalkingPoints
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.persons import participant
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.meetings import talking_point

_LONGEST_TOPIC = 70
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’)]*\s+(?![a-z])")
_Likelihood = Literal["", "certain", "likely", "possible", "unlikely"]


def points_of(brief: Brief, one: Seen) -> list[Seen]:
    """The points of an engagement in their order."""
    rows = brief.released.of(talking_point, "engagement_id", [one.id])
    return sorted(rows, key=lambda row: (row.order_key or "~", row.n))


def talking_points(brief: Brief, one: Seen) -> TalkingPoints | None:
    """The page of points; None where there are none for this audience."""
    rows = points_of(brief, one)
    if not rows:
        return None
    first = next((participant(brief, one, row).person for row in brief.side(one, "theirs")), None)
    addressed = next((row.addressed_to for row in rows if row.addressed_to), "")
    return TalkingPoints(
        addressed_to=addressed or (first.address_as or first.name if first else ""),
        say=first.say if first and not addressed else "",
        raise_=tuple(Point(*parted(row)) for row in _kind(rows, "raise")),
        if_raised=tuple(
            IfRaised(*parted(row), likelihood=cast("_Likelihood", row.likelihood or ""))
            for row in _kind(rows, "if_raised")
        ),
        avoid=tuple(Point(*parted(row)) for row in _kind(rows, "avoid")),
        deliver=tuple(row.text or "" for row in _kind(rows, "deliver")),
    )


def parted(row: Seen) -> tuple[str, str]:
    """A point as its topic and the line to say: what stands before a colon in its first sentence is
    the topic; a point that says it all at once has its background as the line."""
    words: str = row.text or ""
    topic, colon, line = words.partition(": ")
    if colon and len(topic) <= _LONGEST_TOPIC and not _SENTENCE_END.search(topic):
        line = line.strip()
        return topic, line[:1].upper() + line[1:]
    return words, row.background or ""


def _kind(rows: Iterable[Seen], kind: str) -> list[Seen]:
    return [row for row in rows if (row.kind or "raise") == kind]
