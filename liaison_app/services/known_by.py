"""What a record is known by, as the rule of duplicates looks at it: names, addresses, offices, places."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.likeness import Known, Name
from liaison_app.services.reading import TABLES, Looking, living
from liaison_app.store.tables.people import office, person, tenure
from liaison_app.system.letters import fold, sort_key

_NAMES = {
    Kind.PERSON: ("full_name", "native_name", "phonetic"),
    Kind.ORGANIZATION: ("name", "native_name"),
    Kind.JURISDICTION: ("name", "native_name", "official_name"),
}
_FACTS = {
    Kind.PERSON: ("pronouns",),
    Kind.ORGANIZATION: ("kind", "represents_id"),
    Kind.JURISDICTION: ("kind", "country", "subdivision", "local_code"),
}
_PLACE = {Kind.ORGANIZATION: "jurisdiction_id", Kind.JURISDICTION: "parent_id"}
_SHORTEST_PHONE = 6
_LATIN_ENDS = 0x0250
_NO_FIGURES = re.compile(r"\D")
_NOBODY = UUID(int=0)


def known(look: Looking, kind: Kind, record_id: UUID) -> Known:
    """What a living record is known by. Refused as ``record.gone`` otherwise."""
    found = all_known(look, kind).get(record_id)
    if found is None:
        raise Refusal("record.gone")
    return found


def all_known(look: Looking, kind: Kind) -> dict[UUID, Known]:
    """What every living record of a kind is known by."""
    table = TABLES[kind]
    names = ("id", *_NAMES[kind], *_FACTS[kind], "email", "phone", _PLACE.get(kind, ""))
    chosen = [table.c[name] for name in dict.fromkeys(names) if name in table.c]
    held, places = _held(look) if kind is Kind.PERSON else ({}, {})
    found = {}
    for row in look.all(select(*chosen).where(living(table))):
        cells = row._mapping
        found[row.id] = _known(kind, cells, held.get(row.id, ()), places.get(row.id, ()))
    return found


def typed(kind: Kind, name: str, email: str | None, phone: str | None, place: UUID | None) -> Known:
    """What is typed of a record that isn't there yet."""
    cells: dict[str, Any] = {"id": _NOBODY, _NAMES[kind][0]: name, "email": email, "phone": phone}
    return _known(kind, cells, (), () if place is None else (place,))


def _known(kind: Kind, cells: Mapping[Any, Any], held: Any, places: Any) -> Known:
    place = cells.get(_PLACE.get(kind, ""))
    names = (_name(text) for column in _NAMES[kind] if (text := cells.get(column)))
    mail = fold(cells.get("email") or "").replace(";", " ").replace(",", " ").split()
    phones = (_NO_FIGURES.sub("", one) for one in (cells.get("phone") or "").split(";"))
    return Known(
        id=cells["id"],
        kind=kind,
        names=tuple(name for name in names if name.words),
        emails=frozenset(one for one in mail if "@" in one),
        phones=frozenset(one for one in phones if len(one) >= _SHORTEST_PHONE),
        offices=frozenset(held),
        jurisdictions=frozenset(places if place is None else (place,)),
        facts=frozenset((name, str(cells[name])) for name in _FACTS[kind] if cells.get(name)),
    )


def _name(text: str) -> Name:
    latin = all(ord(letter) < _LATIN_ENDS for letter in text if letter.isalpha())
    return Name(tuple(sort_key(text).split()), latin)


def _held(look: Looking) -> tuple[dict[UUID, set[UUID]], dict[UUID, set[UUID]]]:
    """The offices that people hold or held, and the places of these, by who stands for them."""
    held, places = defaultdict[UUID, set[UUID]](set), defaultdict[UUID, set[UUID]](set)
    rows = (
        select(person.c.stands_for, office.c.stands_for.label("post"), office.c.jurisdiction_id)
        .join(tenure, tenure.c.person_id == person.c.id)
        .join(office, office.c.id == tenure.c.office_id)
        .where(~tenure.c.deleted)
    )
    for row in look.all(rows):
        held[row.stands_for].add(row.post)
        if row.jurisdiction_id is not None:
            places[row.stands_for].add(row.jurisdiction_id)
    return held, places
