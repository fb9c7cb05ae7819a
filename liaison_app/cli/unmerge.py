"""``liaison unmerge``: part a record from the one that it was merged into, at any later time."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.services import history, merging
from liaison_app.services.finding import by_ref
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("unmerge", help="part a record from the one it was merged into")
    options.office(parser)
    parser.add_argument(
        "ref", metavar="REF", help="the record that gave way, or the one that stayed"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Part them; the fields that were edited since are kept and named."""
    with terminal.open(args) as office:
        stays = by_ref(office, args.ref)
        found = merging.merged_into(office, stays.kind, stays.id)
        asked = [one for one in found if one.ref == args.ref.strip().upper()] or found
        if not asked:
            raise Refusal("unmerge.not_merged", ref=stays.ref)
        if len(asked) > 1:
            which = ", ".join(f"{one.ref} ({one.title})" for one in asked)
            raise Refusal("unmerge.several", ref=stays.ref, which=which)
        undone = merging.unmerge(office, stays.kind, asked[0].id)
        kept = history.in_the_way(office, undone.kept)
    if args.json:
        terminal.put_json({"ref": asked[0].ref, "step": undone.step, "kept": kept})
        return 0
    terminal.say(messages.text("unmerge.done", other=asked[0].ref, step=undone.step))
    for one in kept:
        terminal.say(messages.text("undo.kept", what=one))
    return 0
