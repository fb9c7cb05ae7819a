"""The list of jurisdictions, and the same as a tree under four headings.

A tribal nation is under no state: it stands under a heading of its own (DESIGN 3).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, or_, select

from liaison_app.domain import commitments as rules
from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import coded, stale, standing_for
from liaison_app.services.office import Office
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    Through,
    batches,
    living,
    looking,
    named,
    stand_ins,
)
from liaison_app.services.rows import Heading, JurisdictionRow, Owed
from liaison_app.store.tables.meetings import engagement
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.promises import commitment

_J = jurisdiction.c
_PARENT = Through(_J.parent_id, jurisdiction, "parent")
_CHOSEN = select(jurisdiction, *_PARENT.columns()).select_from(_PARENT.onto(jurisdiction))

TRIBAL = ("tribal_nation", "first_nation_foreign")
_NETWORKS = ("city_network", "supranational")

_LAST = (
    select(engagement.c.jurisdiction_id, func.max(engagement.c.held_on))
    .where(~engagement.c.deleted, engagement.c.status == "held")
    .group_by(engagement.c.jurisdiction_id)
)


def owed_by_place(look: Looking, same: Mapping[UUID, UUID]) -> dict[UUID, Owed]:
    """The open commitments with jurisdictions, counted; ``same``: from ids that name one to its own."""
    c = commitment.c
    theirs = (c.direction == "they_owe").label("theirs")
    counted = (
        select(
            c.jurisdiction_id,
            theirs,
            func.count(),
            func.sum(case((c.due_on < look.today, 1), else_=0)),
        )
        .where(living(commitment), c.status.in_(sorted(rules.OPEN)), c.reviewed)
        .group_by(c.jurisdiction_id, theirs)
    )
    found: dict[UUID, Owed] = defaultdict(Owed)
    for chosen in batches(same):
        for named_by, is_theirs, count, late in look.all(
            counted.where(c.jurisdiction_id.in_(chosen))
        ):
            before, place = found[same[named_by]], same[named_by]
            if is_theirs:
                sums = {"they_owe": before.they_owe + count, "awaited": before.awaited + late}
            else:
                sums = {"we_owe": before.we_owe + count, "overdue": before.overdue + late}
            found[place] = replace(before, **sums)
    return found


def last_held(look: Looking, same: Mapping[UUID, UUID]) -> dict[UUID, date]:
    """The last day on which something was held with jurisdictions; ``same`` as above."""
    found: dict[UUID, date] = {}
    for chosen in batches(same):
        for named_by, on in look.all(_LAST.where(engagement.c.jurisdiction_id.in_(chosen))):
            if on is not None:
                found[same[named_by]] = max(on, found.get(same[named_by], on))
    return found


def heading_of(kind: str | None, country: str | None, is_home: bool, home: str | None) -> Heading:
    """The heading of a jurisdiction: its kind first, then whether it's in the home country."""
    if kind in TRIBAL:
        return Heading.TRIBAL
    if kind in _NETWORKS:
        return Heading.NETWORKS
    return Heading.HOME if is_home or (country is not None and country == home) else Heading.ABROAD


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[JurisdictionRow]:
    ids = [row.id for row in rows]
    same = stand_ins(look, jurisdiction, ids)
    owed, last = owed_by_place(look, same), last_held(look, same)
    at_home, country = _home(look)
    return [
        JurisdictionRow(
            n=row.n,
            id=row.id,
            ref=row.ref or "",
            title=row.name or "",
            native=row.native_name,
            kind=row.kind,
            heading=heading_of(row.kind, row.country, row.id in at_home, country),
            parent=named(row, "parent"),
            country=row.country,
            zone=row.zone,
            owed=owed[row.id] if row.id in owed else Owed(),
            last_engagement_on=last.get(row.id),
            verified_on=row.verified_on,
        )
        for row in rows
    ]


def _home(look: Looking) -> tuple[set[UUID], str | None]:
    """The home jurisdiction with those above it, and its country. Ends on a circle of parents."""
    seen: set[UUID] = set()
    country: str | None = None
    at = _uuid(look.setting("home"))
    while at is not None and at not in seen:
        seen.add(at)
        row = look.one(select(_J.parent_id, _J.country).where(_J.id == at))
        country = country or (row.country if row else None)
        at = row.parent_id if row else None
    return seen, country


def _uuid(text: str) -> UUID | None:
    return UUID(text) if text else None


def _in_place(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.JURISDICTION, called)
    return or_(_J.id.in_(ids), _J.parent_id.in_(ids))


JURISDICTIONS = Listing[JurisdictionRow](
    kind=Kind.JURISDICTION,
    table=jurisdiction,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "name": Sort(_J.sort_key),
        "ref": Sort(_J.ref),
        "kind": Sort(_J.kind),
        "verified": Sort(_J.verified_on),
        "changed": Sort(_J.updated_at, descending=True),
    },
    narrows={
        "jurisdictions": _in_place,
        "of_kinds": coded(jurisdiction, "kind"),
        "tribal": lambda *_: _J.kind.in_(TRIBAL),
        "stale": stale(_J.verified_on),
    },
)
"""Every jurisdiction that isn't deleted, in order of name."""


def tree(office: Office, where: str = "") -> list[JurisdictionRow]:
    """All jurisdictions as a tree, heading by heading, each below its parent with its ``depth``.

    One whose parent stands under another heading, or isn't shown, begins a branch of its own.
    """
    with looking(office) as look:
        conditions = JURISDICTIONS.conditions(look, where)
        chosen = select(_J.n).where(living(jurisdiction), *conditions).order_by(_J.sort_key, _J.n)
        rows = JURISDICTIONS.rows_in(look, look.connection.scalars(chosen).all())
    return [
        row
        for heading in Heading
        for row in _branches([one for one in rows if one.heading is heading])
    ]


def _branches(rows: Sequence[JurisdictionRow]) -> list[JurisdictionRow]:
    shown = {row.id for row in rows}
    below: dict[UUID | None, list[JurisdictionRow]] = defaultdict(list)
    for row in rows:
        parent = row.parent.id if row.parent is not None and row.parent.id in shown else None
        below[parent].append(row)
    ordered: list[JurisdictionRow] = []
    seen: set[UUID] = set()

    def put(row: JurisdictionRow, depth: int) -> None:
        if row.id not in seen:
            seen.add(row.id)
            ordered.append(replace(row, depth=depth))
            for child in below[row.id]:
                put(child, depth + 1)

    for top in below[None]:
        put(top, 0)
    for row in rows:
        put(row, 0)
    return ordered
