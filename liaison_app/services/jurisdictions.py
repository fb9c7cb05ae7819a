"""Jurisdictions: countries, states, counties, cities, tribal nations, networks."""

from collections.abc import Iterable
from typing import Unpack
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services.editing import (
    Done,
    Writing,
    add_in,
    change_in,
    living_row,
    ref_in,
    writing,
)
from liaison_app.services.facts import JurisdictionFacts
from liaison_app.services.office import Office
from liaison_app.services.sets import put_priorities, put_set
from liaison_app.store.tables.meetings import jurisdiction_priority
from liaison_app.store.tables.places import jurisdiction, located_in

TRIBAL = frozenset({"tribal_nation", "first_nation_foreign"})
"""Nations that have no parent state: they are located in several (DOMAIN P0-2)."""


def add(office: Office, name: str, **facts: Unpack[JurisdictionFacts]) -> Done:
    """Add a jurisdiction."""
    with writing(office, "jurisdiction.add") as write:
        made = add_in(write, jurisdiction, {"name": name, **facts})
        refuse_unfit_parent(write, made)
        write.records.subject = made
        ref = ref_in(write, jurisdiction, made)
    return Done(made, ref, write.records.step)


def change(
    office: Office,
    jurisdiction_id: UUID,
    *,
    name: str | None = None,
    **facts: Unpack[JurisdictionFacts],
) -> Done:
    """Change what is known of a jurisdiction."""
    given: dict[str, object] = {**facts} if name is None else {"name": name, **facts}
    with writing(office, "jurisdiction.change", jurisdiction_id) as write:
        change_in(write, jurisdiction, jurisdiction_id, given)
        refuse_unfit_parent(write, jurisdiction_id)
        ref = ref_in(write, jurisdiction, jurisdiction_id)
    return Done(jurisdiction_id, ref, write.records.step)


def locate(office: Office, jurisdiction_id: UUID, places: Iterable[UUID]) -> Done:
    """Say in which states or countries a jurisdiction lies: all of them, in place of those before."""
    with writing(office, "jurisdiction.locate", jurisdiction_id) as write:
        living_row(write, jurisdiction, jurisdiction_id)
        put_set(write, located_in, jurisdiction_id, places)
        ref = ref_in(write, jurisdiction, jurisdiction_id)
    return Done(jurisdiction_id, ref, write.records.step)


def set_priorities(office: Office, jurisdiction_id: UUID, priorities: Iterable[str]) -> Done:
    """Say which priorities the work with a jurisdiction serves."""
    with writing(office, "jurisdiction.priorities", jurisdiction_id) as write:
        living_row(write, jurisdiction, jurisdiction_id)
        put_priorities(write, jurisdiction_priority, jurisdiction_id, priorities)
        ref = ref_in(write, jurisdiction, jurisdiction_id)
    return Done(jurisdiction_id, ref, write.records.step)


def verify(office: Office, jurisdiction_id: UUID, source: str | None = None) -> Done:
    """Say that what is known of a jurisdiction was checked today."""
    with writing(office, f"{Kind.JURISDICTION}.verify", jurisdiction_id) as write:
        change_in(write, jurisdiction, jurisdiction_id, verified_cells(write, source))
        ref = ref_in(write, jurisdiction, jurisdiction_id)
    return Done(jurisdiction_id, ref, write.records.step)


def verified_cells(write: Writing, source: str | None) -> dict[str, object]:
    """What a verification today sets: the day, and the source when one is given."""
    cells: dict[str, object] = {"verified_on": write.today}
    return cells if source is None else cells | {"source": source}


def refuse_unfit_parent(write: Writing, jurisdiction_id: UUID) -> None:
    """No parent for a tribal nation, and nobody their own ancestor."""
    j = jurisdiction.c
    row = living_row(write, jurisdiction, jurisdiction_id)
    if row.kind in TRIBAL and row.parent_id is not None:
        raise Refusal("jurisdiction.tribal_parent", name=row.name)
    seen = {jurisdiction_id}
    above = row.parent_id
    while above is not None:
        if above in seen:
            raise Refusal("jurisdiction.circle", name=row.name)
        seen.add(above)
        above = write.records.connection.scalar(select(j.parent_id).where(j.id == above))
