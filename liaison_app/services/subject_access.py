"""What is held on a person, whole and plain, for the person who asks: every record, part, file, text
that names them, line of history, private fact, file that left and imported row, with dates and where
from.

It is made for our own side to look through before it is handed over: it holds what others said too.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select

from liaison_app.services import history
from liaison_app.services.history import field_label
from liaison_app.services.office import Office
from liaison_app.services.outgoing.leaving import Leaving, write_out
from liaison_app.services.outgoing.targets import refuse_target
from liaison_app.services.pages.fields import record_of
from liaison_app.services.reading import TITLES, AnyRow, Looking, all_standing_for, looking
from liaison_app.store import traces
from liaison_app.store.erase import every_cell
from liaison_app.store.mentions import mentions
from liaison_app.store.tables.declare import Keep, columns_kept, facts, journalled_tables, metadata
from liaison_app.store.tables.house import export_ledger
from liaison_app.store.tables.people import person
from liaison_app.system.messages import text

_HISTORY = 10_000
_NOT_SAID = frozenset({"id", "deleted", "ref"})


@dataclass(frozen=True)
class Fact:
    """One field: its name, the words for it, and what it says."""

    field: str
    label: str
    value: str


@dataclass(frozen=True)
class HeldRow:
    """One row that is theirs, points at them or says their name. ``kind``: its table; ``ref`` and
    ``title`` of the record that it is, if it is one; ``source``: where it is from, as somebody wrote;
    ``deleted``: taken from the lists, but still in the file."""

    kind: str
    ref: str | None
    title: str | None
    updated_at: datetime | None
    source: str | None
    deleted: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class HistoryLine:
    """A step that touched one of their own rows."""

    ref: str
    made_at: datetime
    done: str
    officer: str | None


@dataclass(frozen=True)
class Left:
    """A file about them that left the office."""

    made_at: datetime
    kind: str
    audience: str
    path: str


@dataclass(frozen=True)
class Subject:
    """Everything held on one person; ``rows`` by kind, the person first."""

    ref: str
    name: str
    office: str
    as_of: datetime
    rows: tuple[HeldRow, ...]
    history: tuple[HistoryLine, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Written:
    """The document as it was written: where, its SHA-256, how many rows by kind."""

    path: Path
    sha256: str
    counts: dict[str, int]


def held_on(office: Office, person_id: UUID, as_of: datetime) -> Subject:
    """All that is held on a person, and on what was merged with them."""
    with looking(office) as look:
        row = record_of(look, "person", person_id)
        people = list(look.connection.scalars(all_standing_for(person, [row.id])))
        cells = [(c.table, c.row, c.col) for one in people for c in every_cell("person", one)]
        names = traces.names_in(look.connection, cells)
        rows = tuple(_rows(look, people, names))
        left = tuple(_left(look, people))
        called = look.setting("name")
    lines = {line.n: line for one in people for line in history.of_record(office, one, _HISTORY)}
    told = tuple(
        HistoryLine(line.ref, line.made_at, line.done, line.officer.title if line.officer else None)
        for _, line in sorted(lines.items())
    )
    return Subject(row.ref, row.full_name or "", called, as_of, rows, told, left)


def write_subject(office: Office, person_id: UUID, path: Path, as_of: datetime) -> Written:
    """Write all that is held on a person to ``path`` (``.json``, else plain text), whole or not at
    all, and enter it in the export ledger."""
    refuse_target(office, path)
    subject = held_on(office, person_id, as_of)
    data = (as_json(subject) if path.suffix.lower() == ".json" else as_text(subject)).encode()
    counts: dict[str, int] = {}
    for row in subject.rows:
        counts[row.kind] = counts.get(row.kind, 0) + 1
    counts["history"] = len(subject.history)
    digest = write_out(office, path, data, Leaving("subject", person_id, counts=counts))
    return Written(path, digest, counts)


def as_json(subject: Subject) -> str:
    """The document as JSON: rows under their kinds."""
    rows: dict[str, list[dict[str, object]]] = {}
    for row in subject.rows:
        one: dict[str, object] = {"ref": row.ref, "title": row.title, "source": row.source}
        one |= {"updated_at": row.updated_at, "deleted": row.deleted}
        one["facts"] = {fact.field: fact.value for fact in row.facts}
        rows.setdefault(row.kind, []).append(one)
    whole = {
        "ref": subject.ref,
        "name": subject.name,
        "office": subject.office,
        "as_of": subject.as_of,
        "held": rows,
        "history": [vars(line) for line in subject.history],
        "left": [vars(one) for one in subject.left],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_plain) + "\n"


def as_text(subject: Subject) -> str:
    """The document as text to be read from beginning to end."""
    return "\n".join(_lines(subject)) + "\n"


def _lines(subject: Subject) -> Iterator[str]:
    yield text("subject.title", name=subject.name, ref=subject.ref)
    yield text("subject.by", office=subject.office, as_of=_plain(subject.as_of))
    kind = ""
    for row in subject.rows:
        if row.kind != kind:
            kind = row.kind
            yield from ("", kind.replace("_", " ").capitalize())
        head = " ".join(filter(None, (row.ref, row.title)))
        when = f"{row.updated_at:%Y-%m-%d}" if row.updated_at else ""
        gone = text("subject.deleted") if row.deleted else ""
        yield "  - " + ", ".join(filter(None, (head, when, gone)))
        yield from (f"      {fact.label}: {fact.value}" for fact in row.facts)
        if row.source:
            yield "      " + text("subject.source", source=row.source)
    yield from ("", text("subject.history"))
    for line in subject.history:
        yield f"  {line.made_at:%Y-%m-%d %H:%M}  {line.done} ({line.ref}, {line.officer or ''})"
    if subject.left:
        yield from ("", text("subject.left"))
        for one in subject.left:
            yield f"  {one.made_at:%Y-%m-%d}  {one.kind}, {one.audience}: {one.path}"


def _rows(look: Looking, people: list[UUID], names: set[str]) -> Iterator[HeldRow]:
    naming: dict[str, set[UUID]] = {}
    for name, row, _ in mentions(look.connection, names):
        naming.setdefault(name, set()).add(row)
    sources = set(traces.sources(look.connection, set(people), names))
    naming.setdefault("source_row", set()).update(sources)
    own = ("person", "person_private", "person_language", "tenure", "person_link")
    others = [one.name for one in journalled_tables() if one.name not in own]
    for name in (*own, *others):
        table = metadata.tables[name]
        found = look.all(
            select(table).where(_theirs(table, people, naming.get(name, set()))).order_by(table.c.n)
        )
        yield from (_held_row(table, row) for row in found)


def _theirs(table: Table, people: list[UUID], naming: set[UUID]) -> ColumnElement[bool]:
    """Whose it is: the person, what refers to them, what says their name."""
    pointing = [
        column.in_(people)
        for column in table.c
        if "facts" in column.info and facts(column).refers_to in ("person", "any")
    ]
    mine = [table.c.id.in_(people)] if table.name == "person" else []
    return or_(table.c.id.in_(naming), *pointing, *mine)


def _held_row(table: Table, row: AnyRow) -> HeldRow:
    cells = row._mapping
    title = TITLES.get(table.name, ("", None))[0]
    said = tuple(
        Fact(column.name, field_label(column.name), str(_plain(cells[column.name])))
        for column in columns_kept(table, Keep.JOURNALLED, Keep.PRIVATE)
        if column.name not in _NOT_SAID and cells[column.name] not in (None, "", False)
    )
    return HeldRow(
        kind=table.name,
        ref=cells.get("ref"),
        title=cells[title] if title else None,
        updated_at=cells["updated_at"],
        source=cells.get("source"),
        deleted=cells["deleted"],
        facts=said,
    )


def _left(look: Looking, people: list[UUID]) -> Iterator[Left]:
    x = export_ledger.c
    for row in look.all(select(export_ledger).where(x.subject_id.in_(people)).order_by(x.n)):
        yield Left(row.made_at, row.kind, row.audience, row.path)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value
