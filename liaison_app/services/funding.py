"""Funding: asked for, awarded or refused, received, spent, closed. Four sums, none added to another.

What comes or is spent in parts adds up in one currency; another is refused, never converted.
"""

from datetime import date
from typing import Unpack
from uuid import UUID

from liaison_app.domain.errors import Refusal
from liaison_app.domain.funding import BEFORE
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services.editing import (
    Done,
    Writing,
    add_record,
    change_in,
    change_record,
    living_row,
    writing,
)
from liaison_app.services.facts_programmes import FundingFacts
from liaison_app.services.office import Office
from liaison_app.services.reading import AnyRow, money_of
from liaison_app.store.tables.programmes import funding


def plan(office: Office, title: str, **facts: Unpack[FundingFacts]) -> Done:
    """Enter money that is to be asked for."""
    return add_record(office, Kind.FUNDING, {**facts, "title": title}, "funding.plan")


def change(
    office: Office, funding_id: UUID, *, title: str | None = None, **facts: Unpack[FundingFacts]
) -> Done:
    """Change a funding, but not its status."""
    given: dict[str, object] = {**facts} if title is None else {"title": title, **facts}
    return change_record(office, Kind.FUNDING, funding_id, given)


def ask(office: Office, funding_id: UUID, asked: Money, on: date | None = None) -> Done:
    """Say how much was asked for, on a day (today if not given)."""
    with writing(office, "funding.ask", funding_id) as write:
        row = _row_before(write, funding_id, "asked")
        given = {"status": "asked", "asked": asked, "asked_on": _day(write, on)}
        change_in(write, funding, funding_id, given)
    return Done(funding_id, row.ref or "", write.records.step)


def award(
    office: Office,
    funding_id: UUID,
    awarded: Money,
    on: date | None = None,
    *,
    conditions: str | None = None,
    report_due_on: date | None = None,
) -> Done:
    """Say how much was awarded, on what conditions, and when a report on it is due."""
    with writing(office, "funding.award", funding_id) as write:
        row = _row_before(write, funding_id, "awarded")
        given = {"status": "awarded", "awarded": awarded, "awarded_on": _day(write, on)}
        more = {"conditions": conditions, "report_due_on": report_due_on}
        given |= {name: value for name, value in more.items() if value is not None}
        change_in(write, funding, funding_id, given)
    return Done(funding_id, row.ref or "", write.records.step)


def refuse(office: Office, funding_id: UUID) -> Done:
    """Say that what was asked for was refused."""
    with writing(office, "funding.refuse", funding_id) as write:
        row = _row_before(write, funding_id, "refused")
        write.records.change(funding, funding_id, status="refused")
    return Done(funding_id, row.ref or "", write.records.step)


def receive(office: Office, funding_id: UUID, received: Money, on: date | None = None) -> Done:
    """Say that money came, on a day (today if not given): it's added to what came before."""
    with writing(office, "funding.receive", funding_id) as write:
        row = _row_before(write, funding_id, "received")
        so_far = _with(money_of(row, "received"), received)
        given = {"status": "received", "received": so_far, "received_on": _day(write, on)}
        change_in(write, funding, funding_id, given)
    return Done(funding_id, row.ref or "", write.records.step)


def spend(office: Office, funding_id: UUID, spent: Money) -> Done:
    """Say that money of it was spent: it's added to what was spent before."""
    with writing(office, "funding.spend", funding_id) as write:
        row = _row_before(write, funding_id, "spent")
        change_in(write, funding, funding_id, {"spent": _with(money_of(row, "spent"), spent)})
    return Done(funding_id, row.ref or "", write.records.step)


def report(office: Office, funding_id: UUID, on: date | None = None) -> Done:
    """Say that the report on it was given, on a day (today if not given)."""
    with writing(office, "funding.report", funding_id) as write:
        row = living_row(write, funding, funding_id)
        change_in(write, funding, funding_id, {"reported_on": _day(write, on)})
    return Done(funding_id, row.ref or "", write.records.step)


def close(office: Office, funding_id: UUID) -> Done:
    """Say that nothing of it is to come or to be accounted for any more."""
    with writing(office, "funding.close", funding_id) as write:
        row = _row_before(write, funding_id, "closed")
        write.records.change(funding, funding_id, status="closed")
    return Done(funding_id, row.ref or "", write.records.step)


def _row_before(write: Writing, funding_id: UUID, move: str) -> AnyRow:
    row = living_row(write, funding, funding_id)
    if row.status not in BEFORE[move]:
        raise Refusal("funding.not_now", ref=row.ref, status=row.status)
    return row


def _with(before: Money | None, more: Money) -> Money:
    return more.checked() if before is None else before + more.checked()


def _day(write: Writing, on: date | None) -> date:
    day = on or write.today
    if day > write.today:
        raise Refusal("date.in_future", day=day)
    return day
