"""The list of memberships in networks, ours and those of our partners."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from liaison_app.domain import memberships as rules
from liaison_app.domain.dates import PartialDate
from liaison_app.domain.kinds import Kind
from liaison_app.domain.money import Money
from liaison_app.services.lists.listing import Listing, Sort
from liaison_app.services.lists.narrowing import at, coded, running, standing_for
from liaison_app.services.reading import (
    AnyRow,
    Looking,
    Through,
    batches,
    following,
    money_of,
    named,
    partial_of,
    stand_ins,
)
from liaison_app.services.rows import Named, Row
from liaison_app.store.tables.agreements import membership, membership_pledge
from liaison_app.store.tables.people import person
from liaison_app.store.tables.places import jurisdiction, organization


@dataclass(frozen=True)
class MembershipRow(Row):
    """A membership: ``jurisdiction`` belongs to ``network``. Pledges are counted, those kept apart."""

    network: Named | None
    jurisdiction: Named | None
    role: str | None
    status: str
    since: PartialDate | None
    until: PartialDate | None
    dues: Money | None
    dues_due_on: date | None
    dues_paid_on: date | None
    dues_late: bool
    contact: Named | None
    owner: Named | None
    pledges: int
    pledges_kept: int


_M = membership.c
_NETWORK = Through(_M.network_id, organization, "network")
_PLACE = Through(_M.jurisdiction_id, jurisdiction, "jurisdiction")
_CONTACT = Through(_M.contact_id, person, "contact")
_OWNER = Through(_M.owner_id, person, "owner")
_REFERENCES = (_NETWORK, _PLACE, _CONTACT, _OWNER)


_CHOSEN = following(membership, *_REFERENCES)

_P = membership_pledge.c
_PLEDGES = (
    select(_P.membership_id, _P.status, func.count().label("many"))
    .where(~_P.deleted)
    .group_by(_P.membership_id, _P.status)
)


def _make(look: Looking, rows: Sequence[AnyRow]) -> list[MembershipRow]:
    whole = stand_ins(look, membership, [row.id for row in rows])
    pledges: dict[UUID, list[tuple[str, int]]] = defaultdict(list)
    for ids in batches(whole):
        for found in look.all(_PLEDGES.where(_P.membership_id.in_(ids))):
            pledges[whole[found.membership_id]].append((found.status, found.many))
    return [_row(look, row, pledges.get(row.id, [])) for row in rows]


def _row(look: Looking, row: AnyRow, pledges: list[tuple[str, int]]) -> MembershipRow:
    return MembershipRow(
        n=row.n,
        id=row.id,
        ref=row.ref or "",
        title=row.title or "",
        native=None,
        network=named(row, "network"),
        jurisdiction=named(row, "jurisdiction"),
        role=row.role,
        status=row.status,
        since=partial_of(row, "since"),
        until=partial_of(row, "until"),
        dues=money_of(row, "dues"),
        dues_due_on=row.dues_due_on,
        dues_paid_on=row.dues_paid_on,
        dues_late=rules.are_dues_late(row.status, row.dues_due_on, look.today),
        contact=named(row, "contact"),
        owner=named(row, "owner"),
        pledges=sum(count for _, count in pledges),
        pledges_kept=sum(count for status, count in pledges if status == "kept"),
    )


def _with_person(look: Looking, called: Sequence[str]) -> ColumnElement[bool]:
    ids = standing_for(look, Kind.PERSON, called)
    return or_(_M.contact_id.in_(ids), _M.owner_id.in_(ids))


MEMBERSHIPS = Listing[MembershipRow](
    kind=Kind.MEMBERSHIP,
    table=membership,
    chosen=_CHOSEN,
    make=_make,
    sorts={
        "title": Sort(_M.sort_key),
        "since": Sort(_M.since_on, descending=True),
        "dues": Sort(_M.dues_due_on),
        "ref": Sort(_M.ref),
        "status": Sort(_M.status),
        "changed": Sort(_M.updated_at, descending=True),
    },
    narrows={
        **running(_M.since_on, _M.until_on),
        "jurisdictions": at(_M.jurisdiction_id, Kind.JURISDICTION),
        "persons": _with_person,
        "statuses": coded(membership, "status"),
        "open": lambda *_: _M.status != rules.ENDED,
        "closed": lambda *_: _M.status == rules.ENDED,
        "overdue": lambda look, _: and_(_M.status == "active", _M.dues_due_on < look.today),
        "mine": lambda look, _: _M.owner_id == look.officer,
    },
)
"""Every membership that isn't deleted, by title. ``overdue``: its dues."""
