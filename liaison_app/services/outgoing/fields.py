"""How a sheet of the workbook is put together from released rows, a column at a time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from liaison_app.documents.workbook.sheet import Column, Form, Sheet, Value
from liaison_app.domain.codes import list_of
from liaison_app.services.outgoing.labels import label
from liaison_app.services.redaction import Released, Seen
from liaison_app.store.tables.declare import metadata
from liaison_app.system.messages import text


@dataclass(frozen=True)
class Field:
    """A column of a sheet. ``reads`` names the ``table.column`` it shows: where the audience may not
    read it, the column isn't there. ``code_list``: the list that explains its codes."""

    name: str
    value: Callable[[Seen], Value]
    form: Form = Form.TEXT
    reads: str = ""
    code_list: str = ""


@dataclass(frozen=True)
class Table:
    """The columns of one sheet, and the table that its rows come from."""

    name: str
    table: str
    fields: tuple[Field, ...] = field(default=())

    def sheet(self, released: Released, rows: Iterable[Seen]) -> Sheet:
        """The sheet of these rows, without the columns that the audience may not read."""
        shown = self.shown(released)
        return Sheet(
            name=self.name,
            caption=text(f"workbook.caption.{self.name}"),
            columns=tuple(Column(one.name, one.form) for one in shown),
            rows=tuple(tuple(one.value(row) for one in shown) for row in rows),
        )

    def shown(self, released: Released) -> Sequence[Field]:
        """The columns that the audience may read."""
        return [one for one in self.fields if not one.reads or _may_read(released, one.reads)]


def identity(name: str, column: str = "id") -> Field:
    """An identity, as text."""
    return Field(name, lambda row: _text(getattr(row, column)), Form.ID)


def cell(table: str, column: str, form: Form = Form.TEXT, name: str = "") -> Field:
    """A column of the records as it is."""
    return Field(name or column, lambda row: getattr(row, column), form, f"{table}.{column}")


def coded(table: str, column: str, name: str = "") -> tuple[Field, Field]:
    """A code, and beside it its label."""
    shown, codes = name or column, list_of(table, column) or ""
    reads = f"{table}.{column}"
    return (
        Field(shown, lambda row: getattr(row, column), Form.CODE, reads, codes),
        Field(f"{shown}_label", lambda row: label(codes, getattr(row, column)), Form.CODE, reads),
    )


def made(name: str, value: Callable[[Seen], Value], form: Form = Form.TEXT) -> Field:
    """A column worked out from released records."""
    return Field(name, value, form)


def _may_read(released: Released, reads: str) -> bool:
    table, column = reads.split(".")
    return released.shows(metadata.tables[table], column)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
