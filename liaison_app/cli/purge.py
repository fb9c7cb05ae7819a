"""``liaison purge``: private facts past their day, listed; erased or kept on as somebody says."""

import argparse
from functools import partial

from liaison_app.cli import backups_too, options
from liaison_app.cli.documents import document
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services import private_facts
from liaison_app.services.erasing_in_backups import in_reach
from liaison_app.services.finding import by_ref
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("purge", help="list private facts past their day; erase or keep")
    options.office(parser)
    parser.add_argument("refs", metavar="REF", nargs="*", help="people of that list")
    parser.add_argument("--all", action="store_true", help="everybody on that list")
    parser.add_argument("--for-good", action="store_true", help="erase theirs; it can't be undone")
    backups_too.add_to(parser)
    parser.add_argument("--keep", action="store_true", help="keep theirs until the next visit")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """List them; or erase or keep those named, and say so."""
    if args.for_good == args.keep and (args.for_good or args.refs or args.all):
        terminal.complain(messages.text("purge.which"))
        return 2
    if (args.for_good or args.keep) and not (args.refs or args.all):
        terminal.complain(messages.text("purge.whose"))
        return 2
    with terminal.open(args) as office:
        due = private_facts.due_for_purge(office)
        ids = [by_ref(office, ref).id for ref in args.refs]
        ids += [one.person.id for one in due] if args.all else []
        if args.keep:
            kept = [private_facts.keep_until_next_visit(office, one) for one in ids]
            said = [messages.text("purge.kept", ref=one.ref) for one in kept]
            made: object = {"kept": [one.ref for one in kept]}
        elif args.for_good:
            purged = private_facts.purge_due(office, ids)
            said = [messages.text("purge.done", count=len(purged.people))]
            said += [messages.text("purge.held", name=one.title) for one in purged.held]
            rewrite = partial(private_facts.rewrite_backups, office, purged.people)
            copied = backups_too.deal(args, office, in_reach(office, args.backups), rewrite)
            said += copied.lines()
            made = {"purged": purged, **copied.document()}
        else:
            said = [_line(one) for one in due] or [messages.text("purge.nothing")]
            made = due
    if args.json:
        terminal.put_json(document(made))
    else:
        terminal.say(*said)
    return 0


def _line(one: private_facts.Due) -> str:
    code = "purge.held" if one.held_by else "purge.visit" if one.next_visit else "purge.due"
    name = f"{one.person.ref} {one.person.title}"
    return messages.text(code, name=name, day=one.keep_until or "", visit=one.next_visit)
