"""Backups: one file, complete, checked, opened by the same passphrase (see ``copying.py``).

A name says of what, before what and when: ``NAME 2026-11-24 040312.liaison`` or
``NAME before import 2026-11-24 040312.liaison``, by the clock of the office.
"""

import re
from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.store.copies import is_copy, offices_in
from liaison_app.store.copying import copy_office
from liaison_app.store.door import Store
from liaison_app.store.office_file import refuse_taken, salt_of
from liaison_app.system.files import refuse_unfit_target, sweep

_AT = "%Y-%m-%d %H%M%S"
_NAMED = re.compile(
    r"(?P<office>.+?)(?: before (?P<what>import|merge|restore|format \d+))?"
    r" (?P<at>\d{4}-\d\d-\d\d \d{6})\.liaison"
)

_NAMED_IN_UTC = ("restore", "migration")
"""Kept beside an office whose zone isn't known then (``restoring.py``, ``migrate.py``)."""


@dataclass(frozen=True)
class Backup:
    """A backup that was read back: when it was made, its bytes, and the highest step in it."""

    path: Path
    made_at: datetime
    size: int
    step: int


@dataclass(frozen=True)
class Kept:
    """A file that by its name is a backup of an office. ``before``: import, merge, migration, restore,
    or nothing."""

    path: Path
    made_at: datetime
    size: int
    before: str


def backup(
    store: Store,
    folder: Path,
    watch: Callable[[int, int], None] | None = None,
    *,
    before: str = "",
    zone: tzinfo = UTC,
) -> Backup:
    """Copy an open office into ``folder`` and check the copy.

    ``watch`` is told pages done and pages in all; what it raises ends the copying. Writers may go on
    meanwhile.
    """
    store.still_there()
    moment = named = store.clock.now()
    path = folder / name_of(store.path, named, before, zone)
    refuse_unfit_target(path)  # a share that is cut off, in words
    while path.exists():
        named += timedelta(seconds=1)
        path = folder / name_of(store.path, named, before, zone)
    refuse_taken(path)
    sweep(folder, moment)
    step = copy_office(store.path, store.key, path, watch)
    return Backup(path, moment, path.stat().st_size, step)


def name_of(office: Path, moment: datetime, before: str, zone: tzinfo) -> str:
    """What a backup is called."""
    told = f" before {before}" if before else ""
    return f"{office.stem}{told} {moment.astimezone(zone):{_AT}}.liaison"


def as_way_back(path: Path, what: str) -> Path | None:
    """The name that makes a backup the way back from something; None if its name says so already."""
    named = _NAMED.fullmatch(path.name)
    if named is None or named["what"] is not None:
        return None
    return path.with_name(f"{named['office']} before {what} {named['at']}.liaison")


def shut_in(store: Store, folder: Path, entered: Container[Path]) -> Iterator[Path]:
    """The backups of this office in a folder, known by their names or ``entered`` in its log, that open
    with another key: with an older passphrase."""
    for path in offices_in(folder):
        named = _NAMED.fullmatch(path.name)
        if path in entered or (named is not None and named["office"] == store.path.stem):
            with suppress(Refusal):
                if salt_of(path) != store.key.salt:
                    yield path


def kept_in(store: Store, folder: Path, zone: tzinfo) -> Iterator[Kept]:
    """The backups of this office in a folder, known by their names and opened by the same key."""
    for path in offices_in(folder):
        named = _NAMED.fullmatch(path.name)
        if named is None or named["office"] != store.path.stem or not is_copy(store, path):
            continue
        what = named["what"] or ""
        before = "migration" if what.startswith("format") else what
        by = UTC if before in _NAMED_IN_UTC else zone
        with suppress(OSError, ValueError):  # gone meanwhile; no such day
            at = datetime.strptime(named["at"], _AT).replace(tzinfo=by)
            yield Kept(path, at.astimezone(UTC), path.stat().st_size, before)
