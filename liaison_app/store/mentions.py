"""Where somebody's names stand in what is said of others: in titles, notes and what they ever said.

A name is met in small and capital letters alike, with its marks and without ("Ruíz", "RUIZ"). Those
of other people are left alone: two may have the same name.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from liaison_app.store.tables.declare import Keep, columns_kept, journalled_tables, metadata
from liaison_app.store.tables.journal import change
from liaison_app.store.tables.types import Words

_ELSEWHERE = frozenset({"person", "person_private", "attachment", "source_row"})
"""Tables of which an erasure has its own way."""


Place = tuple[str, UUID, str]
"""A cell: table, row, column."""


def mentions(connection: Connection, names: Iterable[str]) -> list[Place]:
    """The cells that say one of these names, or said it once."""
    said = sorted(names)
    if not said:
        return []
    found = [*_shown(connection, said), *_ever_said(connection, said)]
    return list(dict.fromkeys(found))


def _shown(connection: Connection, names: list[str]) -> Iterator[Place]:
    pattern = _pattern(names)
    for table in journalled_tables():
        if table.name in _ELSEWHERE:
            continue
        for column in columns_kept(table, Keep.JOURNALLED):
            if isinstance(column.type, Words):
                says = or_(*(column.ilike(_like(name)) for name in names))
                for row, value in connection.execute(select(table.c.id, column).where(says)):
                    if pattern.search(value):
                        yield table.name, row, column.name


def _ever_said(connection: Connection, names: list[str]) -> Iterator[Place]:
    pattern, c = _pattern(names), change.c
    says = or_(*(one.ilike(_like(name)) for one in (c.before, c.after) for name in names))
    chosen = select(c.tbl, c.row, c.col, c.before, c.after).where(says, c.tbl.not_in(_ELSEWHERE))
    for tbl, row, col, before, after in connection.execute(chosen).all():
        values = [json.loads(one or "null") for one in (before, after)]
        images = [values[1] or {}] if col == "*" else [{col: value} for value in values]
        for name in (name for image in images for name in _columns_saying(image, pattern)):
            if isinstance(metadata.tables[tbl].c[name].type, Words):
                yield tbl, row, name


def without(text: str, names: Iterable[str], instead: str) -> str:
    """A text with each of these names written as ``instead``."""
    return _pattern(names).sub(lambda _: instead, text)


def _columns_saying(image: Mapping[str, Any], pattern: re.Pattern[str]) -> list[str]:
    return [
        column
        for column, value in image.items()
        if isinstance(value, str) and pattern.search(value)
    ]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """What meets one of these names, the longest first."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join("".join(map(_letter, name)) for name in ordered), re.IGNORECASE)


def _letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0]
    if letter.isspace():
        return r"\s"
    return re.escape(letter) if plain == letter else f"(?:{re.escape(letter)}|{re.escape(plain)})"


def _like(name: str) -> str:
    """What SQL looks for: it knows capitals of plain letters only, and any letter will do for others."""
    letters = (one if one.isascii() and (one.isalnum() or one in "@.-") else "_" for one in name)
    return f"%{''.join(letters)}%"
