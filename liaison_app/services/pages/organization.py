"""The page of an organization: who works there, whom it speaks for, which meetings it was part of."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.engagements import ENGAGEMENTS
from liaison_app.services.lists.offices import office_rows
from liaison_app.services.lists.organizations import ORGANIZATIONS
from liaison_app.services.office import Office
from liaison_app.services.pages.fields import Fields, fields_of, record_of
from liaison_app.services.reading import Looking, all_standing_for, living, looking, names_of
from liaison_app.services.rows import EngagementRow, Named, OfficeRow, OrganizationRow
from liaison_app.store.tables.meetings import engagement, engagement_organization
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.places import organization


@dataclass(frozen=True)
class OrganizationPage:
    """All that the page shows."""

    record: OrganizationRow
    fields: Fields
    offices: tuple[OfficeRow, ...]
    engagements: tuple[EngagementRow, ...]
    parent: Named | None = None


def organization_page(office: Office, record_id: UUID, limit: int = 60) -> OrganizationPage:
    """The page of an organization, with its latest ``limit`` engagements."""
    with looking(office) as look:
        row = record_of(look, Kind.ORGANIZATION, record_id)
        same = all_standing_for(organization, [row.id])
        posts = select(post.c.n).where(living(post), post.c.organization_id.in_(same))
        ns = look.connection.scalars(posts.order_by(post.c.is_head.desc(), post.c.sort_key)).all()
        return OrganizationPage(
            record=ORGANIZATIONS.rows_in(look, [row.n])[0],
            fields=fields_of(organization, row),
            offices=tuple(office_rows(look, ns, look.today)),
            engagements=_engagements(look, same, limit),
            parent=names_of(look, Kind.ORGANIZATION, [row.parent_id]).get(row.parent_id)
            if row.parent_id is not None
            else None,
        )


def _engagements(look: Looking, same: Any, limit: int) -> tuple[EngagementRow, ...]:
    link = engagement_organization
    there = select(link.c.engagement_id).where(~link.c.deleted, link.c.organization_id.in_(same))
    chosen = (
        select(engagement.c.n)
        .where(living(engagement), engagement.c.id.in_(there))
        .order_by(engagement.c.held_on.desc(), engagement.c.n.desc())
        .limit(limit)
    )
    return tuple(ENGAGEMENTS.rows_in(look, look.connection.scalars(chosen).all()))
