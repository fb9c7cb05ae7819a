"""How a table is declared: what each column is to the journal, to search and to its readers.

Every journalled table has ``n`` (local row number), ``id`` (its only identity), ``deleted`` and the
derived ``revision`` and ``updated_at``. It has no UNIQUE but the id, no required column without a
default and no ON DELETE action, so that steps of other copies can always be applied.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, Date, Index, Integer, MetaData, Table
from sqlalchemy.types import TypeEngine

from liaison_app.domain.audience import ANY, Reader
from liaison_app.store.tables.types import Amount, Code, Id, Instant, Words

metadata = MetaData()


class Keep(StrEnum):
    """What a column is to the journal."""

    JOURNALLED = "journalled"
    DERIVED = "derived"
    PRIVATE = "private"
    LOCAL = "local"


class Find(StrEnum):
    """How search finds a column: as words, or as a name (also by any three letters in it)."""

    WORDS = "words"
    NAME = "name"


@dataclass(frozen=True)
class Facts:
    """What a column declares beside its type."""

    keep: Keep = Keep.JOURNALLED
    readers: frozenset[Reader] = ANY
    find: Find | None = None
    refers_to: str | None = None


def facts(column: Column[Any]) -> Facts:
    """What this column declared."""
    found: Facts = column.info["facts"]
    return found


def column(
    name: str,
    kind: TypeEngine[Any] | type[TypeEngine[Any]],
    declared: Facts = Facts(),
    *,
    default: object = None,
) -> Column[Any]:
    """A column with its facts; with a default it is never empty."""
    return Column(
        name,
        kind,
        nullable=default is None,
        default=default,
        server_default=None if default is None else _literal(default),
        info={"facts": declared},
    )


def _literal(default: object) -> str:
    return str(int(default)) if isinstance(default, bool | int) else str(default)


def words(name: str, find: Find | None = None, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """Text that people write."""
    return column(name, Words, Facts(find=find, readers=readers))


def code(name: str, default: str | None = None, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """A value from a code list."""
    return column(name, Code, Facts(readers=readers), default=default)


def flag(name: str, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """Yes or no, no until said otherwise."""
    return column(name, Boolean, Facts(readers=readers), default=False)


def number(name: str, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """A whole number."""
    return column(name, Integer, Facts(readers=readers))


def day(name: str, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """A calendar day."""
    return column(name, Date, Facts(readers=readers))


def moment(name: str, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """An instant in UTC; the zone of its venue stands in a column of its own."""
    return column(name, Instant, Facts(readers=readers))


def partial(name: str, readers: frozenset[Reader] = ANY) -> tuple[Column[Any], Column[Any]]:
    """A date of any precision: ``NAME_on``, the last day of the period, and ``NAME_precision``."""
    return (
        column(f"{name}_on", Date, Facts(readers=readers)),
        column(f"{name}_precision", Code, Facts(readers=readers)),
    )


def money(name: str, readers: frozenset[Reader] = ANY) -> tuple[Column[Any], Column[Any]]:
    """A sum: ``NAME_amount``, exact, and ``NAME_currency``, its ISO 4217 code."""
    return (
        column(f"{name}_amount", Amount, Facts(readers=readers)),
        column(f"{name}_currency", Code, Facts(readers=readers)),
    )


def to(name: str, table: str, readers: frozenset[Reader] = ANY) -> Column[Any]:
    """A reference to a row of another table, by its id."""
    return column(name, Id, Facts(refers_to=table, readers=readers))


def private(name: str) -> Column[Any]:
    """A fact that may have to be erased: its values never stand in the ordinary journal."""
    return column(name, Words, Facts(keep=Keep.PRIVATE, readers=frozenset({Reader.INTERNAL})))


def derived(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]) -> Column[Any]:
    """A value the door works out again after each step; never journalled or sent."""
    return column(name, kind, Facts(keep=Keep.DERIVED))


def journalled_table(
    name: str, *columns: Column[Any], scope: str | None = None, indexes: tuple[str, ...] = ()
) -> Table:
    """A table whose every change is a step. ``scope`` names the column that leads to its jurisdiction;
    each of ``indexes`` is a comma-separated list of columns."""
    table = Table(
        name,
        metadata,
        Column("n", Integer, primary_key=True, info={"facts": Facts(keep=Keep.LOCAL)}),
        Column("id", Id, unique=True, nullable=False, info={"facts": Facts()}),
        flag("deleted"),
        *columns,
        derived("revision", Integer),
        derived("updated_at", Instant),
        info={"journalled": True, "scope": scope},
    )
    _index_all(table, indexes)
    return table


def record_table(
    name: str,
    *columns: Column[Any],
    readers: str,
    scope: str | None = None,
    indexes: tuple[str, ...] = (),
) -> Table:
    """A table of records that people see: with a reference, readers and a place in order and search.

    ``readers`` is what a new record is open to (DESIGN 3, "Captured by default").
    """
    table = journalled_table(
        name,
        code("ref"),
        code("readers", default=readers),
        words("source"),
        to("merged_into", name),
        flag("legal_hold", readers=frozenset({Reader.INTERNAL})),
        *columns,
        derived("sort_key", Code),
        derived("stands_for", Id),
        derived("found_at", Integer),
        scope=scope,
        indexes=("ref", "sort_key,n,found_at", "stands_for", "found_at", *indexes),
    )
    table.info["record"] = True
    return table


def link_table(name: str, left: str, right: str) -> Table:
    """A plain set between two tables: rows are found by UUIDv5 of table, left and right."""
    table = journalled_table(
        name,
        to(f"{left}_id", left),
        to(f"{right}_id", right),
        scope=f"{left}_id",
        indexes=(f"{left}_id", f"{right}_id"),
    )
    table.info["link"] = True
    return table


def part_table(
    name: str, whole: str, *columns: Column[Any], indexes: tuple[str, ...] = ()
) -> Table:
    """Rows that belong to one record and go with it; their readers are at most the whole's."""
    return journalled_table(
        name,
        to(f"{whole}_id", whole),
        *columns,
        scope=f"{whole}_id",
        indexes=(f"{whole}_id", *indexes),
    )


def local_table(name: str, *columns: Column[Any]) -> Table:
    """A table of this copy alone: never journalled, never sent."""
    return Table(name, metadata, *columns, info={"journalled": False})


def _index_all(table: Table, indexes: tuple[str, ...]) -> None:
    for names in indexes:
        columns = [table.c[part] for part in names.split(",")]
        Index(f"{table.name}_by_{'_'.join(c.name for c in columns)}", *columns)


def journalled_tables() -> Iterator[Table]:
    """Every journalled table, in the order of declaration."""
    return (table for table in metadata.tables.values() if table.info.get("journalled"))


def unset(column: Column[Any]) -> Any:
    """What a cell shows that nobody has filled in: its default, or nothing."""
    return getattr(column.default, "arg", None)


def is_private(column: Column[Any]) -> bool:
    """Whether a column's values stand apart from the ordinary journal."""
    return facts(column).keep is Keep.PRIVATE


def columns_kept(table: Table, *keeps: Keep) -> list[Column[Any]]:
    """The columns of a table that are kept in one of these ways, without its id."""
    return [c for c in table.c if c.name != "id" and facts(c).keep in keeps]
