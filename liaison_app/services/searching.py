"""Search over everything: as you type, newest first, within filters, in every script.

Words are beginnings of words; a piece of three letters or more is found inside names too
("udmund" in Guðmundsdóttir). A reference typed whole comes first. What isn't understood is said, and
the rest is found all the same; ``--where`` of a list, which scripts rely on, refuses it instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.search_language import EVERYTHING, Where, read
from liaison_app.services.excerpts import excerpts
from liaison_app.services.finding import find_ref, ids_called
from liaison_app.services.lists.catalogue import LISTINGS
from liaison_app.services.office import Office
from liaison_app.services.reading import (
    TABLES,
    TITLES,
    AnyRow,
    Looking,
    all_standing_for,
    living,
    looking,
    partial_of,
)
from liaison_app.services.saved_searches import saved_texts
from liaison_app.store import search as index
from liaison_app.store.entries import DATED_BY

Key = tuple[Kind, int]
_INDEXED = frozenset({"words", "kinds", "jurisdictions", "years", "after", "before"})


@dataclass(frozen=True)
class Found:
    """One result. ``when``: the record's own date if it has one; ``snippet``: the words around the
    first match outside its title, empty if all stood there."""

    kind: Kind
    n: int
    id: UUID
    ref: str
    title: str
    native: str | None
    when: PartialDate | None
    snippet: str


@dataclass(frozen=True)
class Answer:
    """What a search found, and a sentence on each part of it that was not understood."""

    found: tuple[Found, ...]
    amiss: tuple[Refusal, ...]


def answer(office: Office, text: str, limit: int = 20) -> Answer:
    """The records that ``text`` finds, the newest first, whatever in it isn't understood. Refused only
    if none of it is."""
    with looking(office) as look:
        reading = read(text, saved_texts(look))
        where, amiss = reading.where, list(reading.amiss)
        if where.is_empty and amiss:
            raise amiss[0]
        if where.is_empty:
            return Answer((), ())
        keys = _understood(look, where, limit, amiss)
        shown = _shown(look, [*_exact(look, text), *keys][: limit + 1], where.words)
        return Answer(tuple(shown[:limit]), tuple(amiss))


def search(office: Office, text: str, limit: int = 20) -> list[Found]:
    """The records that ``text`` finds, the newest first."""
    return list(answer(office, text, limit).found)


def _understood(look: Looking, where: Where, limit: int, amiss: list[Refusal]) -> Sequence[Key]:
    """What is found; where a filter can't be answered, what the words find without the filters."""
    try:
        return _keys(look, where, limit)
    except Refusal as refusal:
        amiss.append(refusal)
    bare = Where(words=where.words, kinds=where.kinds)
    return [] if bare.is_empty else _keys(look, bare, limit)


def by_kind(
    office: Office, text: str, each: int = 5, kinds: Iterable[Kind] = LISTINGS
) -> dict[Kind, list[Found]]:
    """For the palette: up to ``each`` results of every kind that has any, each newest first."""
    found: dict[Kind, list[Found]] = {}
    with looking(office) as look:
        where = read(text, saved_texts(look)).where
        if where.is_empty:
            return found
        for kind in kinds:
            if where.kinds and kind not in where.kinds:
                continue
            keys = _understood(look, replace(where, kinds=(kind,)), each, [])
            results = _shown(look, keys, where.words)
            if results:
                found[kind] = results
    return found


def _exact(look: Looking, text: str) -> list[Key]:
    """The record whose whole reference was typed."""
    try:
        target = find_ref(look, text, nearest=False)
    except Refusal:
        return []
    table = TABLES[target.kind]
    n = look.connection.scalar(select(table.c.n).where(table.c.id == target.id))
    return [] if n is None else [(target.kind, n)]


def _keys(look: Looking, where: Where, limit: int) -> list[Key]:
    if _needs_lists(where):
        return _from_lists(look, where, limit)
    places = _places(look, where)
    span = {"after": where.after, "before": where.before}
    left_out = [_asked(look, other) or "" for other in where.without]
    asked = index.match_of(where.words, where.kinds, places, where.years, left_out)
    keys = index.found(look.connection, asked, limit, **span) if asked else []
    pieces = index.pieces_of(where.words)
    if pieces and len(keys) < limit and not (places or where.years or where.without):
        inside = index.named(look.connection, pieces, limit, where.kinds, **span)
        keys += [key for key in inside if key not in set(keys)]
    return keys[:limit]


def _places(look: Looking, where: Where) -> list[UUID]:
    if not where.jurisdictions:
        return []
    table, ids = ids_called(look, Kind.JURISDICTION, where.jurisdictions)
    return list(look.connection.scalars(all_standing_for(table, ids)))


def _asked(look: Looking, where: Where) -> str | None:
    """The question to the index for a search that it knows all filters of."""
    return index.match_of(where.words, where.kinds, _places(look, where), where.years)


def _needs_lists(where: Where) -> bool:
    """Whether something is asked that the index can't tell: a status, a person, overdue… or only
    what to leave out."""
    if where.without and index.match_of(where.words, where.kinds, (), where.years) is None:
        return True
    bare = replace(where, without=(), **{name: getattr(EVERYTHING, name) for name in _INDEXED})
    return bare != EVERYTHING or any(
        other.after or other.before or other.without or _needs_lists(other)
        for other in where.without
    )


def _from_lists(look: Looking, where: Where, limit: int) -> list[Key]:
    """From the lists of those kinds for which every filter means something."""
    known = [kind for kind, listing in LISTINGS.items() if listing.knows(where)]
    if not known:
        raise Refusal("search.no_kind")
    keys: list[Key] = []
    refusals: list[Refusal] = []
    for kind in known:
        try:
            ns = LISTINGS[kind].numbers_in(look, where, limit)
        except Refusal as refusal:
            refusals.append(refusal)
            continue
        keys.extend((kind, n) for n in ns)
    if len(refusals) == len(known):
        raise refusals[0]
    return keys[:limit]


def _shown(look: Looking, keys: Sequence[Key], words: Sequence[str]) -> list[Found]:
    ordered = list(dict.fromkeys(keys))
    rows = {
        (kind, row.n): row
        for kind in {kind for kind, _ in ordered}
        for row in _rows(look, kind, [n for one, n in ordered if one is kind])
    }
    texts = excerpts(look, rows, words)
    return [_found(key[0], rows[key], texts.get(key, "")) for key in ordered if key in rows]


def _rows(look: Looking, kind: Kind, ns: Iterable[int]) -> Sequence[AnyRow]:
    table = TABLES[kind]
    return look.all(select(table).where(living(table), table.c.n.in_(list(ns))))


def _found(kind: Kind, row: AnyRow, snippet: str) -> Found:
    title, native = TITLES[kind]
    values = row._mapping
    return Found(
        kind=kind,
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=values[title] or "",
        native=values[native] if native is not None else None,
        when=_when(kind, row),
        snippet=snippet,
    )


def _when(kind: Kind, row: AnyRow) -> PartialDate | None:
    """The record's own date as people know it, by the columns that the index goes by."""
    for name in DATED_BY.get(kind, ()):
        stem, value = name.removesuffix("_on"), row._mapping[name]
        if f"{stem}_precision" in row._mapping:
            partial = partial_of(row, stem)
        else:
            partial = PartialDate.day(value) if type(value) is date else None
        if partial is not None:
            return partial
    return None
