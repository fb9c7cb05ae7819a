"""Backups: one file, complete, checked, opened by the same passphrase (see ``copying.py``)."""

from collections.abc import Callable
from pathlib import Path

from liaison_app.store.copying import copy_office
from liaison_app.store.door import Store
from liaison_app.store.office_file import refuse_taken
from liaison_app.system.files import sweep


def backup(store: Store, folder: Path, watch: Callable[[int, int], None] | None = None) -> Path:
    """Copy an open office into ``folder`` as ``NAME YYYY-MM-DD HHMMSS.liaison`` and check the copy.

    ``watch`` is told pages done and pages in all. Writers may go on meanwhile.
    """
    moment = store.clock.now()
    path = folder / f"{store.path.stem} {moment:%Y-%m-%d %H%M%S}.liaison"
    refuse_taken(path)
    sweep(folder, moment)
    copy_office(store.path, store.key, path, watch)
    return path
