"""Consultations with tribal nations, government to government: invited, held, what the nation raised,
how it was considered and answered, what was decided, and the text that the nation agreed to.

Whether it was a consultation is for each side to say for itself (DOMAIN 3.3).
"""

from collections.abc import Iterable
from datetime import date
from typing import Unpack
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.order import between
from liaison_app.services.editing import (
    Done,
    add_in,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.exchange_facts import ConsultationFacts
from liaison_app.services.happened import happened_on
from liaison_app.services.lists.jurisdictions import TRIBAL
from liaison_app.services.office import Office
from liaison_app.store.tables.coordination import (
    consultation,
    consultation_engagement,
    consultation_point,
)
from liaison_app.store.tables.places import jurisdiction


def invite(office: Office, nation_id: UUID, title: str, **facts: Unpack[ConsultationFacts]) -> Done:
    """Invite a nation to be consulted, on a day (today if not given), with the notice it was given."""
    with writing(office, "consultation.invite") as write:
        nation = living_row(write, jurisdiction, nation_id)
        if nation.kind not in TRIBAL:
            raise Refusal("consultation.no_nation", name=nation.name)
        said: dict[str, object] = {"invited_on": write.today, "owner_id": write.look.officer}
        made = add_in(
            write, consultation, {**said, "jurisdiction_id": nation_id, "title": title, **facts}
        )
        write.records.subject = made
        ref = ref_in(write, consultation, made)
    return Done(made, ref, write.records.step)


def change(
    office: Office,
    consultation_id: UUID,
    *,
    title: str | None = None,
    **facts: Unpack[ConsultationFacts],
) -> Done:
    """Change what is written down of a consultation."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.CONSULTATION, consultation_id, given)


def hold(office: Office, consultation_id: UUID, engagements: Iterable[UUID]) -> Done:
    """Say at which engagements the nation is consulted; it is under way from then on."""
    held = list(engagements)
    if not held:
        raise Refusal("consultation.not_held")
    with writing(office, "consultation.hold", consultation_id) as write:
        row = living_row(write, consultation, consultation_id)
        for one in held:
            write.records.link(consultation_engagement, consultation_id, one)
        if row.status == "invited":
            write.records.change(consultation, consultation_id, status="under_way")
    return Done(consultation_id, row.ref or "", write.records.step)


def record_concern(
    office: Office,
    consultation_id: UUID,
    concern: str,
    consideration: str | None = None,
    response: str | None = None,
) -> Done:
    """Write down what the nation raised, in its words; how it was considered and answered may follow.

    Returns the point, which ``respond`` takes.
    """
    if not concern.strip():
        raise Refusal("consultation.no_concern")
    with writing(office, "consultation.concern", consultation_id) as write:
        living_row(write, consultation, consultation_id)
        p = consultation_point.c
        last = write.records.connection.scalar(
            select(func.max(p.order_key)).where(~p.deleted, p.consultation_id == consultation_id)
        )
        said = {"concern": concern, "consideration": consideration, "response": response}
        place = {"consultation_id": consultation_id, "order_key": between(last, None)}
        made = add_in(write, consultation_point, {**said, **place})
        ref = ref_in(write, consultation, consultation_id)
    return Done(made, ref, write.records.step)


def respond(
    office: Office, point_id: UUID, *, consideration: str | None = None, response: str | None = None
) -> Done:
    """Say how a concern was considered and what was answered; None leaves one as it is."""
    with writing(office, "consultation.respond") as write:
        point = living_row(write, consultation_point, point_id)
        write.records.subject = point.consultation_id
        said = {"consideration": consideration, "response": response}
        given = {name: words for name, words in said.items() if words is not None}
        change_in(write, consultation_point, point_id, given)
        ref = ref_in(write, consultation, point.consultation_id)
    return Done(point.consultation_id, ref, write.records.step)


def say(
    office: Office, consultation_id: UUID, *, we: str | None = None, nation: str | None = None
) -> Done:
    """Say whether each side calls it consultation: yes, no or unknown; None leaves a side as it is."""
    said = {"we_call_it": we, "nation_calls_it": nation}
    given = {name: word for name, word in said.items() if word is not None}
    return change_record(office, Kind.CONSULTATION, consultation_id, given, "consultation.say")


def decide(office: Office, consultation_id: UUID, decision: str, on: date | None = None) -> Done:
    """Write down what was decided after the consultation, and when."""
    if not decision.strip():
        raise Refusal("consultation.no_decision")
    with writing(office, "consultation.decide", consultation_id) as write:
        row = living_row(write, consultation, consultation_id)
        day = happened_on(write, on, row.invited_on)
        cells = {"decision": decision, "decided_on": day, "status": "concluded"}
        change_in(write, consultation, consultation_id, cells)
    return Done(consultation_id, row.ref or "", write.records.step)


def agree_text(
    office: Office,
    consultation_id: UUID,
    text: str,
    *,
    by: UUID | None = None,
    on: date | None = None,
) -> Done:
    """Write down the words that the nation agreed to, who agreed for it, and when."""
    if not text.strip():
        raise Refusal("consultation.no_text")
    with writing(office, "consultation.agree", consultation_id) as write:
        row = living_row(write, consultation, consultation_id)
        day = happened_on(write, on, row.invited_on)
        cells = {"agreed_text": text, "agreed_on": day, "agreed_by_id": by}
        change_in(write, consultation, consultation_id, cells)
    return Done(consultation_id, row.ref or "", write.records.step)


def decline(office: Office, consultation_id: UUID) -> Done:
    """Say that the nation declined to be consulted; the invitation stays on record."""
    cells = {"status": "declined"}
    return change_record(office, Kind.CONSULTATION, consultation_id, cells, "consultation.decline")
