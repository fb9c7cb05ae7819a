"""``liaison unseal``: the clerk opens an envelope; what is in it opens the office."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.sealing_keys import unseal
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("unseal", help="open an office's envelope with the private key")
    parser.add_argument("sealed", metavar="SEALED", type=Path, help="the envelope, NAME KEY.sealed")
    parser.add_argument("private", metavar="PRIVATE", type=Path, help="the clerk's private key")
    options.as_json(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the code, alone on standard output, so that it can be piped to another command."""
    code = unseal(args.sealed, args.private)
    if args.json:
        terminal.put_json({"code": code})
    else:
        terminal.say(code)
        terminal.complain(messages.text("seal.opened"))
    return 0
