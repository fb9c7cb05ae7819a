"""An office under another key: a new file, with a salt of its own, checked and put in the old one's place.

SQLCipher could change the key within the file, but a kill half-way would leave pages of both keys,
the old salt would stay and with it the old recovery sheet. So the new file is written beside the
old one; until it takes the place in one move, the old one is the office.
"""

import os
from pathlib import Path

from liaison_app.store.key import Key
from liaison_app.store.office_file import refuse_wrong
from liaison_app.store.writing_anew import Watch, alone_with, write_anew
from liaison_app.system.files import half_made, refuse_unfit_target
from liaison_app.system.wiping import wiped_if_replaced


def change_key(path: Path, old: Key, new: Key, watch: Watch | None = None) -> None:
    """Put the office at ``path`` (or a backup) under ``new``; it stays the copy that it is.

    ``watch`` is told pages done and pages in all. Refused with nothing changed while another program
    has it open. A kill at any moment leaves an office that opens with the old key or with the new.
    """
    refuse_wrong(path, old)
    refuse_unfit_target(path)
    place = Path(os.path.realpath(path))
    with alone_with(place, old) as alone, wiped_if_replaced(place), half_made(place) as made:
        write_anew(alone, place, made, new, watch)
        if os.name == "nt":  # replaces no file that is open
            alone.close()
