"""A writer to be killed: adds people one step each and acknowledges each on standard output.

As an officer's edits are written (synchronous FULL), or as an import is (``bulk``, NORMAL).
"""

import sys
from pathlib import Path

from liaison_app.store import office_file
from liaison_app.store.node import Profile
from liaison_app.store.tables.people import person
from liaison_app.system.clock import Clock
from tests.store.conftest import KEY


def main(path: Path, count: int, kind: str) -> None:
    store = office_file.open_office(path, KEY, Clock(), Profile(path.with_suffix(".known")))
    for number in range(count):
        with store.write("person.add", bulk=kind == "bulk") as records:
            one = records.add(person, full_name=f"Person {number}")
            records.add(person, full_name=f"Twin {number}", family=str(one))
        sys.stdout.write(f"{one}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
