"""Releasing: the reader that every way out starts from, and what a partner took part in.

``released_to(connection, audience)`` gives the records that the audience may see (``redaction.py``).
A partner, which is always a named party, sees on top of that only what it took part in: engagements
that it, its people or its office holders of the day were in, with the people in them, the trips and
the commitments that belong to them; and what ``partaking.py`` declares. Source: DESIGN section 3.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Row, Table, or_, select

from liaison_app.domain.audience import Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.services.office import setting_in
from liaison_app.services.partaking import NAMED_THERE, TAKES_PART, Pairs
from liaison_app.services.reading import batches
from liaison_app.services.redaction import Released, Seen
from liaison_app.store.tables.coordination import consultation, coordination
from liaison_app.store.tables.gifts import gift
from liaison_app.store.tables.meetings import (
    engagement,
    engagement_jurisdiction,
    engagement_organization,
    participation,
    trip,
    trip_member,
)
from liaison_app.store.tables.outcomes import outcome, outcome_engagement
from liaison_app.store.tables.people import office, person, tenure
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.store.tables.promises import commitment
from liaison_app.store.tables.requests import request

PARTIES = (person, organization, jurisdiction)
"""What a partner can be."""

_TOOK_PART = or_(participation.c.came, participation.c.answer.is_distinct_from("declined"))


def released_to(connection: Connection, audience: Audience) -> Released:
    """The records of a snapshot as ``audience`` may see them.

    Refuses a partner that isn't named (``audience.no_party``) or that is no living person,
    organization or jurisdiction (``audience.not_a_party``).
    """
    if audience.reader is not Reader.PARTNER:
        return Released(connection, audience)
    if audience.party is None:
        raise Refusal("audience.no_party")
    return _Sharing(connection, audience, audience.party).done()


class _Sharing:
    """Finds what one party took part in. Each kind follows from what is seen of those before it."""

    def __init__(self, connection: Connection, audience: Audience, party: UUID) -> None:
        self.connection, self.audience = connection, audience
        self.share: dict[str, set[UUID]] = {}
        self.party: set[UUID] = set()
        for table in PARTIES:
            same = select(table.c.id).where(table.c.stands_for == party, ~table.c.deleted)
            self.party.update(connection.scalars(same))
        if not self.party:
            raise Refusal("audience.not_a_party")
        self.posts = self._ids(office.c.id, office.c.organization_id, self.party)
        self.posts |= self._ids(office.c.id, office.c.jurisdiction_id, self.party)

    def done(self) -> Released:
        """The reader, narrowed to what is shared."""
        share = self.share
        share["engagement"] = self._engagements()
        met = self._now().all(engagement)
        share["trip"] = self._trips(met)
        share["commitment"] = self._commitments(met)
        share |= self._exchanged(met)
        owed = self._rows(commitment, commitment.c.id, share["commitment"])
        share["person"] = self._people(met, owed)
        share["tenure"], share["office"] = self._held(met)
        held = self._rows(office, office.c.id, share["office"])
        bodies = self._bodies(met, [*owed, *held])
        share["jurisdiction"] = self._ends(jurisdiction, bodies)
        share["organization"] = self._ends(organization, bodies)
        self._share_papers()
        return self._now()

    def _share_papers(self) -> None:
        """What the party took part in beyond meetings, with whoever is named there."""
        for table, columns in TAKES_PART.items():
            self.share[table.name] = self._ends(table, self._all_ids(columns, self.party))
        now = self._now()
        shown = {table: {row.id for row in now.all(table)} for table in TAKES_PART}
        for table, papers in NAMED_THERE.items():
            for paper, columns in papers.items():
                named = self._ends(table, self._all_ids(columns, shown[paper]))
                self.share[table.name] |= named

    def _all_ids(self, columns: Pairs, among: set[UUID]) -> set[UUID]:
        return {one for wanted, leading in columns for one in self._ids(wanted, leading, among)}

    def _now(self) -> Released:
        """A reader of what is shared so far; a new one each time, since each keeps what it found."""
        released = Released(self.connection, self.audience)
        released.share = self.share
        return released

    def _engagements(self) -> set[UUID]:
        party = self.party
        ids = self._ids(engagement.c.id, engagement.c.jurisdiction_id, party)
        places, bodies, there = engagement_jurisdiction, engagement_organization, participation
        ids |= self._ids(places.c.engagement_id, places.c.jurisdiction_id, party)
        ids |= self._ids(bodies.c.engagement_id, bodies.c.organization_id, party)
        ids |= self._ids(there.c.engagement_id, there.c.person_id, party, _TOOK_PART)
        return self._ends(engagement, ids | self._met_in_office())

    def _met_in_office(self) -> set[UUID]:
        """Engagements with somebody who held one of the party's offices on their day."""
        held = defaultdict(list)
        for row in self._rows(tenure, tenure.c.office_id, self.posts):
            held[row.person_id].append(row)
        ids: set[UUID] = set()
        for some in batches(held):
            in_office = (
                select(participation.c.person_id, engagement.c.id, engagement.c.held_on)
                .join(engagement, engagement.c.id == participation.c.engagement_id)
                .where(~participation.c.deleted, _TOOK_PART, participation.c.person_id.in_(some))
            )
            for who, what, day in self.connection.execute(in_office):
                if any(_covers(one, day) for one in held[who]):
                    ids.add(what)
        return ids

    def _trips(self, met: list[Seen]) -> set[UUID]:
        ids = self._ids(engagement.c.trip_id, engagement.c.id, {one.id for one in met})
        ids |= self._ids(trip_member.c.trip_id, trip_member.c.person_id, self.party)
        return self._ends(trip, ids)

    def _commitments(self, met: list[Seen]) -> set[UUID]:
        c = commitment.c
        ids = self._ids(c.id, c.engagement_id, {one.id for one in met})
        ids |= self._ids(c.id, c.office_id, self.posts)
        for column in (c.jurisdiction_id, c.obligor_id, c.beneficiary_id):
            ids |= self._ids(c.id, column, self.party)
        return self._ends(commitment, ids)

    def _exchanged(self, met: list[Seen]) -> dict[str, set[UUID]]:
        """What passed between the office and the party: not what passed with others at an engagement
        where the party was too."""
        o, r, g, k, n = outcome.c, request.c, gift.c, coordination.c, consultation.c
        among = {one.id for one in met}
        came = self._ids(outcome_engagement.c.outcome_id, outcome_engagement.c.engagement_id, among)
        return {
            "outcome": self._ends(outcome, came | self._of_party(o.jurisdiction_id, o.place_id)),
            "request": self._ends(
                request,
                self._of_party(r.jurisdiction_id, r.asker_organization_id, r.asker_id, r.asked_id),
            ),
            "gift": self._ends(gift, self._of_party(g.jurisdiction_id, g.giver_id, g.receiver_id)),
            "coordination": self._ends(
                coordination, self._of_party(k.organization_id, k.person_id)
            ),
            "consultation": self._ends(consultation, self._of_party(n.jurisdiction_id)),
        }

    def _of_party(self, *columns: Column[Any]) -> set[UUID]:
        """The rows of a table that name the party in one of these columns."""
        found: set[UUID] = set()
        for column in columns:
            found |= self._ids(column.table.c.id, column, self.party)
        return found

    def _people(self, met: list[Seen], owed: list[Row[Any]]) -> set[UUID]:
        there, travelling = participation.c, trip_member.c
        ids = self.party | self._ids(there.person_id, there.engagement_id, {m.id for m in met})
        trips = {one.id for one in self._now().all(trip)}
        ids |= self._ids(travelling.person_id, travelling.trip_id, trips)
        for row in owed:
            ids |= {row.obligor_id, row.beneficiary_id}
        return self._ends(person, ids)

    def _held(self, met: list[Seen]) -> tuple[set[UUID], set[UUID]]:
        """The tenures and offices that people held on a day when the party met them."""
        days = {one.id: one.held_on for one in met}
        met_on = defaultdict(set)
        for row in self._rows(participation, participation.c.engagement_id, days):
            met_on[row.person_id].add(days.get(row.engagement_id))
        held = [
            row
            for row in self._rows(tenure, tenure.c.person_id, set(met_on) - {None})
            if any(_covers(row, day) for day in met_on[row.person_id])
        ]
        return {row.id for row in held}, self._ends(office, {row.office_id for row in held})

    def _bodies(self, met: list[Seen], rows: list[Row[Any]]) -> set[UUID]:
        """Jurisdictions and organizations: the party, ourselves, and those of what it sees."""
        places, bodies = engagement_jurisdiction.c, engagement_organization.c
        ids, among = set(self.party), {one.id for one in met}
        ids |= {UUID(one) for one in self._ours() if one}
        ids |= self._ids(engagement.c.jurisdiction_id, engagement.c.id, among)
        ids |= self._ids(places.jurisdiction_id, places.engagement_id, among)
        ids |= self._ids(bodies.organization_id, bodies.engagement_id, among)
        for row in rows:
            named = (row._mapping.get(name) for name in ("jurisdiction_id", "organization_id"))
            ids |= {one for one in named if one is not None}
        return ids

    def _ours(self) -> list[str]:
        return [setting_in(self.connection, key) for key in ("home", "organization")]

    def _ids(
        self, wanted: Column[Any], leading: Column[Any], among: Iterable[UUID], *where: Any
    ) -> set[UUID]:
        """The ids in one column of the living rows whose other column leads to one of these."""
        found: set[UUID] = set()
        for some in batches(among):
            chosen = select(wanted).where(leading.in_(some), ~wanted.table.c.deleted, *where)
            found.update(one for one in self.connection.scalars(chosen) if one is not None)
        return found

    def _rows(self, table: Table, leading: Column[Any], among: Iterable[UUID]) -> list[Row[Any]]:
        return [
            row
            for some in batches(among)
            for row in self.connection.execute(
                select(table).where(leading.in_(some), ~table.c.deleted)
            )
        ]

    def _ends(self, table: Table, ids: Iterable[UUID | None]) -> set[UUID]:
        """These records and those that stand for them."""
        known = {one for one in ids if one is not None}
        return known | self._ids(table.c.stands_for, table.c.id, known)


def _covers(held: Row[Any], day: date | None) -> bool:
    """Whether a tenure runs on a day; an end or a day that isn't known counts as covered."""
    if day is None:
        return True
    return (held.start_on is None or held.start_on <= day) and (
        held.end_on is None or day <= held.end_on
    )
