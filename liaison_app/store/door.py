"""The door: every write is a named step, and one transaction.

    with store.write("commitment.fulfil", commitment_id) as records:
        records.change(commitment, commitment_id, status="fulfilled")

What changed is captured by triggers, brought into its final form when the block ends, sealed and
committed; an error inside takes all of it back. A write that changes nothing leaves no step.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, func, select, text

from liaison_app.domain.errors import Refusal
from liaison_app.store import hlc
from liaison_app.store.birth import Births
from liaison_app.store.faults import in_words
from liaison_app.store.finishing import finish, finish_brought_in
from liaison_app.store.indexing import make_touched
from liaison_app.store.key import Key
from liaison_app.store.node import Node, as_handed_over
from liaison_app.store.records import Records
from liaison_app.store.refs import References
from liaison_app.store.sealing import write_step
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.steps import StepHead, Written, step_ref
from liaison_app.store.tables.every import SCHEMA
from liaison_app.store.tables.journal import change, step
from liaison_app.system.clock import Clock

_ROWS_NAMED = 1_000

UNWRITTEN = 0
"""The number of no step: under it stands what is captured while other copies' steps are brought in."""


class Store:
    """An open office file: one connection that writes, one that reads a snapshot of its own.

    Each may be used from any thread, one at a time: the window gives each a thread, so that reading
    never waits for a write and can be interrupted.
    """

    def __init__(
        self, path: Path, key: Key, node: Node, clock: Clock, writer: Any | None = None
    ) -> None:
        """``writer``: a bare connection to the file that is open already; each costs time to make."""
        self.path = path
        self.key = key
        self.node = node
        self.clock = clock
        self.after_write: list[Callable[[Written], None]] = []
        self._raw_writer = writer or sqlite.open_raw(path, key, sqlite.WRITER_CACHE_KIB)
        self._raw_reader = sqlite.open_raw(path, key, sqlite.READER_CACHE_KIB)
        self._writer = sqlite.connected(self._raw_writer)
        self._reader = sqlite.connected(self._raw_reader)
        make_touched(self._writer)
        self._writing, self._reading = RLock(), RLock()
        self._file = _identity(path)

    @contextmanager
    def write(
        self,
        verb: str,
        subject: UUID | None = None,
        *,
        undoes: str | None = None,
        bulk: bool = False,
    ) -> Iterator[Records]:
        """Open the door for one step. ``bulk``: many rows at once, safe to lose on a power cut
        (never torn). Refuses when the file was moved away, the disk is full or another program
        holds the file for longer than five seconds."""
        connection = self._writer
        cache = sqlite.BULK_CACHE_KIB if bulk else sqlite.WRITER_CACHE_KIB
        with self._opened("NORMAL" if bulk else "FULL", cache):
            number = (connection.scalar(select(func.max(step.c.n))) or 0) + 1
            connection.execute(text("INSERT INTO door VALUES (:n, 'write')"), {"n": number})
            self.node = as_handed_over(connection, self.node)
            references = References(connection, self.node.series)
            now = self.clock.now()
            births = Births(connection, references, now)
            records = Records(connection, births, now, subject)
            yield records
            written = self._close(records, births, number, verb, undoes)
            self._end(keep=written is not None)
        self._tell(written)

    @contextmanager
    def bring_in(self, verb: str) -> Iterator[Connection]:
        """Open the door for steps that other copies wrote; one transaction.

        What the triggers capture meanwhile is what these steps change here: it renews what is
        derived and searched, and is taken out again, as the steps themselves are the journal of it.
        """
        connection = self._writer
        with self._opened("FULL", sqlite.BULK_CACHE_KIB):
            connection.execute(text("INSERT INTO door VALUES (:n, 'write')"), {"n": UNWRITTEN})
            yield connection
            now = self.clock.now()
            finish_brought_in(connection, UNWRITTEN, f"{now:%Y-%m-%dT%H:%M:%SZ}")
            written = _written(connection, UNWRITTEN, "", verb, None)
            for journal in ("change", "change_private"):
                connection.execute(text(f"DELETE FROM {journal} WHERE step = {UNWRITTEN}"))
            connection.execute(text("DELETE FROM door"))
            self._end(keep=True)
        self._tell(written)

    @contextmanager
    def _opened(self, synchronous: str, cache_kib: int) -> Iterator[None]:
        """One transaction of the writer with the door ready to be opened; an error takes all back."""
        with self._writing, in_words(self.path):
            self.still_there()
            connection = self._writer
            _say(connection, f"PRAGMA synchronous = {synchronous}")
            _say(connection, f"PRAGMA cache_size = -{cache_kib}")
            _say(connection, "BEGIN IMMEDIATE")
            try:
                connection.execute(text("DELETE FROM door"))
                yield
            except BaseException:
                if self._raw_writer.in_transaction:
                    _say(connection, "ROLLBACK")
                raise

    def _end(self, *, keep: bool) -> None:
        self.still_there()
        _say(self._writer, "COMMIT" if keep else "ROLLBACK")

    def _tell(self, written: Written | None) -> None:
        if written:
            if "setting" in written.cells:
                with self._writing:
                    self.node = as_handed_over(self._writer, self.node)
            for told in self.after_write:
                told(written)

    @contextmanager
    def write_local(self) -> Iterator[Connection]:
        """Write what this copy keeps for itself (ledger, drafts): no step, and the door stays shut."""
        with self._writing, in_words(self.path):
            self.still_there()
            _say(self._writer, "PRAGMA synchronous = FULL")
            _say(self._writer, "BEGIN IMMEDIATE")
            try:
                yield self._writer
                _say(self._writer, "COMMIT")
            except BaseException:
                if self._raw_writer.in_transaction:
                    _say(self._writer, "ROLLBACK")
                raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot to read from; nothing written meanwhile is seen in it."""
        with self._reading, in_words(self.path):
            _say(self._reader, "BEGIN")
            try:
                yield self._reader
            finally:
                if self._raw_reader.in_transaction:
                    _say(self._reader, "ROLLBACK")

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """A snapshot on a connection of its own, for what takes long and must not hold up others."""
        with (
            in_words(self.path),
            closing(sqlite.open_raw(self.path, self.key, sqlite.READER_CACHE_KIB)) as raw,
            closing(sqlite.connected(raw)) as connection,
        ):
            _say(connection, "BEGIN")
            yield connection

    def interrupt_reading(self) -> None:
        """Stop the query that is running on the reading side; it raises in its own thread."""
        with suppress(sqlcipher.ProgrammingError):  # closed: nothing is running
            self._raw_reader.interrupt()

    def data_version(self) -> int:
        """A number that changes with every write to the file, ours and those of other programs."""
        with self._reading:
            return int(self._raw_reader.execute("PRAGMA data_version").fetchone()[0])

    def forget_traces(self) -> None:
        """Empty the write-ahead log, which still holds pages as they were."""
        with self._writing, in_words(self.path):
            _say(self._writer, "PRAGMA wal_checkpoint(TRUNCATE)")

    def still_there(self) -> None:
        """Refuse when the file that is open is not the file at its path any more."""
        if _identity(self.path) != self._file:
            raise Refusal("store.moved", path=self.path)

    def close(self) -> None:
        """Close the file and leave no journal of SQLite's beside it."""
        self.interrupt_reading()
        with self._writing, self._reading:
            for connection in (self._reader, self._writer):
                connection.close()
            self._raw_reader.close()
            self._raw_writer.close()

    def _close(
        self, records: Records, births: Births, number: int, verb: str, undoes: str | None
    ) -> Written | None:
        connection = self._writer
        now = records.now
        touched = finish(connection, number, f"{now:%Y-%m-%dT%H:%M:%SZ}", births.count)
        if not touched:
            return None
        head = self._head(records, verb, undoes)
        write_step(connection, number, head)
        connection.execute(text("DELETE FROM door"))
        records.step = step_ref(self.node.series, head.seq)
        return _written(connection, number, records.step, verb, records.subject)

    def _head(self, records: Records, verb: str, undoes: str | None) -> StepHead:
        connection, node = self._writer, self.node
        newest = select(func.max(step.c.seq)).where(step.c.node == node.name)
        latest = _latest_within_reach(connection, records.now)
        return StepHead(
            node=node.name,
            seq=(connection.scalar(newest) or 0) + 1,
            hlc=hlc.after(latest, records.now, node.name),
            schema=SCHEMA,
            verb=verb,
            subject=records.subject,
            officer=node.officer,
            office=node.office,
            made_at=records.now.replace(microsecond=0),
            undoes=undoes,
        )


def _latest_within_reach(connection: Connection, now: datetime) -> str | None:
    limit = hlc.limit(now)
    latest: str | None = connection.scalar(select(func.max(step.c.hlc)).where(step.c.hlc < limit))
    return latest


def _say(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _written(
    connection: Connection, number: int, ref: str, verb: str, subject: UUID | None
) -> Written:
    cells: dict[str, set[str]] = {}
    touched = select(change.c.tbl, change.c.col).where(change.c.step == number).distinct()
    for tbl, col in connection.execute(touched):
        cells.setdefault(tbl, set()).add(col)
    rows = connection.scalars(
        select(change.c.row).where(change.c.step == number).distinct().limit(_ROWS_NAMED + 1)
    ).all()
    return Written(
        ref=ref,
        verb=verb,
        subject=subject,
        cells={tbl: frozenset(cols) for tbl, cols in cells.items()},
        rows=frozenset(rows) if len(rows) <= _ROWS_NAMED else None,
    )
