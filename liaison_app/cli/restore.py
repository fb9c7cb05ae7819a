"""``liaison restore``: put a backup in place as an office."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.keeping import restore
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("restore", help="put a backup in place as an office")
    parser.add_argument("backup", metavar="BACKUP", type=Path, help="the backup")
    parser.add_argument("file", metavar="FILE", type=Path, help="where the office shall be")
    options.unlocking(parser)
    options.as_json(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Put it in place; what stands there already is kept beside it."""
    kept = restore(args.backup, terminal.passphrase(args), args.file, terminal.clock)
    if args.json:
        beside = str(kept) if kept is not None else None
        terminal.put_json({"file": str(args.file), "backup": str(args.backup), "kept": beside})
        return 0
    terminal.say(messages.text("restore.made", path=args.file))
    if kept is not None:
        terminal.say(messages.text("restore.kept", path=kept))
    return 0
