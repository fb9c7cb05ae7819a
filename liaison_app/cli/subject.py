"""``liaison subject``: all that is held on a person, as one plain document."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.audiences import instant_of
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.finding import by_ref
from liaison_app.services.subject_access import write_subject
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("subject", help="write all that is held on a person")
    options.office(parser)
    parser.add_argument("ref", metavar="REF", help="the person, such as P-0412")
    parser.add_argument("out", metavar="OUT", type=Path, help="OUT.json, or OUT.txt to be read")
    parser.add_argument(
        "--as-of", metavar="INSTANT", help="such as 2026-11-24T09:00:00Z; now if not given"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Write it, and say what is in it."""
    with terminal.open(args) as office:
        target = by_ref(office, args.ref)
        if target.kind is not Kind.PERSON:
            raise Refusal("subject.not_a_person", ref=target.ref)
        made = write_subject(office, target.id, args.out, instant_of(args, office))
    if args.json:
        whole = {"ref": target.ref, "path": str(made.path), "sha256": made.sha256}
        terminal.put_json(whole | {"counts": made.counts})
    else:
        terminal.say(messages.text("subject.done", path=made.path, ref=target.ref))
    return 0
