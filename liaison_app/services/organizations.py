"""Organizations: consulates, ministries, offices, networks, universities, companies."""

from typing import Unpack
from uuid import UUID

from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import Done, add_record, change_in, change_record, ref_in, writing
from liaison_app.services.facts import OrganizationFacts
from liaison_app.services.jurisdictions import verified_cells
from liaison_app.services.office import Office
from liaison_app.store.tables.places import organization


def add(office: Office, name: str, **facts: Unpack[OrganizationFacts]) -> Done:
    """Add an organization."""
    return add_record(office, Kind.ORGANIZATION, {"name": name, **facts})


def change(
    office: Office,
    organization_id: UUID,
    *,
    name: str | None = None,
    **facts: Unpack[OrganizationFacts],
) -> Done:
    """Change what is known of an organization."""
    given: dict[str, object] = {**facts} if name is None else {"name": name, **facts}
    return change_record(office, Kind.ORGANIZATION, organization_id, given)


def verify(office: Office, organization_id: UUID, source: str | None = None) -> Done:
    """Say that what is known of an organization was checked today."""
    with writing(office, "organization.verify", organization_id) as write:
        change_in(write, organization, organization_id, verified_cells(write, source))
        ref = ref_in(write, organization, organization_id)
    return Done(organization_id, ref, write.records.step)
