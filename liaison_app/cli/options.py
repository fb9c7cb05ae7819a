"""Options that several commands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]
    """What ``add_to`` of a command is given."""
else:
    Subparsers = argparse._SubParsersAction


_MOST = 1_000_000_000
"""More than any office holds, and less than the database counts."""


def office(parser: argparse.ArgumentParser) -> None:
    """FILE with how to unlock it, and ``--json``: for every command on an office."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the office, NAME.liaison")
    unlocking(parser)
    as_json(parser)


def unlocking(parser: argparse.ArgumentParser) -> None:
    """Where the passphrase comes from, if not from the prompt or LIAISON_PASSPHRASE."""
    parser.add_argument(
        "--passphrase-file", metavar="F", type=Path, help="read the passphrase from this file"
    )


def as_json(parser: argparse.ArgumentParser) -> None:
    """``--json``: one document on standard output instead of text."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def where(parser: argparse.ArgumentParser) -> None:
    """``--where`` and ``--limit``: which records, in the search language, and how many."""
    parser.add_argument(
        "--where",
        metavar="WHERE",
        default="",
        help="words and filters, such as 'jurisdiction:busan after:2025 overdue'",
    )
    limit(parser)


def limit(parser: argparse.ArgumentParser) -> None:
    """``--limit``: how many at most."""
    parser.add_argument("--limit", metavar="N", type=_count, default=50, help="at most N (50)")


def _count(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text[:19]) <= _MOST):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {_MOST}")
    return int(text)
