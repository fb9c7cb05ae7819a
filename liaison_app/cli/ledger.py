"""``liaison ledger``: what left the office as readable files, and deleting what is still there."""

import argparse
from collections.abc import Iterator
from datetime import datetime

from liaison_app.cli import options
from liaison_app.cli.documents import document
from liaison_app.cli.joining import join
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.services import what_left
from liaison_app.services.what_left import LeftFile, There
from liaison_app.system.messages import text


def add_to(subparsers: options.Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("ledger", help="what left the office; is it still there")
    options.office(parser)
    parser.add_argument(
        "--clean",
        metavar="N",
        nargs="+",
        help="delete the files of these entries, or of all, that are still as they were written",
    )
    parser.add_argument("--for-good", action="store_true", help="do it; it can't be undone")


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """List what left; or say what would be deleted, and with ``--for-good`` delete it."""
    if args.for_good and args.clean is None:
        terminal.complain(text("left.which"))
        return 2
    with terminal.open(args) as office:
        found = what_left.what_left(office)
        chosen = _chosen(args.clean, found)
        done = what_left.clean(office, [one.n for one in chosen]) if args.for_good else None
    if args.json:
        readable = sum(one.is_readable_here for one in found)
        whole = {"readable_here": readable, "entries": found, "cleaned": done}
        terminal.put_json(document(whole))
    elif done is not None:
        terminal.say(*(text("left.gone", path=one.path) for one in done.deleted))
        terminal.say(*(_left(one) for one in done.left), text("left.cleaned", n=len(done.deleted)))
    elif args.clean is not None:
        terminal.say(*_would(chosen))
    else:
        terminal.say(*_lines(found))
    return 0


def _chosen(given: list[str] | None, found: tuple[LeftFile, ...]) -> list[LeftFile]:
    if given is None:
        return []
    if given == ["all"]:
        return [one for one in found if one.is_readable_here]
    known = {str(one.n): one for one in found}
    for number in given:
        if number not in known:
            raise Refusal("left.no_such", number=number)
    return [known[number] for number in dict.fromkeys(given)]


def _lines(found: tuple[LeftFile, ...]) -> Iterator[str]:
    if not found:
        yield text("left.nothing")
        return
    for one in found:
        about = join(one.about.ref, one.about.title) if one.about is not None else ""
        yield join(
            f"{one.n:>4}",
            f"{_minute(one.made_at)}",
            what_left.kind_words(one.kind),
            about,
            text("left.for", audience=one.audience),
            one.filter,
            ", ".join(what_left.lines_of(one.counts)),
        )
        yield f"      {one.path}"
        yield f"      {_there(one)}  sha256 {one.sha256}"
    yield text("left.readable", count=sum(one.is_readable_here for one in found))


def _would(chosen: list[LeftFile]) -> Iterator[str]:
    for one in chosen:
        if one.there is There.AS_WRITTEN:
            yield text("left.would_go", path=one.path)
        else:
            yield _left(one)
    yield text("left.not_confirmed")


def _left(one: LeftFile) -> str:
    return text("left.stays", path=one.path, why=_there(one))


def _there(one: LeftFile) -> str:
    at = _minute(one.deleted_at) if one.deleted_at is not None else ""
    return text(f"left.there.{one.there}", at=at)


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
