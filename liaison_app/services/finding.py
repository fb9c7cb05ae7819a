"""Finding a record by its reference or its name, with the nearest matches when there is none.

References are the same in small and capital letters. Two records that share one reference are
listed with the end of their ids, and nothing is done until one of them is named so.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import LETTERS, Kind
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, TITLES, Looking, batches, living, looking
from liaison_app.store import search as index
from liaison_app.store.tables.people import tenure
from liaison_app.system.letters import fold, sort_key

_KINDS = {letter: Kind(kind) for kind, letter in LETTERS.items()}
_NEAREST = 3
_MOST = 5_000
_END_OF_ID = 6


@dataclass(frozen=True)
class Target:
    """A record found: its kind, identity, reference and title."""

    kind: Kind
    id: UUID
    ref: str
    title: str


def by_ref(office: Office, ref: str) -> Target:
    """The record with this reference; refused with the nearest when there is none."""
    with looking(office) as look:
        return find_ref(look, ref)


def find_ref(look: Looking, ref: str, *, nearest: bool = True) -> Target:
    """Like ``by_ref``, within a look. ``C-2026-0041#1f0a3c`` names one of two that share it.

    Without ``nearest`` the refusal names none, and none are looked for.
    """
    asked, _, end = ref.strip().upper().partition("#")
    kind = _KINDS.get(asked[:1])
    if kind is None or "-" not in asked:
        raise Refusal("ref.unknown", ref=ref, nearest=_nearest(look, ref) if nearest else "")
    found = _with_ref(look, kind, asked)
    if end:
        found = [one for one in found if str(one.id).upper().endswith(end)]
    if not found:
        raise Refusal("ref.unknown", ref=ref, nearest=_nearest(look, ref) if nearest else "")
    if len(found) > 1:
        raise Refusal("ref.shared", ref=asked, which="; ".join(_told_apart(one) for one in found))
    return found[0]


def ids_called(look: Looking, kind: Kind, called: Iterable[str]) -> tuple[Table, list[UUID]]:
    """The table of ``kind`` and the records in it that are called one of these: a reference, the
    beginning of a name in any script, else its words in any order; a person also by an office held.
    A name that nobody has is refused with the nearest."""
    table = TABLES[kind]
    ids: list[UUID] = []
    for name in called:
        found = _called(look, kind, name)
        if not found:
            raise Refusal(
                "name.unknown", kind=kind.value, name=name, nearest=_nearest_names(look, kind, name)
            )
        ids.extend(found)
    return table, ids


def _called(look: Looking, kind: Kind, name: str) -> Sequence[UUID]:
    table = TABLES[kind]
    if _KINDS.get(name[:1].upper()) is kind and "-" in name:
        with_ref = select(table.c.stands_for).where(table.c.ref == name.upper())
        found = look.connection.scalars(with_ref).all()
        if found:
            return found
    key = sort_key(name)
    native = TITLES[kind][1]
    asked: list[ColumnElement[bool]] = [table.c.sort_key.between(key, key + "\x7f")] if key else []
    if native is not None:
        asked.append(table.c[native] == name)
    if asked:
        begins = select(table.c.id).where(living(table), or_(*asked))
        found = look.connection.scalars(begins).all()
        if found:
            return found
    inside = _with_words(look, kind, name)
    if kind is Kind.PERSON:
        return [*inside, *_holders(look, _with_words(look, Kind.OFFICE, name))]
    return inside


def _with_words(look: Looking, kind: Kind, name: str) -> list[UUID]:
    """The records of a kind in whose names every word of ``name`` stands, in whatever order."""
    wanted = fold(name).split()
    match, pieces = index.match_of(name.split(), [kind]), index.pieces_of(name.split())
    keys = index.found(look.connection, match, _MOST) if match else []
    keys += index.named(look.connection, pieces, _MOST, [kind]) if pieces else []
    table, (title, native) = TABLES[kind], TITLES[kind]
    columns = [table.c[title], *([table.c[native]] if native is not None else [])]
    found: list[UUID] = []
    for ns in batches({n for _, n in keys}):
        for row in look.all(select(table.c.id, *columns).where(living(table), table.c.n.in_(ns))):
            called = fold(" ".join(filter(None, row[1:])))
            if wanted and all(word in called for word in wanted):
                found.append(row.id)
    return found


def _holders(look: Looking, offices: Iterable[UUID]) -> list[UUID]:
    """Whoever holds or held one of these offices."""
    found: list[UUID] = []
    for some in batches(offices):
        held = select(tenure.c.person_id).where(~tenure.c.deleted, tenure.c.office_id.in_(some))
        found.extend(look.connection.scalars(held.distinct()))
    return found


def _with_ref(look: Looking, kind: Kind, ref: str) -> list[Target]:
    """Living records with a reference; one that was merged leads to its stand-in."""
    table = TABLES[kind]
    title = table.c[TITLES[kind][0]]
    stand_ins = select(table.c.stands_for).where(table.c.ref == ref, ~table.c.deleted)
    rows = look.all(
        select(table.c.id, table.c.ref, title).where(living(table), table.c.id.in_(stand_ins))
    )
    return [Target(kind, row[0], row[1], row[2] or "") for row in rows]


def _told_apart(one: Target) -> str:
    return f"{one.ref}#{str(one.id)[-_END_OF_ID:]} ({one.title})"


def _nearest(look: Looking, ref: str) -> str:
    """References like the one asked, else records called like it, as text for a sentence."""
    kind = _KINDS.get(ref.strip().upper()[:1])
    if kind is None or "-" not in ref:
        return _nearest_names(look, None, ref)
    table = TABLES[kind]
    title = table.c[TITLES[kind][0]]
    refs = look.connection.scalars(select(table.c.ref).where(living(table)).limit(5_000)).all()
    near = difflib.get_close_matches(ref.upper(), refs, _NEAREST, 0.0)
    rows = look.all(select(table.c.ref, title).where(living(table), table.c.ref.in_(near)))
    return _listed(rows)


def _nearest_names(look: Looking, kind: Kind | None, name: str) -> str:
    wanted = fold(name)
    near: list[tuple[float, Any]] = []
    for one in (kind,) if kind else (Kind.JURISDICTION, Kind.PERSON, Kind.ORGANIZATION):
        table = TABLES[one]
        title = table.c[TITLES[one][0]]
        chosen = select(table.c.ref, title, table.c.sort_key).where(living(table))
        for row in look.all(chosen.order_by(table.c.n.desc()).limit(5_000)):
            words = [row.sort_key or "", *(row.sort_key or "").split()]
            best = max(difflib.SequenceMatcher(None, wanted, word).ratio() for word in words)
            near.append((best, row))
    near.sort(key=lambda pair: -pair[0])
    return _listed([row for likeness, row in near[:_NEAREST] if likeness > 0.5])


def _listed(rows: Sequence[Any]) -> str:
    return ", ".join(f"{row[0]} ({row[1]})" for row in rows) or "none"
