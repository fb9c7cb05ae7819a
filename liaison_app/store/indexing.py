"""Keeping the search index: after each step, the words of the records that it touched."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, text, update

from liaison_app.domain.kinds import Kind
from liaison_app.store.entries import Entries, found_as
from liaison_app.store.sqlite import words as index
from liaison_app.store.tables.declare import Find, metadata

_BATCH = 20_000
_FOUND = "INSERT INTO found (rowid, words, filters) VALUES (?, ?, ?)"
_NAMED = "INSERT INTO named (rowid, names) VALUES (?, ?)"

_WHOLES = {
    "talking_point": ("engagement", "engagement_id"),
    "evidence": ("commitment", "commitment_id"),
    "membership_pledge": ("membership", "membership_id"),
    "outcome_evidence": ("outcome", "outcome_id"),
    "consultation_point": ("consultation", "consultation_id"),
    "tenure": ("person", "person_id"),
}
"""Whose index entry a part's words stand in. An office's title is found with its holders."""

_RECORDS = text(
    "INSERT OR REPLACE INTO temp.touched SELECT tbl, row, max(col = '*') FROM change "
    "WHERE step = :step AND tbl = :tbl GROUP BY row"
)

_ROWS = "SELECT row FROM change WHERE step = :step AND tbl = '{tbl}'"


def make_touched(connection: Connection) -> None:
    """Make the list of rows to index, in memory, once a connection."""
    connection.execute(
        text(
            "CREATE TEMP TABLE touched (tbl TEXT, row BLOB, born INTEGER, PRIMARY KEY (tbl, row)) "
            "WITHOUT ROWID"
        )
    )


def renew(connection: Connection, tables: Sequence[Table], step: int) -> None:
    """Index the records that this step touched anew, parts with their wholes."""
    for one in sorted(tables, key=lambda one: one.name not in index.KINDS):
        _touch(connection, one, step)
    found = set(connection.scalars(text("SELECT DISTINCT tbl FROM temp.touched")))
    for kind in index.KINDS:
        if kind in found:
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
    entries = Entries(record)
    names = ("n", "id", "born", "deleted", "stands_for", "found_at", *entries.columns)
    statement = (
        f"SELECT r.n, r.id, t.born, r.deleted, r.stands_for, r.found_at"
        f"{''.join(f', r.{name}' for name in entries.columns)} "
        f"FROM temp.touched t CROSS JOIN {record.name} r ON r.id = t.row "
        f"WHERE t.tbl = '{record.name}' AND t.row > ? ORDER BY t.row LIMIT {_BATCH}"
    )
    last = b""
    while found := connection.exec_driver_sql(statement, (last,)).fetchall():
        rows = [dict(zip(names, row, strict=True)) for row in found]
        parts = _words_of_parts(connection, record.name, last, rows[-1]["id"])
        last = rows[-1]["id"]
        _renew_rows(connection, record, entries, rows, parts)


def _renew_rows(
    connection: Connection,
    record: Table,
    entries: Entries,
    rows: Sequence[Mapping[str, Any]],
    parts: Mapping[bytes, Sequence[str]],
) -> None:
    old = [{"number": row["found_at"]} for row in rows if row["found_at"] and not row["born"]]
    if old:
        for name in ("found", "named"):
            connection.execute(text(f"DELETE FROM {name} WHERE rowid = :number"), old)
    living = [row for row in rows if not row["deleted"] and row["stands_for"] == row["id"]]
    made = {row["n"]: entries.entry(row, parts.get(row["id"], ())) for row in living}
    if made:
        # In ascending order: FTS5 writes out all that it gathered when a row number goes back.
        ordered = sorted(made.values(), key=attrgetter("number"))
        connection.exec_driver_sql(_FOUND, [(e.number, e.words, e.filters) for e in ordered])
        connection.exec_driver_sql(_NAMED, [(e.number, e.names) for e in ordered])
    numbers = {n: entry.number for n, entry in made.items()}
    moved = [row["n"] for row in rows if row["found_at"] != numbers.get(row["n"])]
    if moved:
        connection.execute(
            update(record).where(record.c.n == bindparam("_n")).values(found_at=bindparam("_at")),
            [{"_n": n, "_at": numbers.get(n)} for n in moved],
        )


def _words_of_parts(
    connection: Connection, kind: str, after: bytes, until: bytes
) -> dict[bytes, list[str]]:
    """The words that stand with the touched records of a kind, ``after`` one and ``until`` another."""
    found: dict[bytes, list[str]] = defaultdict(list)
    for source, key, columns in _parts_of(kind):
        texts = ", ".join(columns)
        statement = (
            f"SELECT t.row, {texts} FROM temp.touched t CROSS JOIN {source} "
            f"WHERE {key} = t.row AND t.tbl = '{kind}' AND t.row > ? AND t.row <= ? AND NOT part.deleted"
        )
        for whole, *said in connection.exec_driver_sql(statement, (after, until)):
            found[whole].extend(one for one in said if one)
    return found


def _parts_of(kind: str) -> Iterable[tuple[str, str, Sequence[str]]]:
    """Where the words of a record's parts are kept: source, key of the whole, columns."""
    if kind == Kind.PERSON:
        yield (
            "tenure part CROSS JOIN office ON office.id = part.office_id",
            "part.person_id",
            ("office.title", "office.native_title"),
        )
        return
    for name, (whole, key) in _WHOLES.items():
        if whole == kind:
            columns = found_as(metadata.tables[name], Find.WORDS)
            yield f"{name} part", f"part.{key}", [f"part.{column}" for column in columns]
