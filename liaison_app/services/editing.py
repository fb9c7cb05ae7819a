"""Writing one record's fields: checked against what they mean, then changed through the door.

Every noun's module (``people.py``, ``commitments.py`` …) stands on these few functions. Fields are
named as the page shows them: a partial date (``due``) or a sum (``dues``) is one field, not two columns.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Boolean, Column, Table, select

from liaison_app.domain import codes
from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.markings import check_marking
from liaison_app.domain.money import Money
from liaison_app.services.office import Office, check_zone, setting_in
from liaison_app.services.own_codes import own_codes
from liaison_app.services.reading import TABLES, TITLES, AnyRow, Looking
from liaison_app.store.records import Records
from liaison_app.store.tables.declare import facts, metadata
from liaison_app.system import messages

_ZONES = frozenset({"zone", "start_zone", "end_zone"})
_SPANS = (("start_at", "end_at"), ("start_on", "end_on"), ("since_on", "until_on"))
_IN_ORDER = (
    ("proposed_on", "signed_on"),
    ("signed_on", "effective_on"),
    ("effective_on", "expires_on"),
    ("signed_on", "expires_on"),
    ("asked_on", "awarded_on"),
    ("awarded_on", "received_on"),
)
"""Days of which the first can't come after the second, whoever's they are."""


@dataclass(frozen=True)
class Done:
    """What a command did: the record, its reference, and the step (None if nothing changed)."""

    id: UUID
    ref: str
    step: str | None


@dataclass
class Writing:
    """An open write with the day and the officer: what commands work with."""

    records: Records
    look: Looking

    @property
    def today(self) -> date:
        """Today in the office's zone."""
        return self.look.today


@contextmanager
def writing(office: Office, verb: str, subject: UUID | None = None) -> Iterator[Writing]:
    """Open the door for one named step."""
    with office.store.write(verb, subject) as records:
        zone = ZoneInfo(setting_in(records.connection, "zone", "UTC") or "UTC")
        look = Looking(records.connection, office.clock.today(zone), office.store.node.officer)
        yield Writing(records, look)


def add_record(office: Office, kind: Kind, given: Mapping[str, object], verb: str = "") -> Done:
    """Add a record of ``kind`` as one step."""
    with writing(office, verb or f"{kind}.add") as write:
        made = add_in(write, TABLES[kind], given)
        write.records.subject = made
        ref = ref_in(write, TABLES[kind], made)
    return Done(made, ref, write.records.step)


def change_record(
    office: Office, kind: Kind, record_id: UUID, given: Mapping[str, object], verb: str = ""
) -> Done:
    """Change fields of a record as one step; only those given are touched."""
    table = TABLES[kind]
    with writing(office, verb or f"{kind}.change", record_id) as write:
        change_in(write, table, record_id, given)
        ref = ref_in(write, table, record_id)
    return Done(record_id, ref, write.records.step)


def add_in(write: Writing, table: Table, given: Mapping[str, object]) -> UUID:
    """Add a row within an open write, its fields checked."""
    cells = checked(write, table, given)
    _require_title(table, cells)
    _refuse_backwards(cells, cells)
    return write.records.add(table, **cells)


def change_in(write: Writing, table: Table, row_id: UUID, given: Mapping[str, object]) -> None:
    """Change a living row within an open write, its fields checked."""
    row = living_row(write, table, row_id)
    cells = checked(write, table, given)
    title = TITLES.get(table.name, ("", None))[0]
    if title in cells:
        _require_title(table, cells)
    _refuse_backwards({**row._mapping, **cells}, cells)
    write.records.change(table, row_id, **cells)


def living_row(write: Writing, table: Table, row_id: UUID) -> AnyRow:
    """A row that exists and isn't deleted; refused as ``record.gone`` otherwise."""
    row = write.records.one(table, row_id)
    if row is None or row.deleted:
        raise Refusal("record.gone")
    return row


def ref_in(write: Writing, table: Table, row_id: UUID) -> str:
    """The reference of a record."""
    found = write.records.connection.scalar(select(table.c.ref).where(table.c.id == row_id))
    return found or ""


def checked(write: Writing, table: Table, given: Mapping[str, object]) -> dict[str, Any]:
    """The cells of these fields: texts trimmed, codes known, days possible, records there."""
    cells: dict[str, Any] = {}
    for name, value in given.items():
        if f"{name}_precision" in table.c:
            cells |= partial_cells(name, value)
        elif f"{name}_amount" in table.c:
            cells |= money_cells(name, value)
        else:
            cells[name] = _cell(write, table.c[name], value)
    return cells


def partial_cells(name: str, value: object) -> dict[str, Any]:
    """The two columns of a partial date; None empties both."""
    if value is None:
        return {f"{name}_on": None, f"{name}_precision": None}
    if not isinstance(value, PartialDate):
        raise TypeError(f"{name} takes a PartialDate, not {value!r}")
    return {f"{name}_on": value.last, f"{name}_precision": value.precision.value}


def money_cells(name: str, value: object) -> dict[str, Any]:
    """The two columns of a sum; None empties both."""
    if value is None:
        return {f"{name}_amount": None, f"{name}_currency": None}
    if not isinstance(value, Money):
        raise TypeError(f"{name} takes a sum of money, not {value!r}")
    given = value.checked()
    return {f"{name}_amount": given.amount, f"{name}_currency": given.currency}


def _cell(write: Writing, column: Column[Any], value: object) -> object:
    if isinstance(value, str):
        value = value.strip() or None
    if value is None:
        return column.default.arg if column.default is not None else None  # type: ignore[attr-defined]
    if isinstance(column.type, Boolean):
        return bool(value)
    table, name = column.table.name, column.name
    known = codes.list_of(table, name)
    if known is not None:
        return codes.check(known, str(value), own_codes(write.look, known))
    if name in _ZONES:
        return check_zone(str(value))
    if name == "marking":
        return check_marking(str(value))
    target = facts(column).refers_to
    if target is not None and target in metadata.tables:
        living_row(write, metadata.tables[target], UUID(str(value)))
    return value


def _require_title(table: Table, cells: Mapping[str, object]) -> None:
    name = TITLES.get(table.name, (None, None))[0]
    if name is not None and not cells.get(name):
        raise Refusal(f"title.missing.{table.name}")


def _refuse_backwards(cells: Mapping[str, object], touched: Iterable[str]) -> None:
    """Refuse days in the wrong order, of which at least one is ``touched`` by this write: what else
    stands wrong in a row (brought in, or met in a merge of copies) is no reason to refuse a note."""
    given = set(touched)
    for first, last in _SPANS:
        if given & {first, last} and _comes_after(cells, first, last):
            raise Refusal("date.ends_before")
    for first, last in _IN_ORDER:
        if given & {first, last} and _comes_after(cells, first, last):
            raise Refusal(
                "date.out_of_order",
                first=_called(first),
                last=_called(last),
            )


def _called(column: str) -> str:
    """A day within a sentence: "day of signature"."""
    known = messages.TEXTS.get(f"field.{column}")
    return known or messages.text(f"field.{column.removesuffix('_on')}")


def _comes_after(cells: Mapping[str, object], first: str, last: str) -> bool:
    """Whether ``first`` lies after ``last`` for sure: of a month or a year its first day counts."""
    start, end = cells.get(first), cells.get(last)
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end < start
    if type(start) is not date or type(end) is not date:
        return False
    precision = cells.get(f"{first.removesuffix('_on')}_precision")
    began = PartialDate(start, Precision(str(precision or Precision.DAY))).first
    return began is not None and end < began
