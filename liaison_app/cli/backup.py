"""``liaison backup``: copy the office to a folder and check the copy."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.keeping import backup
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("backup", help="copy the office to a folder and check the copy")
    options.office(parser)
    parser.add_argument("folder", metavar="DIR", type=Path, help="where to put the copy")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Copy it, and say where the copy is."""
    with terminal.open(args) as office:
        made = backup(office, args.folder)
    if args.json:
        terminal.put_json({"backup": str(made), "bytes": made.stat().st_size})
    else:
        terminal.say(messages.text("backup.made", path=made))
    return 0
