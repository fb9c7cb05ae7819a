"""``liaison duplicates``: records that may be the same, two by two, with the reasons."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.joining import join
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import PLURALS
from liaison_app.services.duplicates import KINDS, in_office
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("duplicates", help="list records that may be the same")
    options.office(parser)
    parser.add_argument("kind", metavar="KIND", nargs="?", help="people, organizations…; else all")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """List them, the likeliest of each kind first."""
    kinds = KINDS if args.kind is None else (PLURALS.get(args.kind),)
    if any(kind not in KINDS for kind in kinds):
        raise Refusal("duplicates.kind")
    with terminal.open(args) as office:
        found = [
            (kind, pair) for kind in KINDS if kind in kinds for pair in in_office(office, kind)
        ]
    if args.json:
        pairs = [
            {
                "kind": kind.value,
                "left": {"ref": pair.left.ref, "title": pair.left.title},
                "right": {"ref": pair.right.ref, "title": pair.right.title},
                "score": pair.score,
                "reasons": [reason.value for reason in pair.reasons],
            }
            for kind, pair in found
        ]
        terminal.put_json({"pairs": pairs})
        return 0
    for _, pair in found:
        reasons = ", ".join(messages.text(f"alike.{reason}") for reason in pair.reasons)
        left, right = (f"{one.ref} {one.title}" for one in (pair.left, pair.right))
        terminal.say(join(left, right, reasons))
    if not found:
        terminal.say(messages.text("duplicates.none"))
    return 0
