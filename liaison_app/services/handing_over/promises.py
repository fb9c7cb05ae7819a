"""Open commitments at a change of principal: they belong to the office and go on; those that the one
who leaves made or was given in person are put to the new one (DOMAIN 3.5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.commitments import OPEN
from liaison_app.domain.errors import Refusal
from liaison_app.services.commitments import plan_review, take_back
from liaison_app.services.editing import Writing
from liaison_app.services.handing_over.asked import Treatment
from liaison_app.services.lists.commitments import COMMITMENTS
from liaison_app.services.reading import Looking, living
from liaison_app.services.rows import CommitmentRow
from liaison_app.store.tables.promises import commitment


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


def open_promises(
    look: Looking, people: Sequence[UUID], choices: Mapping[UUID, Treatment]
) -> tuple[Promise, ...]:
    """Every open commitment, both ways, the first due first. Refuses a choice about any other."""
    c = commitment.c
    chosen = select(c.n, c.id, c.obligor_id, c.beneficiary_id).where(
        living(commitment), c.status.in_(sorted(OPEN))
    )
    found = look.all(chosen.order_by(c.due_on.is_(None), c.due_on, c.n))
    strangers = choices.keys() - {row.id for row in found}
    if strangers:
        raise Refusal("handover.not_open")
    personal = {row.n: row.obligor_id in people or row.beneficiary_id in people for row in found}
    rows = COMMITMENTS.rows_in(look, personal)
    return tuple(_promise(row, choices, is_personal=personal[row.n]) for row in rows)


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
