"""Who takes part in an engagement: add, change, take out, put in order."""

from collections.abc import Sequence
from typing import Unpack
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.order import between, spread
from liaison_app.services.drafts import ParticipantDraft
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import ParticipantFacts
from liaison_app.services.newcomers import Newcomers
from liaison_app.services.office import Office
from liaison_app.store.tables.meetings import engagement, participation


def add(office: Office, engagement_id: UUID, draft: ParticipantDraft) -> Done:
    """Add somebody at the end of the list. The result names the participation."""
    with writing(office, "engagement.participant", engagement_id) as write:
        row = living_row(write, engagement, engagement_id)
        _refuse_final(row.finalised_at, row.ref)
        p = participation.c
        last = write.records.connection.scalar(
            select(func.max(p.order_key)).where(~p.deleted, p.engagement_id == engagement_id)
        )
        newcomers = Newcomers(write, row.jurisdiction_id, "met")
        made = add_participant_in(write, engagement_id, draft, newcomers, between(last, None))
    return Done(made, row.ref or "", write.records.step)


def add_participant_in(
    write: Writing, engagement_id: UUID, draft: ParticipantDraft, newcomers: Newcomers, key: str
) -> UUID:
    """Add somebody within an open write, at the place that ``key`` gives."""
    if draft.who is None and not (draft.unnamed or "").strip():
        raise Refusal("participant.nobody")
    given: dict[str, object] = {"side": "theirs", "order_key": key, **draft.facts}
    if draft.who is not None:
        given["person_id"] = newcomers.enter(draft.who)
    given |= {"engagement_id": engagement_id, "unnamed": draft.unnamed}
    return add_in(write, participation, given)


def change(office: Office, participation_id: UUID, **facts: Unpack[ParticipantFacts]) -> Done:
    """Change how somebody takes part: side, role, answer, whether they came, for whom."""
    with writing(office, "engagement.participant_change") as write:
        ref = _engagement_of(write, participation_id)
        change_in(write, participation, participation_id, facts)
    return Done(participation_id, ref, write.records.step)


def remove(office: Office, participation_id: UUID) -> Done:
    """Take somebody out of the list."""
    with writing(office, "engagement.participant_remove") as write:
        ref = _engagement_of(write, participation_id)
        write.records.remove(participation, participation_id)
    return Done(participation_id, ref, write.records.step)


def put_in_order(office: Office, engagement_id: UUID, order: Sequence[UUID]) -> Done:
    """Put the participations of a meeting in this order (of precedence)."""
    with writing(office, "engagement.order", engagement_id) as write:
        living_row(write, engagement, engagement_id)
        for participation_id, key in zip(order, spread(len(order)), strict=True):
            write.records.change(participation, participation_id, order_key=key)
        ref = ref_in(write, engagement, engagement_id)
    return Done(engagement_id, ref, write.records.step)


def _engagement_of(write: Writing, participation_id: UUID) -> str:
    row = living_row(write, participation, participation_id)
    whole = living_row(write, engagement, row.engagement_id)
    _refuse_final(whole.finalised_at, whole.ref)
    write.records.subject = whole.id
    return whole.ref or ""


def _refuse_final(finalised_at: object, ref: str | None) -> None:
    if finalised_at is not None:
        raise Refusal("engagement.finalised", ref=ref)
