"""Filters that several lists share: places and people by name or reference, dates, codes."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, or_, select

from liaison_app.domain.codes import check_known, list_of
from liaison_app.domain.kinds import Kind
from liaison_app.domain.staleness import FRESH_DAYS
from liaison_app.services.finding import ids_called
from liaison_app.services.lists.listing import Narrow
from liaison_app.services.own_codes import own_codes
from liaison_app.services.reading import Looking, all_standing_for
from liaison_app.store.search import first_number


def at(column: ColumnElement[Any], kind: Kind) -> Narrow:
    """Rows whose ``column`` names a record called so."""

    def narrow(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
        return column.in_(standing_for(look, kind, called))

    return narrow


def standing_for(look: Looking, kind: Kind, called: Sequence[str]) -> Any:
    """The ids of the records called so, of those merged into them too."""
    table, ids = ids_called(look, kind, called)
    return all_standing_for(table, ids)


def dated(table: Table) -> dict[str, Narrow]:
    """``year:``, ``after:`` and ``before:`` by the record's own date, as search has it indexed."""
    at = table.c.found_at

    def years(_: Looking, wanted: Sequence[int]) -> ColumnElement[bool]:
        return or_(
            *(
                and_(at >= first_number(date(year, 1, 1)), at < first_number(date(year + 1, 1, 1)))
                for year in wanted
            )
        )

    return {
        "years": years,
        "after": lambda _, first: at >= first_number(first),
        "before": lambda _, first: at < first_number(first),
    }


def overlapping(start: ColumnElement[Any], end: ColumnElement[Any]) -> dict[str, Narrow]:
    """``year:``, ``after:`` and ``before:`` by a span of days."""

    def years(_: Looking, wanted: Sequence[int]) -> ColumnElement[bool]:
        return or_(*(and_(start <= date(year, 12, 31), end >= date(year, 1, 1)) for year in wanted))

    return {
        "years": years,
        "after": lambda _, first: end >= first,
        "before": lambda _, first: start < first,
    }


def running(start: ColumnElement[Any], end: ColumnElement[Any]) -> dict[str, Narrow]:
    """Like ``overlapping`` where an end that isn't known is open."""
    return overlapping(start, func.coalesce(end, date.max))


def coded(table: Table, column: str) -> Narrow:
    """Rows whose code is one of those given; a code that is in no list is refused."""
    name = list_of(table.name, column) or ""

    def narrow(look: Looking, codes: Sequence[str]) -> ColumnElement[bool]:
        own = own_codes(look, name)
        for code in codes:
            check_known(name, code, own)
        return table.c[column].in_(codes)

    return narrow


def stale(column: ColumnElement[Any]) -> Callable[[Looking, bool], ColumnElement[bool]]:
    """Rows verified too long ago, or never."""
    return lambda look, _: or_(column.is_(None), column < look.today - timedelta(days=FRESH_DAYS))


def linked(link: Table, left: str, right: str, kind: Kind, left_id: ColumnElement[Any]) -> Narrow:
    """Rows that a link table ties to a record called so."""

    def narrow(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
        chosen = select(link.c[left]).where(
            ~link.c.deleted, link.c[right].in_(standing_for(look, kind, called))
        )
        return left_id.in_(chosen)

    return narrow
