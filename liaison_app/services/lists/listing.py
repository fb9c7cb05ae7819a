"""How a list is asked: first page and next ones, all row numbers in order, and rows by number.

    PEOPLE.page(office, "jurisdiction:busan", limit=50)
    numbers = COMMITMENTS.keys(office, "overdue"); COMMITMENTS.rows(office, numbers[100:150])

Pages go by key, never by offset. Statements are built once, when the module of a kind is imported.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    TextClause,
    and_,
    false,
    func,
    not_,
    or_,
    select,
    true,
)

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.search_language import EVERYTHING, Where, parse
from liaison_app.services.office import Office
from liaison_app.services.reading import BATCH, Looking, living, looking
from liaison_app.services.rows import Row
from liaison_app.services.saved_searches import saved_texts
from liaison_app.store.search import matching

R = TypeVar("R", bound=Row)

Condition = ColumnElement[bool] | TextClause
Narrow = Callable[[Looking, Any], Condition]
"""From a look and the value of a filter to the condition on the list's rows."""


@dataclass(frozen=True)
class Sort:
    """An order of a list: by one column, then by row number; rows without a value come last."""

    column: ColumnElement[Any]
    descending: bool = False

    def order(self, n: ColumnElement[Any]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """What to order by among the rows that have a value."""
        if self.descending:
            return self.column.desc(), n.desc()
        return self.column.asc(), n.asc()

    def beyond(self, n: ColumnElement[Any], value: Any, last: int) -> ColumnElement[bool]:
        """The rows with a value that come after the row ``last``, whose value is ``value``."""
        if self.descending:
            return or_(self.column < value, and_(self.column == value, n < last))
        return or_(self.column > value, and_(self.column == value, n > last))


@dataclass(frozen=True)
class Listing(Generic[R]):
    """The list of one kind.

    ``chosen`` selects the rows' columns without narrowing; ``make`` turns a batch of them into
    rows; ``sorts`` are the orders, the first one the usual; ``narrows`` says which filters of the
    search language the kind knows: a field of ``Where`` or a flag.
    """

    kind: Kind
    table: Table
    chosen: Select[Any]
    make: Callable[[Looking, Sequence[Any]], list[R]]
    sorts: Mapping[str, Sort]
    narrows: Mapping[str, Narrow]

    def page(
        self,
        office: Office,
        where: str | Where = "",
        sort: str | None = None,
        after: int | None = None,
        limit: int = 50,
    ) -> list[R]:
        """Up to ``limit`` rows in order, from the one that follows row number ``after``."""
        with looking(office) as look:
            conditions = self.conditions(look, where)
            numbers = self._next(look, conditions, self._sort(sort), after, limit)
            return self.rows_in(look, numbers)

    def keys(
        self, office: Office, where: str | Where = "", sort: str | None = None
    ) -> "array[int]":
        """The row numbers of all rows, in order: what a list of the window scrolls over."""
        with looking(office) as look:
            conditions = self.conditions(look, where)
            found: array[int] = array("q")
            for statement in self._parts(conditions, self._sort(sort)):
                cursor = look.connection.execute(statement).cursor
                found.extend(row[0] for row in (cursor.fetchall() if cursor else ()))
            return found

    def rows(self, office: Office, ns: Iterable[int]) -> list[R]:
        """The rows of these numbers, in the order given; those that are gone are left out."""
        with looking(office) as look:
            return self.rows_in(look, ns)

    def count(self, office: Office, where: str | Where = "") -> int:
        """How many rows there are."""
        with looking(office) as look:
            counted = select(func.count()).select_from(self.table)
            return (
                look.connection.scalar(
                    counted.where(living(self.table), *self.conditions(look, where))
                )
                or 0
            )

    def numbers_in(self, look: Looking, where: str | Where, limit: int) -> list[int]:
        """The numbers of the first rows in the usual order, within a look."""
        return self._next(look, self.conditions(look, where), self._sort(None), None, limit)

    def rows_in(self, look: Looking, ns: Iterable[int]) -> list[R]:
        """Like ``rows``, within a look."""
        wanted = list(ns)
        found: dict[int, R] = {}
        for start in range(0, len(wanted), BATCH):
            chosen = self.chosen.where(self.table.c.n.in_(wanted[start : start + BATCH]))
            for row in self.make(look, look.all(chosen)):
                found[row.n] = row
        return [found[n] for n in wanted if n in found]

    def conditions(self, look: Looking, where: str | Where) -> list[Condition]:
        """What ``where`` asks of this list's rows; a filter that it doesn't know is refused."""
        asked = parse(where, saved_texts(look)) if isinstance(where, str) else where
        found = self._all_of(look, asked)
        for other in asked.without:
            if self.knows(other):
                left_out = and_(true(), *self.conditions(look, other))
                found.append(not_(func.coalesce(left_out, false())))
        return found

    def _all_of(self, look: Looking, asked: Where) -> list[Condition]:
        found: list[Condition] = []
        if asked.words:
            found.append(matching(self.table, asked.words))
        for name, value in _filters(asked):
            narrow = self.narrows.get(name)
            if narrow is None and name != "kinds":
                raise Refusal("search.not_here", filter=_shown(name), kind=self.kind.value)
            if narrow is not None:
                found.append(narrow(look, value))
        return found

    def knows(self, where: Where) -> bool:
        """Whether every filter of ``where`` means something for this kind. What is left out needs
        not: a person has no topic, so nobody is left out by one."""
        if where.kinds and self.kind not in where.kinds:
            return False
        return all(name in self.narrows or name == "kinds" for name, _ in _filters(where))

    def _sort(self, name: str | None) -> Sort:
        if name is None:
            return next(iter(self.sorts.values()))
        if name not in self.sorts:
            raise Refusal("list.no_such_order", given=name, choices=", ".join(self.sorts))
        return self.sorts[name]

    def _parts(self, conditions: Sequence[Condition], sort: Sort) -> Iterator[Select[Any]]:
        """First the rows that have a value to sort by, then those that have none."""
        n = self.table.c.n
        base = select(n).where(living(self.table), *conditions)
        yield base.where(sort.column.is_not(None)).order_by(*sort.order(n))
        yield base.where(sort.column.is_(None)).order_by(n)

    def _next(
        self,
        look: Looking,
        conditions: Sequence[Condition],
        sort: Sort,
        after: int | None,
        limit: int,
    ) -> list[int]:
        n = self.table.c.n
        valued, bare = self._parts(conditions, sort)
        if after is not None:
            value = look.connection.scalar(select(sort.column).where(n == after))
            if value is None:
                return list(look.connection.scalars(bare.where(n > after).limit(limit)))
            valued = valued.where(sort.beyond(n, value, after))
        numbers = list(look.connection.scalars(valued.limit(limit)))
        if len(numbers) < limit:
            numbers += look.connection.scalars(bare.limit(limit - len(numbers)))
        return numbers


def _filters(where: Where) -> Iterator[tuple[str, Any]]:
    """The filters of ``where`` that narrow, flags by their own names."""
    for one in fields(Where):
        value = getattr(where, one.name)
        if one.name == "without":
            continue
        if one.name == "flags":
            yield from ((flag, True) for flag in sorted(value))
        elif one.name != "words" and value != getattr(EVERYTHING, one.name):
            yield one.name, value


_SHOWN = {
    "jurisdictions": "jurisdiction:",
    "persons": "person:",
    "trips": "trip:",
    "topics": "topic:",
    "years": "year:",
    "after": "after:",
    "before": "before:",
    "statuses": "status:",
    "directions": "direction:",
    "of_kinds": "kind:",
}


def _shown(name: str) -> str:
    return _SHOWN.get(name, name)
