"""``liaison packet``: write the briefing packet of a trip or an engagement."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.audiences import add_audience, audience_of, instant_of, left_out_lines
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.audience import Reader
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("packet", help="write the briefing packet")
    options.office(parser)
    parser.add_argument("ref", metavar="TRIP_OR_ENGAGEMENT", help="such as T-2026-0003")
    parser.add_argument("out", metavar="OUT.pdf", type=Path, help="the packet to write")
    parser.add_argument(
        "--variant",
        choices=("principal", "staff"),
        default="staff",
        help="the principal's short edition, or everything for staff (staff)",
    )
    add_audience(parser, Reader.INTERNAL)
    parser.add_argument("--paper", choices=("letter", "a4"), help="the office's own if not given")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Write it and say what whoever prints it should know."""
    from liaison_app.services.packets.making import (  # noqa: PLC0415 - slow to import
        Wish,
        write_packet,
    )

    with terminal.open(args) as office:
        audience, as_of = audience_of(args, office), instant_of(args, office)
        wish = Wish(args.ref, args.variant, audience, as_of, args.paper)
        made = write_packet(office, wish, args.out)
    filled = made.filled
    if args.json:
        terminal.put_json(
            {
                "path": str(args.out),
                "ref": filled.packet.ref,
                "title": filled.packet.title,
                "variant": filled.packet.kind,
                "paper": filled.packet.paper,
                "audience": audience.reader.value,
                "for": args.party,
                "version": int(filled.packet.version),
                "pages": made.pages,
                "sha256": made.sha256,
                "warnings": list(made.warnings),
                "left_out": {
                    "rows": dict(filled.rows_left_out),
                    "cells": dict(filled.cells_left_out),
                },
            }
        )
        return 0
    done = messages.text(
        "packet.done", path=args.out, pages=made.pages, version=filled.packet.version
    )
    left_out = left_out_lines(filled.rows_left_out, filled.cells_left_out)
    terminal.say(done, *made.warnings, *left_out)
    return 0
