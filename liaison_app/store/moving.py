"""A working office moved from a shared place to this computer; what stays there is a backup of it.

The backup is proved first, then the office written anew and proved, then the old one goes. Before the
new one is in place the old one gives up being this copy: killed there, both are whole, and never two
that write under one name.
"""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from liaison_app.store import node
from liaison_app.store.copying import copy_office
from liaison_app.store.key import Key
from liaison_app.store.office_file import refuse_taken, refuse_wrong
from liaison_app.store.writing_anew import alone_with, write_anew
from liaison_app.system.clock import Clock
from liaison_app.system.files import half_made


class Moved(NamedTuple):
    """The backup left where an office was, and the old file of it, if that couldn't be removed."""

    backup: Path
    old: Path | None


def move_office(path: Path, key: Key, target: Path, clock: Clock) -> Moved:
    """Move the office at ``path`` to ``target``.

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
        with alone_with(place, key) as alone:
            was = node.place_in(alone)
            try:
                with half_made(target) as made:
                    write_anew(alone, place, made, key)
                    node.give_up(alone)
            except BaseException:
                node.put_back(alone, was)
                raise
        otherwise.pop_all()
    try:
        place.unlink()
    except (
        OSError
    ):  # a program that syncs the folder may hold it; the office has moved all the same
        return Moved(left, place)
    return Moved(left, None)
