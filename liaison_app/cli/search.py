"""``liaison search``: find records of any kind by words and filters."""

import argparse

from liaison_app.cli import options
from liaison_app.cli.documents import document
from liaison_app.cli.joining import join, name
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.services import saved_searches
from liaison_app.services.searching import Found, answer
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("search", help="find records by words and filters")
    options.office(parser)
    parser.add_argument("query", metavar="QUERY", help="such as 'port mou jurisdiction:busan'")
    options.limit(parser)
    parser.add_argument(
        "--save", metavar="NAME", help="keep this search: 'saved:NAME' asks it again"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what is found, the newest first."""
    with terminal.open(args) as office:
        if args.save is not None:
            saved_searches.save(office, args.save, args.query)
        answered = answer(office, args.query, args.limit)
    found = answered.found
    for one in answered.amiss:
        terminal.complain(messages.text(one.code, **one.params))
    if args.json:
        terminal.put_json([_document(one) for one in found])
    elif not found:
        terminal.say(messages.text("search.nothing", query=args.query))
    else:
        terminal.say(*(_line(one) for one in found))
    return 0


def _document(one: Found) -> dict[str, object]:
    return {
        "ref": one.ref,
        "kind": one.kind.value,
        "title": one.title,
        "native": one.native,
        "when": document(one.when),
        "snippet": one.snippet,
        "id": str(one.id),
    }


def _line(one: Found) -> str:
    when = one.when.label() if one.when is not None else ""
    return join(one.ref, when, name(one.title, one.native), one.snippet)
