"""``liaison merge``: two records of one thing become one; ``undo`` parts them again."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.services.finding import by_ref
from liaison_app.services.removing import merge
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("merge", help="make two records of one thing one")
    options.office(parser)
    parser.add_argument("stays", metavar="REF", help="the record that stays")
    parser.add_argument("gives_way", metavar="REF", help="the one that is read as it from now on")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Merge them as one step."""
    with terminal.open(args) as office:
        stays, gives_way = by_ref(office, args.stays), by_ref(office, args.gives_way)
        if stays.kind is not gives_way.kind:
            raise Refusal("merge.kinds", one=stays.ref, other=gives_way.ref)
        done = merge(office, stays.kind, stays.id, gives_way.id)
    if args.json:
        terminal.put_json({"ref": done.ref, "merged": gives_way.ref, "step": done.step})
    else:
        terminal.say(messages.text("merge.done", other=gives_way.ref, one=done.ref, step=done.step))
    return 0
