"""``liaison report``: a report on an office; ``exposure`` tells what a lost copy or backup held."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.documents import document
from liaison_app.cli.exposure_lines import exposure_lines
from liaison_app.cli.terminal import Terminal
from liaison_app.services.exposure.telling import exposure_of


def add_to(subparsers: options.Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("report", help="tell what a lost copy or backup held")
    options.office(parser)
    parser.add_argument("name", metavar="NAME", choices=("exposure",), help="exposure")
    parser.add_argument("--names", action="store_true", help="name the people, too")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Tell it; the file is only read."""
    told = exposure_of(args.file, terminal.passphrase(args), names=args.names)
    if args.json:
        terminal.put_json(document(told))
    else:
        terminal.say(*exposure_lines(told))
    return 0
