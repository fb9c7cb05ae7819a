"""``liaison passphrase``: give an office a new passphrase."""

import argparse
from functools import partial
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.passphrases import (
    Changed,
    NewPassphrase,
    Older,
    change,
)
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("passphrase", help="give the office a new passphrase")
    options.office(parser)
    parser.add_argument(
        "--new-passphrase-file", metavar="F", type=Path, help="read the new one from this file"
    )
    parser.add_argument(
        "--older",
        choices=[one.value for one in Older],
        help="what becomes of copies that open with the old passphrase (keep)",
    )
    parser.add_argument(
        "--backups",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="look for copies here too, beside the office's own folders",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Change it; nothing is changed when anything is refused."""
    present = terminal.passphrase(args)
    new = terminal.new_passphrase(args.new_passphrase_file)
    wish = NewPassphrase(args.file, present, new, Older(args.older or Older.KEEP), args.backups)
    ask = None if args.older else partial(_asked, terminal)
    made = change(wish, terminal.clock, terminal.profile, ask=ask)
    made.office.close()
    if args.json:
        done, left, away = (
            [str(one) for one in found] for found in (made.done, made.left, made.away)
        )
        terminal.put_json(
            {
                "file": str(args.file),
                made.older.value: done,
                "old_passphrase": left,
                "backup_folders_away": away,
            }
        )
    else:
        _say(terminal, args.file, made)
    return 0


def _asked(terminal: Terminal, copies: tuple[Path, ...]) -> Older:
    """What a person says about the copies found; they're kept where nobody can be asked."""
    if not copies or not terminal.is_watched:
        return Older.KEEP
    terminal.complain(messages.text("passphrase.copies", count=len(copies)))
    terminal.complain("\n".join(f"  {one}" for one in copies))
    while True:
        answer = terminal.ask(messages.text("passphrase.which")).lower()
        if answer in list(Older):
            return Older(answer)
        if not answer:
            return Older.KEEP


def _say(terminal: Terminal, path: Path, made: Changed) -> None:
    terminal.say(messages.text("passphrase.changed", path=path))
    terminal.say(messages.text("passphrase.sheet_void"))
    done = f"passphrase.{made.older.value}"
    for copies, code in (
        (made.done, done),
        (made.left, "passphrase.left"),
        (made.away, "passphrase.away"),
    ):
        if copies:
            terminal.say(messages.text(code), *(f"  {one}" for one in copies))
    terminal.say(messages.text("passphrase.out_of_reach"))
