"""Cells between the journal and the tables: JSON texts on one side, Python values on the other."""

import json
from datetime import date, datetime
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
