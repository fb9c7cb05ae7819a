"""``liaison merge``: two records of one thing become one, or are told apart; ``unmerge`` parts them."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.services import duplicates, merging
from liaison_app.services.finding import by_ref
from liaison_app.services.history import field_label
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("merge", help="make two records of one thing one")
    options.office(parser)
    parser.add_argument("stays", metavar="REF", help="the record that stays")
    parser.add_argument("gives_way", metavar="REF", help="the one that is read as it from now on")
    parser.add_argument(
        "--not-same", action="store_true", help="say that they are two, and propose them no more"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Merge them, or tell them apart, as one step; say which fields were taken over."""
    with terminal.open(args) as office:
        stays, gives_way = by_ref(office, args.stays), by_ref(office, args.gives_way)
        if stays.kind is not gives_way.kind:
            raise Refusal("merge.kinds", one=stays.ref, other=gives_way.ref)
        if args.not_same and stays.kind not in duplicates.KINDS:
            raise Refusal("duplicates.kind")
        if stays.id == gives_way.id:
            raise Refusal("merge.same")
        taken: list[str] = []
        if args.not_same:
            done = duplicates.not_same(office, stays.kind, stays.id, gives_way.id)
        else:
            sides = merging.compare(office, stays.kind, stays.id, gives_way.id).fields
            taken = [one.name for one in sides if one.proposed != one.left]
            terminal.back_up_before(office, "merge")
            done = merging.merge_chosen(office, stays.kind, stays.id, gives_way.id)
    if args.json:
        named = "not_same" if args.not_same else "merged"
        terminal.put_json(
            {"ref": done.ref, named: gives_way.ref, "step": done.step, "taken": taken}
        )
        return 0
    code = "merge.not_same" if args.not_same else "merge.done"
    terminal.say(messages.text(code, other=gives_way.ref, one=done.ref, step=done.step))
    if taken:
        fields = ", ".join(field_label(name) for name in taken)
        terminal.say(messages.text("merge.taken", other=gives_way.ref, fields=fields))
    return 0
