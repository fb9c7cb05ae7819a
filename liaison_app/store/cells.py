"""Cells between the journal and the tables: JSON texts on one side, Python values on the other."""

import json
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date
from sqlalchemy.types import TypeEngine

from liaison_app.store.tables.types import Amount, Id, Instant


def value_of(kind: TypeEngine[Any], cell: str) -> Any:
    """The Python value of a cell that the journal holds as JSON text."""
    return read_json(kind, json.loads(cell))


def read_json(kind: TypeEngine[Any], value: Any) -> Any:
    """The Python value that a column of this type has for a JSON value."""
    if value is None:
        return None
    if isinstance(kind, Id):
        return UUID(value)
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Amount):
        return Decimal(value)
    return value


def text_of(value: Any) -> str:
    """What the journal holds for a Python value: its JSON text."""
    if isinstance(value, datetime):
        return json.dumps(f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return json.dumps(plain.rstrip("0").rstrip(".") if "." in plain else plain)
    if isinstance(value, str):
        return json.dumps(unicodedata.normalize("NFC", value), ensure_ascii=False)
    return json.dumps(value if value is None or isinstance(value, int) else str(value))
