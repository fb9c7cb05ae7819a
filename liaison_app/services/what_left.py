"""What left the office as readable files: when, for whom, where, whether it is still there; and deleting
what is still as it was written.

The entries stay whatever becomes of the files. Only what this machine can see is looked at.
"""

import hashlib
import os
import stat
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
from liaison_app.system.shared_places import is_on_network

_SUBJECTS = (Kind.TRIP, Kind.ENGAGEMENT, Kind.PERSON)
_PARTIES = (Kind.JURISDICTION, Kind.ORGANIZATION, Kind.PERSON)
_LOST_LETTER = "\ufffd"
"""Stands in the path of an entry for what can't be written as text; the file itself can't be named."""


class There(StrEnum):
    """Whether a file that left is still where it was put.

    ``as_written``: with the same bytes. ``changed``: with others. ``unreadable``: something is there
    that can't be read. ``replaced``: a later file was written over it. ``medium_away``: the medium it
    was put on isn't here. ``unseen``: the folder or the medium doesn't let itself be looked into.
    ``elsewhere``: it left on another machine. ``paper``: it was printed. ``deleted``: by Liaison, on
    request. ``unknown``: its name can't be written as text.
    """

    AS_WRITTEN = "as_written"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    REPLACED = "replaced"
    GONE = "gone"
    MEDIUM_AWAY = "medium_away"
    UNSEEN = "unseen"
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


@dataclass(frozen=True)
class Told:
    """What the ledger tells of one file. ``replaced``: a later file was written over it."""

    entry: ledger.Entry
    about: Named | None
    audience: str
    replaced: bool


def what_left(office: Office) -> tuple[LeftFile, ...]:
    """Every file that left, the latest first. Reads each that is still there to its end."""
    return look_at(told(office))


def told(office: Office) -> tuple[Told, ...]:
    """What the ledger tells, the latest first; no file is looked at yet."""
    with looking(office) as look:
        entries = ledger.entries(look.connection)
        about, parties, hq = _about(look, entries), _parties(look, entries), look.setting("hq_word")
    replaced = _replaced(entries)
    return tuple(
        Told(
            one,
            about.get(one.subject_id) if one.subject_id is not None else None,
            _said(one.audience, parties, hq),
            one.n in replaced,
        )
        for one in entries
    )


def look_at(files: Iterable[Told]) -> tuple[LeftFile, ...]:
    """Where these files are now. It waits as long as a medium takes to answer."""
    here = machine_id()
    return tuple(
        LeftFile(
            n=one.entry.n,
            made_at=one.entry.made_at,
            kind=one.entry.kind,
            about=one.about,
            audience=one.audience,
            filter=one.entry.filter,
            counts=one.entry.counts,
            sha256=one.entry.sha256,
            path=one.entry.path,
            there=_there(one.entry, here, later=one.replaced),
            deleted_at=one.entry.deleted_at,
        )
        for one in files
    )


def readable_here(office: Office) -> int:
    """How many readable copies are on this computer, without reading them."""
    return count_there(places_here(office))


def places_here(office: Office) -> frozenset[str]:
    """Where on this computer files were put; none of them is looked at yet.

    Other computers' disks aren't among them: looking there would open a connection.
    """
    with office.read() as connection:
        entries = ledger.entries(connection)
    here, replaced = machine_id(), _replaced(entries)
    chosen = {
        one.path
        for one in entries
        if one.deleted_at is None and one.n not in replaced and _left_here(one, here)
    }
    return frozenset(path for path in chosen if not is_on_network(path))


def count_there(places: Iterable[str]) -> int:
    """At how many of these places a file can be seen."""
    return sum(_is_seen(Path(path)) for path in places)


def clean(office: Office, numbers: Iterable[int]) -> Cleaned:
    """Delete the files of these entries that still are what was written; others are left and named.

    A number that stands for nothing is refused before anything is deleted.
    """
    known = {one.entry.n: one for one in told(office)}
    wanted = list(dict.fromkeys(numbers))
    for number in wanted:
        if number not in known:
            raise Refusal("left.no_such", number=number)
    deleted, left = [], []
    for one in look_at(known[number] for number in wanted):
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
    else:
        try:
            is_there = _is_file(path)
        except OSError:
            return There.UNSEEN
        found = _as_written(one, path) if is_there else _missing(one)
    return found


def _as_written(one: ledger.Entry, path: Path) -> There:
    try:
        return There.AS_WRITTEN if digest_of(path) == one.sha256 else There.CHANGED
    except OSError:
        return There.UNREADABLE


def _missing(one: ledger.Entry) -> There:
    if _LOST_LETTER in one.path:
        return There.UNKNOWN
    if one.medium is not None and not os.path.ismount(one.medium):
        return There.MEDIUM_AWAY
    return There.GONE


def _is_file(path: Path) -> bool:
    """Like ``Path.is_file``, which on some Pythons says no where nothing could be seen."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False


def _is_seen(path: Path) -> bool:
    try:
        return _is_file(path)
    except OSError:
        return False


def _left_here(one: ledger.Entry, here: str) -> bool:
    return not one.path.startswith(PRINTER) and one.machine in (None, here)


def _replaced(entries: Iterable[ledger.Entry]) -> frozenset[int]:
    """The numbers of those over which a later one was written: on the same machine and medium, as far
    as their entry says it. The latest come first."""
    here = machine_id()
    later: set[tuple[str, str | None, str]] = set()
    found = set()
    for one in entries:
        machine = one.machine or here
        if (machine, one.medium, one.path) in later:
            found.add(one.n)
        later |= {(machine, one.medium, one.path), (machine, None, one.path)}
    return frozenset(found)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _delete(one: LeftFile) -> bool:
    """Delete a file if it is still what was written, at this very moment; not the link to it that an
    older entry may name."""
    path = Path(os.path.realpath(one.path))
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
