"""Rows gathered by table and written together, and what is known here by name."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from liaison_app.domain.ids import link_id, named_id
from liaison_app.store.records import Records
from liaison_app.store.tables import people, places
from liaison_app.store.tables.meetings import topic
from liaison_app.system.letters import fold


class Gathered:
    """New rows of one write, added table by table at its end. Names that are known are used."""

    def __init__(self, records: Records, source: str) -> None:
        self._records = records
        self._source = source
        self._rows: dict[Table, dict[UUID, dict[str, Any]]] = defaultdict(dict)
        self._named = {
            table: _names(records, table, columns)
            for table, columns in (
                (places.jurisdiction, ("name", "native_name", "official_name")),
                (places.organization, ("name", "native_name", "acronym")),
                (people.person, ("full_name", "native_name")),
            )
        }
        self._posts = _posts(records)

    def add(self, table: Table, **values: Any) -> UUID:
        """A row to be added; empty texts are left out."""
        row = values.pop("id", None) or self._records.new_id()
        self._rows[table][row] = {k: v for k, v in values.items() if v not in ("", None)}
        return UUID(str(row))

    def named(self, table: Table, name: str, **values: Any) -> UUID:
        """The record that is called so (small and capital letters, marks aside), or a new one."""
        known = self._named[table]
        folded = fold(name)
        if folded not in known:
            column = "full_name" if table is people.person else "name"
            known[folded] = self.add(table, **{column: name}, source=self._source, **values)
        return known[folded]

    def link(self, table: Table, left: UUID, right: UUID) -> None:
        """Put ``right`` into the plain set of a record that is new in this write."""
        names = [c.name for c in table.c if c.name.endswith("_id")]
        row = link_id(table.name, left, right)
        self.add(table, id=row, **dict(zip(names, (left, right), strict=True)))

    def topic(self, name: str) -> UUID:
        """The topic of this name, added when it is named for the first time."""
        row = named_id("topic", name)
        if row not in self._rows[topic] and not self._back(topic, row):
            self.add(topic, id=row, name=name)
        return row

    def appoint(
        self, person: UUID, title: str, seen_on: date | None = None, **of: UUID | None
    ) -> None:
        """That a person holds an office called so, without knowing since when; ``seen_on`` is the
        last day on which the list says so, which shows how old the news is."""
        post = (fold(title), of.get("organization_id"))
        office = self._posts.get(post)
        if office is None:
            office = self.add(people.office, title=title, source=self._source, **of)
            self._posts[post] = office
        row = link_id("tenure", person, office)
        gathered = self._rows[people.tenure].get(row)
        if gathered is not None:
            known = gathered.get("verified_on")
            gathered["verified_on"] = max(filter(None, (known, seen_on)), default=None)
        elif not self._back(people.tenure, row):
            self.add(
                people.tenure,
                id=row,
                person_id=person,
                office_id=office,
                standing="holder",
                verified_on=seen_on,
                source=self._source,
            )

    def _back(self, table: Table, row: UUID) -> bool:
        """Whether a row stands here; one that was undone or deleted is brought back."""
        found = self._records.one(table, row)
        if found is not None and found.deleted:
            self._records.change(table, row, deleted=False)
        return found is not None

    def write(self) -> None:
        """Add what was gathered."""
        for table, rows in self._rows.items():
            self._records.add_many(table, [{"id": row, **cells} for row, cells in rows.items()])


def _names(records: Records, table: Table, columns: tuple[str, ...]) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    chosen = [table.c.stands_for, *(table.c[name] for name in columns)]
    for stands_for, *names in records.connection.execute(select(*chosen).where(~table.c.deleted)):
        for name in names:
            if name:
                found.setdefault(fold(name), stands_for)
    return found


def _posts(records: Records) -> dict[tuple[str, UUID | None], UUID]:
    office = people.office
    rows = records.connection.execute(
        select(office.c.stands_for, office.c.title, office.c.organization_id).where(
            ~office.c.deleted
        )
    )
    return {(fold(row.title or ""), row.organization_id): row.stands_for for row in rows}
