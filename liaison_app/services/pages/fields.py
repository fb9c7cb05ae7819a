"""The fields of one record by name, as an editor shows and changes them."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Table, select

from liaison_app.domain.errors import Refusal
from liaison_app.services.reading import TABLES, AnyRow, Looking, money_of, partial_of
from liaison_app.store.tables.declare import Keep, facts

Fields = Mapping[str, object]
"""Field names and values: text, codes, flags, days, instants, ids, ``PartialDate``, ``Money``."""

_NOT_SHOWN = frozenset({"id", "deleted", "merged_into"})


def fields_of(table: Table, row: AnyRow) -> Fields:
    """All journalled fields of a row; a partial date (``due``) or a sum (``dues``) is one field, not
    two columns."""
    found: dict[str, object] = {}
    for column in table.c:
        name = column.name
        if facts(column).keep is not Keep.JOURNALLED or name in _NOT_SHOWN:
            continue
        if name.endswith(("_precision", "_currency")):
            continue
        if name.endswith("_amount"):
            found[name.removesuffix("_amount")] = money_of(row, name.removesuffix("_amount"))
            continue
        if f"{name.removesuffix('_on')}_precision" in table.c:
            found[name.removesuffix("_on")] = partial_of(row, name.removesuffix("_on"))
        else:
            found[name] = row._mapping[name]
    return MappingProxyType(found)


def record_of(look: Looking, kind: str, record_id: UUID) -> AnyRow:
    """The living record of this id, or the one that stands for it. Refused when it's gone."""
    table = TABLES[kind]
    stand_in = select(table.c.stands_for).where(table.c.id == record_id).scalar_subquery()
    row = look.one(select(table).where(table.c.id == stand_in, ~table.c.deleted))
    if row is None:
        raise Refusal("record.gone")
    return row
