"""An office under another key: a new file, with a salt of its own, checked and put in the old one's place.

SQLCipher could change the key within the file, but a kill half-way would leave pages of both keys,
the old salt would stay and with it the old recovery sheet. So the new file is written beside the
old one; until it takes the place in one move, the old one is the office.
"""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from liaison_app.domain.errors import Refusal
from liaison_app.store import node
from liaison_app.store.copying import PAGES_AT_ONCE, prove
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.office_file import refuse_wrong
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.files import half_made, refuse_unfit_target
from liaison_app.system.wiping import wiped_if_replaced


def change_key(
    path: Path, old: Key, new: Key, watch: Callable[[int, int], None] | None = None
) -> None:
    """Put the office at ``path`` (or a backup) under ``new``; it stays the copy that it is.

    ``watch`` is told pages done and pages in all. Refused with nothing changed while another program
    has it open. A kill at any moment leaves an office that opens with the old key or with the new.
    """
    refuse_wrong(path, old)
    refuse_unfit_target(path)
    place = Path(os.path.realpath(path))
    with (
        in_words(),
        closing(sqlite.open_raw(place, old, sqlite.WRITER_CACHE_KIB)) as alone,
    ):
        _be_alone(alone, place)
        with wiped_if_replaced(place), half_made(place) as made:
            _fill(alone, made, place, new, watch)
            prove(made, new)
            _compare(alone, made, new)
            if os.name == "nt":  # replaces no file that is open
                alone.close()


def _be_alone(raw: Any, path: Path) -> None:
    """Bring in what the log holds, and keep everybody else out until the connection is closed."""
    try:
        with in_words():
            raw.execute("PRAGMA journal_mode = DELETE")
            raw.execute("PRAGMA locking_mode = EXCLUSIVE")
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
    except Refusal as refusal:
        if refusal.code == "store.busy":
            raise Refusal("passphrase.open_elsewhere", path=path) from refusal
        raise


def _fill(
    alone: Any, made: Path, place: Path, new: Key, watch: Callable[[int, int], None] | None
) -> None:
    told = None if watch is None else lambda _, left, total: watch(total - left, total)
    with closing(sqlite.open_raw(made, new, sqlite.WRITER_CACHE_KIB, create=True)) as raw:
        alone.backup(raw, pages=PAGES_AT_ONCE, progress=told)
        raw.execute("PRAGMA journal_mode = DELETE")
        node.take_over(raw, made, place)


def _compare(alone: Any, made: Path, new: Key) -> None:
    """Refuse the new file unless it holds the same tables, as many rows in each, the same last steps."""
    with closing(sqlite.open_raw(made, new, sqlite.WRITER_CACHE_KIB)) as raw:
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
