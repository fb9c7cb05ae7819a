"""Asking the search index: words as prefixes, pieces of names, newest first.

The index is asked for row numbers alone; they say date, kind and row (``sqlite/words.py``).
"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Table, TextClause, bindparam, text

from liaison_app.domain.kinds import Kind
from liaison_app.store.sqlite import words as index
from liaison_app.system import letters

_CJK_OR_NOT = re.compile(
    "([\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]+)"
)
_NO_NUMBER = 1 << 62

_FOUND = text(
    "SELECT rowid FROM found WHERE found MATCH :match AND rowid BETWEEN :low AND :high "
    "ORDER BY rowid DESC LIMIT :limit"
)
_NAMED = text(
    "SELECT rowid FROM named WHERE named MATCH :match AND rowid BETWEEN :low AND :high "
    "AND (rowid >> 30 & 63) IN (SELECT value FROM json_each(:kinds)) "
    "ORDER BY rowid DESC LIMIT :limit"
)
_ROW = f"rowid & {(1 << 30) - 1}"
_KIND = "rowid >> 30 & 63"


def match_of(
    words: Iterable[str],
    kinds: Sequence[Kind] = (),
    jurisdictions: Sequence[UUID] = (),
    years: Sequence[int] = (),
    without: Iterable[str] = (),
) -> str | None:
    """What to ask ``found``: all words, each also as the beginning of one, within the filters.

    A word of several (CJK characters, letters and figures) is asked as a phrase. ``without`` are
    such questions too; what they find is left out. None when there is nothing to ask.
    """
    parts = [f"words : {phrase}" for word in words for phrase in _phrases(word)]
    for chosen in (
        [index.kind_filter(kind) for kind in kinds],
        [index.jurisdiction_filter(place) for place in jurisdictions],
        [index.year_filter(year) for year in years],
    ):
        either = " OR ".join(f'"{one}"' for one in chosen)
        parts += [f"filters : ({either})"] if either else []
    asked = " AND ".join(parts)
    for other in without if asked else ():
        asked = f"({asked}) NOT ({other})"
    return asked or None


def pieces_of(words: Iterable[str]) -> str | None:
    """What to ask ``named``: every word as a piece of a name; None if one is too short for that."""
    folded = [letters.fold(word) for word in words]
    if not folded or any(len(one) < 3 for one in folded):
        return None
    return " AND ".join(f'"{one.replace(chr(34), " ")}"' for one in folded)


def found(
    connection: Connection,
    match: str,
    limit: int,
    after: date | None = None,
    before: date | None = None,
) -> list[tuple[Kind, int]]:
    """Kind and row of what matches, newest first, dated from ``after`` on and before ``before``."""
    return _ask(connection, _FOUND, match, limit, after, before)


def named(
    connection: Connection,
    pieces: str,
    limit: int,
    kinds: Sequence[Kind] = (),
    after: date | None = None,
    before: date | None = None,
) -> list[tuple[Kind, int]]:
    """Kind and row of the records in whose names the pieces stand, newest first."""
    chosen = json.dumps([index.KINDS.index(kind) for kind in kinds or index.KINDS])
    asked = _NAMED.bindparams(kinds=chosen)
    return _ask(connection, asked, pieces, limit, after, before)


def matching(table: Table, words: Sequence[str]) -> TextClause:
    """The condition that a row of ``table`` is found by these words, in texts or inside names."""
    kind = Kind(table.name)
    asked, params = [], dict[str, object]()
    if any(_phrases(word) for word in words):
        asked.append(f"SELECT {_ROW} FROM found WHERE found MATCH :match")
        params["match"] = match_of(words, [kind])
    pieces = pieces_of(words)
    if pieces is not None:
        asked.append(f"SELECT {_ROW} FROM named WHERE named MATCH :pieces AND ({_KIND}) = :kind")
        params |= {"pieces": pieces, "kind": index.KINDS.index(kind)}
    rows = " UNION ".join(asked) or "SELECT 0 WHERE 0"
    given: list[BindParameter[Any]] = [
        bindparam(name, value, unique=True) for name, value in params.items()
    ]
    return text(f"{table.name}.n IN ({rows})").bindparams(*given)


def first_number(on: date) -> int:
    """The least ``found_at`` of a record dated ``on``: dates compare by it, newest being greatest."""
    return index.row_number(on, index.KINDS[0], 0)


def _ask(
    connection: Connection,
    statement: TextClause,
    match: str,
    limit: int,
    after: date | None,
    before: date | None,
) -> list[tuple[Kind, int]]:
    bounds = {
        "low": 0 if after is None else first_number(after),
        "high": _NO_NUMBER if before is None else first_number(before) - 1,
    }
    numbers = connection.scalars(statement, {"match": match, "limit": limit, **bounds})
    return [index.record_at(number) for number in numbers]


def _phrases(word: str) -> list[str]:
    """The index phrases of one typed word; its last part is taken as a beginning."""
    phrases = []
    for run in _CJK_OR_NOT.split(word):
        if _CJK_OR_NOT.fullmatch(run):
            phrases.append('"' + " ".join(run) + '"')
        elif parts := letters.words(letters.fold(run)):
            phrases.append('"' + " ".join(parts) + '"*')
    return phrases
