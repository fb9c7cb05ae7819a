"""The log of this copy's backups: what is where, up to which step, and what went wrong last.

A local table: where one copy keeps its backups is no record of the office.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from liaison_app.store.backup import Backup
from liaison_app.store.door import Store
from liaison_app.store.tables.house import backup_log as log
from liaison_app.store.tables.house import backup_place
from liaison_app.store.tables.journal import step


@dataclass(frozen=True)
class Failure:
    """The last try to make a backup in a folder, if nothing came of it; ``why`` is a refusal's code."""

    at: datetime
    why: str


def enter(store: Store, made: Backup, *, by_hand: bool = False) -> None:
    """Enter a backup that was read back; ``by_hand``: into a folder that somebody named."""
    with store.write_local() as connection:
        _forget_failures(connection, made.path.parent)
        connection.execute(
            insert(log).values(
                made_at=made.made_at,
                folder=_place(made.path.parent),
                name=os.fsencode(made.path.name),
                size=made.size,
                step=made.step,
                sound=True,
                by_hand=by_hand,
            )
        )


def enter_failure(store: Store, folder: Path, failed: Failure) -> None:
    """Enter that nothing came of a backup."""
    with store.write_local() as connection:
        _forget_failures(connection, folder)
        connection.execute(
            insert(log).values(
                made_at=failed.at,
                folder=_place(folder),
                name=b"",
                sound=False,
                why=failed.why,
            )
        )


def forget(store: Store, removed: Iterable[Path]) -> None:
    """Backups that are no more."""
    with store.write_local() as connection:
        for path in removed:
            connection.execute(delete(log).where(*_is(path)))


def rename(store: Store, old: Path, new: Path) -> None:
    """A backup that has another name now."""
    with store.write_local() as connection:
        connection.execute(update(log).where(*_is(old)).values(name=os.fsencode(new.name)))


def last_in(connection: Connection, folder: Path) -> Backup | None:
    """The last backup in a folder, as the log has it: whether it is still there is another matter."""
    found = connection.execute(
        select(log)
        .where(log.c.sound, log.c.folder == _place(folder))
        .order_by(log.c.made_at.desc(), log.c.n.desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    return Backup(folder / os.fsdecode(found.name), found.made_at, found.size, found.step)


def made_by_itself(connection: Connection, folder: Path) -> frozenset[Path]:
    """The backups that this copy, and no other of the office, put in a folder without being asked."""
    found = connection.scalars(
        select(log.c.name).where(
            log.c.sound, log.c.folder == _place(folder), log.c.by_hand.is_not(True)
        )
    )
    return frozenset(folder / os.fsdecode(name) for name in found)


def entered(connection: Connection) -> tuple[Path, ...]:
    """Every backup in the log, whether it is still there or not."""
    found = connection.execute(
        select(log.c.folder, log.c.name).where(log.c.sound).order_by(log.c.n)
    )
    return tuple(Path(os.fsdecode(one.folder), os.fsdecode(one.name)) for one in found)


def failure_in(connection: Connection, folder: Path) -> Failure | None:
    """What went wrong in a folder, if nothing has gone right there since."""
    found = connection.execute(
        select(log).where(~log.c.sound, log.c.folder == _place(folder))
    ).one_or_none()
    return None if found is None else Failure(found.made_at, found.why)


def newest_step(connection: Connection) -> int:
    """The highest step of the office: a backup up to it lacks nothing."""
    return connection.scalar(select(func.max(step.c.n))) or 0


def second_place(connection: Connection) -> Path | None:
    """The second folder that backups go to."""
    found = connection.scalar(select(backup_place.c.folder))
    return None if found is None else Path(os.fsdecode(found))


def choose_second_place(store: Store, folder: Path | None) -> None:
    """Have backups go to this folder too, or to none."""
    with store.write_local() as connection:
        connection.execute(delete(backup_place))
        if folder is not None:
            connection.execute(insert(backup_place).values(n=1, folder=_place(folder)))


def _place(folder: Path) -> bytes:
    return os.fsencode(folder.absolute())


def _is(path: Path) -> tuple[ColumnElement[bool], ...]:
    return log.c.folder == _place(path.parent), log.c.name == os.fsencode(path.name)


def _forget_failures(connection: Connection, folder: Path) -> None:
    connection.execute(delete(log).where(~log.c.sound, log.c.folder == _place(folder)))
