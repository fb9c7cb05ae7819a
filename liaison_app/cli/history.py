"""``liaison history``: what was done, in the whole office or with one record."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.documents import document
from liaison_app.cli.joining import join
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services import history
from liaison_app.services.finding import by_ref
from liaison_app.services.history import StepLine
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("history", help="what was done, step by step")
    options.office(parser)
    parser.add_argument("ref", metavar="REF", nargs="?", help="only what touched this record")
    options.limit(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the steps, the newest first."""
    with terminal.open(args) as office:
        if args.ref is None:
            steps = history.latest(office, args.limit)
        else:
            steps = history.of_record(office, by_ref(office, args.ref).id, args.limit)
    if args.json:
        terminal.put_json({"steps": [_document(one) for one in steps]})
    else:
        terminal.say(*(_line(one) for one in steps))
    return 0


def _document(one: StepLine) -> dict[str, object]:
    return {
        "step": one.ref,
        "verb": one.verb,
        "done": one.done,
        "made_at": document(one.made_at),
        "officer": one.officer.title if one.officer is not None else None,
        "subject": one.subject.ref if one.subject is not None else None,
        "undoes": one.undoes,
        "undone_by": one.undone_by,
    }


def _line(one: StepLine) -> str:
    undone = messages.text("line.undone", by=one.undone_by) if one.undone_by else ""
    who = one.officer.title if one.officer is not None else ""
    return join(f"{one.ref:>6}", f"{one.made_at:%Y-%m-%d %H:%M}", one.done, who, undone)
