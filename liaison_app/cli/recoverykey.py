"""``liaison recoverykey``: a pair of keys for the clerk, to whom offices seal theirs."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.sealing_keys import make_clerk_keys
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("recoverykey", help="make a clerk's pair of recovery keys")
    parser.add_argument("private", metavar="PRIVATE", type=Path, help="the clerk's, for the safe")
    parser.add_argument("public", metavar="PUBLIC", type=Path, help="for the offices")
    options.as_json(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Write both files, and say the fingerprint."""
    made = make_clerk_keys(args.private, args.public)
    if args.json:
        files = {"private": str(args.private), "public": str(args.public)}
        terminal.put_json({**files, "fingerprint": made.fingerprint})
    else:
        terminal.say(
            messages.text("seal.keys_made", private=args.private, public=args.public),
            messages.text("seal.fingerprint", fingerprint=made.fingerprint),
        )
    return 0
