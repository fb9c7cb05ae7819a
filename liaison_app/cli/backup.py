"""``liaison backup``: copy the office, by itself into its backup folder, and check the copy."""

import argparse
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.options import Subparsers
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.services import backups
from liaison_app.services.office import Office
from liaison_app.system import messages


def add_to(subparsers: Subparsers) -> None:
    """Add the parser."""
    parser = subparsers.add_parser("backup", help="copy the office to a folder and check the copy")
    options.office(parser)
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=_folder,
        nargs="?",
        help="where to put the copy; without it beside the office and in its second place, where old "
        "copies make room",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Copy it, and say where the copy is. 1 if there is none in the office's own folder."""
    with terminal.open(args) as office:
        outcomes = _copied(office, args.folder)
    if args.json and any(one.made for one in outcomes):
        terminal.put_json(_document(outcomes))
    for one in outcomes:
        if one.fault:
            terminal.complain(one.fault)
        elif one.made is not None and not args.json:
            terminal.say(messages.text("backup.made", path=one.made.path))
            if one.removed:
                terminal.say(messages.text("backup.removed", count=len(one.removed)))
    return 0 if outcomes[0].made is not None else 1


def _copied(office: Office, folder: Path | None) -> list[backups.Outcome]:
    if folder is None:
        return backups.make_all(office)
    return [backups.Outcome(folder, backups.copy_to(office, folder))]


def _document(outcomes: list[backups.Outcome]) -> dict[str, object]:
    """The copy with its size and what made room for it; a second place under ``second``."""
    first, *second = [
        {
            "backup": None if one.made is None else str(one.made.path),
            "bytes": None if one.made is None else one.made.size,
            "removed": [str(path) for path in one.removed],
        }
        for one in outcomes
    ]
    return {**first, "second": second[0] if second else None}


def _folder(given: str) -> Path:
    """An empty name would be the folder where one happens to be."""
    if not given.strip():
        raise Refusal("backup.no_folder")
    return Path(given)
