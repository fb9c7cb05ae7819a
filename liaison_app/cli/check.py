"""``liaison check``: prove that the file and its journal are whole; save what a damaged one still holds."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services import keeping
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("check", help="prove that the file and its journal are whole")
    options.office(parser)
    parser.add_argument(
        "--save-into",
        metavar="NEWFILE",
        type=Path,
        help="save what can be read of a damaged office into a new one; FILE is not touched",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what was found; 1 when something is broken."""
    passphrase = terminal.passphrase(args)
    if args.save_into is not None:
        saved = keeping.save_into(args.file, passphrase, args.save_into, terminal.clock)
        if args.json:
            terminal.put_json({"saved": str(args.save_into), **asdict(saved)})
        else:
            terminal.say(*_lines(args.save_into, saved))
        return 0
    health = keeping.check_file(args.file, passphrase, terminal.clock, terminal.profile)
    if args.json:
        terminal.put_json({**asdict(health), "sound": not health.broken})
    else:
        counts = {"steps": health.steps, "changes": health.changes, "records": health.records}
        terminal.say(messages.text("check.looked", **counts))
        terminal.say(*health.to_settle)
        if not health.broken:
            terminal.say(messages.text("check.sound"))
    for sentence in health.broken:
        terminal.complain(sentence)
    return 1 if health.broken else 0


def _lines(into: Path, saved: keeping.Salvage) -> Iterator[str]:
    yield messages.text("salvage.pages", count=len(saved.pages))
    for one in saved.tables:
        said = [messages.text("salvage.read", table=one.table.replace("_", " "), count=one.read)]
        if one.rebuilt:
            said.append(messages.text("salvage.rebuilt", count=one.rebuilt))
        if one.lost is None:
            said.append(messages.text("salvage.lost_unknown"))
        elif one.lost:
            said.append(messages.text("salvage.lost", count=one.lost))
        yield ", ".join(said)
    if saved.steps_lost:
        yield messages.text("check.history_lost", count=saved.steps_lost)
    yield messages.text("salvage.made", path=into)
