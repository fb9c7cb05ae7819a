"""``liaison requestset``: gather, list, withhold from and write what a records request asks for."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.audiences import instant_of
from liaison_app.cli.documents import document
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services import request_sets
from liaison_app.services.finding import by_ref
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("requestset", help="what a records request asks for")
    options.office(parser)
    parser.add_argument("name", metavar="NAME", help="the name of the set")
    parser.add_argument("--create", metavar="WHERE", help="gather it from this search")
    parser.add_argument("--asked-by", metavar="WHO", help="who asks, with --create")
    parser.add_argument("--withhold", metavar="REF", help="withhold this record, with --reason")
    parser.add_argument("--reason", metavar="WORDS", default="", help="why; stands in the log")
    parser.add_argument("--out", metavar="OUT.json", type=Path, help="write set and log here")
    parser.add_argument(
        "--as-of", metavar="INSTANT", help="such as 2026-11-24T09:00:00Z; now if not given"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Do what is asked, in that order, and list the set."""
    handed = None
    with terminal.open(args) as office:
        if args.create is not None:
            request_sets.create(office, args.name, args.create, args.asked_by)
        found = request_sets.by_name(office, args.name)
        if args.withhold is not None:
            target = by_ref(office, args.withhold)
            request_sets.withhold(office, found.id, target.id, args.reason)
        if args.out is not None:
            handed = request_sets.write_set(office, found.id, args.out, instant_of(args, office))
        records = request_sets.records_of(office, found.id)
    if args.json:
        terminal.put_json(document({"set": found, "records": records, "written": handed}))
        return 0
    for one in records:
        terminal.say(f"{one.ref}  {one.title}")
        if one.withheld is not None:
            terminal.say("  " + messages.text("set.withheld", reason=one.withheld))
    if handed is not None:
        given, withheld = handed.given, handed.withheld
        terminal.say(messages.text("set.written", path=handed.path, given=given, withheld=withheld))
    return 0
