"""Prior commitments, both ways, and the last meetings at which they were made."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from liaison_app.documents.packet.content.commitments import LastMeeting, Promise
from liaison_app.domain.commitments import OPEN, Standing, standing
from liaison_app.services.outgoing.labels import inline
from liaison_app.services.packets.brief import Brief
from liaison_app.services.packets.moments import said_day, said_partial
from liaison_app.services.redaction import Seen
from liaison_app.store.tables.meetings import engagement, engagement_jurisdiction, participation
from liaison_app.store.tables.people import person
from liaison_app.store.tables.promises import commitment, evidence

LAST_MEETINGS = 3


class Past:
    """What stands between us and the counterparts of one engagement.

    ``told``: jurisdictions whose promises an earlier tab has told; here only those of the people in
    the room are left to tell. ``told_in``: the letter of the tab that has told a commitment already.
    """

    def __init__(
        self,
        brief: Brief,
        one: Seen,
        told: Collection[UUID] = (),
        told_in: Mapping[UUID, str] = MappingProxyType({}),
    ) -> None:
        self.brief, self.one, self._told, self._told_in = brief, one, told, told_in
        self._places = [place.id for place in brief.places_of(one)]
        self._theirs = [row.person_id for row in brief.side(one, "theirs") if row.person_id]
        self.meetings = self._held_before()

    def last_meetings(self) -> tuple[LastMeeting, ...]:
        """The last three, newest first, with what was decided."""
        return tuple(
            LastMeeting(said_partial(row, "held"), _outcome(row))
            for row in self.meetings[:LAST_MEETINGS]
        )

    def met_before(self, who: UUID) -> str:
        """When and where one person was met before."""
        there = self.brief.released.of(participation, "person_id", [who])
        ids = {row.engagement_id for row in there if row.answer != "declined" or row.came}
        met = [row for row in self.meetings if row.id in ids][:LAST_MEETINGS]
        return "\n".join(f"{said_partial(row, 'held')}: {row.title}" for row in met)

    def promises(self) -> tuple[Promise, ...]:
        """Open ones both ways, the most pressing first, then what became of last time's."""
        return tuple(one for _, one in self._told_rows)

    @property
    def promised(self) -> list[UUID]:
        """The commitments that are told here."""
        return [row.id for row, _ in self._told_rows]

    def owed(self) -> list[tuple[date, Promise]]:
        """Those still open, each with the day it is due; the last of all days where it has none."""
        return [(row.due_on or date.max, one) for row, one in self._told_rows if row.status in OPEN]

    @cached_property
    def _told_rows(self) -> list[tuple[Seen, Promise]]:
        rows = [row for row in self._commitments() if self._belongs(row)]
        rows.sort(key=lambda row: (row.status not in OPEN, row.due_on or date.max, row.n))
        people = self.brief.released.get(person, [row.obligor_id for row in rows])
        shown = self._evidence(rows)
        return [
            (row, self._promise(row, side, people.get(row.obligor_id), shown.get(row.id, "")))
            for row in rows
            for side in _sides(row)
        ]

    def _belongs(self, row: Seen) -> bool:
        """What is alive; of what is closed only what the last meetings brought."""
        if not row.reviewed or row.engagement_id == self.one.id:
            return False
        last = {meeting.id for meeting in self.meetings[:LAST_MEETINGS]}
        return row.status in OPEN or row.engagement_id in last

    def _commitments(self) -> Iterable[Seen]:
        of = self.brief.released.of
        places = [place for place in self._places if place not in self._told]
        rows = of(commitment, "jurisdiction_id", places)
        rows += of(commitment, "due_engagement_id", [self.one.id])
        rows += of(commitment, "obligor_id", self._theirs)
        rows += of(commitment, "beneficiary_id", self._theirs)
        return {row.id: row for row in rows}.values()

    def _promise(
        self, row: Seen, side: Literal["we", "they"], obligor: Seen | None, shown: str
    ) -> Promise:
        today, due = self.brief.today, row.due_on
        stands = standing(row.direction, row.status, due, row.reviewed, today)
        late = due is not None and stands in (Standing.OVERDUE, Standing.AWAITED)
        return Promise(
            side=side,
            wording=row.wording or "",
            ref=row.ref or "",
            promised=self._promised(row, obligor),
            due=said_partial(row, "due"),
            status=inline("commitment_status", row.status),
            late_days=(today - due).days if late else 0,
            next_step=_next_step(row),
            evidence=shown,
            tab=self._told_in.get(row.id, ""),
        )

    def _promised(self, row: Seen, obligor: Seen | None) -> str:
        origin = next((one for one in self.meetings if one.id == row.engagement_id), None)
        who = obligor.full_name if obligor is not None else row.obligor
        made = said_day(row.made_on) or (said_partial(origin, "held") if origin else "")
        return ", ".join(filter(None, (made, origin.title if origin else "", who)))

    def _evidence(self, rows: Iterable[Seen]) -> dict[UUID, str]:
        found: dict[UUID, str] = {}
        for one in self.brief.released.of(evidence, "commitment_id", [row.id for row in rows]):
            said = ", ".join(
                filter(None, (one.description or one.reference, said_day(one.dated_on)))
            )
            found[one.commitment_id] = "; ".join(filter(None, (found.get(one.commitment_id), said)))
        return found

    def _held_before(self) -> list[Seen]:
        """Engagements held with the same places or people before this one, the latest first."""
        released = self.brief.released
        rows = released.of(engagement, "jurisdiction_id", self._places)
        links = released.of(engagement_jurisdiction, "jurisdiction_id", self._places)
        there = released.of(participation, "person_id", self._theirs)
        rows += released.get(engagement, [row.engagement_id for row in [*links, *there]]).values()
        before = min(self.brief.day_of(self.one), self.brief.today)
        held = {
            row.id: row
            for row in rows
            if row.status == "held"
            and row.id != self.one.id
            and row.held_on is not None
            and row.held_on <= before
        }
        return sorted(held.values(), key=lambda row: (row.held_on, row.n), reverse=True)


def _sides(row: Seen) -> tuple[Literal["we", "they"], ...]:
    if row.direction == "mutual":
        return "we", "they"
    return ("they",) if row.direction == "they_owe" else ("we",)


def _next_step(row: Seen) -> str:
    step, on = row.next_step or "", said_day(row.next_step_on)
    return f"{step} ({on})" if step and on else step


def _outcome(row: Seen) -> str:
    said = (row.decisions or row.readout or "").split("\n")[0]
    return f"{row.title}. {said}".strip() if said else row.title or ""
