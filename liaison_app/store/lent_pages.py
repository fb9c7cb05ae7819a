"""Pages lent to a damaged file by a new one: those that say which tables there are and where.

All offices made by one version say that on the same pages, and a page sealed with the same key under
the same number fits. Whether it did is proved: all the file says must be what the new one says.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from uuid import UUID

from liaison_app.store import office_file
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.wreck import PAGE, Wreck

_NOBODY = UUID(int=0)


def lend(damaged: Path, key: Key, pages: Iterable[int]) -> None:
    """Put pages of a new office of this key in the place of those of ``pages`` that can only have said
    where the tables are; ``damaged`` is left as it was if they don't fit. The new office stands beside
    it, for whoever called this to remove."""
    new = damaged.with_name(f"{damaged.name}-new")
    new.touch(mode=0o600)
    office_file.fill_new(new, key, _NOBODY, _NOBODY)
    with Wreck(new, key) as whole:
        said = whole.described()
    last, roots = new.stat().st_size // PAGE, {place for _, place, _ in said}
    lent = [one for one in pages if one <= last and one not in roots]
    if 1 in lent:
        _grow(new, key, damaged.stat().st_size)
    before = {one: _swap(damaged, one, _page(new, one)) for one in lent}
    with Wreck(damaged, key) as mended:
        fits = mended.schema_is_read and mended.described() == said
    if not fits:
        for one, old in before.items():
            _swap(damaged, one, old)


def _grow(new: Path, key: Key, size: int) -> None:
    """Make it as long as the damaged file: its first page says how long it is."""
    with closing(sqlite.open_raw(new, key, sqlite.WRITER_CACHE_KIB)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        while (missing := size - new.stat().st_size) > 0:
            raw.execute(
                "INSERT INTO draft (page, kept_at, content) VALUES ('', '', zeroblob(?))",
                (min(missing, 100_000_000),),
            )


def _page(file: Path, number: int) -> bytes:
    with file.open("rb") as opened:
        opened.seek((number - 1) * PAGE)
        return opened.read(PAGE)


def _swap(file: Path, number: int, new: bytes) -> bytes:
    old = _page(file, number)
    with file.open("r+b") as opened:
        opened.seek((number - 1) * PAGE)
        opened.write(new)
    return old
