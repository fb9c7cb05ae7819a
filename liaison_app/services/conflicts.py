"""What two copies of the office say differently, and settling it.

Nothing is decided in silence: a fact shows the latest version meanwhile, and both stand here with who
wrote them and when. Settling is a step like any other; undoing it opens the conflict again.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.history import field_label
from liaison_app.services.office import Office
from liaison_app.services.reading import TABLES, Looking, looking, names_of
from liaison_app.services.rows import Named
from liaison_app.store import conflicts as journal
from liaison_app.store.tables.declare import metadata


@dataclass(frozen=True)
class Side:
    """What one side says (JSON value; True for a deletion), of which field (None: it added the row),
    by which step, and who wrote it when."""

    step: str
    field: str | None
    value: Any
    officer: Named | None
    made_at: datetime


@dataclass(frozen=True)
class Conflict:
    """A fact that copies changed differently, or (``is_deletion``) a row deleted there and changed
    here, which stays until it is settled. The side shown meanwhile comes first. ``subject`` is the
    record, the whole's where a part of it is meant."""

    table: str
    row: UUID
    column: str
    field: str
    kind: Kind | None
    subject: Named | None
    sides: tuple[Side, ...]
    started_from: Any

    @property
    def is_deletion(self) -> bool:
        """Whether the question is if the row is deleted."""
        return self.column == "deleted"


def to_settle(office: Office) -> list[Conflict]:
    """Every open conflict of the office."""
    with looking(office) as look:
        return [_told(look, one) for one in journal.open_conflicts(look.connection)]


def settle(office: Office, conflict: Conflict, value: Any) -> str | None:
    """Settle a conflict: the value of one side, or another; of a deletion, whether the row is
    deleted. Returns the step's reference. Refused when it has been settled meanwhile."""
    return journal.settle(office.store, conflict.table, conflict.row, conflict.column, value)


def _told(look: Looking, one: journal.Conflict) -> Conflict:
    kind, subject = _subject(look, one)
    officers = names_of(look, Kind.PERSON, [s.officer for s in one.sides if s.officer is not None])
    sides = tuple(
        Side(
            step=side.ref,
            field=None if side.col == "*" else field_label(side.col),
            value=side.value,
            officer=officers.get(side.officer) if side.officer else None,
            made_at=side.made_at,
        )
        for side in one.sides
    )
    return Conflict(
        table=one.table,
        row=one.row,
        column=one.col,
        field=field_label(one.col),
        kind=kind,
        subject=subject,
        sides=sides,
        started_from=one.started_from,
    )


def _subject(look: Looking, one: journal.Conflict) -> tuple[Kind | None, Named | None]:
    """The record that a row is, or belongs to."""
    name, row = one.table, one.row
    table = metadata.tables[name]
    if not table.info.get("record") and table.info["scope"]:
        whole = table.c[table.info["scope"]]
        name = whole.info["facts"].refers_to
        row = look.connection.scalar(select(whole).where(table.c.id == row)) or row
    if name not in TABLES:
        return None, None
    kind = Kind(name)
    return kind, names_of(look, kind, [row]).get(row)
