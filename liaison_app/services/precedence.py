"""Orders of precedence that the office keeps, and the participants of an engagement put in one.

Nothing is decided here: a list says where it is from, and whoever arranges may put somebody
elsewhere with a reason (``domain/precedence.py``).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.errors import Refusal
from liaison_app.domain.order import spread
from liaison_app.domain.precedence import Guest, Override, Placed, Rank, Seat, in_order
from liaison_app.services.editing import Done, add_in, living_row, writing
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import Participant, participants
from liaison_app.services.reading import AnyRow, Looking, looking
from liaison_app.store.tables.meetings import engagement, participation
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import tenure
from liaison_app.store.tables.places import jurisdiction
from liaison_app.store.tables.rules import precedence_list, precedence_rank
from liaison_app.system.letters import fold


def make_list(
    office: Office,
    name: str,
    ranks: Sequence[Rank],
    *,
    venue_id: UUID | None = None,
    source: str | None = None,
    usual: bool = False,
) -> UUID:
    """Keep an order of precedence, the highest rank first; ``venue_id``: for engagements there;
    ``usual``: for those whose place has none of its own."""
    if not name.strip() or not ranks:
        raise Refusal("precedence.empty")
    with writing(office, "precedence.list") as write:
        given = {"name": name, "venue_id": venue_id, "list_source": source, "usual": usual}
        made = add_in(write, precedence_list, given)
        for rank, key in zip(ranks, spread(len(ranks)), strict=True):
            cells = {
                "precedence_list_id": made,
                "order_key": key,
                "rank_class": rank.rank_class,
                "office_id": rank.office_id,
                "jurisdiction_kind": rank.jurisdiction_kind,
                "only_in_own": rank.only_in_own,
                "label": rank.label,
            }
            add_in(write, precedence_rank, cells)
    return made


def order_at(
    office: Office,
    engagement_id: UUID,
    overrides: Mapping[UUID, Override] | None = None,
    list_id: UUID | None = None,
) -> list[Placed]:
    """The participations of an engagement in order of precedence, each with why it stands there.

    By the list given, else that of the engagement's place, else the usual one. Offices are those
    held on the engagement's day.
    """
    with looking(office) as look:
        return _order(look, engagement_id, overrides or {}, list_id)


def arrange(
    office: Office,
    engagement_id: UUID,
    overrides: Mapping[UUID, Override] | None = None,
    list_id: UUID | None = None,
) -> Done:
    """Put the participants in this order; a reason for standing elsewhere is noted with each."""
    by_hand = overrides or {}
    with writing(office, "precedence.arrange", engagement_id) as write:
        row = living_row(write, engagement, engagement_id)
        if row.finalised_at is not None:
            raise Refusal("engagement.finalised", ref=row.ref)
        placed = _order(write.look, engagement_id, by_hand, list_id)
        for one, key in zip(placed, spread(len(placed)), strict=True):
            write.records.change(participation, one.id, order_key=key)
            if one.id in by_hand:
                write.records.change(participation, one.id, note=by_hand[one.id].reason)
    return Done(engagement_id, row.ref or "", write.records.step)


def _order(
    look: Looking, engagement_id: UUID, overrides: Mapping[UUID, Override], list_id: UUID | None
) -> list[Placed]:
    chosen = select(engagement).where(engagement.c.id == engagement_id, ~engagement.c.deleted)
    row = look.one(chosen)
    if row is None:
        raise Refusal("record.gone")
    there = participants(look, engagement_id, row.held_on or look.today)
    for one in there:
        if one.id in overrides and not overrides[one.id].reason.strip():
            raise Refusal("precedence.no_reason", name=one.name)
    ranks = _ranks(look, list_id or _list_for(look, row.jurisdiction_id))
    return in_order(_guests(look, there), ranks, row.jurisdiction_id, overrides)


def _list_for(look: Looking, venue: UUID | None) -> UUID:
    c = precedence_list.c
    rows = look.all(select(c.id, c.venue_id, c.usual).where(~c.deleted).order_by(c.n.desc()))
    own = [row.id for row in rows if row.venue_id is not None and row.venue_id == venue]
    found = own or [row.id for row in rows if row.usual]
    if not found:
        raise Refusal("precedence.no_list")
    chosen: UUID = found[0]
    return chosen


def _ranks(look: Looking, list_id: UUID) -> list[Rank]:
    c = precedence_rank.c
    rows = look.all(
        select(precedence_rank)
        .where(~c.deleted, c.precedence_list_id == list_id)
        .order_by(c.order_key, c.id)
    )
    return [
        Rank(r.rank_class, r.office_id, r.jurisdiction_kind, r.only_in_own, r.label or "")
        for r in rows
    ]


def _guests(look: Looking, there: Sequence[Participant]) -> list[Guest]:
    posts = _posts(look, {held.office_id for one in there for held in one.held})
    since = _seniority(look, {held.tenure_id for one in there for held in one.held})
    return [
        Guest(
            one.id,
            fold(one.name),
            tuple(
                Seat(
                    office_id=held.office_id,
                    rank_class=posts[held.office_id].rank_class,
                    jurisdiction_kind=posts[held.office_id].kind,
                    jurisdiction=posts[held.office_id].jurisdiction_id,
                    since=since.get(held.tenure_id) or held.start_on,
                )
                for held in one.held
                if held.office_id in posts
            ),
        )
        for one in there
    ]


def _posts(look: Looking, ids: set[UUID]) -> dict[UUID, AnyRow]:
    chosen = (
        select(post.c.id, post.c.rank_class, post.c.jurisdiction_id, jurisdiction.c.kind)
        .outerjoin(jurisdiction, jurisdiction.c.id == post.c.jurisdiction_id)
        .where(post.c.id.in_(ids))
    )
    return {row.id: row for row in look.all(chosen)}


def _seniority(look: Looking, tenures: set[UUID]) -> dict[UUID, date | None]:
    """The day by which equals are ranked, where somebody gave another than that of taking office."""
    t = tenure.c
    return {
        row.id: row.seniority_on
        for row in look.all(select(t.id, t.seniority_on).where(t.id.in_(tenures)))
    }
