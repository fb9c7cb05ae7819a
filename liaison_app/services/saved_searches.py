"""Saved searches: kept under a name, asked again as ``saved:NAME``, alone or with more beside it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.ids import named_id
from liaison_app.domain.kinds import Kind
from liaison_app.domain.order import between
from liaison_app.domain.search_language import SAVED, parse
from liaison_app.services.editing import Writing, writing
from liaison_app.services.office import Office
from liaison_app.services.reading import Looking, looking
from liaison_app.store.tables.rules import saved_search

_S = saved_search.c


@dataclass(frozen=True)
class SavedSearch:
    """One saved search. ``kind``: the list that it was saved from, None for all kinds together."""

    id: UUID
    name: str
    query: str
    kind: Kind | None
    pinned: bool


def save(
    office: Office, name: str, query: str, kind: Kind | None = None, *, pinned: bool = False
) -> UUID:
    """Keep a search under a name; one of that name already is changed. Returns its id.

    Refused: a name or a search that is empty, a search that isn't understood whole or asks itself.
    """
    called = " ".join(name.split())
    if not called or '"' in called:
        raise Refusal("saved.name_unfit", name=name)
    row = named_id("saved_search", called.lower())
    with writing(office, "search.save", row) as write:
        others = saved_texts(write.look)
        others.pop(called.lower(), None)
        if parse(query, others).is_empty:
            raise Refusal("saved.empty")
        given = {"name": called, "query": query, "kind": kind, "pinned": pinned, "deleted": False}
        if write.records.one(saved_search, row) is None:
            last = write.records.connection.scalar(select(func.max(_S.order_key)))
            write.records.add(saved_search, id=row, order_key=between(last, None), **given)
        else:
            write.records.change(saved_search, row, **given)
    return row


def forget(office: Office, name: str) -> None:
    """Keep a search no longer. Refused while another is made with it."""
    row = named_id("saved_search", " ".join(name.split()).lower())
    with writing(office, "search.forget", row) as write:
        _refuse_used(write, name)
        write.records.remove(saved_search, row)


def saved_searches(office: Office) -> list[SavedSearch]:
    """All saved searches: pinned ones first, then as they were saved."""
    order = (_S.pinned.desc(), _S.order_key, _S.id)
    with looking(office) as look:
        rows = look.all(select(saved_search).where(~_S.deleted).order_by(*order))
    return [
        SavedSearch(r.id, r.name, r.query, Kind(r.kind) if r.kind else None, r.pinned) for r in rows
    ]


def saved_texts(look: Looking) -> dict[str, str]:
    """The texts of all saved searches by their names in small letters."""
    rows = look.all(select(_S.name, _S.query).where(~_S.deleted))
    return {row.name.lower(): row.query for row in rows}


def _refuse_used(write: Writing, name: str) -> None:
    texts = saved_texts(write.look)
    called = " ".join(name.split()).lower()
    if called not in texts:
        raise Refusal("search.no_such_saved", name=name)
    del texts[called]
    for other, text in texts.items():
        if f"{SAVED}:" in text.lower():
            try:
                parse(text, texts)
            except Refusal as refusal:
                raise Refusal("saved.used", name=name, by=other) from refusal
