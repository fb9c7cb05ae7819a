"""Keeping an office safe: is the file whole, a backup put back in place. See also ``backups.py``."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.store import check as checks
from liaison_app.store import restoring, salvaging
from liaison_app.store.office_file import key_for
from liaison_app.store.salvaging import Salvage as Salvage
from liaison_app.store.wreck import PAGE, broken_seals
from liaison_app.system import messages
from liaison_app.system.clock import Clock

_MAYBE_DAMAGED = ("store.damaged", "office.wrong_passphrase", "office.strangers")


@dataclass(frozen=True)
class Health:
    """What a check found. ``broken`` are sentences on what can't be trusted; ``to_settle`` on what
    somebody must decide; both empty when all is well."""

    steps: int
    changes: int
    records: int
    broken: tuple[str, ...]
    to_settle: tuple[str, ...]


def check(office: Office) -> Health:
    """Look at every page, step and record: seconds to minutes, by the size of the office."""
    found = checks.check(office.store)
    sentences = [(one.broken, messages.text(one.code, **one.params)) for one in found.findings]
    return Health(
        steps=found.steps,
        changes=found.changes,
        records=found.records,
        broken=tuple(text for broken, text in sentences if broken),
        to_settle=tuple(text for broken, text in sentences if not broken),
    )


def check_file(path: Path, passphrase: str, clock: Clock, profile: Profile) -> Health:
    """Open the office at ``path``, look at all of it, and close it. One that is too damaged to be opened
    is looked at page by page."""
    try:
        office = open_office(path, passphrase, clock, profile)
    except Refusal as refusal:
        pages = _broken_pages(path, passphrase) if refusal.code in _MAYBE_DAMAGED else ()
        if not pages:
            raise
        said = messages.text("check.pages", count=len(pages), first=pages[0])
        return Health(0, 0, 0, broken=(said,), to_settle=())
    with closing(office):
        return check(office)


def save_into(path: Path, passphrase: str, into: Path, clock: Clock) -> Salvage:
    """Save what can be read of the damaged office at ``path`` into a new one, ``into``, which opens with
    the same passphrase. The damaged file is not touched."""
    return salvaging.salvage(path, key_for(path, passphrase), into, clock)


def _broken_pages(path: Path, passphrase: str) -> tuple[int, ...]:
    """The damaged pages; none if all are, as it is then the passphrase that is wrong."""
    pages = broken_seals(path, key_for(path, passphrase))
    return () if len(pages) * PAGE >= path.stat().st_size else pages


def restore(source: Path, passphrase: str, path: Path, clock: Clock) -> Path | None:
    """Put the backup ``source`` in place as an office at ``path``; returns where the office that stood
    there is kept, None if none did."""
    return restoring.restore(source, passphrase, path, clock.now())
