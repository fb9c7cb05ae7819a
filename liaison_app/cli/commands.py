"""The commands of ``liaison``: one module each, imported only when its command is called.

A command called NAME lives in ``cli/NAME.py`` (``import`` in ``cli/import_.py``) and holds two
functions::

    def add_to(subparsers: Subparsers) -> None:
        '''Add the parser of this command: subparsers.add_parser("packet", help=…).'''

    def run(args: argparse.Namespace, terminal: Terminal) -> int:
        '''Do it; returns 0. Refusals are raised as Refusal, never printed.'''

``options.office(parser)`` adds what every command on an office takes: FILE, ``--passphrase-file``
and ``--json``; ``terminal.open(args)`` opens that office; ``terminal.say`` and ``terminal.put_json``
print. What is slow to import (openpyxl, reportlab, PySide6) is imported inside ``run``.
To add a command, write its module and name it in ``SUMMARIES``.
"""

import argparse
import os
import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType

from liaison_app import __version__
from liaison_app.cli.desk import Desk
from liaison_app.cli.terminal import Terminal
from liaison_app.domain.errors import Refusal
from liaison_app.system import messages

SUMMARIES = {
    "new": "make an office",
    "demo": "make the sample office and open it, or write what it prints",
    "generate": "make an invented office of a given size, for trials",
    "list": "list records of one kind",
    "show": "show one record",
    "search": "find records by words and filters",
    "import": "bring in a meeting log or a contact list; a preview unless --apply",
    "export": "write the workbook for an audience",
    "packet": "write the briefing packet of a trip or an engagement",
    "report": "tell what a lost copy or backup held (exposure)",
    "history": "what was done, step by step",
    "undo": "take a step back",
    "duplicates": "list records that may be the same, with the reasons",
    "merge": "make two records of one thing one",
    "handover": "hand the office over: a new principal, a new officer; a preview unless --apply",
    "hold": "put a record under a legal hold, or lift it",
    "anonymise": "erase for good what makes a person known",
    "purge": "list private facts past their day; erase them or keep them on",
    "subject": "write all that is held on a person",
    "requestset": "what a records request asks for, with a log of what is withheld",
    "ledger": "what left the office as readable files; is it still there",
    "unmerge": "part a record from the one that it was merged into",
    "check": "prove that the file and its journal are whole",
    "backup": "copy the office to a folder and check the copy",
    "restore": "put a backup in place as an office",
    "passphrase": "give the office a new passphrase, and its older copies too",
    "recoverykey": "make a clerk's pair of recovery keys",
    "seal": "seal the office's key to its clerk's public key",
    "unseal": "open an office's envelope with the clerk's private key",
}
"""Every command with what it does, in the order of ``liaison --help``."""

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""How a command ends (DESIGN 6)."""


def run(argv: list[str], desk: Desk | None = None) -> int:
    """Do what ``argv`` (without the program's name) says; returns the exit code. ``desk`` is the
    window, for commands that show it.

    A refusal is one sentence on standard error. Bad input never ends in a traceback.
    """
    terminal = Terminal.of_this_process(desk)
    try:
        done = _do(argv, terminal)
        terminal.finish()
        return done
    except Refusal as refusal:
        terminal.complain(messages.text(refusal.code, **refusal.params))
        if refusal.code == "cli.not_printed":
            _drop_output()
    except KeyboardInterrupt:
        terminal.complain(messages.text("cli.stopped"))
    except BrokenPipeError:
        _drop_output()
    return REFUSED


def _do(argv: list[str], terminal: Terminal) -> int:
    try:
        args = parser_for(argv).parse_args(argv)
        _mend_words(args)
        done: int = _module(args.command).run(args, terminal)
        return done
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG_USAGE


def _mend_words(args: argparse.Namespace) -> None:
    """Read words as UTF-8 where the machine's locale couldn't; refuse those that aren't, as they'd
    break half-way. A file's name may be any bytes."""
    for name, word in vars(args).items():
        if isinstance(word, str) and any("\ud800" <= letter <= "\udfff" for letter in word):
            try:
                setattr(args, name, os.fsencode(word).decode("utf-8"))
            except UnicodeError:
                raise Refusal("cli.not_text", given=ascii(word)) from None


def _drop_output() -> None:
    """Nobody takes what we print any more: what is left goes nowhere, else Python complains at its
    end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def parser_for(argv: list[str]) -> argparse.ArgumentParser:
    """The parser, with the options of the command that ``argv`` calls; the others by name only."""
    parser = argparse.ArgumentParser(
        prog="liaison",
        description=messages.text("cli.about"),
        epilog=messages.text("cli.more"),
    )
    parser.add_argument("--version", action="version", version=f"liaison {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    called = next((word for word in argv if not word.startswith("-")), None)
    for name, summary in SUMMARIES.items():
        if name == called:
            _module(name).add_to(subparsers)
        else:
            subparsers.add_parser(name, help=summary)
    return parser


def _module(command: str) -> ModuleType:
    name = "import_" if command == "import" else command
    return import_module(f"liaison_app.cli.{name}")
