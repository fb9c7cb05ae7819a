"""A working office moved from a shared place to this computer; what stays there is a backup of it.

The backup is proved first, then the office written anew and proved, then the old one goes. Before the
new one is in place the old one gives up being this copy: killed there, both are whole, and never two
that write under one name.
"""

import os
from contextlib import ExitStack
from pathlib import Path

from liaison_app.store import node
from liaison_app.store.copying import copy_office
from liaison_app.store.key import Key
from liaison_app.store.office_file import refuse_taken, refuse_wrong
from liaison_app.store.writing_anew import alone_with, write_anew
from liaison_app.system.clock import Clock
from liaison_app.system.files import half_made


def move_office(path: Path, key: Key, target: Path, clock: Clock) -> Path:
    """Move the office at ``path`` to ``target``; returns the backup left where it was.

    Refused with nothing changed when something stands there, or another program has the office open.
    """
    refuse_wrong(path, key)
    refuse_taken(target)
    place = Path(os.path.realpath(path))
    left = place.with_name(f"{place.stem} {clock.now():%Y-%m-%d %H%M%S}.liaison")
    refuse_taken(left)
    copy_office(place, key, left)
    with ExitStack() as otherwise:
        otherwise.callback(left.unlink)
        with alone_with(place, key) as alone, half_made(target) as made:
            write_anew(alone, place, made, key)
            node.give_up(alone)
        otherwise.pop_all()
    place.unlink()
    return left
