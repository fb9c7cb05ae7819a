"""One set of declarations serves SQLite and PostgreSQL."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import registry, sqlite
from sqlalchemy.schema import CreateTable

from liaison_app.store.tables.declare import Keep, facts, journalled_tables
from liaison_app.store.tables.every import metadata
from liaison_app.store.tables.types import Instant

POSTGRESQL: Dialect = registry.load("postgresql")()


@pytest.mark.parametrize("name", list(metadata.tables))
def test_every_table_can_be_made_on_postgresql(name: str) -> None:
    made = str(CreateTable(metadata.tables[name]).compile(dialect=POSTGRESQL))
    assert "BLOB" not in made
    if "id" in metadata.tables[name].c:
        assert "id UUID" in made


@pytest.mark.parametrize("table", [table.name for table in journalled_tables()])
def test_a_step_of_another_copy_can_always_be_applied(table: str) -> None:
    """No UNIQUE but the id, no required column without a default, no ON DELETE action."""
    declared = metadata.tables[table]
    for column in declared.c:
        required = not column.nullable and facts(column).keep is Keep.JOURNALLED
        assert column.name == "id" or not column.unique
        assert not required or column.name == "id" or column.server_default is not None
        assert not column.foreign_keys


def test_a_moment_without_a_zone_is_a_mistake_of_ours() -> None:
    kind, dialect = Instant(), sqlite.dialect()
    assert kind.process_bind_param(datetime(2026, 11, 24, 9, tzinfo=UTC), dialect) == (
        "2026-11-24T09:00:00Z"
    )
    with pytest.raises(ValueError, match="zone"):
        kind.process_bind_param(datetime(2026, 11, 24, 9), dialect)  # noqa: DTZ001  # the mistake
