"""The bytes of attachments and of what packets were made from: each kept once, by its digest.

``blob`` is a local table. The journal holds the digests; a blob that no row names, not even a
deleted one, is dropped when something is erased, and only then.
"""

import hashlib
import json
from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from liaison_app.store.held import holder
from liaison_app.store.tables.papers import attachment, blob, packet

_NAMED_BY = (attachment.c.sha256, packet.c.content_sha256)
"""The columns that name a blob."""


def keep(connection: Connection, content: bytes) -> str:
    """Keep these bytes, in the write that names them; returns their SHA-256 in hex."""
    digest = hashlib.sha256(content).hexdigest()
    known = connection.scalar(select(blob.c.sha256).where(blob.c.sha256 == digest))
    if known is None:
        row = {"sha256": digest, "size": len(content), "content": content}
        connection.execute(insert(blob), row)
    return digest


def content_of(connection: Connection, digest: str) -> bytes | None:
    """The bytes of this digest, None where they are not here."""
    found: bytes | None = connection.scalar(select(blob.c.content).where(blob.c.sha256 == digest))
    return found


def damaged(connection: Connection) -> Iterator[str]:
    """The digests of those that are not what they were."""
    for digest in connection.scalars(select(blob.c.sha256).order_by(blob.c.sha256)).all():
        content = content_of(connection, digest)
        if content is None or hashlib.sha256(content).hexdigest() != digest:
            yield digest


def missing(connection: Connection) -> Iterator[str]:
    """The digests that living rows name and whose bytes are not here."""
    kept = select(blob.c.sha256)
    for column in _NAMED_BY:
        named = select(column).where(
            ~column.table.c.deleted, column.is_not(None), column.not_in(kept)
        )
        yield from connection.scalars(named.distinct()).all()


def packets_saying(
    connection: Connection, records: Collection[UUID], names: Collection[str]
) -> Iterator[UUID]:
    """The packet versions about one of these records, or made from what says one of these names.

    Those of a trip or an engagement under a legal hold are left as they are.
    """
    for row in every_packet_saying(connection, records, names):
        if holder(connection, packet.name, row) is None:
            yield row


def every_packet_saying(
    connection: Connection, records: Collection[UUID], names: Collection[str]
) -> Iterator[UUID]:
    """Like ``packets_saying``, those that are held too."""
    p = packet.c
    kept = select(p.id, p.trip_id, p.engagement_id, p.content_sha256)
    for row in connection.execute(kept.where(p.content_sha256.is_not(None))).all():
        content = content_of(connection, row.content_sha256) or b""
        if {row.trip_id, row.engagement_id} & set(records) or any(
            json.dumps(name, ensure_ascii=False)[1:-1].encode() in content for name in names
        ):
            yield row.id


def drop_unnamed(connection: Connection) -> None:
    """Drop the bytes that no row names any more."""
    named = [blob.c.sha256.not_in(select(c).where(c.is_not(None))) for c in _NAMED_BY]
    connection.execute(delete(blob).where(*named))
