"""``liaison list``: records of one kind, narrowed by the search language."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.documents import document
from liaison_app.cli.lines import line
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.kinds import PLURALS, Kind
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("list", help="list records of one kind")
    options.office(parser)
    kinds = [word for word, kind in PLURALS.items() if kind in LISTINGS]
    parser.add_argument("kind", metavar="KIND", choices=kinds, help=", ".join(kinds))
    options.where(parser)
    parser.add_argument("--sort", metavar="ORDER", help="another order than the usual one")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the rows."""
    kind: Kind = PLURALS[args.kind]
    with terminal.open(args) as office:
        listing = LISTINGS[kind]
        rows = listing.page(office, args.where, sort=args.sort, limit=args.limit)
        total = len(rows) if len(rows) < args.limit else listing.count(office, args.where)
    if args.json:
        terminal.put_json([document(row) for row in rows])
        return 0
    terminal.say(*(line(row) for row in rows))
    if not rows:
        terminal.say(messages.text("list.empty", kind=args.kind))
    elif total > len(rows):
        terminal.say(messages.text("list.more", shown=len(rows), total=total))
    return 0
