"""Where somebody's names stand in what is said of others: in titles, notes and what they ever said.

A name is met in small and capital letters alike. Those of other people are left alone: two may have
the same name.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from liaison_app.store.tables.declare import Keep, columns_kept, journalled_tables, metadata
from liaison_app.store.tables.journal import change
from liaison_app.store.tables.types import Words

_ELSEWHERE = frozenset({"person", "person_private", "attachment", "source_row"})
"""Tables of which an erasure has its own way."""


def mentions(connection: Connection, names: Iterable[str]) -> Iterator[tuple[str, UUID, str]]:
    """The cells (table, row, column) that say one of these names, or said it once."""
    said = sorted(names)
    if not said:
        return
    found = dict[tuple[str, UUID, str], None]()
    for table in journalled_tables():
        if table.name in _ELSEWHERE:
            continue
        for column in columns_kept(table, Keep.JOURNALLED):
            if isinstance(column.type, Words):
                says = or_(*(column.ilike(_like(name), escape="\\") for name in said))
                for row in connection.scalars(select(table.c.id).where(says)):
                    found[table.name, row, column.name] = None
    quoted = [_like(json.dumps(name, ensure_ascii=False)[1:-1]) for name in said]
    columns = (change.c.before, change.c.after)
    says = or_(*(one.ilike(text, escape="\\") for one in columns for text in quoted))
    rows = connection.execute(
        select(change.c.tbl, change.c.row, change.c.col, change.c.after).where(
            says, change.c.tbl.not_in(_ELSEWHERE)
        )
    )
    for tbl, row, col, after in rows.all():
        for name in _columns_saying(after, said) if col == "*" else (col,):
            if isinstance(metadata.tables[tbl].c[name].type, Words):
                found[tbl, row, name] = None
    yield from found


def without(text: str, names: Iterable[str], instead: str) -> str:
    """A text with each of these names written as ``instead``."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name), lambda _: instead, text, flags=re.IGNORECASE)
    return text


def _columns_saying(image: str | None, names: Iterable[str]) -> list[str]:
    cells: dict[str, Any] = json.loads(image or "{}")
    folded = [name.lower() for name in names]
    return [
        column
        for column, value in cells.items()
        if isinstance(value, str) and any(name in value.lower() for name in folded)
    ]


def _like(name: str) -> str:
    for special in ("\\", "%", "_"):
        name = name.replace(special, "\\" + special)
    return f"%{name}%"
