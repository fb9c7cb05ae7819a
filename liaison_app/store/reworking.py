"""A backup written to: a copy of it is changed, proved and put in its place; until then it stays whole."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from liaison_app.domain.errors import Refusal
from liaison_app.store import node as nodes
from liaison_app.store.copies import is_copy, refuse_working
from liaison_app.store.copying import prove
from liaison_app.store.door import Store
from liaison_app.store.faults import making
from liaison_app.store.migrate import bring_up
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.sqlite.strangers import refuse_strangers
from liaison_app.store.writing_anew import alone_with
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
    with store.read() as connection:
        refuse_working(path, store.key, connection)
    with (
        wiped_if_replaced(path),
        half_made(path) as made,
        making(path),
        alone_with(path, store.key) as alone,
    ):
        _fill(alone, store, made)
        kept = bring_up(made, store.key, store.clock.now())
        if kept is not None:
            kept.unlink()
        with closing(_open(store, made)) as copy:
            yield copy
        with closing(sqlite.open_raw(made, store.key, sqlite.WRITER_CACHE_KIB)) as raw:
            raw.execute("PRAGMA journal_mode = DELETE")
            nodes.give_up(raw)
        prove(made, store.key)


def _fill(alone: Any, store: Store, made: Path) -> None:
    with closing(sqlite.open_raw(made, store.key, sqlite.WRITER_CACHE_KIB, create=True)) as raw:
        alone.backup(raw)
        raw.execute("PRAGMA journal_mode = DELETE")


def _open(store: Store, made: Path) -> Store:
    raw = sqlite.open_raw(made, store.key, sqlite.WRITER_CACHE_KIB)
    try:
        refuse_strangers(raw, made)
        raw.execute("PRAGMA journal_mode = WAL")
        with closing(sqlite.connected(raw)) as connection:
            node = nodes.another(connection, made)
        return Store(made, store.key, node, store.clock, raw)
    except BaseException:
        raw.close()
        raise
