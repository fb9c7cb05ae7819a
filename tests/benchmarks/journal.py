"""What the journal costs: the same rows and edits through the door, and without triggers round it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from liaison_app.domain.ids import new_id
from liaison_app.services.generating.making import FOUNDING
from liaison_app.services.office import Office, Profile, found_office
from liaison_app.store.birth import Births
from liaison_app.store.records import Records
from liaison_app.store.refs import References
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.store.tables.meetings import participation
from liaison_app.system.clock import Clock
from tests.benchmarks.table import Measured, timed

_ROWS = 20_000

_Write = Callable[[Records], object]


def journal_costs(folder: Path) -> Iterator[Measured]:
    """Rows added and cells changed, many at once: seconds, and bytes of the file a change."""
    profile = Profile(folder / "copies.json")
    office = found_office(folder / "journal.liaison", "six larks", FOUNDING, Clock(), profile)
    office.store.forget_traces()
    plain = folder / "plain.liaison"
    shutil.copy(office.path, plain)
    meeting = new_id(0)
    rows = [{"id": new_id(n), "engagement_id": meeting, "role": "principal"} for n in range(_ROWS)]
    notes = [{"id": row["id"], "note": f"Note {n}"} for n, row in enumerate(rows)]

    def add(records: Records) -> object:
        return records.add_many(participation, rows)

    def change(records: Records) -> None:
        records.change_many(participation, notes)

    with closing(sqlite.open_raw(plain, office.store.key, sqlite.BULK_CACHE_KIB)) as raw:
        _drop_triggers(raw)
        with closing(sqlite.connected(raw)) as connection:
            yield _compared(f"add {_ROWS:,} rows in one step", office, connection, plain, add)
            yield _compared(
                f"change {_ROWS:,} cells in one step", office, connection, plain, change
            )
    office.close()


def _drop_triggers(raw: Any) -> None:
    named = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in named:
        raw.execute(f'DROP TRIGGER "{name}"')


def _compared(
    what: str, office: Office, connection: Connection, plain: Path, write: _Write
) -> Measured:
    before = office.path.stat().st_size, plain.stat().st_size
    peer = timed("the same rows, no journal", [partial(_without_journal, connection, write)])
    journalled = timed(what, [partial(_through_the_door, office, write)], peer)
    after = office.path.stat().st_size, plain.stat().st_size
    more = (after[0] - before[0]) - (after[1] - before[1])
    micros = (journalled.middle - peer.middle) / _ROWS * 1e6
    return replace(
        journalled, per=f"{micros:.0f} µs and {more / _ROWS:.0f} bytes a change for the journal"
    )


def _through_the_door(office: Office, write: _Write) -> None:
    with office.store.write("trial", bulk=True) as records:
        write(records)
    office.store.forget_traces()


def _without_journal(connection: Connection, write: _Write) -> None:
    now = Clock().now()
    births = Births(connection, References(connection, ""), now)
    connection.exec_driver_sql("BEGIN")
    write(Records(connection, births, now, None))
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
