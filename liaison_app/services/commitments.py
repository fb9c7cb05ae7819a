"""Commitments, both ways: made, kept, changed, ended. Each change of status is logged.

They belong to the office and survive elections; the persons are those who made them (DOMAIN 4).
"""

from collections.abc import Iterable
from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain import codes
from liaison_app.domain.commitments import CLOSED, OPEN
from liaison_app.domain.errors import Refusal
from liaison_app.services.drafts import CommitmentDraft, EvidenceDraft, Who
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import CommitmentFacts
from liaison_app.services.holding import offices_of
from liaison_app.services.newcomers import Newcomers
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.promises import commitment, commitment_log, evidence

_SOURCE = "met"
"""What the records of people entered on the way say of where they are from."""


def make(office: Office, draft: CommitmentDraft) -> Done:
    """Enter a commitment; one from a meeting (``engagement_id``) takes its place and day from it."""
    with writing(office, "commitment.make") as write:
        origin_id = draft.facts.get("engagement_id")
        origin = living_row(write, engagement, origin_id) if origin_id is not None else None
        inherited: CommitmentFacts = {}
        if origin is not None:
            inherited = {"jurisdiction_id": origin.jurisdiction_id}
            if origin.held_on is not None and origin.held_on <= write.today:
                inherited["made_on"] = origin.held_on
        place = draft.facts.get("jurisdiction_id", inherited.get("jurisdiction_id"))
        made = make_in(write, draft, inherited, Newcomers(write, place, _SOURCE))
        write.records.subject = made
        ref = ref_in(write, commitment, made)
    return Done(made, ref, write.records.step)


def make_in(
    write: Writing, draft: CommitmentDraft, inherited: CommitmentFacts, newcomers: Newcomers
) -> UUID:
    """Enter a commitment within an open write; ``inherited`` holds where the draft is silent."""
    given: dict[str, object] = {"made_on": write.today, **inherited, **draft.facts}
    given |= _party("obligor", draft.obligor, newcomers)
    given |= _party("beneficiary", draft.beneficiary, newcomers)
    if draft.owner is not None:
        given["owner_id"] = newcomers.enter(draft.owner)
    elif draft.direction != "they_owe":
        given.setdefault("owner_id", write.look.officer)
    given |= {"wording": draft.wording, "direction": draft.direction}
    given.setdefault("office_id", _their_post(write, given))
    made = add_in(write, commitment, {**given, "reviewed": True, "status_on": given["made_on"]})
    _log(write, made, None, "open", given["made_on"])
    return made


def change(
    office: Office,
    commitment_id: UUID,
    *,
    wording: str | None = None,
    note: str | None = None,
    **facts: Unpack[CommitmentFacts],
) -> Done:
    """Change a commitment, but not its status; ``note`` says why and goes into its log."""
    given: dict[str, object] = {**facts} if wording is None else {"wording": wording, **facts}
    with writing(office, "commitment.change", commitment_id) as write:
        row = living_row(write, commitment, commitment_id)
        change_in(write, commitment, commitment_id, given)
        if note or "due" in facts:
            _log(write, commitment_id, row.status, row.status, write.today, note)
        ref = ref_in(write, commitment, commitment_id)
    return Done(commitment_id, ref, write.records.step)


def fulfil(
    office: Office,
    commitment_id: UUID,
    on: date | None = None,
    *,
    proof: EvidenceDraft | None = None,
    note: str | None = None,
) -> Done:
    """Say that a commitment was kept, on a day (today if not given), with proof where there is."""
    with writing(office, "commitment.fulfil", commitment_id) as write:
        _move(write, commitment_id, "fulfilled", on, note)
        if proof is not None:
            _prove(write, commitment_id, proof)
        ref = ref_in(write, commitment, commitment_id)
    return Done(commitment_id, ref, write.records.step)


def add_evidence(office: Office, commitment_id: UUID, proof: EvidenceDraft) -> Done:
    """Add a proof to a commitment, whatever its status."""
    with writing(office, "commitment.prove", commitment_id) as write:
        living_row(write, commitment, commitment_id)
        _prove(write, commitment_id, proof)
        ref = ref_in(write, commitment, commitment_id)
    return Done(commitment_id, ref, write.records.step)


def progress(
    office: Office,
    commitment_id: UUID,
    status: str,
    on: date | None = None,
    note: str | None = None,
) -> Done:
    """Say how an open commitment stands: open, in progress, waiting, blocked, partly fulfilled."""
    if codes.check("commitment_status", status) not in OPEN:
        raise Refusal("commitment.not_progress", status=status)
    return _moved(office, "commitment.progress", commitment_id, status, on, note)


def reopen(
    office: Office, commitment_id: UUID, on: date | None = None, note: str | None = None
) -> Done:
    """Say that a commitment that had ended is owed again."""
    with writing(office, "commitment.reopen", commitment_id) as write:
        row = living_row(write, commitment, commitment_id)
        if row.status not in CLOSED:
            raise Refusal("commitment.not_closed", ref=row.ref)
        _set_status(write, row, "open", on, note, superseded_by_id=None)
    return Done(commitment_id, row.ref or "", write.records.step)


