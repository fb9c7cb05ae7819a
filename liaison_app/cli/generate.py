"""``liaison generate FILE --scale N --seed N``: an invented office of a given size, for trials."""

import argparse
from pathlib import Path
from time import perf_counter

from liaison_app.cli import options
from liaison_app.cli.terminal import Terminal
from liaison_app.services.generating.making import Size, generate
from liaison_app.system import messages


def add_to(subparsers: options.Subparsers) -> None:
    """Add the parser of this command."""
    parser = subparsers.add_parser(
        "generate", help="make an invented office of a given size, for trials"
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the office to make")
    parser.add_argument(
        "--scale",
        type=int,
        default=1,
        metavar="N",
        help="1: about 500 people; 200: the largest (1)",
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same gives the same (1)"
    )
    options.unlocking(parser)
    options.as_json(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> int:
    """Make it and say how long it took."""
    size = Size.of(args.scale)
    passphrase = terminal.passphrase(args, twice=True)
    started = perf_counter()

    def watch(done: int) -> None:
        if terminal.is_watched:
            print(f"\r{done:,} / {size.rows:,}", end="", file=terminal.err, flush=True)

    office = generate(
        args.file, passphrase, size, args.seed, terminal.clock, terminal.profile, watch
    )
    office.close()
    seconds = perf_counter() - started
    if terminal.is_watched:
        print(file=terminal.err)
    made = {
        "file": str(args.file),
        "rows": size.rows,
        "seconds": round(seconds, 2),
        "megabytes": round(args.file.stat().st_size / 1_000_000, 1),
    }
    if args.json:
        terminal.put_json(made)
    else:
        terminal.say(messages.text("generate.made", **made))
    return 0
