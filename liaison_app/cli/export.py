"""``liaison export``: write the workbook for an audience."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.audiences import add_audience, audience_of, instant_of, left_out_lines
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.audience import Reader
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("export", help="write the workbook for an audience")
    options.office(parser)
    parser.add_argument("out", metavar="OUT.xlsx", type=Path, help="the workbook to write")
    add_audience(parser, Reader.HQ)
    parser.add_argument("--from", dest="first", metavar="D", help="from this day, month or year")
    parser.add_argument("--to", dest="last", metavar="D", help="to the end of this one")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Write it and say what is in it, and what isn't."""
    from liaison_app.services.exports import export_workbook  # noqa: PLC0415 - slow to import
    from liaison_app.services.outgoing.records import Period  # noqa: PLC0415 - slow to import

    period = Period(
        PartialDate.from_iso(args.first).first if args.first else None,
        PartialDate.from_iso(args.last).last if args.last else None,
    )
    if period.first is not None and period.last is not None and period.last < period.first:
        raise Refusal("outgoing.period_backwards", first=args.first, last=args.last)
    with terminal.open(args) as office:
        audience = audience_of(args, office)
        made = export_workbook(office, args.out, audience, period, instant_of(args, office))
    if args.json:
        terminal.put_json(
            {
                "path": str(made.path),
                "audience": audience.reader.value,
                "for": args.party,
                "sheets": dict(made.rows),
                "sha256": made.sha256,
                "bytes": made.size,
                "left_out": {"rows": dict(made.rows_left_out), "cells": dict(made.cells_left_out)},
            }
        )
        return 0
    terminal.say(
        messages.text("export.done", path=made.path, audience=audience.reader.value),
        *(f"{name:<16}{count:>8}" for name, count in made.rows.items()),
        *left_out_lines(made.rows_left_out, made.cells_left_out),
    )
    return 0
