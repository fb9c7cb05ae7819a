"""``liaison hold``: put a record under a legal hold, or lift it."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services import legal_holds
from liaison_app.services.finding import by_ref
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("hold", help="put a record under a legal hold, or lift it")
    options.office(parser)
    parser.add_argument("ref", metavar="REF", help="its reference, such as P-0412")
    parser.add_argument("--reason", metavar="WORDS", default="", help="why; kept with the hold")
    parser.add_argument("--lift", action="store_true", help="lift the hold")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Do it as one step."""
    verb, said = (legal_holds.lift, "hold.lifted") if args.lift else (legal_holds.put, "hold.put")
    with terminal.open(args) as office:
        target = by_ref(office, args.ref)
        done = verb(office, target.kind, target.id, args.reason)
    if args.json:
        terminal.put_json({"ref": done.ref, "held": not args.lift, "step": done.step})
    else:
        terminal.say(messages.text(said, ref=done.ref, step=done.step))
    return 0
