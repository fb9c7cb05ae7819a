"""``liaison seal``: seal an office's key to its clerk's public recovery key."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.sealing_keys import seal_to
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("seal", help="seal the office's key to its clerk's public key")
    options.office(parser)
    parser.add_argument("public", metavar="PUBLIC", type=Path, help="the clerk's public key")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Write the envelope beside the office, and say whose key it is sealed to."""
    with terminal.open(args) as office:
        made, clerk = seal_to(office, args.public)
    if args.json:
        terminal.put_json({"sealed": str(made), "fingerprint": clerk.fingerprint})
    else:
        terminal.say(
            messages.text("seal.made", path=made),
            messages.text("seal.fingerprint", fingerprint=clerk.fingerprint),
        )
    return 0
