"""A backup written to: a copy of it is changed, proved and put in its place; until then it stays whole."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from liaison_app.domain.errors import Refusal
from liaison_app.store import node as nodes
from liaison_app.store.copies import is_copy
from liaison_app.store.copying import fill_copy, prove
from liaison_app.store.door import Store
from liaison_app.store.faults import in_words, making
from liaison_app.store.migrate import bring_up
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.files import half_made
from liaison_app.system.wiping import wiped_if_replaced


@contextmanager
def reworked(store: Store, path: Path) -> Iterator[Store]:
    """The backup of this office at ``path``, open to be written to.

    The file takes in what the block wrote when it ends, and the bytes that stood there are
    overwritten; an error inside leaves it as it was. What is written bears a node of its own: under
    the office's it would be a step that the office never wrote. Refuses what is no copy of the office,
    and one that is open somewhere: a restored copy is worked with, too.
    """
    if not is_copy(store, path):
        raise Refusal("copies.not_a_copy", path=path)
    before = _last_step_alone(store, path)
    with wiped_if_replaced(path), half_made(path) as made, making(path):
        fill_copy(path, store.key, made)
        kept = bring_up(made, store.key, store.clock.now())
        if kept is not None:
            kept.unlink()
        with closing(_open(store, made)) as copy:
            yield copy
        with closing(sqlite.open_raw(made, store.key, sqlite.WRITER_CACHE_KIB)) as raw:
            raw.execute("PRAGMA journal_mode = DELETE")
            nodes.give_up(raw)
        prove(made, store.key)
        if _last_step_alone(store, path) != before:
            raise Refusal("copies.in_use", path=path)


def _last_step_alone(store: Store, path: Path) -> int:
    with in_words(path), closing(sqlite.open_raw(path, store.key, sqlite.WRITER_CACHE_KIB)) as raw:
        try:
            raw.execute("PRAGMA busy_timeout = 0")
            raw.execute("PRAGMA journal_mode = DELETE")
            raw.execute("BEGIN EXCLUSIVE")
        except sqlcipher.OperationalError as fault:
            raise Refusal("copies.in_use", path=path) from fault
        return int(raw.execute("SELECT coalesce(max(n), 0) FROM step").fetchone()[0])


def _open(store: Store, made: Path) -> Store:
    raw = sqlite.open_raw(made, store.key, sqlite.WRITER_CACHE_KIB)
    raw.execute("PRAGMA journal_mode = WAL")
    with closing(sqlite.connected(raw)) as connection:
        node = nodes.another(connection, made)
    return Store(made, store.key, node, store.clock, raw)
