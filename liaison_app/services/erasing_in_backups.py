"""What was erased here is erased in backups too, where the officer would rather keep than delete them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services import backups
from liaison_app.services.office import Office
from liaison_app.store import copies
from liaison_app.store.reworking import reworked


@dataclass(frozen=True)
class Dealt:
    """Copies that were rewritten or deleted, and those left as they were, each with the reason."""

    done: tuple[Path, ...] = ()
    left: tuple[tuple[Path, Refusal], ...] = ()


@dataclass(frozen=True)
class Reach:
    """The copies of an office that can be got at, those that open with an older passphrase only, and the
    folders of its backups that are away."""

    copies: tuple[Path, ...]
    older: tuple[Path, ...]
    away: tuple[Path, ...]


def in_reach(office: Office, folders: Iterable[Path] = ()) -> Reach:
    """What there is of copies beside the office, wherever its backups went, and in ``folders``."""
    looked = tuple(dict.fromkeys([*folders, *backups.been_in(office)]))
    return Reach(
        copies.in_reach(office.store, looked),
        backups.older(office, looked),
        backups.away(looked),
    )


def remove(office: Office, copied: Iterable[Path]) -> Dealt:
    """Delete copies of the office; refuses any other file. A copy that is worked with is left."""
    chosen = tuple(copied)
    left = copies.remove(office.store, chosen)
    kept = {path for path, _ in left}
    return Dealt(tuple(path for path in chosen if path not in kept), tuple(left))


class _NothingThere(Exception):  # no error: the file is left as it is
    pass


def in_each(office: Office, copied: Iterable[Path], erase: Callable[[Office], object]) -> Dealt:
    """Have ``erase`` done in each of these copies; it returns nothing where nothing had to go.

    A copy is rewritten whole or left; one that can't be (a legal hold in it, a full disk, no copy of
    this office) stops no other.
    """
    done, left = [], []
    for path in copied:
        try:
            with reworked(office.store, path) as copy:
                _refuse_nothing(erase(replace(office, store=copy)))
            done.append(path)
        except _NothingThere:
            done.append(path)
        except Refusal as refusal:
            left.append((path, refusal))
    return Dealt(tuple(done), tuple(left))


def _refuse_nothing(erased: object) -> None:
    if erased is None:
        raise _NothingThere
