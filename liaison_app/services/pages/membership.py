"""The page of a membership: the network, who belongs to it, what its members pledge."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.memberships import MEMBERSHIPS, MembershipRow
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import (
    Looking,
    all_standing_for,
    looking,
    names_of,
    partial_of,
)
from liaison_app.services.rows import Named
from liaison_app.store.tables.agreements import membership, membership_pledge


@dataclass(frozen=True)
class Pledge:
    """What members pledge; ``commitment`` once the office has made it its own."""

    id: UUID
    wording: str
    due: PartialDate | None
    status: str
    commitment: Named | None


@dataclass(frozen=True)
class MembershipPage:
    """All that the page shows."""

    record: MembershipRow
    fields: Fields
    pledges: tuple[Pledge, ...]


def membership_page(office: Office, record_id: UUID) -> MembershipPage:
    """The page of a membership."""
    with looking(office) as look:
        row = record_of(look, Kind.MEMBERSHIP, record_id)
        return MembershipPage(
            record=MEMBERSHIPS.rows_in(look, [row.n])[0],
            fields=fields_of(membership, row),
            pledges=_pledges(look, all_standing_for(membership, [row.id])),
        )


def _pledges(look: Looking, same: Any) -> tuple[Pledge, ...]:
    p = membership_pledge.c
    rows = look.all(
        select(membership_pledge)
        .where(~p.deleted, p.membership_id.in_(same))
        .order_by(p.order_key, p.id)
    )
    own = names_of(look, Kind.COMMITMENT, [row.commitment_id for row in rows if row.commitment_id])
    return tuple(
        Pledge(
            id=row.id,
            wording=row.wording or "",
            due=partial_of(row, "due"),
            status=row.status,
            commitment=own.get(row.commitment_id),
        )
        for row in rows
    )
