"""What a merge of copies can break without two people touching one cell: found, shown, never hidden.

Each invariant is a pure query over living rows. They are things to settle, not damage. They are
asked of the whole office, or of the rows that a parcel touched.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, text

from liaison_app.domain.kinds import LETTERS
from liaison_app.store.references import columns_from, is_witness
from liaison_app.store.tables.declare import facts, journalled_tables, metadata


@dataclass(frozen=True)
class Broken:
    """One invariant that doesn't hold: its code, and the parameters of its sentence."""

    code: str
    params: dict[str, object]


def broken(connection: Connection, rows: Collection[UUID] | None = None) -> Iterator[Broken]:
    """Everything to settle in the whole office, or what concerns these rows."""
    if rows is not None:
        connection.execute(text("CREATE TEMP TABLE IF NOT EXISTS asked (row BLOB PRIMARY KEY)"))
        connection.execute(text("DELETE FROM temp.asked"))
        for row in rows:
            connection.exec_driver_sql("INSERT OR IGNORE INTO temp.asked VALUES (?)", (row.bytes,))
    ask = _Asking(connection, everywhere=rows is None)
    yield from _references_used_twice(ask)
    yield from _own_ancestor(ask)
    yield from _merged_in_a_circle(ask)
    yield from _links_to_deleted(ask)
    yield from _overlapping_tenures(ask)
    yield from _erased_though_held(ask)


@dataclass(frozen=True)
class _Asking:
    connection: Connection
    everywhere: bool

    def among(self, *columns: str) -> str:
        """The SQL that one of these ids is among the rows asked about."""
        if self.everywhere:
            return "true"
        return "(" + " OR ".join(f"{c} IN (SELECT row FROM temp.asked)" for c in columns) + ")"

    def rows(self, statement: str) -> Any:
        """What a query finds."""
        return self.connection.execute(text(statement))


def _references_used_twice(ask: _Asking) -> Iterator[Broken]:
    for name in LETTERS:
        mine = (
            "" if ask.everywhere else f"AND ref IN (SELECT ref FROM {name} WHERE {ask.among('id')})"
        )
        twice = (
            f"SELECT ref FROM {name} WHERE ref IS NOT NULL {mine} GROUP BY ref HAVING count(*) > 1"
        )
        for (ref,) in ask.rows(twice):
            yield Broken("ref_twice", {"ref": ref})


def _circles(ask: _Asking, table: Table, column: str) -> Iterator[str]:
    """The references of records that ``column`` leads back to themselves."""
    statement = f"""
        WITH RECURSIVE above(start, id) AS (
            SELECT id, {column} FROM {table.name}
            WHERE {column} IS NOT NULL AND NOT deleted AND {ask.among("id")}
            UNION SELECT above.start, j.{column} FROM above JOIN {table.name} j ON j.id = above.id
            WHERE j.{column} IS NOT NULL AND NOT j.deleted)
        SELECT j.ref FROM above JOIN {table.name} j ON j.id = above.start
        WHERE above.id = start ORDER BY j.ref"""
    for (ref,) in ask.rows(statement):
        yield ref


def _own_ancestor(ask: _Asking) -> Iterator[Broken]:
    for name in LETTERS:
        table = metadata.tables[name]
        for column in columns_from(table):
            if facts(column).refers_to == name and column.name != "merged_into":
                for ref in _circles(ask, table, column.name):
                    yield Broken("own_ancestor", {"ref": ref})


def _merged_in_a_circle(ask: _Asking) -> Iterator[Broken]:
    for name in LETTERS:
        for ref in _circles(ask, metadata.tables[name], "merged_into"):
            yield Broken("merge_closed", {"ref": ref})


def _links_to_deleted(ask: _Asking) -> Iterator[Broken]:
    for table in journalled_tables():
        if is_witness(table):
            continue
        for column in columns_from(table):
            target = metadata.tables.get(str(facts(column).refers_to))
            if target is None:
                continue
            found = ask.rows(
                f"SELECT count(*) FROM {table.name} a LEFT JOIN {target.name} b "
                f"ON b.id = a.{column.name} WHERE NOT a.deleted AND a.{column.name} IS NOT NULL "
                f"AND coalesce(b.deleted, 1) AND {ask.among('a.id', f'a.{column.name}')}"
            )
            for (count,) in found:
                if count:
                    yield Broken(
                        "link_to_deleted",
                        {"count": count, "table": table.name, "column": column.name},
                    )


def _overlapping_tenures(ask: _Asking) -> Iterator[Broken]:
    statement = f"""
        SELECT DISTINCT o.ref, o.title FROM tenure a
        JOIN tenure b ON b.office_id = a.office_id AND b.id > a.id AND NOT b.deleted
        JOIN office o ON o.id = a.office_id
        WHERE NOT a.deleted AND a.standing = 'holder' AND b.standing = 'holder'
          AND a.start_on IS NOT NULL AND b.start_on IS NOT NULL
          AND a.start_on < coalesce(b.end_on, '9999-12-31') AND b.start_on < coalesce(a.end_on, '9999-12-31')
          AND o.is_head AND {ask.among("a.id", "b.id", "o.id")}"""
    for ref, title in ask.rows(statement):
        yield Broken("tenures_overlap", {"ref": ref, "title": title})


def _erased_though_held(ask: _Asking) -> Iterator[Broken]:
    """Nobody erases what is held: where a hold is older than an erasure, copies did both at once."""
    for name in LETTERS:
        statement = f"""
            SELECT DISTINCT r.ref FROM step s JOIN change e ON e.step = s.n AND e.tbl = '{name}'
            JOIN {name} r ON r.id = e.row AND r.legal_hold
            JOIN change h ON h.row = r.id AND h.col = 'legal_hold' AND h.after = 'true'
            JOIN step hs ON hs.n = h.step AND hs.hlc < s.hlc
            WHERE s.verb = 'erase' AND {ask.among("r.id")} ORDER BY r.ref"""
        for (ref,) in ask.rows(statement):
            yield Broken("held_but_erased", {"ref": ref})
