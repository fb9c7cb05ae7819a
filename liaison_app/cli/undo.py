"""``liaison undo``: take a step back, as a new step."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.services import history
from liaison_app.services.history import Mode
from liaison_app.system import messages

_NAMED = 12
"""How many things in the way are named."""


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("undo", help="take a step back")
    options.office(parser)
    parser.add_argument("step", metavar="STEP", nargs="?", help="which one; else your latest here")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--keep", action="store_true", help="undo the rest, keep what moved on since")
    how.add_argument("--force", action="store_true", help="restore all, over what moved on since")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Undo it; what stands in the way is named and nothing is undone."""
    mode = Mode.KEEP if args.keep else Mode.FORCE if args.force else Mode.REFUSE
    with terminal.open(args) as office:
        line = history.next_undo(office) if args.step is None else history.by_ref(office, args.step)
        if line is None:
            raise Refusal("undo.nothing")
        try:
            undone = history.undo(office, line.ref, mode)
        except Refusal as refusal:
            for one in history.in_the_way(office, history.moved_of(refusal))[:_NAMED]:
                terminal.complain(one)
            raise
        kept = history.in_the_way(office, undone.kept)
    if args.json:
        terminal.put_json(
            {
                "step": undone.step,
                "undid": line.ref,
                "what": line.label,
                "kept": kept,
                "erased": undone.erased,
            }
        )
        return 0
    terminal.say(messages.text("undo.done", what=line.label, step=undone.step or "–"))
    for one in kept:
        terminal.say(messages.text("undo.kept", what=one))
    if undone.erased:
        terminal.say(messages.text("undo.erased", count=undone.erased))
    return 0