def withdraw(
    office: Office, commitment_id: UUID, on: date | None = None, note: str | None = None
) -> Done:
    """Say that whoever made a commitment took it back."""
    return _moved(office, "commitment.withdraw", commitment_id, "withdrawn", on, note)


def overtake(
    office: Office, commitment_id: UUID, on: date | None = None, note: str | None = None
) -> Done:
    """Mark a commitment overtaken by events (OBE)."""
    return _moved(office, "commitment.overtake", commitment_id, "overtaken", on, note)


def supersede(
    office: Office, commitment_id: UUID, by: UUID, on: date | None = None, note: str | None = None
) -> Done:
    """Say that another commitment took the place of this one."""
    if by == commitment_id:
        raise Refusal("commitment.own_successor")
    with writing(office, "commitment.supersede", commitment_id) as write:
        living_row(write, commitment, by)
        row = _open_row(write, commitment_id)
        _set_status(write, row, "superseded", on, note, superseded_by_id=by)
    return Done(commitment_id, row.ref or "", write.records.step)


def review(office: Office, commitment_ids: Iterable[UUID], *, alive: bool) -> str | None:
    """Say of commitments from old lists whether they're alive; those that aren't are overtaken.

    Returns the step, None if all had been reviewed.
    """
    ids = list(commitment_ids)
    subject = ids[0] if len(ids) == 1 else None
    with writing(office, "commitment.review", subject) as write:
        for commitment_id in ids:
            row = living_row(write, commitment, commitment_id)
            if alive:
                write.records.change(commitment, commitment_id, reviewed=True)
            else:
                _set_status(write, row, "overtaken", None, None, reviewed=True)
    return write.records.step


def take_back(write: Writing, commitment_id: UUID, note: str) -> None:
    """Withdraw a commitment within an open write."""
    _move(write, commitment_id, "withdrawn", None, note)


def plan_review(write: Writing, commitment_id: UUID, step: str, on: date, note: str) -> None:
    """Make a review the next step of a commitment within an open write; it stays owed meanwhile, and
    what was to be done next comes after."""
    row = _open_row(write, commitment_id)
    following = f"{step} {row.next_step}" if row.next_step else step
    write.records.change(commitment, commitment_id, next_step=following, next_step_on=on)
    _log(write, commitment_id, row.status, row.status, write.today, note)


def _moved(
    office: Office, verb: str, commitment_id: UUID, status: str, on: date | None, note: str | None
) -> Done:
    with writing(office, verb, commitment_id) as write:
        _move(write, commitment_id, status, on, note)
        ref = ref_in(write, commitment, commitment_id)
    return Done(commitment_id, ref, write.records.step)


def _move(
    write: Writing, commitment_id: UUID, status: str, on: date | None, note: str | None
) -> None:
    _set_status(write, _open_row(write, commitment_id), status, on, note)


def _open_row(write: Writing, commitment_id: UUID) -> AnyRow:
    row = living_row(write, commitment, commitment_id)
    if row.status in CLOSED:
        raise Refusal("commitment.closed", ref=row.ref, status=row.status)
    return row


def _set_status(
    write: Writing, row: AnyRow, status: str, on: date | None, note: str | None, **more: object
) -> None:
    day = on or write.today
    if day > write.today:
        raise Refusal("date.in_future", day=day)
    cells = {"status": status, "status_on": day, **more}
    if note is not None:
        cells["status_note"] = note.strip() or None
    write.records.change(commitment, row.id, **cells)
    _log(write, row.id, row.status, status, day, note)


def _log(
    write: Writing,
    commitment_id: UUID,
    before: str | None,
    after: str,
    on: object,
    note: str | None = None,
) -> None:
    write.records.add(
        commitment_log,
        commitment_id=commitment_id,
        noted_on=on,
        by_id=write.look.officer,
        from_status=before,
        to_status=after,
        note=note.strip() or None if note else None,
    )


def _prove(write: Writing, commitment_id: UUID, proof: EvidenceDraft) -> None:
    given = {
        "commitment_id": commitment_id,
        "kind": proof.kind,
        "reference": proof.reference,
        **proof.facts,
    }
    if not (proof.reference or proof.facts.get("description")):
        raise Refusal("evidence.empty")
    add_in(write, evidence, given)


def _party(side: str, who: Who | str | None, newcomers: Newcomers) -> dict[str, object]:
    if who is None:
        return {}
    if isinstance(who, str):
        return {side: who}
    return {f"{side}_id": newcomers.enter(who)}


def _their_post(write: Writing, given: dict[str, object]) -> UUID | None:
    """The post of the counterpart: what is promised there outlives whoever holds it."""
    side = "obligor_id" if given["direction"] == "they_owe" else "beneficiary_id"
    who = given.get(side)
    day = given["made_on"]
    if not isinstance(who, UUID) or not isinstance(day, date):
        return None
    held = offices_of(write.look, [who], day).get(who)
    return held[0].office_id if held else None
