"""Keeping an office safe: is the file whole, a backup put back in place. See also ``backups.py``."""

from dataclasses import dataclass
from pathlib import Path

from liaison_app.services.office import Office
from liaison_app.store import check as checks
from liaison_app.store import restoring
from liaison_app.system import messages
from liaison_app.system.clock import Clock


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


def restore(source: Path, passphrase: str, path: Path, clock: Clock) -> Path | None:
    """Put the backup ``source`` in place as an office at ``path``; returns where the office that stood
    there is kept, None if none did."""
    return restoring.restore(source, passphrase, path, clock.now())
