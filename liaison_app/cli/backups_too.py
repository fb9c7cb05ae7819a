"""What becomes of backups when something is erased: named, rewritten without it, or deleted."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from liaison_app.services import erasing_in_backups
from liaison_app.services.erasing_in_backups import Reach, Rewritten
from liaison_app.services.office import Office
from liaison_app.system import messages


@dataclass(frozen=True)
class Copies:
    """The copies found, by what became of each."""

    reach: Reach
    deleted: tuple[Path, ...] = ()
    rewritten: Rewritten = field(default_factory=Rewritten)

    @property
    def left(self) -> tuple[Path, ...]:
        """Those in reach that nothing was done with."""
        refused = (path for path, _ in self.rewritten.left)
        dealt_with = {*self.deleted, *self.rewritten.done, *refused}
        return tuple(one for one in self.reach.copies if one not in dealt_with)

    def lines(self) -> Iterator[str]:
        """What to tell of them, and of those that nobody but the officer knows."""
        yield from (messages.text("backups_too.left", path=path) for path in self.left)
        yield from (messages.text("backups_too.deleted", path=path) for path in self.deleted)
        yield from (
            messages.text("backups_too.rewritten", path=path) for path in self.rewritten.done
        )
        for path, refusal in self.rewritten.left:
            yield messages.text("backups_too.left", path=path)
            yield messages.text(refusal.code, **refusal.params)
        yield from (messages.text("backups_too.older", path=path) for path in self.reach.older)
        yield from (messages.text("backups_too.away", folder=one) for one in self.reach.away)
        yield messages.text("backups_too.elsewhere")

    def document(self) -> dict[str, list[str]]:
        """The same for ``--json``."""
        refused = [str(path) for path, _ in self.rewritten.left]
        return {
            "backups_left": [*map(str, (*self.left, *self.reach.older)), *refused],
            "backups_older_passphrase": [*map(str, self.reach.older)],
            "backup_folders_away": [*map(str, self.reach.away)],
            "backups_deleted": [*map(str, self.deleted)],
            "backups_rewritten": [*map(str, self.rewritten.done)],
        }


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--backups", metavar="DIR", type=Path, action="append", default=[], help="where more are"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--rewrite-backups", action="store_true", help="erase it in those found, too")
    how.add_argument("--delete-backups", action="store_true", help="delete those found, too")


def deal(
    args: argparse.Namespace,
    office: Office,
    found: Reach,
    rewrite: Callable[[tuple[Path, ...]], Rewritten],
) -> Copies:
    """Do with the copies what was asked for, once it is done in the office; else only name them."""
    if not args.for_good or not (args.rewrite_backups or args.delete_backups):
        return Copies(found)
    if args.rewrite_backups:
        return Copies(found, rewritten=rewrite(found.copies))
    erasing_in_backups.remove(office, found.copies)
    return Copies(found, deleted=found.copies)
