"""Where a file that leaves may be written."""

import os
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office
from liaison_app.system.files import refuse_unfit_target

_OFFICE = ".liaison"


def refuse_target(office: Office, path: Path) -> None:
    """Refuse, before any work, a place that can't be written or that is an office: a slip of two
    names on a command line must not put a packet in the place of an office."""
    if path.suffix.lower() == _OFFICE or os.path.realpath(path) == os.path.realpath(office.path):
        raise Refusal("outgoing.over_office", path=path)
    refuse_unfit_target(path)


def said_path(path: Path) -> str:
    """Where a file was written, as text for the ledger; a name may be any bytes."""
    return os.fsencode(path.absolute()).decode(errors="replace")
