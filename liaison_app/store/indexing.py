"""Keeping the search index: after each step, the words of the records that it touched."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    Connection,
    RowMapping,
    Table,
    and_,
    bindparam,
    column,
    select,
    table,
    text,
    update,
)

from liaison_app.domain.kinds import Kind
from liaison_app.store.sqlite import words as index
from liaison_app.store.tables import people
from liaison_app.store.tables.declare import Find, facts, metadata
from liaison_app.system import letters

_TOUCHED = table("touched", column("tbl"), column("row"), column("born"))
_BATCH = 20_000
_INSERTS = (
    ("INSERT INTO found (rowid, words, filters) VALUES (?, ?, ?)", "number", "words", "filters"),
    ("INSERT INTO named (rowid, names) VALUES (?, ?)", "number", "names"),
)

_WHOLES = {
    "talking_point": ("engagement", "engagement_id"),
    "evidence": ("commitment", "commitment_id"),
    "tenure": ("person", "person_id"),
}
"""Whose index entry a part's words stand in. An office's title is found with its holders."""

_RECORDS = text(
    "INSERT OR REPLACE INTO temp.touched SELECT tbl, row, max(col = '*') FROM change "
    "WHERE step = :step AND tbl = :tbl GROUP BY row"
)

_ROWS = "SELECT row FROM change WHERE step = :step AND tbl = '{tbl}'"

_DATED_BY: Mapping[str, tuple[str, ...]] = {
    Kind.TRIP: ("start_on",),
    Kind.ENGAGEMENT: ("held_on", "start_at"),
    Kind.COMMITMENT: ("due_on", "made_on"),
}


def make_touched(connection: Connection) -> None:
    """Make the list of rows to index, in memory, once a connection."""
    connection.execute(
        text("CREATE TEMP TABLE touched (tbl TEXT, row BLOB, born INTEGER, PRIMARY KEY (tbl, row))")
    )


def renew(connection: Connection, tables: Sequence[Table], step: int) -> None:
    """Index the records that this step touched anew, parts with their wholes."""
    for one in sorted(tables, key=lambda one: one.name not in index.KINDS):
        _touch(connection, one, step)
    for kind in index.KINDS:
        _renew_kind(connection, metadata.tables[kind])
    connection.execute(text("DELETE FROM temp.touched"))


def touch(connection: Connection, name: str, rows: Iterable[UUID]) -> None:
    """Have these rows indexed anew when the step ends, whether it changed them or not."""
    connection.execute(
        text("INSERT OR IGNORE INTO temp.touched VALUES (:tbl, :row, 0)"),
        [{"tbl": name, "row": row.bytes} for row in rows],
    )


def forget_deleted_words(connection: Connection) -> None:
    """Rewrite the index: the words of what is not there any more stay in it until then."""
    for name in ("found", "named"):
        connection.execute(text(f"INSERT INTO {name}({name}) VALUES ('optimize')"))


def _touch(connection: Connection, touched: Table, step: int) -> None:
    name, mine = touched.name, f"id IN ({_ROWS.format(tbl=touched.name)})"
    if name in index.KINDS:
        connection.execute(_RECORDS, {"step": step, "tbl": name})
    if name == "office":
        holders = f"tenure WHERE office_id IN ({_ROWS.format(tbl=name)})"
        _put(connection, "person", "person_id", holders, step)
    elif name in _WHOLES:
        whole, key = _WHOLES[name]
        _put(connection, whole, key, f"{name} WHERE {mine}", step)


def _put(connection: Connection, name: str, key: str, source: str, step: int) -> None:
    connection.execute(
        text(
            f"INSERT OR IGNORE INTO temp.touched SELECT '{name}', {key}, 0 FROM {source} "
            f"AND {key} IS NOT NULL"
        ),
        {"step": step},
    )


def _renew_kind(connection: Connection, record: Table) -> None:
    finds = [c for c in record.c if facts(c).find is not None]
    used = {"n", "id", "ref", "deleted", "stands_for", "found_at", "jurisdiction_id"}
    used |= {c.name for c in finds} | set(_DATED_BY.get(record.name, ()))
    statement = (
        select(*(c for c in record.c if c.name in used), _TOUCHED.c.born)
        .join(_TOUCHED, and_(_TOUCHED.c.tbl == record.name, _TOUCHED.c.row == record.c.id))
        .order_by(record.c.n)
        .limit(_BATCH)
    )
    texts = _Texts(
        tuple(c.name for c in finds if facts(c).find is Find.NAME),
        tuple(c.name for c in finds if facts(c).find is Find.WORDS),
    )
    last = -1
    while rows := connection.execute(statement.where(record.c.n > last)).mappings().all():
        last = rows[-1]["n"]
        _renew_rows(connection, record, texts, rows)


def _renew_rows(
    connection: Connection, record: Table, texts: "_Texts", rows: Sequence[RowMapping]
) -> None:
    kind = Kind(record.name)
    old = [{"number": row["found_at"]} for row in rows if row["found_at"] and not row["born"]]
    if old:
        for name in ("found", "named"):
            connection.execute(text(f"DELETE FROM {name} WHERE rowid = :number"), old)
    parts = _words_of_parts(connection, kind, [row["id"] for row in rows])
    living = [row for row in rows if not row["deleted"] and row["stands_for"] == row["id"]]
    entries = [_entry(kind, texts, row, parts.get(row["id"], ())) for row in living]
    if entries:
        # In ascending order: FTS5 writes out all that it gathered when a row number goes back.
        entries.sort(key=itemgetter("number"))
        for statement, *given in _INSERTS:
            connection.exec_driver_sql(
                statement, [tuple(entry[name] for name in given) for entry in entries]
            )
    numbers = {entry["n"]: entry["number"] for entry in entries}
    moved = [row["n"] for row in rows if row["found_at"] != numbers.get(row["n"])]
    if moved:
        connection.execute(
            update(record).where(record.c.n == bindparam("_n")).values(found_at=bindparam("_at")),
            [{"_n": n, "_at": numbers.get(n)} for n in moved],
        )


class _Texts(NamedTuple):
    """The columns of a kind that search finds."""

    names: tuple[str, ...]
    words: tuple[str, ...]


def _entry(
    kind: Kind, texts: _Texts, row: Mapping[Any, Any], parts: Iterable[str]
) -> dict[str, Any]:
    names = [row[c] for c in texts.names if row[c]]
    words = [row[c] for c in texts.words if row[c]]
    on = date_of(kind, row)
    filters = [index.kind_filter(kind), index.year_filter(on.year)]
    place = row["id"] if kind is Kind.JURISDICTION else row.get("jurisdiction_id")
    if place is not None:
        filters.append(index.jurisdiction_filter(place))
    if row["ref"]:
        names.append(row["ref"])
    return {
        "n": row["n"],
        "number": index.row_number(on, kind, row["n"]),
        "words": " ".join(letters.words(" ".join([*names, *words, *parts]))),
        "filters": " ".join(filters),
        "names": " ".join(letters.fold(one) for one in names),
    }


def date_of(kind: str, row: Mapping[Any, Any]) -> date:
    """The record's own date; for those without one, the day on which it was entered."""
    for name in _DATED_BY.get(kind, ()):
        found = row.get(name)
        if found is not None:
            return found.date() if isinstance(found, datetime) else found
    identity: UUID = row["id"]
    return datetime.fromtimestamp((identity.int >> 80) / 1000, UTC).date()


