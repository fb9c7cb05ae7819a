"""Changing the same fields of many records of one kind, as one step that undo takes back whole."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from sqlalchemy import Table

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Writing, change_in, ref_in, writing
from liaison_app.services.engagements import refuse_final
from liaison_app.services.jurisdictions import refuse_unfit_parent
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES
from liaison_app.system import messages

_BY_VERBS: Mapping[Kind, frozenset[str]] = {
    Kind.ENGAGEMENT: frozenset({"start_at", "end_at", "held", "zone", "finalised_at"}),
    Kind.COMMITMENT: frozenset({"status", "status_note", "status_on", "superseded_by_id"}),
    Kind.AGREEMENT: frozenset({"status", "superseded_by_id"}),
    Kind.MEMBERSHIP: frozenset({"status"}),
    Kind.PROGRAMME: frozenset({"status"}),
    Kind.FUNDING: frozenset({"status"}),
}
"""Fields that verbs of their own change, which check and log it record by record."""

_NEVER = frozenset({"ref", "id", "deleted", "merged_into", "legal_hold"})

_BEFORE: Mapping[Kind, Callable[[Writing, UUID], None]] = {Kind.ENGAGEMENT: refuse_final}
_AFTER: Mapping[Kind, Callable[[Writing, UUID], None]] = {Kind.JURISDICTION: refuse_unfit_parent}
"""What the verbs of a kind ask of each record, before and after."""


def change_together(
    office: Office, kind: Kind, record_ids: Iterable[UUID], fields: Mapping[str, object]
) -> str | None:
    """Change these fields of all these records alike; returns the step, None if nothing changed.

    Refused whole if one record refuses: ``bulk.refused`` names it and says why. A field that has a
    verb of its own is refused as ``bulk.own_verb``, one that isn't there as ``field.unknown``.
    """
    table = TABLES[kind]
    ids = list(dict.fromkeys(record_ids))
    _refuse_unfit(kind, table, fields)
    with writing(office, f"{kind}.change_together") as write:
        for record_id in ids:
            try:
                _change_one(write, kind, table, record_id, fields)
            except Refusal as refusal:
                raise Refusal(
                    "bulk.refused",
                    ref=ref_in(write, table, record_id) or str(record_id),
                    why=messages.text(refusal.code, **refusal.params),
                ) from refusal
    return write.records.step


def _change_one(
    write: Writing, kind: Kind, table: Table, record_id: UUID, fields: Mapping[str, object]
) -> None:
    if kind in _BEFORE:
        _BEFORE[kind](write, record_id)
    change_in(write, table, record_id, fields)
    if kind in _AFTER:
        _AFTER[kind](write, record_id)


def _refuse_unfit(kind: Kind, table: Table, fields: Mapping[str, object]) -> None:
    if not fields:
        raise Refusal("bulk.nothing")
    for name in fields:
        known = {name, f"{name}_precision", f"{name}_amount"} & set(table.c.keys())
        if not known or name in _NEVER:
            raise Refusal("field.unknown", field=name)
        if name in _BY_VERBS.get(kind, ()):
            raise Refusal("bulk.own_verb", field=name)
