"""The peers that DESIGN 7 names: plain SQLite on the same rows, without key, journal or search."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from liaison_app.services.generating.drawing import Drawn


def bare_tables(path: Path, kinds: Iterable[tuple[str, Sequence[Drawn]]]) -> None:
    """executemany of drawn rows into bare tables of a plain file, one transaction a table."""
    connection = sqlite3.connect(path)
    for name, rows in kinds:
        columns = list(rows[0])
        connection.execute(f"CREATE TABLE {name} (n INTEGER PRIMARY KEY, {', '.join(columns)})")
        marks = ", ".join("?" * len(columns))
        with connection:
            connection.executemany(
                f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})",
                ([plain(row[column]) for column in columns] for row in rows),
            )
    connection.close()


def plain(value: Any) -> Any:
    """A value as the driver of the standard library takes it."""
    if value is None or isinstance(value, str | int):
        return value
    return value.bytes if hasattr(value, "bytes") else value.isoformat()


class PlainSearch:
    """One FTS5 table of a plain file with the same titles and notes."""

    def __init__(self, path: Path, rows: Iterable[tuple[int, str]]) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("CREATE VIRTUAL TABLE found USING fts5(words, prefix='1 2 3')")
        with self._connection:
            self._connection.executemany("INSERT INTO found (rowid, words) VALUES (?, ?)", rows)

    def search(self, typed: str) -> list[Any]:
        """The newest twenty rows with a word that begins so."""
        asked = " ".join(f'"{word}"*' for word in typed.split())
        return self._connection.execute(
            "SELECT rowid, words FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT 20",
            (asked,),
        ).fetchall()


class PlainEdits:
    """Single commits into a plain file, ``synchronous = FULL``."""

    def __init__(self, path: Path, rows: int) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        with self._connection:
            self._connection.execute("CREATE TABLE engagement (n INTEGER PRIMARY KEY, notes)")
            self._connection.executemany(
                "INSERT INTO engagement VALUES (?, '')", ((n,) for n in range(rows))
            )

    def edit(self, n: int) -> None:
        """Change one row and commit."""
        with self._connection:
            self._connection.execute(
                "UPDATE engagement SET notes = ? WHERE n = ?", (f"Edit {n}", n)
            )
