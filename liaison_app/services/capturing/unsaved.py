"""What is typed and not saved: kept in this copy every few seconds, so that a crash loses little.

A draft is no record: it makes no step, isn't undone and isn't sent anywhere.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from liaison_app.services.office import Office
from liaison_app.store.tables.house import draft


@dataclass(frozen=True)
class Kept:
    """The draft of a page: what it held, and since when (UTC)."""

    content: bytes
    kept_at: datetime


def keep(office: Office, page: str, content: bytes) -> datetime:
    """Keep what a page holds instead of what was kept of it before; when that was (UTC)."""
    now = office.clock.now()
    with office.store.write_local() as connection:
        connection.execute(delete(draft).where(draft.c.page == page))
        connection.execute(insert(draft), {"page": page, "kept_at": now, "content": content})
    return now


def kept(office: Office, page: str) -> Kept | None:
    """What was kept of a page, if anything."""
    with office.read() as connection:
        chosen = select(draft.c.content, draft.c.kept_at).where(draft.c.page == page)
        row = connection.execute(chosen.order_by(draft.c.n.desc())).first()
    return None if row is None else Kept(row.content, row.kept_at)


def forget(office: Office, page: str) -> None:
    """Keep nothing of a page: it was saved, or given up."""
    with office.store.write_local() as connection:
        connection.execute(delete(draft).where(draft.c.page == page))
