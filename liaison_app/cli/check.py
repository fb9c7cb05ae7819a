"""``liaison check``: prove that the file and its journal are whole."""

import argparse
from dataclasses import asdict

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services.keeping import check
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("check", help="prove that the file and its journal are whole")
    options.office(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what was found; 1 when something is broken."""
    with terminal.open(args) as office:
        health = check(office)
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
