"""The history of one field: which steps set it, from what to what."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Table, select

from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import NO_CURRENCY, Money
from liaison_app.services.history import StepLine, lines
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, AnyRow, Looking, looking, names_of
from liaison_app.store.tables.declare import facts
from liaison_app.store.tables.journal import change, step


@dataclass(frozen=True)
class Version:
    """One value that a field had. ``value`` is text as people read it (codes stay codes), None when
    the field was empty; ``erased``: it was taken away for good."""

    step: StepLine
    value: str | None
    erased: bool


def of_cell(office: Office, kind: Kind, record_id: UUID, field: str) -> list[Version]:
    """All values of a field, the newest first; a partial date (``due``) or a sum (``dues``) is one."""
    table = TABLES[kind]
    with looking(office) as look:
        rows = look.all(
            select(change.c.col, change.c.after, *step.c)
            .join(step, step.c.n == change.c.step)
            .where(change.c.row == record_id, change.c.col.in_(["*", *_columns(table, field)]))
            .order_by(step.c.n)
        )
        return _versions(look, table, field, rows)


def _columns(table: Table, field: str) -> list[str]:
    for halves in ("on", "precision"), ("amount", "currency"):
        names = [f"{field}_{half}" for half in halves]
        if names[1] in table.c:
            return names
    if field not in table.c:
        raise Refusal("field.unknown", field=field)
    return [field]


def _versions(look: Looking, table: Table, field: str, rows: Sequence[AnyRow]) -> list[Version]:
    found: dict[int, tuple[AnyRow, dict[str, object], bool]] = {}
    cells: dict[str, object] = {}
    columns = _columns(table, field)
    for row in rows:
        erased = row.after is None
        after = json.loads(row.after) if row.after is not None else None
        if row.col == "*":
            image = after if isinstance(after, dict) else {}
            cells = {name: image.get(name) for name in columns}
        else:
            cells = {**cells, row.col: after}
        found[row.n] = (row, cells, erased)
    steps = {line.n: line for line in lines(look, [row for row, _, _ in found.values()])}
    made = [
        Version(steps[n], _shown(look, table, field, values), erased)
        for n, (_, values, erased) in found.items()
    ]
    return made[::-1]


def _shown(look: Looking, table: Table, field: str, cells: dict[str, object]) -> str | None:
    if f"{field}_precision" in table.c:
        return _date(cells[f"{field}_on"], cells[f"{field}_precision"])
    if f"{field}_amount" in table.c:
        return _sum(cells[f"{field}_amount"], cells[f"{field}_currency"])
    value = cells[field]
    target = facts(table.c[field]).refers_to
    if target in TABLES and isinstance(value, str):
        named = names_of(look, str(target), [UUID(value)])
        return next((one.title for one in named.values()), None)
    return None if value is None else str(value)


def _date(on: object, precision: object) -> str | None:
    if precision == Precision.EVENT:
        return PartialDate.before_event().label()
    if not isinstance(on, str):
        return None
    return PartialDate(date.fromisoformat(on), Precision(str(precision or "day"))).label()


def _sum(amount: object, currency: object) -> str | None:
    if amount is None:
        return None
    return Money(Decimal(str(amount)), str(currency or NO_CURRENCY)).label()
