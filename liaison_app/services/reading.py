"""What every query needs: a snapshot, today, whose office it is, and references followed on.

References are never rewritten by a merge: readers go from the row that is named to the one that
``stands_for`` it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, Table, select

from liaison_app.domain.dates import PartialDate, Precision
from liaison_app.domain.money import NO_CURRENCY, Money
from liaison_app.services.office import Office, setting_in
from liaison_app.services.rows import Named
from liaison_app.store.tables import (
    agreements,
    coordination,
    gifts,
    meetings,
    outcomes,
    people,
    places,
    programmes,
    promises,
    requests,
)

TITLES: dict[str, tuple[str, str | None]] = {
    "jurisdiction": ("name", "native_name"),
    "organization": ("name", "native_name"),
    "person": ("full_name", "native_name"),
    "office": ("title", "native_title"),
    "trip": ("title", None),
    "engagement": ("title", None),
    "commitment": ("wording", None),
    "agreement": ("title", None),
    "membership": ("title", None),
    "programme": ("title", None),
    "funding": ("title", None),
    "assignment": ("title", None),
    "outcome": ("title", None),
    "request": ("title", None),
    "gift": ("title", None),
    "coordination": ("title", None),
    "consultation": ("title", None),
}
"""Which column a record of each kind is called by, and which holds that in its own script."""

TABLES: dict[str, Table] = {
    "jurisdiction": places.jurisdiction,
    "organization": places.organization,
    "person": people.person,
    "office": people.office,
    "trip": meetings.trip,
    "engagement": meetings.engagement,
    "commitment": promises.commitment,
    "agreement": agreements.agreement,
    "membership": agreements.membership,
    "programme": programmes.programme,
    "funding": programmes.funding,
    "assignment": programmes.assignment,
    "outcome": outcomes.outcome,
    "request": requests.request,
    "gift": gifts.gift,
    "coordination": coordination.coordination,
    "consultation": coordination.consultation,
}
"""The table of each record kind."""

AnyRow = Row[*tuple[Any, ...]]
"""A row of any statement."""

T = TypeVar("T", UUID, int)

BATCH = 500
"""How many ids one statement names at most."""


@dataclass(frozen=True)
class Looking:
    """One look at the office: a snapshot, the day in the office's zone, and who looks."""

    connection: Connection
    today: date
    officer: UUID | None

    def all(self, statement: Any, **params: object) -> Sequence[AnyRow]:
        """All rows of a statement."""
        return self.connection.execute(statement, params).all()

    def one(self, statement: Any, **params: object) -> AnyRow | None:
        """The first row of a statement, None if there is none."""
        return self.connection.execute(statement, params).first()

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the office."""
        return setting_in(self.connection, key, default)


@contextmanager
def looking(office: Office) -> Iterator[Looking]:
    """A look at the office: everything asked of it sees the same state."""
    with office.read() as connection:
        zone = ZoneInfo(setting_in(connection, "zone", "UTC") or "UTC")
        yield Looking(connection, office.clock.today(zone), office.store.node.officer)


class Through:
    """A reference column as readers follow it: to the named row, and on to its stand-in."""

    def __init__(self, column: ColumnElement[Any], table: Table, name: str) -> None:
        self._column = column
        self._named = table.alias(f"{name}_named")
        self._name = name
        self.shown = table.alias(name)

    def onto(self, source: FromClause) -> FromClause:
        """``source`` joined with what the reference leads to, if anything."""
        return source.outerjoin(self._named, self._named.c.id == self._column).outerjoin(
            self.shown, self.shown.c.id == self._named.c.stands_for
        )

    def columns(self) -> list[ColumnElement[Any]]:
        """What ``named`` needs: ``NAME__id``, ``NAME__ref``, ``NAME__title``, ``NAME__native``."""
        title, native = TITLES[self.shown.element.name]  # type: ignore[attr-defined]
        chosen = [
            ("id", self.shown.c.id),
            ("ref", self.shown.c.ref),
            ("title", self.shown.c[title]),
        ]
        if native is not None:
            chosen.append(("native", self.shown.c[native]))
        return [column.label(f"{self._name}__{label}") for label, column in chosen]


def following(table: Table, *references: Through) -> Select[Any]:
    """The columns of a table with what these references of it lead to."""
    source: FromClause = table
    for through in references:
        source = through.onto(source)
    columns = [column for through in references for column in through.columns()]
    return select(table, *columns).select_from(source)


def named(row: AnyRow, name: str) -> Named | None:
    """What the reference ``name`` of a row leads to, None if it leads nowhere."""
    values = row._mapping
    found = values[f"{name}__id"]
    if found is None:
        return None
    native = values.get(f"{name}__native")
    return Named(found, values[f"{name}__ref"], values[f"{name}__title"] or "", native)


def living(table: Any) -> ColumnElement[bool]:
    """The condition for rows that lists show: not deleted, and not merged into another.

    Those are the rows that search has an entry of, which stands in the indexes that lists use.
    """
    found: ColumnElement[bool] = table.c.found_at.is_not(None)
    return found


def all_standing_for(table: Table, ids: Iterable[UUID]) -> Any:
    """The ids by which others may name these records: their own and those merged into them."""
    return select(table.c.id).where(table.c.stands_for.in_(list(ids)))


def stand_ins(look: Looking, table: Table, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """From every id that names one of these records (its own, those merged into it) to the record."""
    named_by = select(table.c.id, table.c.stands_for)
    return {
        row.id: row.stands_for
        for chosen in batches(ids)
        for row in look.all(named_by.where(table.c.stands_for.in_(chosen)))
    }


def names_of(look: Looking, kind: str, ids: Iterable[UUID]) -> dict[UUID, Named]:
    """What the records of these ids are called, by the id asked for; merged ones by stand-in."""
    found: dict[UUID, Named] = {}
    for chosen in batches(ids):
        for row in look.all(_NAMES[kind].where(TABLES[kind].c.id.in_(chosen))):
            shown = named(row, "shown")
            if shown is not None:
                found[row.asked] = shown
    return found


def batches(ids: Iterable[T]) -> Iterator[list[T]]:
    """Distinct ids or row numbers, so many at a time as one statement takes."""
    distinct = list(dict.fromkeys(ids))
    for start in range(0, len(distinct), BATCH):
        yield distinct[start : start + BATCH]


def partial_of(row: AnyRow, name: str) -> PartialDate | None:
    """The partial date ``name`` of a row, None where none was given."""
    values = row._mapping
    last, precision = values[f"{name}_on"], values[f"{name}_precision"]
    if precision == Precision.EVENT:
        return PartialDate.before_event()
    if last is None:
        return None
    return PartialDate(last, Precision(precision or Precision.DAY))


def money_of(row: AnyRow, name: str) -> Money | None:
    """The sum ``name`` of a row, None where none was given; without a currency, ``XXX`` says so."""
    amount = row._mapping[f"{name}_amount"]
    if amount is None:
        return None
    return Money(amount, row._mapping[f"{name}_currency"] or NO_CURRENCY)


def _named_in(table: Table) -> Any:
    through = Through(table.c.id, table, "shown")
    asked = table.c.id.label("asked")
    return select(asked, *through.columns()).select_from(through.onto(table))


_NAMES = {kind: _named_in(table) for kind, table in TABLES.items()}
