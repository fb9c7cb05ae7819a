"""Merging two records with a choice per field, and parting them again at any later time.

References are never rewritten: readers go from the record that gave way to the one that stays. So
when they part, earlier links go home, and those made since stay with the record that they name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import fields_of
from liaison_app.services.reading import TABLES, TITLES, AnyRow, Looking, looking, names_of
from liaison_app.services.removing import merge
from liaison_app.services.rows import Named
from liaison_app.store import undo as journal
from liaison_app.store.tables.journal import change, step
from liaison_app.store.undo import Mode, Undone

_NOT_CHOSEN = frozenset({"ref", "source"})


class Side(Enum):
    """Whose value a field keeps: of the record that stays, or of the one that gives way."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class FieldSides:
    """One field that the two records say differently, and whose value is proposed."""

    name: str
    left: object
    right: object
    proposed: object


@dataclass(frozen=True)
class Comparison:
    """What two records say, field by field; ``left`` stays. What both say alike isn't listed."""

    left: Named
    right: Named
    fields: tuple[FieldSides, ...]


def compare(office: Office, kind: Kind, left: UUID, right: UUID) -> Comparison:
    """What each side says, with a proposal: what stays, and what only the other says."""
    table = TABLES[kind]
    with looking(office) as look:
        rows = [_living(look, kind, one) for one in (left, right)]
        names = names_of(look, kind, (left, right))
    ours, theirs = (fields_of(table, row) for row in rows)
    fields = tuple(
        FieldSides(name, ours[name], theirs[name], _proposed(name, ours[name], theirs[name]))
        for name in ours
        if name not in _NOT_CHOSEN
        and ours[name] != theirs[name]
        and not {ours[name], theirs[name]} & {left, right}
    )
    return Comparison(names[left], names[right], fields)


def merge_chosen(
    office: Office,
    kind: Kind,
    keep: UUID,
    gives_way: UUID,
    chosen: Mapping[str, object] | None = None,
) -> Done:
    """Merge with a choice per field: a ``Side``, or a third value; else what is proposed."""
    if keep == gives_way:
        raise Refusal("merge.same")
    picked = chosen or {}
    cells: dict[str, object] = {}
    compared = {one.name: one for one in compare(office, kind, keep, gives_way).fields}
    for name, one in compared.items():
        value = picked.get(name, one.proposed)
        if value is Side.RIGHT:
            value = one.right
        if value is not Side.LEFT and value != one.left:
            cells[name] = value
    cells |= {
        name: value
        for name, value in picked.items()
        if name not in compared and not isinstance(value, Side)
    }
    return merge(office, kind, keep, gives_way, cells)


def merged_into(office: Office, kind: Kind, record_id: UUID) -> list[Named]:
    """The records that were merged into this one, by their own names."""
    table = TABLES[kind]
    title, native = TITLES[kind]
    columns = [table.c.id, table.c.ref, table.c[title]]
    columns += [table.c[native]] if native is not None else []
    chosen = select(*columns).where(~table.c.deleted, table.c.merged_into == record_id)
    with looking(office) as look:
        return [
            Named(row[0], row[1], row[2] or "", row[3] if native else None)
            for row in look.all(chosen.order_by(table.c.n))
        ]


def unmerge(office: Office, kind: Kind, record_id: UUID) -> Undone:
    """Part a record from the one that it was merged into, at any later time, as one step.

    The fields chosen then go back, but for those that were edited since: these are kept, and named.
    """
    with looking(office) as look:
        row = look.one(select(TABLES[kind]).where(TABLES[kind].c.id == record_id))
        if row is None or row.merged_into is None:
            raise Refusal("unmerge.not_merged", ref="" if row is None else row.ref)
        merged = look.one(
            select(step)
            .join(change, change.c.step == step.c.n)
            .where(change.c.row == record_id, change.c.col.in_(("merged_into", "*")))
            .order_by(step.c.hlc.desc(), step.c.node.desc())
        )
    if merged is None:
        raise Refusal("unmerge.not_merged", ref=row.ref)
    return journal.undo(office.store, f"{merged.node}.{merged.seq}", Mode.KEEP)


def _proposed(name: str, left: object, right: object) -> object:
    """What stays if it says anything. A yes stands; two sets of readers leave those in both, so that
    merging opens nothing to anybody."""
    if name == "readers":
        both = set(str(left or "").split()) & set(str(right or "").split())
        return " ".join(one for one in str(left or "").split() if one in both)
    return left or right if isinstance(left, bool) or left in (None, "") else left


def _living(look: Looking, kind: Kind, record_id: UUID) -> AnyRow:
    row = look.one(select(TABLES[kind]).where(TABLES[kind].c.id == record_id))
    if row is None or row.deleted:
        raise Refusal("record.gone")
    if row.merged_into is not None:
        raise Refusal("merge.gone", ref=row.ref)
    return row
