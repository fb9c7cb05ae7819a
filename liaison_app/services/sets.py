"""Plain sets of a record: topics, priorities, places, put as a whole.

Topics and priorities are found by their name, so that two people who add one add the same.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Table, select

from liaison_app.domain import codes
from liaison_app.domain.ids import named_id
from liaison_app.services.editing import Writing
from liaison_app.store.tables.meetings import priority, topic
from liaison_app.system.letters import fold


def put_set(write: Writing, link: Table, left: UUID, rights: Iterable[UUID]) -> None:
    """Make the set of ``left`` exactly these: missing ones linked, others taken out."""
    wanted = list(dict.fromkeys(rights))
    left_name, right_name = [c.name for c in link.c if c.name.endswith("_id")]
    linked = select(link.c[right_name]).where(~link.c.deleted, link.c[left_name] == left)
    present = set(write.records.connection.scalars(linked))
    for right in wanted:
        if right not in present:
            write.records.link(link, left, right)
    for right in present - set(wanted):
        write.records.unlink(link, left, right)


def put_topics(write: Writing, link: Table, left: UUID, names: Iterable[str]) -> None:
    """Make the topics of ``left`` exactly these; new ones are entered on the way."""
    put_set(write, link, left, [_topic(write, name.strip()) for name in names if name.strip()])


def put_priorities(write: Writing, link: Table, left: UUID, chosen: Iterable[str]) -> None:
    """Make the priorities of ``left`` exactly these codes (DOMAIN 8.6)."""
    put_set(write, link, left, [_priority(write, code) for code in chosen])


def _topic(write: Writing, name: str) -> UUID:
    row = named_id("topic", fold(name))
    if write.records.one(topic, row) is None:
        write.records.add(topic, id=row, name=name)
    else:
        write.records.change(topic, row, deleted=False)
    return row


def _priority(write: Writing, code: str) -> UUID:
    row = named_id("priority", codes.check("priority", code))
    if write.records.one(priority, row) is None:
        write.records.add(priority, id=row, code=code)
    return row
