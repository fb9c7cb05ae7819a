"""Open commitments at a change of principal: they belong to the office and go on; those that the one
who leaves made or was given in person are put to the new one (DOMAIN 3.5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from liaison_app.domain.commitments import OPEN
from liaison_app.domain.errors import Refusal
from liaison_app.services.commitments import plan_review, take_back
from liaison_app.services.editing import Writing
from liaison_app.services.handing_over.asked import Treatment
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.reading import Looking, living
from liaison_app.services.rows import CommitmentRow
from liaison_app.store.tables.promises import commitment

MOST = 500
"""Of the commitments that simply stand, so many are listed."""


@dataclass(frozen=True)
class Promise:
    """An open commitment, whether it is the leaving principal's own, and what becomes of it."""

    row: CommitmentRow
    is_personal: bool
    treatment: Treatment


@dataclass(frozen=True)
class Told:
    """What is written down of the change: the note for the logs, the next step of a promise to be
    reviewed, and its day."""

    note: str
    review: str
    on: date


@dataclass(frozen=True)
class OpenPromises:
    """Open commitments, both ways, the first due first: every one that is the leaving principal's own or
    was chosen otherwise, and of the others, which stand, the first ``MOST``; ``more`` aren't listed."""

    listed: tuple[Promise, ...]
    more: int


def open_promises(
    look: Looking, people: Sequence[UUID], choices: Mapping[UUID, Treatment]
) -> OpenPromises:
    """The open commitments with what becomes of them. Refuses a choice about any other."""
    c = commitment.c
    running = living(commitment), c.status.in_(sorted(OPEN))
    if choices.keys() - _among(look, choices, *running):
        raise Refusal("handover.not_open")
    own = or_(c.obligor_id.in_(people), c.beneficiary_id.in_(people))
    chosen = c.id.in_(list(choices))
    ordered = select(c.n).where(*running).order_by(c.due_on.is_(None), c.due_on, c.n)
    personal = set(look.connection.scalars(ordered.where(own)))
    singled_out = set(look.connection.scalars(ordered.where(chosen)))
    first = set(look.connection.scalars(ordered.limit(MOST)))
    counted = select(func.count()).select_from(commitment).where(*running)
    wanted = personal | singled_out | first
    rows = COMMITMENTS.rows_in(look, sorted(wanted))
    rows.sort(key=lambda row: (row.due is None or row.due.last is None, _due(row), row.n))
    listed = tuple(_promise(row, choices, is_personal=row.n in personal) for row in rows)
    return OpenPromises(listed, (look.connection.scalar(counted) or 0) - len(listed))


def _among(
    look: Looking, choices: Mapping[UUID, Treatment], *running: ColumnElement[bool]
) -> set[UUID]:
    ids = select(commitment.c.id).where(*running, commitment.c.id.in_(list(choices)))
    return set(look.connection.scalars(ids))


def _due(row: CommitmentRow) -> date:
    return (row.due.last if row.due is not None else None) or date.max


def treat(write: Writing, promises: Iterable[Promise], told: Told) -> None:
    """Do what was chosen; the note goes into the log of each that doesn't simply stand. One to be
    reviewed stays owed: nobody's late promise is forgiven by an election."""
    for one in promises:
        if one.treatment is Treatment.WITHDRAW:
            take_back(write, one.row.id, told.note)
        elif one.treatment is Treatment.REVIEW:
            plan_review(write, one.row.id, told.review, told.on, told.note)


def _promise(
    row: CommitmentRow, choices: Mapping[UUID, Treatment], *, is_personal: bool
) -> Promise:
    usual = Treatment.REVIEW if is_personal else Treatment.KEEP
    return Promise(row, is_personal, choices.get(row.id, usual))
