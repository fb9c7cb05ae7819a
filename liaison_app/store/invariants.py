"""What a merge of copies can break without two people touching one cell: found, shown, never hidden.

Each invariant is a pure query over living rows. They are things to settle, not damage.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from liaison_app.domain.kinds import LETTERS
from liaison_app.store.references import columns_from
from liaison_app.store.tables.declare import facts, journalled_tables, metadata


@dataclass(frozen=True)
class Broken:
    """One invariant that doesn't hold: its code, and the parameters of its sentence."""

    code: str
    params: dict[str, object]


def broken(connection: Connection) -> Iterator[Broken]:
    """Everything to settle in the whole office."""
    yield from _references_used_twice(connection)
    yield from _own_ancestor(connection)
    yield from _links_to_deleted(connection)
    yield from _overlapping_tenures(connection)


def _references_used_twice(connection: Connection) -> Iterator[Broken]:
    for name in LETTERS:
        twice = text(
            f"SELECT ref FROM {name} WHERE ref IS NOT NULL GROUP BY ref HAVING count(*) > 1"
        )
        for ref in connection.execute(twice).scalars():
            yield Broken("ref_twice", {"ref": ref})


def _own_ancestor(connection: Connection) -> Iterator[Broken]:
    statement = text("""
        WITH RECURSIVE above(start, id) AS (
            SELECT id, parent_id FROM jurisdiction WHERE parent_id IS NOT NULL AND NOT deleted
            UNION SELECT above.start, j.parent_id FROM above JOIN jurisdiction j ON j.id = above.id
            WHERE j.parent_id IS NOT NULL AND NOT j.deleted)
        SELECT j.ref FROM above JOIN jurisdiction j ON j.id = above.start WHERE above.id = start""")
    for ref in connection.execute(statement).scalars():
        yield Broken("own_ancestor", {"ref": ref})


def _links_to_deleted(connection: Connection) -> Iterator[Broken]:
    for table in journalled_tables():
        if table.name == "source_row":
            continue
        for column in columns_from(table):
            target = metadata.tables.get(str(facts(column).refers_to))
            if target is None:
                continue
            statement = text(
                f"SELECT count(*) FROM {table.name} a LEFT JOIN {target.name} b "
                f"ON b.id = a.{column.name} WHERE NOT a.deleted AND a.{column.name} IS NOT NULL "
                "AND coalesce(b.deleted, 1)"
            )
            count = connection.execute(statement).scalar_one()
            if count:
                yield Broken(
                    "link_to_deleted",
                    {"count": count, "table": table.name, "column": column.name},
                )


def _overlapping_tenures(connection: Connection) -> Iterator[Broken]:
    statement = text("""
        SELECT DISTINCT o.ref, o.title FROM tenure a
        JOIN tenure b ON b.office_id = a.office_id AND b.id > a.id AND NOT b.deleted
        JOIN office o ON o.id = a.office_id
        WHERE NOT a.deleted AND a.standing = 'holder' AND b.standing = 'holder'
          AND a.start_on IS NOT NULL AND b.start_on IS NOT NULL
          AND a.start_on < coalesce(b.end_on, '9999') AND b.start_on < coalesce(a.end_on, '9999')
          AND o.is_head""")
    for ref, title in connection.execute(statement):
        yield Broken("tenures_overlap", {"ref": ref, "title": title})
