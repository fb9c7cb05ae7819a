"""What left the office as readable files: when, for whom, where, whether it is still there; and deleting
what is still as it was written.

The entries stay whatever becomes of the files. Only what this machine can see is looked at.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.office import Office
from liaison_app.services.outgoing.leaving import PRINTER
from liaison_app.services.reading import Looking, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store import ledger
from liaison_app.store.tables.rules import request_set
from liaison_app.system.machine import machine_id
from liaison_app.system.messages import text

_SUBJECTS = (Kind.TRIP, Kind.ENGAGEMENT, Kind.PERSON)
_PARTIES = (Kind.JURISDICTION, Kind.ORGANIZATION, Kind.PERSON)
_LOST_LETTER = "\ufffd"
"""Stands in the path of an entry for what can't be written as text; the file itself can't be named."""


class There(StrEnum):
    """Whether a file that left is still where it was put.

    ``as_written``: with the same bytes. ``changed``: with others. ``unreadable``: something is there
    that can't be read. ``replaced``: a later file was written over it. ``medium_away``: the medium it
    was put on isn't here. ``elsewhere``: it left on another machine. ``paper``: it was printed.
    ``deleted``: by Liaison, on request. ``unknown``: its name can't be written as text.
    """

    AS_WRITTEN = "as_written"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    REPLACED = "replaced"
    GONE = "gone"
    MEDIUM_AWAY = "medium_away"
    ELSEWHERE = "elsewhere"
    PAPER = "paper"
    DELETED = "deleted"
    UNKNOWN = "unknown"


READABLE = frozenset({There.AS_WRITTEN, There.CHANGED, There.UNREADABLE})
"""A copy that somebody at this computer may read."""


@dataclass(frozen=True)
class LeftFile:
    """One file that left. ``n`` is its number in the ledger; ``audience`` in words; ``filter`` what it
    was narrowed by, ``counts`` how much of what it holds."""

    n: int
    made_at: datetime
    kind: str
    about: Named | None
    audience: str
    filter: str
    counts: Mapping[str, int]
    sha256: str
    path: str
    there: There
    deleted_at: datetime | None

    @property
    def is_readable_here(self) -> bool:
        """Whether it counts among the readable copies on this computer."""
        return self.there in READABLE


@dataclass(frozen=True)
class Cleaned:
    """What became of the files chosen: deleted, or left with the reason that ``there`` gives."""

    deleted: tuple[LeftFile, ...]
    left: tuple[LeftFile, ...]


def what_left(office: Office) -> tuple[LeftFile, ...]:
    """Every file that left, the latest first. Reads each that is still there to its end."""
    with looking(office) as look:
        entries = ledger.entries(look.connection)
        about, parties, hq = _about(look, entries), _parties(look, entries), look.setting("hq_word")
    here = machine_id()
    latest: set[str] = set()
    found = []
    for one in entries:
        there = _there(one, here, later=one.path in latest)
        latest.add(one.path)
        found.append(
            LeftFile(
                n=one.n,
                made_at=one.made_at,
                kind=one.kind,
                about=about.get(one.subject_id) if one.subject_id is not None else None,
                audience=_said(one.audience, parties, hq),
                filter=one.filter,
                counts=one.counts,
                sha256=one.sha256,
                path=one.path,
                there=there,
                deleted_at=one.deleted_at,
            )
        )
    return tuple(found)


def readable_here(office: Office) -> int:
    """How many readable copies are on this computer, without reading them."""
    with office.read() as connection:
        entries = ledger.entries(connection)
    here = machine_id()
    places = {one.path: one for one in reversed(entries)}
    return sum(
        one.deleted_at is None and _seen_here(one, here) and Path(one.path).is_file()
        for one in places.values()
    )


def clean(office: Office, numbers: Iterable[int]) -> Cleaned:
    """Delete the files of these entries that still are what was written; others are left and named.

    A number that stands for nothing is refused before anything is deleted.
    """
    known = {one.n: one for one in what_left(office)}
    wanted = list(dict.fromkeys(numbers))
    for number in wanted:
        if number not in known:
            raise Refusal("left.no_such", number=number)
    deleted, left = [], []
    for one in (known[number] for number in wanted):
        if one.there is There.AS_WRITTEN and _delete(one):
            deleted.append(one)
        elif one.there is There.AS_WRITTEN:
            left.append(_as(one, There.UNREADABLE))
        else:
            left.append(one)
    if deleted:
        at = office.clock.now().replace(microsecond=0)
        ledger.say_deleted(office.store, [one.n for one in deleted], at)
    return Cleaned(tuple(deleted), tuple(left))


def there_now(entry: ledger.Entry, machine: str) -> There:
    """Whether the file of one entry is still there, seen from the machine of that digest."""
    return _there(entry, machine, later=False)


def _there(one: ledger.Entry, here: str, *, later: bool) -> There:
    path = Path(one.path)
    if one.deleted_at is not None:
        found = There.DELETED
    elif one.path.startswith(PRINTER):
        found = There.PAPER
    elif one.machine not in (None, here):
        found = There.ELSEWHERE
    elif later:
        found = There.REPLACED
    elif not path.is_file():
        found = _missing(one)
    else:
        try:
            found = There.AS_WRITTEN if digest_of(path) == one.sha256 else There.CHANGED
        except OSError:
            found = There.UNREADABLE
    return found


def _missing(one: ledger.Entry) -> There:
    if _LOST_LETTER in one.path:
        return There.UNKNOWN
    if one.medium is not None and not os.path.ismount(one.medium):
        return There.MEDIUM_AWAY
    return There.GONE


def _seen_here(one: ledger.Entry, here: str) -> bool:
    return not one.path.startswith(PRINTER) and one.machine in (None, here)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _delete(one: LeftFile) -> bool:
    """Delete a file if it is still what was written, at this very moment."""
    path = Path(one.path)
    try:
        if digest_of(path) != one.sha256:
            return False
        path.unlink()
    except OSError:
        return False
    return True


def _as(one: LeftFile, there: There) -> LeftFile:
    return LeftFile(**{**vars(one), "there": there})


def _about(look: Looking, entries: Iterable[ledger.Entry]) -> dict[UUID, Named]:
    ids = {one.subject_id for one in entries if one.subject_id is not None}
    found: dict[UUID, Named] = {}
    for kind in _SUBJECTS:
        found |= names_of(look, kind, ids - found.keys())
    rest = list(ids - found.keys())
    if rest:
        sets = select(request_set.c.id, request_set.c.name).where(request_set.c.id.in_(rest))
        found |= {row.id: Named(row.id, None, row.name or "") for row in look.all(sets)}
    return found


def _parties(look: Looking, entries: Iterable[ledger.Entry]) -> dict[UUID, Named]:
    ids = {one.audience.party for one in entries if one.audience.party is not None}
    found: dict[UUID, Named] = {}
    for kind in _PARTIES:
        found |= names_of(look, kind, ids - found.keys())
    return found


def _said(audience: Audience, parties: Mapping[UUID, Named], hq: str) -> str:
    if audience.reader is Reader.HQ and hq:
        return hq
    if audience.party is not None and audience.party in parties:
        return parties[audience.party].title
    return text(f"audience.{audience.reader.value}")


def readable_words(count: int) -> str:
    """``3 readable copies on this computer``."""
    return text(
        f"left.readable_{'none' if not count else 'one' if count == 1 else 'n'}", count=count
    )


def kind_words(kind: str) -> str:
    """What a kind of file is called: "Briefing packet"."""
    return text(f"left.kind.{kind}")


def lines_of(counts: Mapping[str, int]) -> Iterator[str]:
    """How much a file holds, such as "12 pages"."""
    for what, count in counts.items():
        yield text("left.count", what=what.replace("_", " ").lower(), count=count)
