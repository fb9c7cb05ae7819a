"""Sealing a step: its digest over header and changes, chained to the step before of its node."""

import secrets
from uuid import UUID

from sqlalchemy import Connection, insert, select

from liaison_app.store import digest
from liaison_app.store.steps import StepHead
from liaison_app.store.tables.journal import change, step

_CHANGES = (
    select(
        change.c.tbl,
        change.c.row,
        change.c.col,
        change.c.before,
        change.c.after,
        change.c.bases,
        change.c.salt,
        change.c.leaf,
    )
    .order_by(change.c.row, change.c.col)
    .execution_options(yield_per=10_000)
)


def leaves(connection: Connection, number: int, salt: bytes | None) -> list[bytes]:
    """The hashes of a step's changes, in order of row and column, erased ones as they were kept."""
    found = []
    for tbl, row, col, before, after, bases, own_salt, kept in connection.execute(
        _CHANGES.where(change.c.step == number)
    ):
        if kept is not None:
            found.append(kept)
            continue
        one_salt = own_salt or digest.leaf_salt(salt or b"", UUID(str(row)), col)
        found.append(digest.leaf(one_salt, tbl, str(row), col, before, after, bases))
    return found


def write_step(connection: Connection, head: StepHead) -> None:
    """Seal the step and write it into the journal."""
    prior = connection.scalar(
        select(step.c.digest).where(step.c.node == head.node, step.c.seq == head.seq - 1)
    )
    salt = secrets.token_bytes(16)
    sealed = digest.seal(prior or digest.FIRST, head.sealed(), leaves(connection, head.n, salt))
    connection.execute(
        insert(step).values(
            n=head.n,
            node=head.node,
            seq=head.seq,
            hlc=head.hlc,
            schema=head.schema,
            verb=head.verb,
            subject=head.subject,
            officer=head.officer,
            office=head.office,
            made_at=head.made_at,
            undoes=head.undoes,
            prior=prior or digest.FIRST,
            salt=salt,
            digest=sealed,
        )
    )
