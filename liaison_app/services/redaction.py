"""Redaction: what an audience may see of the records, decided in one place before anything renders.

Every way out (workbook, packet, lists that leave) reads the office through ``Released`` and nothing
else. It asks the store only for the columns that are open to the audience, so that a hidden word
never comes up at all. The rules (DESIGN 3):

- a record is seen by those it names (``readers``); its columns by those they are declared for;
- a part is seen as far as its whole is, a file as far as the record it's kept with; a link between
  two records as far as both are;
- a reference to what may not be seen is left out, and with it the name that was written beside it;
- a partner sees only what that party took part in (``releasing.py``);
- deleted records are not there; a merged one is seen as the record that stands for it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, ColumnElement, Connection, Row, Table, and_, select

from liaison_app.domain.audience import Audience, may_read
from liaison_app.services.reading import batches
from liaison_app.store.tables.declare import Keep, facts, metadata
from liaison_app.store.tables.types import Words

GOES_WITH: Mapping[str, tuple[str, ...]] = {
    "participation": ("person_id",),
    "tenure": ("office_id",),
    "trip_member": ("person_id",),
    "person_link": ("other_id",),
    "agreement_party": ("jurisdiction_id", "organization_id"),
    "agreement_signatory": ("person_id",),
}
"""References without which a row says too much: a participation or a tenure is little else than the
link itself."""

PART_OF: Mapping[str, str] = {"engagement": "part_of_id"}
"""Records that are parts of others of their kind: a session is open at most to those to whom its
conference is. Where the whole is deleted, the session stands for itself."""

NAMED_BESIDE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("commitment", "obligor_id"): ("obligor",),
    ("commitment", "beneficiary_id"): ("beneficiary",),
    ("agreement_signatory", "office_id"): ("title_as_of",),
    ("funding", "giver_id"): ("giver",),
    ("funding", "recipient_id"): ("recipient",),
    ("assignment", "from_id"): ("from_named",),
    ("assignment", "to_id"): ("to_named",),
    ("request", "asker_id"): ("asker", "head_of_delegation"),
    ("request", "asker_organization_id"): ("asker", "head_of_delegation"),
    ("request", "asked_id"): ("asked",),
    ("gift", "giver_id"): ("giver",),
    ("gift", "receiver_id"): ("receiver",),
}
"""Names written beside a reference, left out together with it."""

ABOUT = frozenset({"attachment"})
"""Tables whose rows belong to a record of any kind (``about_kind``, ``about_id``) and follow it."""

_NEVER = frozenset(
    {
        "setting",
        "source_row",
        "person_private",
        "deadline",
        "packet",
        "packet_copy",
        "saved_search",
        "not_duplicate",
        "hold",
        "request_set",
        "withholding",
    }
)
"""Tables that leave in no document: the office's settings, what imports brought, private facts, and
how the office keeps itself in order."""

_OURS = frozenset({"readers", "source"})
"""Columns of records that only our own side needs: for whom it is, and where we have it from."""

_KEYS = frozenset({"id", "n", "sort_key", "order_key", "ref"})
_WHOLE_SCAN = 2_000


class Seen:
    """A row as the audience sees it: ``row.title``. A cell it may not read is None."""

    __slots__ = ("_cells",)

    def __init__(self, cells: Mapping[str, Any]) -> None:
        self._cells = cells

    def __getattr__(self, name: str) -> Any:
        try:
            return self._cells[name]
        except KeyError:
            raise AttributeError(name) from None

    def __repr__(self) -> str:
        return f"Seen({dict(self._cells)!r})"


class Released:
    """The records of one snapshot, for one audience. What it keeps back is counted, to be told
    to our own side and never to the audience. ``share``: for a partner, the rows of each table that
    it took part in."""

    def __init__(self, connection: Connection, audience: Audience) -> None:
        self.connection = connection
        self.audience = audience
        self.share: Mapping[str, Collection[UUID]] | None = None
        self._rows_out: dict[str, set[UUID]] = defaultdict(set)
        self._cells_out: dict[str, set[UUID]] = defaultdict(set)
        self._leads: dict[str, dict[UUID, UUID | None]] = defaultdict(dict)

    @property
    def rows_left_out(self) -> dict[str, int]:
        """How many records were kept back so far, by table; their parts and links go uncounted."""
        return {name: len(rows) for name, rows in sorted(self._rows_out.items()) if rows}

    @property
    def cells_left_out(self) -> dict[str, int]:
        """How many filled cells of shown rows were kept back so far, by ``table.column``."""
        return {name: len(rows) for name, rows in sorted(self._cells_out.items())}

    def shows(self, table: Table, column: str) -> bool:
        """Whether this audience may read a column at all."""
        if column in _OURS and table.info.get("record"):
            return self.audience.is_ours
        return self.audience.reader in facts(table.c[column]).readers

    def all(
        self, table: Table, *where: ColumnElement[bool], order_by: Iterable[str] = ("n",)
    ) -> list[Seen]:
        """The rows that the audience may see, of those that ``where`` chooses."""
        if table.name in _NEVER or not self._has_content(table):
            return []
        chosen = self._statement(table).where(~table.c.deleted, *where)
        if table.info.get("record"):
            chosen = chosen.where(table.c.stands_for == table.c.id)
        rows = self.connection.execute(chosen.order_by(*(table.c[name] for name in order_by))).all()
        return list(self._released(table, rows))

    def get(self, table: Table, ids: Iterable[UUID | None]) -> dict[UUID, Seen]:
        """The records of these ids, those that may be seen, by their own id."""
        found = self.leads(table.name, [one for one in ids if one is not None])
        shown = [one for one in found.values() if one is not None]
        return {
            row.id: row for some in batches(shown) for row in self.all(table, table.c.id.in_(some))
        }

    def of(
        self, table: Table, column: str, ids: Iterable[UUID], order_by: Iterable[str] = ("n",)
    ) -> list[Seen]:
        """The rows of a table whose ``column`` leads to one of these records, however it names it."""
        whole = metadata.tables[str(facts(table.c[column]).refers_to)]
        rows: list[Seen] = []
        for some in batches(ids):
            named: ColumnElement[bool] = table.c[column].in_(some)
            if whole.info.get("record"):
                same = select(whole.c.id).where(whole.c.stands_for.in_(some))
                named = table.c[column].in_(same)
            rows.extend(self.all(table, named, order_by=order_by))
        return rows

    def leads(self, name: str, ids: Iterable[UUID]) -> dict[UUID, UUID | None]:
        """Where references to rows of a table lead for this audience: the id that is shown, or None."""
        known = self._leads[name]
        missing = {one for one in ids if one not in known}
        if missing:
            known.update(dict.fromkeys(missing))
            if name not in _NEVER:
                known.update(self._led(metadata.tables[name], missing))
        return {one: known[one] for one in ids}

    def _has_content(self, table: Table) -> bool:
        """Whether any column of a table with closed ones says something: else not even how many."""
        said = [
            c for c in self._handed_out(table) if c.name not in _KEYS and not facts(c).refers_to
        ]
        closed = [c for c in _columns(table) if not self.shows(table, c.name)]
        return bool(said) or not closed

    def _handed_out(self, table: Table) -> list[Column[Any]]:
        return [c for c in _columns(table) if self.shows(table, c.name)]

    def _statement(self, table: Table) -> Any:
        held = [
            _is_held(c).label(f"{c.name}__held")
            for c in _columns(table)
            if not self.shows(table, c.name) and c.name not in _OURS
        ]
        extra = [table.c.readers.label("readers__cell")] if table.info.get("record") else []
        return select(*self._handed_out(table), *held, *extra)

    def _released(self, table: Table, rows: Iterable[Row[Any]]) -> Iterator[Seen]:
        rows = list(rows)
        references = [c for c in self._handed_out(table) if facts(c).refers_to in metadata.tables]
        shown = self._shown(table, rows)
        led = {
            c.name: self.leads(
                str(facts(c).refers_to),
                {row._mapping[c.name] for row in rows} - {None},
            )
            for c in references
        }
        hidden = [c.name for c in _columns(table) if not self.shows(table, c.name)]
        for row in rows:
            if row.id in shown:
                yield self._seen(table, row, led, hidden)

    def _shown(self, table: Table, rows: list[Row[Any]]) -> set[UUID]:
        leads = self.leads(table.name, [row.id for row in rows])
        shown = {one for one, to in leads.items() if to == one}
        offered = {row.id for row in rows}
        if self.share is not None and table.name in self.share:
            offered &= set(self.share[table.name])
        if table.info.get("record"):
            self._rows_out[table.name] |= offered - shown
        return shown

    def _seen(
        self,
        table: Table,
        row: Row[Any],
        led: Mapping[str, Mapping[UUID, UUID | None]],
        hidden: list[str],
    ) -> Seen:
        cells: dict[str, Any] = dict.fromkeys(hidden)
        cells.update({k: v for k, v in row._mapping.items() if "__" not in k})
        for name in hidden:
            if row._mapping.get(f"{name}__held"):
                self._cells_out[f"{table.name}.{name}"].add(row.id)
        for name, leads in led.items():
            named = row._mapping[name]
            if named is None:
                continue
            cells[name] = leads[named]
            if cells[name] is None:
                cells.update(dict.fromkeys(NAMED_BESIDE.get((table.name, name), ())))
        return Seen(cells)

    def _led(self, table: Table, ids: set[UUID]) -> dict[UUID, UUID | None]:
        rows = self._bare(table, ids)
        if not table.info.get("record"):
            ends = {
                row.id: row.id
                for row in rows
                if not row.deleted
                and (table.name not in (self.share or ()) or self._shared(table, row.id))
            }
            return dict(self._with_wholes(table, rows, ends))
        ends = {row.id: row.stands_for or row.id for row in rows if not row.deleted}
        beyond = self._bare(table, set(ends.values()) - ids)
        by_id = {row.id: row for row in [*rows, *beyond]}
        allowed = {
            one
            for one, row in by_id.items()
            if not row.deleted and may_read(row.readers, self.audience) and self._shared(table, one)
        }
        allowed -= self._closed_by_whole(table, allowed)
        return {one: end for one, end in ends.items() if end in allowed}

    def _shared(self, table: Table, one: UUID) -> bool:
        return self.share is None or one in self.share.get(table.name, ())

    def _closed_by_whole(self, table: Table, ids: set[UUID]) -> set[UUID]:
        """The records that are part of one, however far up, which isn't open to this audience."""
        name = PART_OF.get(table.name)
        if name is None or self.audience.is_ours:
            return set()
        above: dict[UUID, Row[Any]] = {}
        asked, done = set(ids), set()
        while asked:
            done |= asked
            above |= {row.id: row for row in self._bare(table, asked) if not row.deleted}
            asked = {row._mapping[name] for row in above.values()} - {None} - done
        closed = {one for one, row in above.items() if not may_read(row.readers, self.audience)}
        return {one for one in ids if closed & _chain(one, above, name)}

    def _with_wholes(
        self, table: Table, rows: list[Row[Any]], ends: dict[UUID, UUID]
    ) -> Iterator[tuple[UUID, UUID]]:
        """Of ``ends`` those whose wholes, if they have any, may be seen as well."""
        wholes = _wholes(table)
        hidden = set()
        for name, whole in wholes:
            leads = self.leads(whole, {row._mapping[name] for row in rows} - {None})
            hidden |= {
                row.id
                for row in rows
                if row._mapping[name] is not None and leads[row._mapping[name]] is None
            }
        if table.name in ABOUT:
            hidden |= self._about_hidden(rows)
        return ((one, end) for one, end in ends.items() if end not in hidden)

    def _about_hidden(self, rows: list[Row[Any]]) -> set[UUID]:
        """The rows about a record that may not be seen, or about none."""
        by_kind: dict[str, set[UUID]] = defaultdict(set)
        for row in rows:
            if row.about_id is not None and row.about_kind in metadata.tables:
                by_kind[row.about_kind].add(row.about_id)
        seen = {
            (kind, one)
            for kind, ids in by_kind.items()
            for one, to in self.leads(kind, ids).items()
            if to is not None
        }
        return {row.id for row in rows if (row.about_kind, row.about_id) not in seen}

    def _bare(self, table: Table, ids: set[UUID]) -> list[Row[Any]]:
        """What decides who sees a row: its readers, its stand-in and its wholes."""
        columns = [table.c.id, table.c.deleted, *(table.c[name] for name, _ in _wholes(table))]
        if table.info.get("record"):
            columns += [table.c.readers, table.c.stands_for]
        if table.name in ABOUT:
            columns += [table.c.about_kind, table.c.about_id]
        if table.name in PART_OF:
            columns.append(table.c[PART_OF[table.name]])
        chosen = select(*columns)
        if len(ids) > _WHOLE_SCAN:
            return [row for row in self.connection.execute(chosen) if row.id in ids]
        return [
            row
            for some in batches(ids)
            for row in self.connection.execute(chosen.where(table.c.id.in_(some)))
        ]


