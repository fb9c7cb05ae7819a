"""Memberships in networks: applied for, joined, suspended, left; pledges kept, dues paid."""

from datetime import date
from typing import Unpack
from uuid import UUID

from sqlalchemy import func, select

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.domain.memberships import ENDED
from liaison_app.domain.order import between
from liaison_app.services.editing import (
    Done,
    add_in,
    add_record,
    change_in,
    change_record,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts_agreements import MembershipFacts, PledgeFacts
from liaison_app.services.office import Office
from liaison_app.store.tables.agreements import membership, membership_pledge


def apply(office: Office, title: str, **facts: Unpack[MembershipFacts]) -> Done:
    """Enter that membership in a network was applied for."""
    given = {**facts, "title": title, "status": "applied"}
    return add_record(office, Kind.MEMBERSHIP, given, "membership.apply")


def join(office: Office, title: str, **facts: Unpack[MembershipFacts]) -> Done:
    """Enter a membership that runs; ``jurisdiction_id`` is who belongs to ``network_id``."""
    given = {**facts, "title": title, "status": "active"}
    return add_record(office, Kind.MEMBERSHIP, given, "membership.join")


def change(
    office: Office,
    membership_id: UUID,
    *,
    title: str | None = None,
    **facts: Unpack[MembershipFacts],
) -> Done:
    """Change a membership, but not its status."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.MEMBERSHIP, membership_id, given)


def admit(office: Office, membership_id: UUID, since: PartialDate | None = None) -> Done:
    """Say that a membership runs, from ``since`` on: after an application or a suspension."""
    given: dict[str, object] = {"status": "active"}
    return _moved(
        office, "admit", membership_id, given if since is None else {**given, "since": since}
    )


def suspend(office: Office, membership_id: UUID) -> Done:
    """Say that a membership rests."""
    return _moved(office, "suspend", membership_id, {"status": "suspended"})


def leave(office: Office, membership_id: UUID, until: PartialDate | None = None) -> Done:
    """Say that a membership ended, with its last day (today if not given)."""
    with writing(office, "membership.leave", membership_id) as write:
        row = living_row(write, membership, membership_id)
        _refuse_ended(row.status, row.ref)
        last = until or PartialDate.day(write.today)
        given = {"status": ENDED, "until": last, "dues_due_on": None}
        change_in(write, membership, membership_id, given)
    return Done(membership_id, row.ref or "", write.records.step)


def pay_dues(
    office: Office, membership_id: UUID, on: date | None = None, next_due_on: date | None = None
) -> Done:
    """Say that the dues were paid on a day (today if not given), and when they are due again."""
    with writing(office, "membership.pay_dues", membership_id) as write:
        row = living_row(write, membership, membership_id)
        _refuse_ended(row.status, row.ref)
        day = on or write.today
        if day > write.today:
            raise Refusal("date.in_future", day=day)
        if next_due_on is not None and next_due_on <= day:
            raise Refusal("membership.due_again", ref=row.ref)
        given = {"dues_paid_on": day, "dues_due_on": next_due_on}
        change_in(write, membership, membership_id, given)
    return Done(membership_id, row.ref or "", write.records.step)


def pledge(office: Office, membership_id: UUID, wording: str, **facts: Unpack[PledgeFacts]) -> Done:
    """Enter what members of a network pledge. The result names the pledge's row."""
    if not wording.strip():
        raise Refusal("pledge.no_wording")
    with writing(office, "membership.pledge", membership_id) as write:
        living_row(write, membership, membership_id)
        p = membership_pledge.c
        last = write.records.connection.scalar(
            select(func.max(p.order_key)).where(~p.deleted, p.membership_id == membership_id)
        )
        given = {**facts, "wording": wording, "order_key": between(last, None)}
        made = add_in(write, membership_pledge, {**given, "membership_id": membership_id})
        ref = ref_in(write, membership, membership_id)
    return Done(made, ref, write.records.step)


def change_pledge(
    office: Office, pledge_id: UUID, *, wording: str | None = None, **facts: Unpack[PledgeFacts]
) -> Done:
    """Change a pledge: its wording, its day, the commitment that the office made of it."""
    given: dict[str, object] = {**facts}
    if wording is not None:
        if not wording.strip():
            raise Refusal("pledge.no_wording")
        given["wording"] = wording
    return _pledge_changed(office, "pledge_change", pledge_id, given)


def keep_pledge(office: Office, pledge_id: UUID) -> Done:
    """Say that a pledge was kept."""
    return _pledge_changed(office, "pledge_keep", pledge_id, {"status": "kept"})


def drop_pledge(office: Office, pledge_id: UUID) -> Done:
    """Say that a pledge is no longer followed."""
    return _pledge_changed(office, "pledge_drop", pledge_id, {"status": "dropped"})


def _pledge_changed(office: Office, verb: str, pledge_id: UUID, given: dict[str, object]) -> Done:
    with writing(office, f"membership.{verb}") as write:
        row = living_row(write, membership_pledge, pledge_id)
        write.records.subject = row.membership_id
        change_in(write, membership_pledge, pledge_id, given)
        ref = ref_in(write, membership, row.membership_id)
    return Done(pledge_id, ref, write.records.step)


def _moved(office: Office, verb: str, membership_id: UUID, given: dict[str, object]) -> Done:
    with writing(office, f"membership.{verb}", membership_id) as write:
        row = living_row(write, membership, membership_id)
        _refuse_ended(row.status, row.ref)
        change_in(write, membership, membership_id, given)
    return Done(membership_id, row.ref or "", write.records.step)


def _refuse_ended(status: str, ref: str | None) -> None:
    if status == ENDED:
        raise Refusal("membership.ended", ref=ref)
