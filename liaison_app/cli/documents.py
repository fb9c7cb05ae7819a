"""Rows and pages as JSON documents: ids and dates as text, one key a field."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.catalogue import KIND_OF_ROW
from liaison_app.services.rows import Row


def document(value: object) -> object:
    """``value`` as JSON can hold it. A row says its record kind as ``kind``, its own kind as
    ``type``; a partial date is ``2026-11``, ``2026-Q4`` …, the local row number is left out."""
    match value:
        case PartialDate():
            made: object = value.to_iso()
        case datetime() | date():
            made = value.isoformat()
        case UUID() | Decimal() | Path():
            made = str(value)
        case Mapping():
            made = {str(key): document(one) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            made = [document(one) for one in value]
        case _:
            is_part = is_dataclass(value) and not isinstance(value, type)
            made = _of_dataclass(value) if is_part else value
    return made


def with_kind(kind: Kind, value: object) -> dict[str, object]:
    """A record's page as a document that begins with ``ref``, ``kind`` and ``title``."""
    made = _of_dataclass(value)
    record = made.pop("record")
    whole = dict(record) if isinstance(record, dict) else {}
    return {"ref": whole.get("ref"), "kind": kind.value, "title": whole.get("title")} | whole | made


def _of_dataclass(value: object) -> dict[str, object]:
    names = [one.name for one in fields(value) if one.name != "n"]  # type: ignore[arg-type]
    made = {name: document(getattr(value, name)) for name in names}
    if isinstance(value, Row):
        if "kind" in made:
            made["type"] = made.pop("kind")
        first = {"ref": made.pop("ref"), "kind": KIND_OF_ROW[type(value)].value}
        made = {**first, "title": made.pop("title"), **made}
    return made
