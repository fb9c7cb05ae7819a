"""What becomes of backups when something is erased: named, rewritten without it, or deleted."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from liaison_app.domain.errors import Refusal
from liaison_app.services import erasing_in_backups
from liaison_app.services.erasing_in_backups import Dealt, Reach
from liaison_app.services.office import Office
from liaison_app.system import messages


@dataclass(frozen=True)
class Copies:
    """The copies found, by what became of each; ``left`` has the reason, if it wasn't the officer's
    wish."""

    reach: Reach
    left: tuple[tuple[Path, Refusal | None], ...]
    deleted: tuple[Path, ...] = ()
    rewritten: tuple[Path, ...] = ()

    def lines(self) -> Iterator[str]:
        """What to tell of them, and of those that nobody but the officer knows."""
        yield from (messages.text("backups_too.deleted", path=path) for path in self.deleted)
        yield from (messages.text("backups_too.rewritten", path=path) for path in self.rewritten)
        for path, refusal in self.left:
            yield messages.text("backups_too.left", path=path)
            if refusal is not None:
                yield messages.text(refusal.code, **refusal.params)
        yield from (messages.text("backups_too.older", path=path) for path in self.reach.older)
        yield from (messages.text("backups_too.away", folder=one) for one in self.reach.away)
        yield messages.text("backups_too.elsewhere")

    def document(self) -> dict[str, list[str]]:
        """The same for ``--json``."""
        return {
            "backups_left": [*(str(path) for path, _ in self.left), *map(str, self.reach.older)],
            "backups_older_passphrase": [*map(str, self.reach.older)],
            "backup_folders_away": [*map(str, self.reach.away)],
            "backups_deleted": [*map(str, self.deleted)],
            "backups_rewritten": [*map(str, self.rewritten)],
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
    rewrite: Callable[[tuple[Path, ...]], Dealt],
) -> Copies:
    """Do with the copies what was asked for, once it is done in the office; else only name them."""
    if not args.for_good or not (args.rewrite_backups or args.delete_backups):
        return Copies(found, tuple((path, None) for path in found.copies))
    if args.rewrite_backups:
        dealt = rewrite(found.copies)
        return Copies(found, dealt.left, rewritten=dealt.done)
    dealt = erasing_in_backups.remove(office, found.copies)
    return Copies(found, dealt.left, deleted=dealt.done)
