"""``liaison demo``: the sample office, in the window, or as the papers that come out of it."""

import argparse
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from liaison_app.cli import options
from liaison_app.cli.desk import has_display
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.services.office import Office, open_office
from liaison_app.services.sample.making import coming_trip, make_sample
from liaison_app.system import messages
from liaison_app.system.six_words import six_words

_NAME = "Albuquerque"


@dataclass(frozen=True)
class _Opened:
    """The sample office, open. ``passphrase`` if one was made for it; ``found``: it stood there."""

    office: Office
    passphrase: str | None
    found: bool


def add_to(subparsers: options.Subparsers) -> None:
    """Add the parser of this command."""
    parser = subparsers.add_parser(
        "demo", help="make the sample office and open it, or write what it prints"
    )
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=Path,
        nargs="?",
        default=Path("liaison-demo"),
        help="where to put it (liaison-demo)",
    )
    parser.add_argument(
        "--no-window",
        action="store_true",
        help="write its packet, workbook and pictures instead of opening the window",
    )
    options.unlocking(parser)
    options.as_json(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Make or reuse the office; then the window, or the files."""
    opened = _office_in(args, terminal)
    office = opened.office
    if not args.json:
        _introduce(terminal, opened)
    if terminal.desk is not None and not args.no_window and has_display(terminal.environ):
        return terminal.desk.show(office)
    try:
        files = _write_files(terminal, office, args.folder)
    finally:
        office.close()
    if args.json:
        said = {"office": str(office.path), "passphrase": opened.passphrase}
        terminal.put_json(said | {"files": [str(path) for path in files]})
    else:
        terminal.say(messages.text("demo.written"), *(f"  {path}" for path in files))
    return 0


def _office_in(args: argparse.Namespace, terminal: Terminal) -> _Opened:
    """The office of the folder if its passphrase is at hand; else a new one beside it."""
    folder: Path = args.folder
    stood = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refusal("demo.no_folder", folder=folder) from fault
    given = terminal.passphrase(args) if terminal.has_passphrase(args) else None
    path = folder / f"{_NAME}.liaison"
    if given is not None and path.exists():
        return _Opened(open_office(path, given, terminal.clock, terminal.profile), None, True)
    passphrase = given or six_words()
    try:
        office = make_sample(_free(path), passphrase, terminal.clock, terminal.profile)
    except BaseException:
        if not stood:
            with suppress(OSError):  # something of somebody else's is in it by now
                folder.rmdir()
        raise
    return _Opened(office, None if given else passphrase, False)


def _introduce(terminal: Terminal, opened: _Opened) -> None:
    path = opened.office.path
    said = "demo.found" if opened.found else "demo.made"
    if not opened.found and path.stem != _NAME:
        said = "demo.made_beside"
    terminal.say(messages.text(said, path=path))
    if opened.passphrase is not None:
        terminal.say(messages.text("demo.passphrase", passphrase=opened.passphrase))


def _write_files(terminal: Terminal, office: Office, folder: Path) -> list[Path]:
    from liaison_app.services.exports import export_workbook  # noqa: PLC0415 - slow to import
    from liaison_app.services.outgoing.records import Period  # noqa: PLC0415 - slow to import
    from liaison_app.services.packets.making import (  # noqa: PLC0415 - slow to import
        Wish,
        write_packet,
    )

    as_of = office.clock.now().replace(microsecond=0)
    files = []
    trip = coming_trip(office)
    if trip is not None:
        packet = folder / f"{trip}-packet.pdf"
        write_packet(office, Wish(trip, "staff", Audience(Reader.INTERNAL), as_of), packet)
        files.append(packet)
    workbook = folder / f"{_NAME}-workbook.xlsx"
    export_workbook(office, workbook, Audience(Reader.HQ), Period(None, None), as_of)
    files.append(workbook)
    if terminal.desk is not None and terminal.desk.pictures is not None:
        files += terminal.desk.pictures(office, folder)
    return files


def _free(path: Path) -> Path:
    """``path``, or the first numbered name beside it at which nothing stands."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
