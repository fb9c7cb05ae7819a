"""A backup put in place as an office; the office that stands there is kept beside it, whole.

The backup is copied and proved first. Then the present file takes in what its log holds, gets its
second name, and the copy takes over the first: at each moment one whole office stands at its place.
"""

import os
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.store.copying import fill_copy
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.office_file import key_for, refuse_taken, refuse_wrong
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.files import half_made, refuse_unfit_target

_NOT_OPENED = ("office.wrong_passphrase", "office.not_an_office", "store.damaged")


def restore(source: Path, passphrase: str, path: Path, now: datetime) -> Path | None:
    """Put the backup ``source`` in place as an office at ``path``.

    Returns where the office that stood there is kept (``NAME before restore DATE.liaison``), None if
    none did. Refused, with nothing changed, if another program has that one open or the passphrase
    opens only one of them. The restored copy becomes a node of its own when it is opened.
    """
    key = key_for(source, passphrase)
    refuse_wrong(source, key)
    refuse_unfit_target(path)
    place = Path(os.path.realpath(path))
    if not place.exists():
        refuse_taken(place)
        with half_made(place) as made:
            fill_copy(source, key, made)
        return None
    kept = place.with_name(f"{place.stem} before restore {now:%Y-%m-%d %H%M%S}.liaison")
    present = _key_of_present(place, source, passphrase)
    refuse_taken(kept)
    with ExitStack() as otherwise:
        with half_made(place) as made:
            fill_copy(source, key, made)
            _take_in_log(place, present)
            if _name_too(place, kept):
                otherwise.callback(kept.unlink)
            else:
                otherwise.callback(kept.replace, place)
        otherwise.pop_all()
    return kept


def _key_of_present(place: Path, source: Path, passphrase: str) -> Key:
    """The key that opens the office at ``place``: a file that nobody could open again isn't moved."""
    if place.samefile(source):
        raise Refusal("restore.same", path=place)
    try:
        present = key_for(place, passphrase)
        refuse_wrong(place, present)
    except Refusal as refusal:
        if refusal.code in _NOT_OPENED:
            raise Refusal("restore.present_shut", path=place) from refusal
        if refusal.code == "store.busy":
            raise Refusal("restore.present_open", path=place) from refusal
        raise
    return present


def _take_in_log(place: Path, key: Key) -> None:
    """Bring what the write-ahead log holds into the file itself; only who is alone with it can."""
    try:
        with in_words(), closing(sqlite.open_raw(place, key, sqlite.WRITER_CACHE_KIB)) as raw:
            raw.execute("PRAGMA journal_mode = DELETE")
    except Refusal as refusal:
        if refusal.code == "store.busy":
            raise Refusal("restore.present_open", path=place) from refusal
        raise


def _name_too(place: Path, kept: Path) -> bool:
    """Give the file a second name; where the medium knows no such thing (sticks) its only one, which
    is said by False."""
    try:
        kept.hardlink_to(place)
    except OSError:
        place.rename(kept)
        return False
    return True
