"""The peers that DESIGN 7 names: plain SQLite on the same rows, without key, journal or search."""

import csv
import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel

from liaison_app.services.generating.drawing import Drawn

_PAGE = (
    "SELECT e.held_on, e.ref, e.title, e.status, j.name FROM engagement e "
    "JOIN jurisdiction j ON j.id = e.jurisdiction_id ORDER BY e.held_on DESC, e.n DESC"
)


def bare_table(path: Path, name: str, rows: Sequence[Drawn]) -> None:
    """executemany of drawn rows into a bare table of a plain file, in one transaction."""
    columns = list(rows[0])
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE TABLE {name} (n INTEGER PRIMARY KEY, {', '.join(columns)})")
    marks = ", ".join("?" * len(columns))
    with connection:
        connection.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})",
            ([plain(row[column]) for column in columns] for row in rows),
        )
    connection.close()


def bare_table_from(path: Path, source: Path) -> None:
    """The same for the rows of a CSV file, read by the standard library."""
    with source.open(encoding="utf-8", newline="") as lines:
        bare_table(path, "log", list(csv.DictReader(lines)))


def copy_to_disk(source: Path, copy: Path) -> None:
    """Copy a file until the disk has it."""
    shutil.copyfile(source, copy)
    with copy.open("rb+") as copied:
        os.fsync(copied.fileno())


def plain(value: Any) -> Any:
    """A value as the driver of the standard library takes it."""
    if value is None or isinstance(value, str | int):
        return value
    return value.bytes if hasattr(value, "bytes") else value.isoformat()


class PlainSearch:
    """One FTS5 table of a plain file with the same words of the same records."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("CREATE VIRTUAL TABLE found USING fts5(words, prefix='1 2 3')")

    def add(self, texts: Iterable[str]) -> None:
        """Add records' words; those without any are no hits."""
        with self._connection:
            self._connection.executemany(
                "INSERT INTO found (words) VALUES (?)", ((text,) for text in texts if text)
            )

    def search(self, typed: str) -> list[Any]:
        """The newest twenty rows with a word that begins so."""
        asked = " ".join(f'"{word}"*' for word in typed.split())
        return self._connection.execute(
            "SELECT rowid, words FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT 20",
            (asked,),
        ).fetchall()


class PlainList:
    """Qt's own model over the engagements of a plain file, newest first by an index."""

    def __init__(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE INDEX engagement_by_day ON engagement (held_on, n)")
            connection.execute("CREATE UNIQUE INDEX place ON jurisdiction (id)")
            connection.commit()
        self._application = QCoreApplication.instance() or QCoreApplication([])
        self._database = QSqlDatabase.addDatabase("QSQLITE", "plain")
        self._database.setDatabaseName(str(path))
        self._database.open()

    def first_page(self) -> QSqlQueryModel:
        """A model that shows the first rows, read to their last cell."""
        return self.jump(0)

    def jump(self, start: int) -> QSqlQueryModel:
        """A model that shows the 50 rows from ``start`` on; it has to fetch all before them."""
        model = QSqlQueryModel()
        model.setQuery(_PAGE, self._database)
        while model.rowCount() < start + 50 and model.canFetchMore():
            model.fetchMore()
        for row in range(start, min(start + 50, model.rowCount())):
            for column in range(model.columnCount()):
                model.data(model.index(row, column))
        return model


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