def _columns(table: Table) -> list[Column[Any]]:
    """What a row says, without what only the store needs."""
    return [
        c
        for c in table.c
        if c.name in ("n", "sort_key")
        or (facts(c).keep is Keep.JOURNALLED and c.name not in ("deleted", "merged_into"))
    ]


def _is_held(column: Column[Any]) -> ColumnElement[bool]:
    if isinstance(column.type, Boolean):
        return column.is_(True)
    if isinstance(column.type, Words):
        return and_(column.is_not(None), column != "")
    return column.is_not(None)


def _chain(start: UUID, above: Mapping[UUID, Row[Any]], name: str) -> set[UUID]:
    """A record and all it is part of; a closed chain ends where it began."""
    chain: set[UUID] = set()
    at: UUID | None = start
    while at is not None and at in above and at not in chain:
        chain.add(at)
        at = above[at]._mapping[name]
    return chain


def _wholes(table: Table) -> list[tuple[str, str]]:
    """The references of a table that decide with it who sees a row, and the tables they lead to."""
    names = list(GOES_WITH.get(table.name, ()))
    if table.info.get("link"):
        names += [c.name for c in table.c if facts(c).refers_to]
    elif not table.info.get("record") and table.info.get("scope"):
        names.append(table.info["scope"])
    return [(name, str(facts(table.c[name]).refers_to)) for name in names]
