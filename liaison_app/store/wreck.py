"""A damaged office, as far as it can be read: from a copy of its bytes, never from the file itself.

Each page has its own seal, and SQLCipher refuses one that is broken and, in the same connection,
whatever is asked after it. So a new connection goes on behind the damage, row by row.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Self

import sqlcipher3.dbapi2 as sqlcipher

from liaison_app.domain.errors import Refusal
from liaison_app.store.faults import in_words
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite

PAGE = 4096

_BROKEN = b"\xff" * PAGE
"""No seal fits this; noughts would pass for a page not written yet."""
_FIRST = -1
_STEPS = 4
"""Row numbers from one look behind a damaged page to the next; a page holds a few rows at least."""
_PATIENT = 64
"""Looks after which the damage must be larger than one page, and each step is twice the last."""
_LAST = 1 << 62


def broken_seals(path: Path, key: Key) -> tuple[int, ...]:
    """The numbers of the pages whose seal is broken. With a wrong key that is every page."""
    with in_words(), closing(sqlite.open_raw(path, key, None)) as raw:
        said = raw.execute("PRAGMA cipher_integrity_check").fetchall()
    found = (re.search(r"page (\d+)", line) for (line,) in said)
    return tuple(int(one[1]) for one in found if one)


def copy_bytes(source: Path, target: Path, key: Key) -> None:
    """Copy a file that no program has open, and what its log holds. What the disk can't read, and what
    was cut off at the end, stands there as pages with a broken seal."""
    for ending in ("", "-wal"):
        part = source.with_name(source.name + ending)
        if not part.exists():
            continue
        made = target.with_name(target.name + ending)
        made.touch(mode=0o600)
        with part.open("rb") as old, made.open("wb") as new:
            for at in range(0, part.stat().st_size, PAGE):
                new.write(_page(old, at) if ending else _page(old, at).ljust(PAGE, _BROKEN[:1]))
    with target.open("ab") as new:
        new.write(_BROKEN * max(_length(target, key) - target.stat().st_size // PAGE, 0))


def _length(path: Path, key: Key) -> int:
    """How many pages it had by its own account; 0 if its first page, which says so, is damaged."""
    try:
        with closing(sqlite.open_raw(path, key, None)) as raw:
            raw.execute("PRAGMA writable_schema = ON")
            return int(raw.execute("PRAGMA page_count").fetchone()[0])
    except sqlcipher.Error:
        return 0


def _page(old: Any, at: int) -> bytes:
    try:
        old.seek(at)
        read: bytes = old.read(PAGE)
        return read
    except OSError:
        return _BROKEN


class Wreck:
    """The copy, open for reading; ``close`` it. ``path`` is its own: nothing else has it open."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path, self._key = path, key
        self._raw = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._raw.close()

    @property
    def schema_is_read(self) -> bool:
        """Whether it says, to the last word, which tables there are."""
        try:
            return bool(self._asked("SELECT sum(length(sql)) FROM sqlite_schema")[0])
        except sqlcipher.Error:
            self.begin_anew()
            return False

    @property
    def schema(self) -> int:
        """The number of its tables' format."""
        return int(self._asked("PRAGMA user_version")[0])

    @property
    def is_whole(self) -> bool:
        """Whether its pages hang together."""
        try:
            return bool(self._asked("PRAGMA quick_check(1)")[0] == "ok")
        except sqlcipher.Error:
            self.begin_anew()
            return False

    def described(self) -> list[tuple[Any, ...]]:
        """What it says of its tables: name, page, statement."""
        return list(
            self._raw.execute("SELECT name, rootpage, sql FROM sqlite_schema ORDER BY rowid")
        )

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table, none if it isn't there."""
        found = self._raw.execute(f"PRAGMA table_info({table})").fetchall()
        return tuple(row[1] for row in found)

    def count(self, table: str) -> int | None:
        """How many rows a table had: its indexes know, even of those on damaged pages. None if none
        of them can be read."""
        found = self._of_index(table, "count(*)")
        return None if found is None else int(found[0][0])

    def keys(self, table: str, columns: Sequence[str]) -> set[tuple[Any, ...]] | None:
        """What an index over these columns says of all rows, even of those on damaged pages; None if it
        can't be read."""
        found = self._of_index(table, ", ".join(f'"{name}"' for name in columns))
        return None if found is None else set(found)

    def _of_index(self, table: str, wanted: str) -> list[tuple[Any, ...]] | None:
        for row in self._raw.execute(f"PRAGMA index_list({table})").fetchall():
            if row[4]:  # of some rows only
                continue
            try:
                found: list[tuple[Any, ...]] = self._raw.execute(
                    f'SELECT {wanted} FROM {table} INDEXED BY "{row[1]}"'
                ).fetchall()
                return found
            except sqlcipher.Error:
                self.begin_anew()
        try:
            return list(self._raw.execute(f"SELECT {wanted} FROM {table} NOT INDEXED"))
        except sqlcipher.Error:
            self.begin_anew()
            return None

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a table that can be read, by row number, as SQLite holds them."""
        names = ", ".join(f'"{name}"' for name in columns)
        after = f"SELECT rowid, {names} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
        last: int | None = _FIRST
        while last is not None:
            try:
                for number, *row in self._raw.execute(after, (last,)):
                    last = number
                    yield tuple(row)
                return
            except sqlcipher.Error:
                self.begin_anew()
                last = self._behind(table, f"{after} LIMIT 1", last)

    def _behind(self, table: str, after: str, last: int) -> int | None:
        """The row number after which reading goes on behind the damage; None if it never does."""
        highest = self._of_index(table, "max(rowid)")
        end = _LAST if highest is None else highest[0][0] or 0
        broken, step, looks = last, _STEPS, 0
        while not self._reads(after, broken + step):
            broken, looks = broken + step, looks + 1
            if looks > _PATIENT:
                step *= 2
            if broken >= end:
                return None
        whole = broken + step
        while whole - broken > 1:
            middle = (broken + whole) // 2
            if self._reads(after, middle):
                whole = middle
            else:
                broken = middle
        return whole

    def _reads(self, after: str, last: int) -> bool:
        try:
            self._raw.execute(after, (last,)).fetchall()
        except sqlcipher.Error:
            self.begin_anew()
            return False
        return True

    def _asked(self, statement: str) -> Any:
        return self._raw.execute(statement).fetchone()

    def begin_anew(self) -> None:
        """Open it again: after a broken page a connection reads nothing more."""
        with suppress(sqlcipher.Error):
            self._raw.close()
        self._raw = self._opened()

    def _opened(self) -> Any:
        """With a schema that may be written a file is opened that lacks pages at its end."""
        try:
            raw = sqlite.open_raw(self._path, self._key, None)
            raw.execute("PRAGMA writable_schema = ON")
            return raw
        except sqlcipher.Error as fault:
            raise Refusal("salvage.unreadable") from fault
