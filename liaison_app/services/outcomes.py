"""Outcomes: what came of it at home. Claimed when it is reported, verified by somebody, apart.

The same outcome reported by several offices is linked and counted once (DOMAIN finding 8).
"""

from collections.abc import Iterable
from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.drafts import EvidenceDraft
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.exchange_facts import OutcomeFacts, VerifiedFacts
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.services.sets import put_set
from liaison_app.store.tables.outcomes import (
    outcome,
    outcome_agreement,
    outcome_engagement,
    outcome_evidence,
)

_FIGURES = ("amount", "currency", "jobs", "people")


def report(
    office: Office, title: str, engagements: Iterable[UUID] = (), **facts: Unpack[OutcomeFacts]
) -> Done:
    """Report an outcome with the figures that are claimed for it, and the engagements behind it."""
    with writing(office, "outcome.report") as write:
        given: dict[str, object] = {"owner_id": write.look.officer, "title": title, **facts}
        _refuse_bad_figures(given, "claimed")
        made = add_in(write, outcome, given)
        put_set(write, outcome_engagement, made, engagements)
        write.records.subject = made
        ref = ref_in(write, outcome, made)
    return Done(made, ref, write.records.step)


def change(
    office: Office, outcome_id: UUID, *, title: str | None = None, **facts: Unpack[OutcomeFacts]
) -> Done:
    """Change what is reported of an outcome; what was verified stays as it is."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    _refuse_bad_figures(given, "claimed")
    return change_record(office, Kind.OUTCOME, outcome_id, given)


def announce(office: Office, outcome_id: UUID, on: date | None = None) -> Done:
    """Say that an outcome was announced, on a day where one is known."""
    with writing(office, "outcome.announce", outcome_id) as write:
        row = living_row(write, outcome, outcome_id)
        if row.status != "lead":
            raise Refusal("outcome.not_a_lead", ref=row.ref, status=row.status)
        cells: dict[str, object] = {"status": "announced"}
        if on is not None and row.happened_on is None:
            cells |= {"happened_on": happened_on(write, on), "happened_precision": "day"}
        write.records.change(outcome, outcome_id, **cells)
    return Done(outcome_id, row.ref or "", write.records.step)


def verify(
    office: Office,
    outcome_id: UUID,
    proof: EvidenceDraft,
    *,
    by: UUID | None = None,
    on: date | None = None,
    **figures: Unpack[VerifiedFacts],
) -> Done:
    """Say what of an outcome was verified: the figures, by whom (the officer if not given), on which
    day (today), and the evidence. The claimed figures stay beside them."""
    if not any(value is not None for value in figures.values()):
        raise Refusal("outcome.no_figures")
    _refuse_bad_figures(figures, "verified")
    with writing(office, "outcome.verify", outcome_id) as write:
        day, who = happened_on(write, on), by or write.look.officer
        empty = dict.fromkeys(f"verified_{name}" for name in _FIGURES)
        said = {"status": "verified", "verified_on": day, "verified_by_id": who}
        change_in(write, outcome, outcome_id, {**empty, **figures, **said})
        _prove(write, outcome_id, proof, {"verified_on": day, "verified_by_id": who})
        ref = ref_in(write, outcome, outcome_id)
    return Done(outcome_id, ref, write.records.step)


def close(office: Office, outcome_id: UUID) -> Done:
    """Say that nothing more will come of it; its figures stay."""
    return change_record(office, Kind.OUTCOME, outcome_id, {"status": "closed"}, "outcome.close")


def add_evidence(office: Office, outcome_id: UUID, proof: EvidenceDraft) -> Done:
    """Add a proof of an outcome."""
    with writing(office, "outcome.prove", outcome_id) as write:
        living_row(write, outcome, outcome_id)
        _prove(write, outcome_id, proof, {})
        ref = ref_in(write, outcome, outcome_id)
    return Done(outcome_id, ref, write.records.step)


def link(
    office: Office,
    outcome_id: UUID,
    *,
    engagements: Iterable[UUID] | None = None,
    agreements: Iterable[UUID] | None = None,
) -> Done:
    """Say which engagements and agreements an outcome came of; None leaves those as they are."""
    with writing(office, "outcome.link", outcome_id) as write:
        living_row(write, outcome, outcome_id)
        if engagements is not None:
            put_set(write, outcome_engagement, outcome_id, engagements)
        if agreements is not None:
            put_set(write, outcome_agreement, outcome_id, agreements)
        ref = ref_in(write, outcome, outcome_id)
    return Done(outcome_id, ref, write.records.step)


def count_in(office: Office, outcome_id: UUID, other_id: UUID | None) -> Done:
    """Say that an outcome is the same as another, in which it is counted; None: it counts itself.

    Refused in circles: an outcome counted in itself would be counted nowhere.
    """
    with writing(office, "outcome.count_in", outcome_id) as write:
        row = living_row(write, outcome, outcome_id)
        at, seen = other_id, {outcome_id}
        while at is not None:
            if at in seen:
                raise Refusal("outcome.circle", ref=row.ref)
            seen.add(at)
            at = living_row(write, outcome, at).counted_in_id
        write.records.change(outcome, outcome_id, counted_in_id=other_id)
    return Done(outcome_id, row.ref or "", write.records.step)


def _prove(write: Writing, outcome_id: UUID, proof: EvidenceDraft, more: dict[str, object]) -> None:
    if not ((proof.reference or "").strip() or proof.facts.get("description")):
        raise Refusal("evidence.empty")
    said = {"kind": proof.kind, "reference": proof.reference, **more, **proof.facts}
    add_in(write, outcome_evidence, {"outcome_id": outcome_id, **said})


def _refuse_bad_figures(given: object, which: str) -> None:
    """A sum needs its currency, and no figure is below nought."""
    cells = dict(given) if isinstance(given, dict) else {}
    amount = cells.get(f"{which}_amount")
    if amount is not None and not cells.get(f"{which}_currency"):
        raise Refusal("money.no_currency", amount=amount)
    for name in ("amount", "jobs", "people"):
        figure = cells.get(f"{which}_{name}")
        if figure is not None and figure < 0:
            raise Refusal("figure.below_nought", figure=figure)
