"""The contact sheet: ours, theirs, where we stay, and whom to call in an emergency."""

import re
from collections.abc import Iterable
from datetime import date

from liaison_app.documents.packet.content.people import Contact, ContactGroup
from liaison_app.services.outgoing.labels import label
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.meeting import lines
from liaison_app.services.redaction import Seen
from liaison_app.system.messages import text

_NO_ROLE = (None, "member", "principal")
_SENTENCE = re.compile(r"(?<=\.)\s+(?=\w)")


def contacts(brief: Brief) -> tuple[ContactGroup, ...]:
    """Groups with somebody in them."""
    ours = brief.members or [row for one in brief.engagements for row in brief.side(one, "ours")]
    theirs = [(one, row) for one in brief.engagements for row in brief.side(one, "theirs")]
    first = brief.engagements[0] if brief.engagements else None
    start = brief.subject.start_on if brief.trip is not None else None
    day = start or (brief.day_of(first) if first is not None else brief.today)
    groups = [
        ContactGroup(text("fill.contacts.ours"), tuple(_people(brief, ((day, r) for r in ours)))),
        ContactGroup(
            text("fill.contacts.theirs"),
            tuple(_people(brief, ((brief.day_of(one), row) for one, row in theirs))),
        ),
    ]
    if brief.trip is not None:
        for code, words in (
            ("hotel", brief.trip.hotel),
            ("emergency", brief.trip.emergency_notes),
        ):
            desks = tuple(_desk(line) for line in _sentences(words))
            groups.append(ContactGroup(text(f"fill.contacts.{code}"), desks, is_notes=True))
    return tuple(group for group in groups if group.contacts)


def _sentences(words: str | None) -> list[str]:
    """Notes as the lines of a list: at each line and after each full stop."""
    parts = (part for line in lines(words) for part in _SENTENCE.split(line))
    return [part.strip().rstrip(".") for part in parts if part.strip()]


def _desk(line: str) -> Contact:
    """``Japan: police 110`` has its place in the first column and the rest beside it."""
    name, colon, rest = line.partition(": ")
    return Contact(name, role=rest) if colon else Contact(line)


def _role(row: Seen) -> str:
    """What somebody does here; the head of the other side is known by the office."""
    role: str | None = row.role
    said = "" if role in _NO_ROLE else label("participant_role", role)
    return said[:1].upper() + said[1:]


def _people(brief: Brief, rows: Iterable[tuple[date, Seen]]) -> list[Contact]:
    found: dict[object, Contact] = {}
    for day, row in rows:
        who = brief.people.get(row.person_id)
        if who is None or who.id in found:
            continue
        held = brief.holdings.first(who.id, day)
        found[who.id] = Contact(
            name=who.full_name or "",
            native=who.native_name or "",
            lang=who.native_language or "",
            title=held.short_title if held is not None else "",
            role=_role(row),
            phone=who.phone or "",
            email=who.email or "",
        )
    return list(found.values())
