"""A whole meeting in one line: ``bilat w/ Mayor Kim Busan tue 10-11 city hall; we: send the draft by Fri; they: …``.

Each piece that was understood is named with its place in the line; whatever is left after the day and the hours is the
venue. Who and where are meant is for the office to say: the line only holds the words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from liaison_app.domain.errors import Refusal
from liaison_app.services.capturing.reading_typed import read_day, read_due
from liaison_app.services.capturing.typed import TypedPromise

_KINDS = {
    "bilat": "bilateral_meeting",
    "bilateral": "bilateral_meeting",
    "meeting": "bilateral_meeting",
    "call": "call_video",
    "video": "call_video",
    "courtesy": "courtesy_call",
    "lunch": "reception_meal",
    "dinner": "reception_meal",
    "reception": "reception_meal",
    "visit": "site_visit",
    "conference": "conference_summit",
    "summit": "conference_summit",
    "signing": "signing_ceremony",
    "consultation": "tribal_consultation",
    "training": "training_exchange",
}
_WITH = re.compile(r"\b(?:with\b|w/)\s*", re.IGNORECASE)
_HOURS = re.compile(
    r"\b(\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)\s?[-–]\s?(\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)(?![\d/-])|"
    r"\b(\d{1,2}:\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m|noon)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\s*(we|they)\s*:\s*", re.IGNORECASE)
_DUE = re.compile(r"\s+((?:by|before|until|in|on)\s+\S.*)$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|&|\+|\band\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_MOST_WORDS = 4


@dataclass(frozen=True)
class Piece:
    """A part of the line: where it stands, what it was read as, and whether somebody must say more."""

    start: int
    end: int
    what: str
    settled: bool = True


@dataclass(frozen=True)
class QuickLine:
    """What one line says; empty where it says nothing. ``who`` are the words after "with", a person each."""

    pieces: tuple[Piece, ...] = ()
    kind: str = ""
    who: tuple[str, ...] = ()
    date: str = ""
    start: str = ""
    end: str = ""
    venue: str = ""
    promises: tuple[TypedPromise, ...] = ()


def read_line(line: str, today: date) -> QuickLine:
    """Read a line as far as it is typed; nothing in it is ever refused."""
    head, _, _ = line.partition(";")
    begin = len(head) + 1
    if _SIDES.match(line):
        head, begin = "", 0
    pieces: list[Piece] = []
    kind = _kind(head, pieces)
    day = _day(head, today, pieces)
    hours = _hours(head, pieces)
    who = _who(head, pieces)
    venue = _venue(head, pieces)
    promises = tuple(_promises(line, begin, today, pieces))
    pieces.sort(key=lambda piece: piece.start)
    return QuickLine(tuple(pieces), kind, who, day, *hours, venue, promises)


def _kind(head: str, pieces: list[Piece]) -> str:
    found = _WORD.search(head)
    kind = _KINDS.get(found.group().lower(), "") if found else ""
    if found and kind:
        pieces.append(Piece(found.start(), found.end(), "kind"))
    return kind


def _day(head: str, today: date, pieces: list[Piece]) -> str:
    """The longest run of words that is a day; a bare number is none."""
    words = list(_WORD.finditer(head))
    for count in range(_MOST_WORDS, 0, -1):
        for at in range(len(words) - count + 1):
            start, end = words[at].start(), words[at + count - 1].end()
            typed = head[start:end].rstrip(",")
            if _is_day(typed, today):
                pieces.append(Piece(start, start + len(typed), "day"))
                return typed
    return ""


def _is_day(typed: str, today: date) -> bool:
    if typed.isdigit() or not re.search(r"\d|day|tom|mon|tue|wed|thu|fri|sat|sun", typed.lower()):
        return False
    if _HOURS.fullmatch(typed.rpartition(" ")[2]):
        return False
    try:
        return read_day(typed, today).when is not None
    except Refusal:
        return False


def _hours(head: str, pieces: list[Piece]) -> tuple[str, str]:
    for found in _HOURS.finditer(head):
        if not _taken(pieces, found.start(), found.end()):
            pieces.append(Piece(found.start(), found.end(), "hours"))
            return found[1] or found[3], found[2] or ""
    return "", ""


def _who(head: str, pieces: list[Piece]) -> tuple[str, ...]:
    found = _WITH.search(head)
    if found is None:
        return ()
    start = found.end()
    end = min((piece.start for piece in pieces if piece.start >= start), default=len(head))
    words = head[start:end].strip()
    if not words:
        return ()
    pieces.append(Piece(start, start + len(words), "who"))
    return tuple(name for name in _AND.split(words) if name)


def _venue(head: str, pieces: list[Piece]) -> str:
    """What is left at the end."""
    start = max(
        (piece.end for piece in pieces if piece.what in ("day", "hours")), default=len(head)
    )
    left = head[start:]
    words = re.sub(r"^[\s,]*(?:at |@ ?|in )?", "", left, flags=re.IGNORECASE)
    at = start + len(left) - len(words)
    words = words.rstrip(" ,")
    if words:
        pieces.append(Piece(at, at + len(words), "venue"))
    return words


def _promises(line: str, start: int, today: date, pieces: list[Piece]) -> Iterator[TypedPromise]:
    direction = ""
    for part in line[start:].split(";"):
        side = _SIDES.match(part)
        if side:
            direction = "they_owe" if side[1].lower() == "they" else "we_owe"
        said = part[side.end() :] if side else part.strip()
        due = _DUE.search(said)
        wording = (said[: due.start()] if due else said).strip()
        if direction and wording:
            settled = not due or _is_due(due[1], today)
            at = start + part.find(said)
            pieces.append(Piece(at, at + len(said.rstrip()), direction, settled))
            yield TypedPromise(
                direction, wording[:1].upper() + wording[1:], due=due[1] if due else ""
            )
        start += len(part) + 1


def _is_due(typed: str, today: date) -> bool:
    try:
        return read_due(typed, today).when is not None
    except Refusal:
        return False


def _taken(pieces: list[Piece], start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces)
