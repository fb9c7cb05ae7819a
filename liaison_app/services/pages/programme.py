"""The page of a programme or exchange: its engagements, who pays for it, what was spent."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money, by_currency
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.funding import FUNDING, FundingRow
from liaison_app.services.lists.programmes import PROGRAMMES, ProgrammeRow
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.pages.newest import newest
from liaison_app.services.reading import all_standing_for, looking
from liaison_app.services.rows import EngagementRow, Named
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.programmes import funding, programme, programme_engagement


@dataclass(frozen=True)
class Sums:
    """What the funding of a programme comes to: four sums, each by currency, none added to another."""

    asked: tuple[Money, ...] = ()
    awarded: tuple[Money, ...] = ()
    received: tuple[Money, ...] = ()
    spent: tuple[Money, ...] = ()


@dataclass(frozen=True)
class ProgrammePage:
    """All that the page shows. ``sums`` are None without any funding."""

    record: ProgrammeRow
    fields: Fields
    agreement: Named | None
    engagements: tuple[EngagementRow, ...]
    funding: tuple[FundingRow, ...]
    sums: Sums | None


def programme_page(office: Office, record_id: UUID) -> ProgrammePage:
    """The page of a programme."""
    with looking(office) as look:
        row = record_of(look, Kind.PROGRAMME, record_id)
        same = all_standing_for(programme, [row.id])
        link = programme_engagement.c
        part = select(link.engagement_id).where(~link.deleted, link.programme_id.in_(same))
        paid = newest(look, FUNDING, funding.c.programme_id.in_(same))
        record = PROGRAMMES.rows_in(look, [row.n])[0]
        return ProgrammePage(
            record=record,
            fields=fields_of(programme, row),
            agreement=record.agreement,
            engagements=newest(look, ENGAGEMENTS, engagement.c.id.in_(part)),
            funding=paid,
            sums=sums_of(paid) if paid else None,
        )


def sums_of(rows: Iterable[FundingRow]) -> Sums:
    """What these come to, each of the four for itself; what was refused counts as asked alone."""
    known = list(rows)
    return Sums(
        asked=by_currency(row.asked for row in known),
        awarded=by_currency(row.awarded for row in known),
        received=by_currency(row.received for row in known),
        spent=by_currency(row.spent for row in known),
    )
