"""Coordination: who of a government, an embassy, a consulate, legal or a council was informed or
consulted, who cleared or objected, when, and under which reference (DESIGN 3)."""

from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import (
    Done,
    add_in,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.exchange_facts import CoordinationFacts
from liaison_app.services.happened import happened_on
from liaison_app.services.office import Office
from liaison_app.store.tables.coordination import coordination


def inform(office: Office, title: str, body: str, **facts: Unpack[CoordinationFacts]) -> Done:
    """Enter that somebody was told, on a day (today if not given)."""
    return _enter(office, "coordination.inform", title, body, "informed", facts)


def consult(office: Office, title: str, body: str, **facts: Unpack[CoordinationFacts]) -> Done:
    """Enter that somebody was asked for a view, by when where a day was given."""
    return _enter(office, "coordination.consult", title, body, "consulted", facts)


def clear(
    office: Office,
    coordination_id: UUID,
    on: date | None = None,
    reference: str | None = None,
    answer: str | None = None,
) -> Done:
    """Say that whoever was asked cleared it."""
    return _answered(
        office, "coordination.clear", coordination_id, "cleared", on, reference, answer
    )


def object_to(
    office: Office,
    coordination_id: UUID,
    answer: str,
    on: date | None = None,
    reference: str | None = None,
) -> Done:
    """Say that whoever was asked objects, and to what."""
    if not answer.strip():
        raise Refusal("coordination.no_objection")
    verb = "coordination.object"
    return _answered(office, verb, coordination_id, "objected", on, reference, answer)


def record_answer(
    office: Office,
    coordination_id: UUID,
    answer: str,
    on: date | None = None,
    reference: str | None = None,
) -> Done:
    """Write down an answer that neither clears nor objects."""
    if not answer.strip():
        raise Refusal("coordination.no_answer")
    verb = "coordination.answer"
    return _answered(office, verb, coordination_id, None, on, reference, answer)


def change(
    office: Office,
    coordination_id: UUID,
    *,
    title: str | None = None,
    body: str | None = None,
    **facts: Unpack[CoordinationFacts],
) -> Done:
    """Change what is written down of it."""
    given: dict[str, object] = {**facts}
    given |= {k: v for k, v in (("title", title), ("body", body)) if v is not None}
    return change_record(office, Kind.COORDINATION, coordination_id, given)


def _enter(
    office: Office, verb: str, title: str, body: str, action: str, facts: CoordinationFacts
) -> Done:
    with writing(office, verb) as write:
        said: dict[str, object] = {"owner_id": write.look.officer, "body": body, "action": action}
        said["asked_on" if action == "consulted" else "done_on"] = write.today
        made = add_in(write, coordination, {"title": title, **said, **facts})
        write.records.subject = made
        ref = ref_in(write, coordination, made)
    return Done(made, ref, write.records.step)


def _answered(
    office: Office,
    verb: str,
    coordination_id: UUID,
    action: str | None,
    on: date | None,
    reference: str | None,
    answer: str | None,
) -> Done:
    with writing(office, verb, coordination_id) as write:
        row = living_row(write, coordination, coordination_id)
        given: dict[str, object] = {"done_on": happened_on(write, on, row.asked_on)}
        said = {"action": action, "reference": reference, "answer": answer}
        given |= {name: value for name, value in said.items() if value is not None}
        change_in(write, coordination, coordination_id, given)
    return Done(coordination_id, row.ref or "", write.records.step)
