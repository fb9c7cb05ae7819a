"""The one way out for a file: entered in the export ledger first, then written, whole or not at all.

So no readable file is ever without its entry, whatever happens in between: one that could not be
written takes its entry back, and one cut short by a power cut is an entry of a file that isn't there.
"""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from liaison_app.domain.audience import INTERNAL, Audience
from liaison_app.services.office import Office
from liaison_app.services.outgoing.targets import said_path
from liaison_app.store import ledger
from liaison_app.system.files import write_whole
from liaison_app.system.machine import machine_id, medium_of


@dataclass(frozen=True)
class Leaving:
    """What the ledger says of a file: its kind (a word of ``left.kind`` in the catalogue), the record it
    is about, for whom, by which filter, how much of what."""

    kind: str
    about: UUID | None = None
    audience: Audience = INTERNAL
    filter: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


def write_out(office: Office, path: Path, data: bytes, leaving: Leaving) -> str:
    """Write ``data`` to ``path`` and enter it; returns its SHA-256 in hex. Refused as files are."""
    return put_out(office, path, data, leaving, lambda: write_whole(path, data))


def put_out(
    office: Office, path: Path, data: bytes, leaving: Leaving, put: Callable[[], None]
) -> str:
    """Like ``write_out``, where ``put`` does the writing itself."""
    digest = hashlib.sha256(data).hexdigest()
    there = Path(os.path.realpath(path))  # a link would be deleted instead of what it leads to
    number = _enter(office, leaving, digest, said_path(there), medium_of(there))
    try:
        put()
    except BaseException:
        if not _stands(there, digest):
            ledger.take_back(office.store, number)
        raise
    return digest


def _stands(path: Path, digest: str) -> bool:
    """Whether the file stands there all the same."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def enter_print(office: Office, sha256: str, leaving: Leaving, printer: str) -> None:
    """Enter what went to a printer; ``printer`` is its name on this machine, empty for the usual one."""
    _enter(office, leaving, sha256, f"{PRINTER}{printer}", None)


PRINTER = "printer:"
"""How the path of what was printed begins."""


def _enter(office: Office, leaving: Leaving, sha256: str, path: str, medium: str | None) -> int:
    return ledger.enter(
        office.store,
        ledger.Entry(
            made_at=office.clock.now().replace(microsecond=0),
            kind=leaving.kind,
            subject_id=leaving.about,
            audience=leaving.audience,
            filter=leaving.filter,
            counts=leaving.counts,
            sha256=sha256,
            path=path,
            machine=machine_id(),
            medium=medium,
        ),
    )
