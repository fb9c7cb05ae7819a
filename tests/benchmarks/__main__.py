"""The benchmarks of DESIGN 7: ``python -m tests.benchmarks [--scale N]`` prints a table.

Nothing is asserted on a time. Each figure stands above that of its named peer, measured in the
same run on the same rows.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from liaison_app.services import engagements
from liaison_app.services.generating.drawing import Drawing
from liaison_app.services.generating.making import Size, generate, kinds_of
from liaison_app.services.imports import bringing
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office, Profile
from liaison_app.services.searching import search
from liaison_app.store.tables.meetings import engagement
from liaison_app.system.clock import Clock
from tests.benchmarks.peers import PlainEdits, PlainSearch, bare_tables
from tests.benchmarks.table import HEAD, Measured, timed

_TYPED = ("school exch", "leak dete", "film", "silver", "wanjiru qu", "mayor of p", "youth orc")
_TIMES = 20
_IMPORTED = 10_000


def main() -> None:
    """Make an office of the scale asked, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, default=5, help="5: 50,000 rows; 200: the reference")
    size = Size.of(parser.parse_args().scale)
    _say(f"{size.rows:,} rows", HEAD)
    with TemporaryDirectory() as folder:
        for measured in _measured(Path(folder), size):
            _say(*measured.lines())


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _measured(folder: Path, size: Size) -> Iterator[Measured]:
    made: list[Office] = []

    def make() -> None:
        profile = Profile(folder / "copies.json")
        path = folder / "large.liaison"
        made.append(generate(path, "six larks", size, 1, Clock(), profile))

    generated = timed("generate, with journal, index, search", [make])
    office = made[0]
    drawing = Drawing(1, office.today(), office.store.node.officer)
    drawn = [(table.name, list(rows)) for table, rows in kinds_of(drawing, size)]
    bare = [lambda: bare_tables(folder / "bare.sqlite", drawn)]
    rows = size.rows / 100_000
    said = f"{generated.middle / rows:.1f} s per 100,000 rows"
    yield replace(generated, peer=timed("executemany into bare tables", bare), per=said)
    for kind, listing in LISTINGS.items():
        first_page = [partial(listing.page, office)] * _TIMES
        yield timed(f"list of {kind.value}: first page", first_page)
    yield _searching(folder, office)
    yield _editing(folder, office)
    yield _importing(folder, office)
    office.close()


def _searching(folder: Path, office: Office) -> Measured:
    typed = [query[:end] for query in _TYPED for end in range(1, len(query) + 1)]
    typed = [query for query in typed if query == query.strip()] * 3
    with office.read() as connection:
        rows = connection.execute(select(engagement.c.n, engagement.c.title, engagement.c.notes))
        texts = [(row.n, f"{row.title} {row.notes or ''}") for row in rows]
    plain = PlainSearch(folder / "words.sqlite", texts)
    peer = timed("plain sqlite3 FTS5", [partial(plain.search, query) for query in typed])
    return timed(
        "search as you type, store", [partial(search, office, query) for query in typed], peer
    )


def _editing(folder: Path, office: Office) -> Measured:
    with office.read() as connection:
        ids = connection.scalars(select(engagement.c.id).limit(_TIMES * 5)).all()
    plain = PlainEdits(folder / "edits.sqlite", len(ids))
    peer = timed("raw sqlite3 commit", [partial(plain.edit, n) for n in range(len(ids))])
    edits = [
        partial(engagements.change, office, one, watch_outs=f"Edit {n}")
        for n, one in enumerate(ids)
    ]
    return timed("save one edit, journalled, FULL", edits, peer)


def _importing(folder: Path, office: Office) -> Measured:
    log = folder / "log.csv"
    lines = [
        f"Ada Falk,{1 + n % 28} March {2000 + n % 25},Harbour Trust {n % 700},Tolls of pier {n}\n"
        for n in range(_IMPORTED)
    ]
    log.write_text("Who,Date,Organisation,Purpose\n" + "".join(lines), encoding="utf-8")
    drawn = [{"who": line, "n_of": n} for n, line in enumerate(lines)]
    bare = [lambda: bare_tables(folder / "rows.sqlite", [("log", drawn)])]

    def bring() -> None:
        bringing.apply(office, bringing.read(log, office.today()))

    peer = timed("executemany into a bare table", bare)
    return timed(f"import {_IMPORTED:,} rows, with journal, search", [bring], peer)


if __name__ == "__main__":
    main()
