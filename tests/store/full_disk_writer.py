"""A writer whose disk fills up: no file may grow beyond a limit that is no whole page.

Prints how many writes were acknowledged and which refusals it got.
"""

import resource
import signal
import sys
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.store import backup, office_file
from liaison_app.store.door import Store
from liaison_app.store.node import Profile
from liaison_app.store.tables.people import person
from liaison_app.system.clock import Clock
from tests.store.conftest import KEY


def main(path: Path, count: int) -> None:
    known = Profile(path.with_suffix(".known"))
    store = office_file.open_office(path, KEY, Clock(), known)
    leave_room(path, 61_000)
    outcomes = [add(store, number) for number in range(count)]
    refused = {one for one in outcomes if one}
    try:
        backup.backup(store, path.parent)
    except Refusal as refusal:
        refused.add(refusal.code)
    office_file.close(store, known)
    sys.stdout.write(f"{outcomes.count('')} {' '.join(sorted(refused))}\n")


def leave_room(path: Path, size: int) -> None:
    """Let no file grow larger than ``path`` is now and ``size`` bytes more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit = path.stat().st_size + size
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


def add(store: Store, number: int) -> str:
    try:
        with store.write("person.add") as records:
            records.add(person, full_name=f"Person {number}", notes="x" * 3_000)
    except Refusal as refusal:
        return refusal.code
    return ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
