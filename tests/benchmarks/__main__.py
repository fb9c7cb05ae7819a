"""The benchmarks of the store's rows in DESIGN 7: ``python -m tests.benchmarks [--scale N]`` prints a table.

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

from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements, history
from liaison_app.services.backups import copy_to
from liaison_app.services.generating.drawing import Drawing
from liaison_app.services.generating.making import Size, generate, kinds_of
from liaison_app.services.history import Mode
from liaison_app.services.imports import bringing
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office, Profile, open_office
from liaison_app.services.searching import search
from liaison_app.store import office_file
from liaison_app.store.entries import found_as
from liaison_app.store.tables.declare import Find
from liaison_app.store.tables.meetings import engagement
from liaison_app.system.clock import Clock
from tests.benchmarks.journal import journal_costs
from tests.benchmarks.peers import (
    PlainEdits,
    PlainList,
    PlainSearch,
    bare_table,
    bare_table_from,
    copy_to_disk,
)
from tests.benchmarks.table import HEAD, Measured, timed

_TYPED = ("school exch", "leak dete", "film", "silver", "wanjiru qu", "mayor of p", "youth orc")
_TIMES = 20
_IMPORTED = 10_000
_EDITED = 500


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
    bare, words = folder / "bare.sqlite", PlainSearch(folder / "words.sqlite")
    seconds = 0.0
    drawing = Drawing(1, office.today(), office.store.node.officer)
    for table, drawn in kinds_of(drawing, size):
        rows = list(drawn)
        seconds += timed("", [partial(bare_table, bare, table.name, rows)]).middle
        columns = ("ref", *found_as(table, Find.NAME), *found_as(table, Find.WORDS))
        words.add(" ".join(row[c] for c in columns if row.get(c)) for row in rows)
    yield replace(
        generated,
        peer=Measured("executemany into bare tables", (seconds,)),
        per=f"{generated.middle / (size.rows / 100_000):.1f} s per 100,000 rows",
    )
    yield from _listing(office, PlainList(bare))
    yield _searching(office, words)
    yield _editing(folder, office)
    yield from _importing(folder, office)
    yield _opening(office)
    yield _backing_up(folder, office)
    office.close()
    yield from journal_costs(folder)


def _listing(office: Office, plain: PlainList) -> Iterator[Measured]:
    for kind, listing in LISTINGS.items():
        peer = None
        if kind is Kind.ENGAGEMENT:
            peer = timed("QSqlQueryModel on a plain file", [plain.first_page] * _TIMES)
        first_page = [partial(listing.page, office)] * _TIMES
        yield timed(f"list of {kind.value}: first page", first_page, peer)
    keys = LISTINGS[Kind.ENGAGEMENT].keys(office)
    starts = [len(keys) * at // _TIMES for at in range(_TIMES)]
    peer = timed("QSqlQueryModel fetched as far", [partial(plain.jump, at) for at in starts])
    jumps = [partial(LISTINGS[Kind.ENGAGEMENT].rows, office, keys[at : at + 50]) for at in starts]
    yield timed("list of engagement: jump anywhere", jumps, peer)


def _searching(office: Office, plain: PlainSearch) -> Measured:
    typed = [query[:end] for query in _TYPED for end in range(1, len(query) + 1)]
    typed = [query for query in typed if query == query.strip()] * 3
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


def _importing(folder: Path, office: Office) -> Iterator[Measured]:
    log = folder / "log.csv"
    lines = [
        f"Ada Falk,{1 + n % 28} March {2000 + n % 25},Harbour Trust {n % 700},Tolls of pier {n}\n"
        for n in range(_IMPORTED)
    ]
    log.write_text("Who,Date,Organisation,Purpose\n" + "".join(lines), encoding="utf-8")

    brought: list[str] = []

    def bring() -> None:
        brought.append(bringing.apply(office, bringing.read(log, office.today())).step or "")

    def take_back() -> None:
        history.undo(office, brought[0], Mode.KEEP)

    bare = [partial(bare_table_from, folder / "rows.sqlite", log)]
    peer = timed("csv and executemany into a bare table", bare)
    yield timed(f"import {_IMPORTED:,} rows, with journal, search", [bring], peer)
    touched = select(engagement.c.id).where(engagement.c.title.like("Tolls of pier %"))
    with office.read() as connection:
        ids = connection.scalars(touched.limit(_EDITED)).all()
    edits = [partial(engagements.change, office, one, watch_outs="Ask again") for one in ids]
    yield timed("  then edit of its rows", edits)
    yield timed("  then undo --keep of that import", [take_back])


def _opening(office: Office) -> Measured:
    derived = timed("of it, deriving the key", [partial(office_file.new_key, "six larks")] * 3)

    def opened() -> None:
        open_office(office.path, "six larks", office.clock, office.profile).close()

    return timed("open with the passphrase, close", [opened] * 3, derived)


def _backing_up(folder: Path, office: Office) -> Measured:
    (folder / "backups").mkdir()
    office.store.forget_traces()
    plain = [partial(copy_to_disk, office.path, folder / "copied.liaison")]
    made = timed("backup, with its check", [partial(copy_to, office, folder / "backups")])
    gigabytes = office.path.stat().st_size / 1e9
    return replace(
        made, peer=timed("cp, to the disk", plain), per=f"{made.middle / gigabytes:.1f} s per GB"
    )


if __name__ == "__main__":
    main()
