"""The column types of every table: one Python meaning each, on SQLite and PostgreSQL alike."""

import unicodedata
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, LargeBinary, Numeric, String, Text, Uuid
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine


class Id(TypeDecorator[UUID]):
    """An identity: 16 bytes here, ``uuid`` on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """``uuid`` on PostgreSQL, bytes elsewhere."""
        native: TypeEngine[Any] = Uuid() if dialect.name == "postgresql" else LargeBinary(16)
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> object:
        """The identity as the database keeps it."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: object, dialect: Dialect) -> UUID | None:
        """The identity as Python has it."""
        return UUID(bytes=value) if isinstance(value, bytes) else _uuid_or_none(value)


def _uuid_or_none(value: object) -> UUID | None:
    return value if isinstance(value, UUID) else None


class Words(TypeDecorator[str]):
    """Text as people write it, kept in Unicode's composed form (NFC)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text, composed."""
        if value is None or value.isascii():
            return value
        return unicodedata.normalize("NFC", value)


class Code(Words):
    """A value from a code list (DOMAIN 8.6), an ISO code or a reference: never shown as it is."""

    cache_ok = True


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, to the second: aware in Python, ``2026-11-24T09:00:00Z`` in SQLite."""

    impl = String(20)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """A moment with its zone on PostgreSQL, text elsewhere."""
        native: TypeEngine[Any] = (
            TIMESTAMP(timezone=True) if dialect.name == "postgresql" else String(20)
        )
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """The moment in UTC as the database keeps it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a zone: {value}")
        moment = value.astimezone(UTC)
        if dialect.name == "postgresql":
            return moment
        return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        """The moment, aware."""
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return value if isinstance(value, datetime) else None


class Amount(TypeDecorator[Decimal]):
    """An exact sum of money; its currency (ISO 4217) stands in a column of its own.

    Decimal text in SQLite, whose own numbers aren't exact; ``numeric`` on PostgreSQL.
    """

    impl = String(40)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """``numeric`` on PostgreSQL, text elsewhere."""
        native: TypeEngine[Any] = Numeric(24, 6) if dialect.name == "postgresql" else String(40)
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> object:
        """The sum as the database keeps it: no exponent, no needless noughts."""
        if value is None or dialect.name == "postgresql":
            return value
        plain = f"{value:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain

    def process_result_value(self, value: object, dialect: Dialect) -> Decimal | None:
        """The sum, exact."""
        return None if value is None else Decimal(str(value))
