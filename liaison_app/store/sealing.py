"""Sealing a step: its digest over header and changes, chained to the step before of its node."""

import secrets
from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from liaison_app.store import digest
from liaison_app.store.steps import StepHead
from liaison_app.store.tables.journal import step

_CHANGES = (
    "SELECT tbl, row, col, before, after, bases, salt, leaf FROM change "
    "WHERE step = ? ORDER BY row, col"
)


def leaves(connection: Connection, number: int, salt: bytes | None) -> Iterator[bytes]:
    """The hashes of a step's changes, in order of row and column, erased ones as they were kept."""
    salt_of = digest.leaf_salts(salt or b"")
    cursor = connection.exec_driver_sql(_CHANGES, (number,))
    for tbl, row, col, before, after, bases, own_salt, kept in cursor:
        if kept is not None:
            yield kept
            continue
        one_salt = own_salt or salt_of(row, col)
        yield digest.leaf(one_salt, tbl, _text_of(row), col, before, after, bases)


def _text_of(row: bytes) -> str:
    """An identity's 36 characters, made faster than ``UUID`` does."""
    h = row.hex()
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def write_step(connection: Connection, number: int, head: StepHead) -> None:
    """Seal the step and write it into the journal as its row ``number``."""
    prior = connection.scalar(
        select(step.c.digest).where(step.c.node == head.node, step.c.seq == head.seq - 1)
    )
    salt = secrets.token_bytes(16)
    sealed = digest.seal(prior or digest.FIRST, head.sealed(), leaves(connection, number, salt))
    connection.execute(
        insert(step).values(
            n=number,
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
