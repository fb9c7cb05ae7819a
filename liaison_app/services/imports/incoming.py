"""A row of a list as it would stand here: its identity in the source and the cells of its record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.interchange.contact_list import ContactList, LoggedContact
from liaison_app.interchange.meanings import ListKind
from liaison_app.interchange.meeting_log import LoggedCommitment, LoggedMeeting, MeetingLog
from liaison_app.interchange.records import Remark, SourceKey
from liaison_app.system.worker.packed import Packed

Cells = dict[str, Any]
"""Columns with values as JSON holds them; dates as ISO text."""

_TITLE_LENGTH = 160
_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{signs})\b"))
    for kind, signs in (
        ("courtesy_call", r"courtesy|introductory"),
        ("call_video", r"calls?|(?:tele)?phone|video|virtual|zoom|teams"),
        ("reception_meal", r"dinner|lunch|luncheon|breakfast|reception|banquet|drinks"),
        (
            "conference_summit",
            r"conference|summit|seminar|symposium|round ?tables?|round-tables?|forum",
        ),
        ("signing_ceremony", r"signing|signature"),
        ("site_visit", r"site visit|tour of|visit to"),
    )
)
"""Words of a purpose or type that tell the kind of an engagement, the first that fits."""
_CALLED_OFF = {"cancel": "cancelled", "postpone": "postponed"}
_SAID_OFF = re.compile(
    r"\W*(?:meeting |visit |call )?(?:was |has been )?(cancel|postpone)l?l?e?d\W*"
    r"|\W*(cancel|postpone)l?l?e?d\s*[-–—:;.,)\]].*|.*[-–—:;.,(\[]\s*(cancel|postpone)l?l?e?d\W*",
    re.IGNORECASE | re.DOTALL,
)
"""A cell that says nothing else, or says it apart: "Tolls (cancelled)", "Postponed - tolls"."""
_DONE_WORDS = ("done", "complete", "closed", "fulfilled", "delivered")


@dataclass(frozen=True)
class Incoming:
    """One row to compare: ``cells`` are merged three ways with what stands here, ``promises`` are
    added by their wording. ``entry`` is all that was read, for when it is entered."""

    row: int
    source: SourceKey
    kind: Kind
    title: str
    cells: Cells
    promises: tuple[LoggedCommitment, ...]
    values: tuple[tuple[str, str], ...]
    guesses: tuple[Remark, ...]
    entry: Packed[LoggedMeeting | LoggedContact]

    def said(self) -> Cells:
        """What ``source_row`` keeps of this row, to compare the next time."""
        wordings = [promise.wording for promise in self.promises]
        return {"digest": self.source.digest, "cells": self.cells, "promises": wordings}


def incoming(listed: MeetingLog | ContactList, today: date) -> list[Incoming]:
    """The rows of a list that were understood, as they would stand here."""
    if isinstance(listed, MeetingLog):
        return [_meeting(one, today) for one in listed.meetings]
    return [_contact(one) for one in listed.contacts]


def kind_of(listed: MeetingLog | ContactList) -> ListKind:
    """What the list holds."""
    return ListKind.ENGAGEMENTS if isinstance(listed, MeetingLog) else ListKind.CONTACTS


def title_of(meeting: LoggedMeeting) -> str:
    """What the engagement is called: its purpose and whom it was with, cut at a word."""
    with_whom = list(meeting.parties.organizations) or [
        person.name or ", ".join(person.titles) for person in meeting.parties.people
    ]
    whom = ", ".join(with_whom[:2])
    if len(with_whom) > 2:
        whom += f" and {len(with_whom) - 2} more"
    title = f"{meeting.title}: {whom}" if whom and whom != meeting.title else meeting.title
    title = " ".join(title.split())
    if len(title) > _TITLE_LENGTH:
        title = title[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return title


def _meeting(meeting: LoggedMeeting, today: date) -> Incoming:
    notes = [meeting.notes] if meeting.notes else []
    if meeting.until is not None:
        notes.append(f"Until {meeting.until.label()}.")
    cells = {
        "title": title_of(meeting),
        "kind": _engagement_kind(meeting),
        "status": _status(meeting, today),
        "held_on": _iso(meeting.when),
        "held_precision": meeting.when.precision.value,
        "venue": meeting.place,
        "purpose": meeting.purpose or meeting.parties.occasion,
        "notes": "\n".join(notes),
    }
    return Incoming(
        row=meeting.row,
        source=meeting.source,
        kind=Kind.ENGAGEMENT,
        title=cells["title"] or "",
        cells=_filled(cells),
        promises=meeting.commitments,
        values=meeting.values,
        guesses=meeting.doubts,
        entry=Packed(meeting),
    )


def _contact(contact: LoggedContact) -> Incoming:
    cells = {
        "full_name": contact.full_name or contact.organization,
        "native_name": contact.native_name if contact.native_name != contact.full_name else "",
        "given": contact.given,
        "family": contact.family,
        "phonetic": contact.phonetic,
        "honorific": contact.honorific,
        "post_nominals": contact.post_nominals,
        "email": "; ".join(contact.emails),
        "phone": "; ".join(contact.phones),
        "notes": contact.notes,
    }
    return Incoming(
        row=contact.row,
        source=contact.source,
        kind=Kind.PERSON,
        title=cells["full_name"],
        cells=_filled(cells),
        promises=(),
        values=contact.values,
        guesses=(),
        entry=Packed(contact),
    )


def _filled(cells: Mapping[str, str | None]) -> Cells:
    return {name: value for name, value in cells.items() if value}


def _iso(when: PartialDate) -> str | None:
    return None if when.last is None else when.last.isoformat()


def _engagement_kind(meeting: LoggedMeeting) -> str:
    said = f"{meeting.kind} {meeting.purpose}".lower()
    for kind, signs in _KINDS:
        if signs.search(said):
            return kind
    return "bilateral_meeting"


def _status(meeting: LoggedMeeting, today: date) -> str:
    for sign, status in _CALLED_OFF.items():
        if sign in meeting.status.lower():
            return status
    for text in (meeting.purpose, meeting.notes, meeting.organizations_text):
        if len(text) <= _TITLE_LENGTH and (said := _SAID_OFF.fullmatch(text)):
            return _CALLED_OFF[next(filter(None, said.groups())).lower()]
    first = meeting.when.first
    return "held" if first is not None and first <= today else "planned"


def promise_status(promise: LoggedCommitment) -> str:
    """Whether the list says that a promise is done; it is open otherwise."""
    said = promise.status.lower()
    return "fulfilled" if any(word in said for word in _DONE_WORDS) else "open"
