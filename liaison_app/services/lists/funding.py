"""The list of funding: what was asked for, awarded, received and spent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_

from liaison_app.domain import funding as rules
from liaison_app.domain import reports
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, dated
from liaison_app.services.reading import AnyRow, Looking, Through, following, money_of, named
from liaison_app.services.rows import Named, Row
from liaison_app.store.tables.agreements import agreement
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.programmes import funding, programme


@dataclass(frozen=True)
class FundingRow(Row):
    """Money from ``giver`` to ``recipient``: four sums, none of them added to another."""

    kind: str | None
    status: str
    giver: Named | str | None
    recipient: Named | str | None
    jurisdiction: Named | None
    programme: Named | None
    agreement: Named | None
    asked: Money | None
    awarded: Money | None
    received: Money | None
    spent: Money | None
    report_due_on: date | None
    reported_on: date | None
    report_late: bool
    owner: Named | None


_F = funding.c
_REFERENCES = (
    Through(_F.giver_id, organization, "giver_body"),
    Through(_F.recipient_id, organization, "recipient_body"),
    Through(_F.jurisdiction_id, jurisdiction, "jurisdiction"),
    Through(_F.programme_id, programme, "programme"),
    Through(_F.agreement_id, agreement, "agreement"),
    Through(_F.owner_id, person, "owner"),
)


_CHOSEN = following(funding, *_REFERENCES)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[FundingRow]:
    return [
        FundingRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.title or "",
            native=None,
            kind=row.kind,
            status=row.status,
            giver=named(row, "giver_body") or row.giver,
            recipient=named(row, "recipient_body") or row.recipient,
            jurisdiction=named(row, "jurisdiction"),
            programme=named(row, "programme"),
            agreement=named(row, "agreement"),
            asked=money_of(row, "asked"),
            awarded=money_of(row, "awarded"),
            received=money_of(row, "received"),
            spent=money_of(row, "spent"),
            report_due_on=row.report_due_on,
            reported_on=row.reported_on,
            report_late=reports.is_late(row.report_due_on, row.reported_on, look.today),
            owner=named(row, "owner"),
        )
        for row in rows
    ]


FUNDING = Listing[FundingRow](
    kind=Kind.FUNDING,
    table=funding,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "title": Sort(_F.sort_key),
        "asked": Sort(_F.asked_on, descending=True),
        "report": Sort(_F.report_due_on),
        "ref": Sort(_F.ref),
        "status": Sort(_F.status),
        "changed": Sort(_F.updated_at, descending=True),
    },
    narrows={
        **dated(funding),
        "jurisdictions": at(_F.jurisdiction_id, Kind.JURISDICTION),
        "persons": at(_F.owner_id, Kind.PERSON),
        "statuses": coded(funding, "status"),
        "of_kinds": coded(funding, "kind"),
        "open": lambda *_: _F.status.in_(sorted(rules.OPEN)),
        "closed": lambda *_: _F.status.in_(sorted(rules.CLOSED)),
        "overdue": lambda look, _: and_(_F.reported_on.is_(None), _F.report_due_on < look.today),
        "mine": lambda look, _: _F.owner_id == look.officer,
    },
)
"""Every funding that isn't deleted, by title. ``overdue``: its report."""
