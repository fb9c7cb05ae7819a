"""Capture: SQL triggers made from the declarations write every changed cell into the journal.

They run inside SQLite, so that the ORM, Core, driver statements and other programs are all caught,
or refused where the door is not open. See DESIGN section 4.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Column, Table

from liaison_app.store.tables.declare import Keep, columns_kept, facts, journalled_tables
from liaison_app.store.tables.types import Id

REFUSED = "write through Liaison"
"""What SQLite answers to a write that did not come through the door."""

_DOOR_SHUT = f"SELECT RAISE(ABORT, '{REFUSED}') WHERE NOT EXISTS (SELECT 1 FROM door);"
_NOT_FINISHING = (
    f"SELECT RAISE(ABORT, '{REFUSED}') "
    "WHERE NOT EXISTS (SELECT 1 FROM door WHERE mode IN ('finish', 'erase'));"
)
_STEP = "(SELECT step FROM door)"


def cell(column: Column[Any], row: str = "") -> str:
    """The SQL expression for a cell's value as JSON can hold it; ``row`` is NEW, OLD or a table."""
    return _json(column, f'{row}."{column.name}"' if row else f'"{column.name}"')


def _json(column: Column[Any], name: str) -> str:
    if isinstance(column.type, Id):
        return f"iif({name} IS NULL, NULL, {_identity(name)})"
    if isinstance(column.type, Boolean):
        return f"json(iif({name} IS NULL, NULL, iif({name}, 'true', 'false')))"
    return name


def image(table: Table, row: str) -> str:
    """The SQL expression for a whole row as canonical JSON: journalled cells by name, no nulls.

    Put together as text: SQLite's own JSON functions take twice the time, and this runs for each row.
    """
    columns = sorted(columns_kept(table, Keep.JOURNALLED), key=lambda c: c.name)
    members = " || ".join(_member(c, f'{row}."{c.name}"') for c in columns)
    return f"'{{' || substr({members}, 2) || '}}'"


def _member(column: Column[Any], name: str) -> str:
    key = f',"{column.name}":'
    if isinstance(column.type, Id):
        return f"iif({name} IS NULL, '', '{key}\"' || {_identity(name)} || '\"')"
    if isinstance(column.type, Boolean):
        return f"iif({name} IS NULL, '', iif({name}, '{key}true', '{key}false'))"
    return f"iif({name} IS NULL, '', '{key}' || json_quote({name}))"


def _identity(name: str) -> str:
    """The 36 characters of an identity that isn't null."""
    parts = ((1, 4), (5, 2), (7, 2), (9, 2), (11, 6))
    text = " || '-' || ".join(f"hex(substr({name}, {at}, {size}))" for at, size in parts)
    return f"lower({text})"


def triggers(table: Table) -> Iterator[str]:
    """The statements that make the triggers of one journalled table."""
    yield _on_insert(table)
    yield _on_any_update(table)
    yield _on_delete(table)
    yield _on_identity(table)
    yield _on_update(table)


def all_triggers() -> Iterator[str]:
    """The statements that make every trigger of an office."""
    for table in journalled_tables():
        yield from triggers(table)
    for name in ("step", "change", "change_private"):
        for action in ("INSERT", "UPDATE", "DELETE"):
            yield _guard(name, action)


def _on_insert(table: Table) -> str:
    private = "".join(
        f"INSERT INTO change_private SELECT {_STEP}, NEW.id, '{c.name}', NULL, "
        f'json_quote(NEW."{c.name}") WHERE NEW."{c.name}" IS NOT NULL;'
        for c in columns_kept(table, Keep.PRIVATE)
    )
    return (
        f"CREATE TRIGGER {table.name}_inserted AFTER INSERT ON {table.name} BEGIN {_DOOR_SHUT}"
        "INSERT INTO change (step, tbl, row, col, after) "
        f"VALUES ({_STEP}, '{table.name}', NEW.id, '*', {image(table, 'NEW')});{private} END"
    )


def _on_any_update(table: Table) -> str:
    """Derived columns too: what the door works out, only the door writes."""
    return (
        f"CREATE TRIGGER {table.name}_updated BEFORE UPDATE ON {table.name} "
        f"WHEN NOT EXISTS (SELECT 1 FROM door) BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )


def _on_delete(table: Table) -> str:
    return (
        f"CREATE TRIGGER {table.name}_removed BEFORE DELETE ON {table.name} "
        f"BEGIN {_NOT_FINISHING} END"
    )


def _on_identity(table: Table) -> str:
    return (
        f"CREATE TRIGGER {table.name}_identity BEFORE UPDATE OF id, n ON {table.name} "
        "WHEN OLD.id IS NOT NEW.id OR OLD.n IS NOT NEW.n "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )


def _on_update(table: Table) -> str:
    """One trigger for all cells: SQLite reads every trigger's text each time a file is opened."""
    private = columns_kept(table, Keep.PRIVATE)
    columns = columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)
    watched = ", ".join(f'"{column.name}"' for column in columns)
    kept = "".join(_private_cell(column) for column in private)
    return (
        f"CREATE TRIGGER {table.name}_changed AFTER UPDATE OF {watched} ON {table.name} BEGIN {kept}"
        "INSERT INTO change (step, tbl, row, col, before, after) "
        f"SELECT {_STEP}, '{table.name}', NEW.id, col, old, new FROM ({_cells_changed(columns)}) "
        "WHERE true ON CONFLICT (row, col, step) DO UPDATE SET after = excluded.after; END"
    )


def _private_cell(column: Column[Any]) -> str:
    name = column.name
    before, after = (f"json_quote({cell(column, row)})" for row in ("OLD", "NEW"))
    return (
        f"INSERT INTO change_private SELECT {_STEP}, NEW.id, '{name}', {before}, {after} "
        f'WHERE OLD."{name}" IS NOT NEW."{name}" '
        "ON CONFLICT (step, row, col) DO UPDATE SET after = excluded.after;"
    )


def _cells_changed(columns: list[Column[Any]]) -> str:
    """A query of the cells that differ: column, before and after, as JSON; written once for each way
    that values are shown in JSON, not once for each column."""
    ways: dict[tuple[str, str], list[str]] = {}
    for column in columns:
        ways.setdefault((_shown("a", column), _shown("b", column)), []).append(
            f'SELECT \'{column.name}\', OLD."{column.name}", NEW."{column.name}"'
        )
    return " UNION ALL ".join(
        f"SELECT c AS col, {old} AS old, {new} AS new FROM (SELECT 0 c, 0 a, 0 b WHERE false "
        f"UNION ALL {' UNION ALL '.join(cells)}) WHERE a IS NOT b"
        for (old, new), cells in ways.items()
    )


def _shown(value: str, column: Column[Any]) -> str:
    if facts(column).keep is Keep.PRIVATE:
        return "'\"changed\"'"
    return f"json_quote({_json(column, value)})"


def _guard(name: str, action: str) -> str:
    return (
        f"CREATE TRIGGER {name}_kept_{action.lower()} BEFORE {action} ON {name} "
        f"WHEN NOT EXISTS (SELECT 1 FROM door) BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )
