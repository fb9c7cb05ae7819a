"""Changing the passphrase of an office: a new file under a new key, and what becomes of older copies.

It needs the office alone, so it takes a path, not an office that is open. The recovery sheet made
before is void then; copies made before open with the old passphrase and the old sheet, and the
officer says whether they stay, are put under the new one, or are deleted.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services import backups
from liaison_app.services.office import Office, open_with
from liaison_app.services.sealing_keys import seal_again
from liaison_app.services.unlocking import refuse_in_haste, unlock
from liaison_app.store import copies, office_file
from liaison_app.store.key import Key
from liaison_app.store.node import Profile
from liaison_app.store.rekeying import change_key
from liaison_app.system.clock import Clock

Watch = Callable[[int, int], None]
"""Told how many pages are done, of how many in all."""


class Older(StrEnum):
    """What becomes of the copies in reach."""

    KEEP = "keep"
    REMAKE = "remake"
    DELETE = "delete"


Ask = Callable[[tuple[Path, ...]], Older]
"""Told the copies found, says what becomes of them."""


@dataclass(frozen=True)
class NewPassphrase:
    """What is asked: the office at ``path``; ``present`` is its passphrase now, or the code of its
    recovery sheet. ``folders``: where else copies may lie."""

    path: Path
    present: str = field(repr=False)
    new: str = field(repr=False)
    older: Older = Older.KEEP
    folders: Sequence[Path] = ()


@dataclass(frozen=True)
class Changed:
    """The office, open under its new passphrase. ``older``: what was to become of copies; ``done``: those
    that were remade or deleted; ``left``: those that still open with the old passphrase, as do those in
    the folders of its backups that are ``away``."""

    office: Office
    older: Older
    done: tuple[Path, ...]
    left: tuple[Path, ...]
    away: tuple[Path, ...]


def older_copies(path: Path, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The copies in reach that open with the same passphrase as the office at ``path`` does now: in its
    own folder, in its folder of automatic backups, in ``folders``. It needn't be unlocked for that."""
    return copies.with_salt(office_file.salt_of(path), path, folders)


def change(
    wish: NewPassphrase,
    clock: Clock,
    profile: Profile,
    watch: Watch | None = None,
    ask: Ask | None = None,
) -> Changed:
    """Give an office a new passphrase. Copies are looked for wherever its backups went, too; those there
    that another copy of the office made are left to it.

    ``ask``, if given, is asked for what becomes of those found, before anything is changed.

    Refused with nothing changed if the present one is wrong (which counts as when unlocking by hand),
    the new one is empty, or another program has the office open. A copy that can't be remade or deleted
    is left, and told.
    """
    path = wish.path
    key = office_file.new_key(wish.new)
    refuse_in_haste(path, clock, profile)
    opened = unlock(path, wish.present, clock, profile)
    old = opened.store.key
    folders = tuple(dict.fromkeys([*wish.folders, *backups.been_in(opened)]))
    ours = {one.resolve() for one in backups.entered(opened)}
    opened.close()
    named = older_copies(path, wish.folders)  # with the one that opening an older format left
    there = older_copies(path, folders)
    found = tuple(one for one in there if one in named or one in ours)
    older = wish.older if ask is None else ask(found)
    change_key(path, old, key, watch)
    office = open_with(path, key, clock, profile)
    done = tuple(one for one in found if _dealt_with(office, one, old, older))
    left = tuple(one for one in there if one not in done)
    with suppress(Refusal):  # a full disk doesn't take back the change; "seal" writes it again
        seal_again(office)
    return Changed(office, older, done, left, backups.away(folders))


def _dealt_with(office: Office, copy: Path, old: Key, older: Older) -> bool:
    try:
        if older is Older.REMAKE:
            change_key(copy, old, office.store.key)
        elif older is Older.DELETE:
            with office.read() as connection:
                copies.refuse_working(copy, old, connection)
            copy.unlink()
    except (Refusal, OSError):
        return False
    return older is not Older.KEEP
