"""``liaison anonymise``: what would go of a person, and with ``--for-good``, erase it."""

import argparse
from collections.abc import Iterator
from functools import partial

from liaison_app.cli import backups_too, options
from liaison_app.cli.documents import document
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import anonymising
from liaison_app.services.finding import by_ref
from liaison_app.services.history import field_label
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("anonymise", help="erase for good what makes a person known")
    options.office(parser)
    parser.add_argument("ref", metavar="REF", help="the person, such as P-0412")
    parser.add_argument("--for-good", action="store_true", help="do it; it can't be undone")
    backups_too.add_to(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Say what would go, or erase it as one step."""
    with terminal.open(args) as office:
        target = by_ref(office, args.ref)
        if target.kind is not Kind.PERSON:
            raise Refusal("subject.not_a_person", ref=target.ref)
        found = anonymising.preview(office, target.id, tuple(args.backups))
        step = anonymising.anonymise(office, target.id).step if args.for_good else None
        rewrite = partial(anonymising.rewrite_backups, office, target.id)
        copied = backups_too.deal(args, office, found.backups, rewrite)
    if args.json:
        whole = {"ref": found.ref, "step": step, "would_go" if step is None else "gone": found}
        terminal.put_json(document({**whole, **copied.document()}))
    else:
        terminal.say(*_lines(found, step), *copied.lines())
    return 0


def _lines(found: anonymising.WouldGo, step: str | None) -> Iterator[str]:
    if step is not None:
        yield messages.text("anonymise.done", ref=found.ref, step=step)
    else:
        yield messages.text("anonymise.would_go", ref=found.ref)
    if found.facts:
        what = ", ".join(field_label(name) for name in found.facts)
        yield messages.text("anonymise.facts", what=what)
    for name, count in found.counts.items():
        yield messages.text(
            "anonymise.count", what=messages.text(f"anonymise.what.{name}"), count=count
        )
    if found.held:
        yield messages.text("anonymise.held_by", what=", ".join(found.held))
    yield from (messages.text("anonymise.left", path=path) for path in found.exports)
    if step is None:
        yield messages.text("anonymise.not_confirmed")
