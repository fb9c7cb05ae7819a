"""The ledger: open commitments of one place, person or meeting, both ways, late ones first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from liaison_app.services.lists.commitments import COMMITMENTS, LIVE
from liaison_app.services.lists.listing import Condition
from liaison_app.services.reading import Looking, living
from liaison_app.services.rows import CommitmentRow
from liaison_app.store.tables.promises import commitment


@dataclass(frozen=True)
class Ledger:
    """Both sides, by due day; what both owe stands on ours. ``closed``: the latest that ended."""

    we_owe: tuple[CommitmentRow, ...] = ()
    they_owe: tuple[CommitmentRow, ...] = ()
    closed: tuple[CommitmentRow, ...] = ()


def ledger(look: Looking, *conditions: Condition, closed: int = 20) -> Ledger:
    """The open commitments under these conditions, and the last ``closed`` ones that ended."""
    rows = commitments(look, LIVE, *conditions)
    ended = (
        select(commitment.c.n)
        .where(living(commitment), ~LIVE, *conditions)
        .order_by(commitment.c.status_on.desc(), commitment.c.n.desc())
        .limit(closed)
    )
    return Ledger(
        we_owe=tuple(row for row in rows if row.direction != "they_owe"),
        they_owe=tuple(row for row in rows if row.direction == "they_owe"),
        closed=tuple(COMMITMENTS.rows_in(look, look.connection.scalars(ended).all())),
    )


def commitments(look: Looking, *conditions: Condition) -> list[CommitmentRow]:
    """All commitments under these conditions, by due day, those without one last."""
    chosen = select(commitment.c.n).where(living(commitment), *conditions)
    rows = COMMITMENTS.rows_in(look, look.connection.scalars(chosen).all())
    return sorted(rows, key=_due)


def _due(row: CommitmentRow) -> tuple[bool, date, str]:
    last = row.due.last if row.due is not None else None
    return last is None, last or date.max, row.ref
