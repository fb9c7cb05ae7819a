"""An office written anew by whoever is alone with it: under another key, or in another place.

What is written anew holds what the office held, proved, and goes on as the same copy.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from liaison_app.domain.errors import Refusal
from liaison_app.store import node
from liaison_app.store.copying import PAGES_AT_ONCE, prove
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite

Watch = Callable[[int, int], None]
"""Told how many pages are done, of how many in all."""


@contextmanager
def alone_with(place: Path, key: Key) -> Iterator[Any]:
    """The office at ``place`` open in a bare connection, with what its log held taken in and everybody
    else kept out. Refused while another program has it open."""
    with in_words(), closing(sqlite.open_raw(place, key, sqlite.WRITER_CACHE_KIB)) as raw:
        try:
            with in_words():
                raw.execute("PRAGMA journal_mode = DELETE")
                raw.execute("PRAGMA locking_mode = EXCLUSIVE")
                raw.execute("BEGIN EXCLUSIVE")
                raw.execute("COMMIT")
        except Refusal as refusal:
            if refusal.code == "store.busy":
                raise Refusal("office.open_elsewhere", path=place) from refusal
            raise
        yield raw


def write_anew(alone: Any, place: Path, made: Path, key: Key, watch: Watch | None = None) -> None:
    """Fill the empty file ``made`` with the office at ``place``, open in ``alone``, under ``key``, and
    prove it. Refuses a file that doesn't hold the same tables, as many rows, the same last steps."""
    told = None if watch is None else lambda _, left, total: watch(total - left, total)
    with closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB, create=True)) as raw:
        alone.backup(raw, pages=PAGES_AT_ONCE, progress=told)
        raw.execute("PRAGMA journal_mode = DELETE")
        node.take_over(raw, made, place)
    prove(made, key)
    with closing(sqlite.open_raw(made, key, sqlite.WRITER_CACHE_KIB)) as raw:
        if _contents(raw) != _contents(alone):
            raise Refusal("backup.not_sound")


def _contents(raw: Any) -> tuple[Any, ...]:
    schema = raw.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    tables = [
        name for kind, name, sql in schema if kind == "table" and "VIRTUAL" not in (sql or "")
    ]
    counts = [raw.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables]
    last = "SELECT node, max(seq), digest FROM step GROUP BY node ORDER BY node"
    return schema, counts, raw.execute(last).fetchall()
