"""``liaison new``: make an office, after asking what kind of office it is."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.codes import LISTS
from liaison_app.services import moving_in
from liaison_app.services.office import Founding, found_office
from liaison_app.services.outgoing.labels import label
from liaison_app.system import messages
from liaison_app.system.machine import zone_name

KINDS = tuple(k for k in LISTS["jurisdiction_kind"] if k not in ("supranational", "city_network"))
"""What the home of an office may be."""


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("new", help="make an office")
    parser.add_argument("file", metavar="FILE", type=Path, help="where to make it, NAME.liaison")
    parser.add_argument("--officer", metavar="NAME", required=True, help="who works with it")
    parser.add_argument("--office", metavar="NAME", required=True, help="what the office is called")
    parser.add_argument("--home", metavar="PLACE", help="whose office it is: a city, a nation…")
    parser.add_argument("--kind", choices=KINDS, help="what kind of place that is")
    parser.add_argument(
        "--country", metavar="XX", type=_country, help="its country, ISO 3166-1 two letters"
    )
    parser.add_argument("--zone", metavar="ZONE", help="its time zone, such as America/Denver")
    options.unlocking(parser)
    options.as_json(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Make it; nothing is made when anything is refused."""
    home = args.home
    if home is None and terminal.is_watched:
        home = terminal.ask(messages.text("new.which_home"))
    kind = args.kind
    if kind is None and terminal.is_watched:
        kind = _ask_kind(terminal)
    founding = Founding(
        officer=args.officer,
        office=args.office,
        home=home if home is not None else args.office,
        kind=kind,
        zone=args.zone or zone_name() or "UTC",
        country=args.country,
    )
    passphrase = terminal.passphrase(args, twice=True)
    terminal.warn(moving_in.warning(args.file))
    found_office(args.file, passphrase, founding, terminal.clock, terminal.profile).close()
    if args.json:
        terminal.put_json({"file": str(args.file), "office": args.office, "officer": args.officer})
    else:
        terminal.say(messages.text("new.made", path=args.file))
    return 0


def _country(text: str) -> str:
    if not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a country's two letters, such as US")
    return text.upper()


def _ask_kind(terminal: Terminal) -> str | None:
    """The kind that a person chooses by its number; asked again until it's one of them."""
    lines = [f"{at:>3}  {label('jurisdiction_kind', kind)}" for at, kind in enumerate(KINDS, 1)]
    terminal.complain("\n".join(lines))
    while True:
        answer = terminal.ask(messages.text("new.which_kind", count=len(KINDS)))
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(KINDS):
            return KINDS[int(answer) - 1]