def _finds(record: Table, how: Find) -> Iterator[str]:
    return (c.name for c in record.c if facts(c).find is how)


def _words_of_parts(
    connection: Connection, kind: Kind, wholes: Sequence[UUID]
) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for name, (whole, key) in _WHOLES.items():
        if whole != kind or name == "tenure":
            continue
        part = metadata.tables[name]
        texts = [part.c[c] for c in _finds(part, Find.WORDS)]
        statement = select(part.c[key], *texts).where(~part.c.deleted)
        _gather(connection, statement, part.c[key], wholes, found)
    if kind is Kind.PERSON:
        office, tenure = people.office, people.tenure
        statement = (
            select(tenure.c.person_id, office.c.title, office.c.native_title)
            .join(office, office.c.id == tenure.c.office_id)
            .where(~tenure.c.deleted)
        )
        _gather(connection, statement, tenure.c.person_id, wholes, found)
    return found


def _gather(
    connection: Connection,
    statement: Any,
    key: Any,
    wholes: Sequence[UUID],
    found: dict[UUID, list[str]],
) -> None:
    for start in range(0, len(wholes), 500):
        chosen = statement.where(key.in_(wholes[start : start + 500]))
        for whole, *texts in connection.execute(chosen):
            found[whole].extend(one for one in texts if one)
