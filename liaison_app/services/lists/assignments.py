"""The list of assignments: who is with whom, from where, until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, or_

from liaison_app.domain import assignments as rules
from liaison_app.domain import reports
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, running, standing_for
from liaison_app.services.reading import AnyRow, Looking, Through, following, money_of, named
from liaison_app.services.rows import Named, Row
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.programmes import assignment


@dataclass(frozen=True)
class AssignmentRow(Row):
    """A person assigned from ``sender`` to ``host``. ``days_left``: negative after the last day."""

    kind: str | None
    person: Named | None
    sender: Named | str | None
    host: Named | str | None
    jurisdiction: Named | None
    agreement: Named | None
    start_on: date | None
    end_on: date | None
    standing: rules.Standing
    days_left: int | None
    who_pays: str | None
    cost: Money | None
    report_due_on: date | None
    reported_on: date | None
    report_late: bool
    owner: Named | None


_A = assignment.c
_REFERENCES = (
    Through(_A.person_id, person, "person"),
    Through(_A.from_id, organization, "sender"),
    Through(_A.to_id, organization, "host"),
    Through(_A.jurisdiction_id, jurisdiction, "jurisdiction"),
    Through(_A.agreement_id, agreement, "agreement"),
    Through(_A.owner_id, person, "owner"),
)


_CHOSEN = following(assignment, *_REFERENCES)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[AssignmentRow]:
    return [
        AssignmentRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            kind=row.kind,
            person=named(row, "person"),
            sender=named(row, "sender") or row.from_named,
            host=named(row, "host") or row.to_named,
            jurisdiction=named(row, "jurisdiction"),
            agreement=named(row, "agreement"),
            start_on=row.start_on,
            end_on=row.end_on,
            standing=rules.standing(row.start_on, row.end_on, look.today),
            days_left=None if row.end_on is None else (row.end_on - look.today).days,
            who_pays=row.who_pays,
            cost=money_of(row, "cost"),
            report_due_on=row.report_due_on,
            reported_on=row.reported_on,
            report_late=reports.is_late(row.report_due_on, row.reported_on, look.today),
            owner=named(row, "owner"),
        )
        for row in rows
    ]


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    return or_(_A.person_id.in_(ids), _A.owner_id.in_(ids))


def _ending(look: Looking, _: bool) -> ColumnElement[bool]:
    last = look.today + timedelta(days=rules.ENDING_DAYS)
    begun = or_(_A.start_on.is_(None), _A.start_on <= look.today)
    return and_(begun, _A.end_on.between(look.today, last))


ASSIGNMENTS = Listing[AssignmentRow](
    kind=Kind.ASSIGNMENT,
    table=assignment,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "end": Sort(_A.end_on, descending=True),
        "start": Sort(_A.start_on, descending=True),
        "title": Sort(_A.sort_key),
        "ref": Sort(_A.ref),
        "changed": Sort(_A.updated_at, descending=True),
    },
    narrows={
        **running(_A.start_on, _A.end_on),
        "jurisdictions": at(_A.jurisdiction_id, Kind.JURISDICTION),
        "persons": _with_person,
        "of_kinds": coded(assignment, "kind"),
        "open": lambda look, _: or_(_A.end_on.is_(None), _A.end_on >= look.today),
        "closed": lambda look, _: _A.end_on < look.today,
        "expiring": _ending,
        "overdue": lambda look, _: and_(_A.reported_on.is_(None), _A.report_due_on < look.today),
        "mine": lambda look, _: _A.owner_id == look.officer,
    },
)
"""Every assignment that isn't deleted, the last to end first. ``overdue``: its report; ``expiring``:
it ends within 90 days."""
