"""Who held which office on a day, from released records only (DESIGN 1, "As of")."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_app.domain.tenures import Seat, Seated, Tenure, standing_on, who_on
from liaison_app.services.redaction import Released, Seen
from liaison_app.store.tables.people import office, tenure
from liaison_app.store.tables.places import jurisdiction, organization
from liaison_app.system.messages import text

_RANK = {Seat.HOLDER: 0, Seat.ACTING: 1, Seat.DISPUTED: 2, Seat.ELECT: 3}


@dataclass(frozen=True)
class Held:
    """An office as one person held it on a day. ``body`` is what it belongs to: its organization,
    or else its jurisdiction."""

    tenure: Seen
    office: Seen
    organization: Seen | None
    jurisdiction: Seen | None
    seat: Seat

    @property
    def body(self) -> str:
        """The organization's name, or the jurisdiction's."""
        found = self.organization or self.jurisdiction
        return (found.name or "") if found is not None else ""

    @property
    def title(self) -> str:
        """The office and what it belongs to; elect, acting and disputed are said."""
        named = (self.office.title or "").casefold()
        body = self.body.split(", ") if self.body else []
        while body and body[0].casefold() in named:
            body.pop(0)
        return ", ".join([self.short_title, *body])

    @property
    def short_title(self) -> str:
        """The office alone, with elect, acting and disputed said."""
        return text(f"holding.{self.seat.value}", title=self.office.title or "")


class Holdings:
    """The offices of some people, or of everybody, for any day."""

    def __init__(self, released: Released, people: Iterable[UUID] | None = None) -> None:
        if people is None:
            self._take(released, released.all(tenure))
        else:
            theirs = released.of(tenure, "person_id", people)
            posts = {row.office_id for row in theirs}
            self._take(released, released.of(tenure, "office_id", posts))

    def _take(self, released: Released, rows: list[Seen]) -> None:
        self.rows = {row.id: row for row in rows}
        self.offices = released.get(office, (row.office_id for row in rows))
        posts = self.offices.values()
        self.organizations = released.get(organization, (one.organization_id for one in posts))
        self.jurisdictions = released.get(jurisdiction, (one.jurisdiction_id for one in posts))
        self._of_person: dict[UUID, list[Tenure]] = defaultdict(list)
        self._of_office: dict[UUID, list[Tenure]] = defaultdict(list)
        for row in rows:
            one = as_tenure(row)
            self._of_person[one.person_id].append(one)
            self._of_office[one.office_id].append(one)

    def of(self, person: UUID | None, day: date) -> list[Held]:
        """What a person held on ``day``: held before elect, heads first, the latest first.

        A tenure that nobody ended counts only until the next one in that office began.
        """
        if person is None:
            return []
        found = [
            (one, seat)
            for one in self._of_person.get(person, ())
            if (seat := standing_on(one, day)) is not None and self._still(one, seat, day)
        ]
        held = [self._held(one, seat) for one, seat in found]
        held.sort(key=lambda one: one.tenure.start_on or date.min, reverse=True)
        held.sort(key=lambda one: (_RANK[one.seat], not one.office.is_head))
        return held

    def first(self, person: UUID | None, day: date) -> Held | None:
        """The highest office that a person held on ``day``."""
        return next(iter(self.of(person, day)), None)

    def in_office(self, post: UUID, day: date) -> Seated:
        """Who held an office on ``day``."""
        return who_on(self._of_office.get(post, ()), day)

    def tenures_of(self, person: UUID) -> list[Seen]:
        """All tenures of a person, the latest first."""
        rows = [self.rows[one.id] for one in self._of_person.get(person, ())]
        return sorted(rows, key=lambda row: row.start_on or date.min, reverse=True)

    def _still(self, one: Tenure, seat: Seat, day: date) -> bool:
        seated = who_on(self._of_office[one.office_id], day)
        return seat is Seat.ELECT or one.id in {by.id for by in seated.by}

    def _held(self, one: Tenure, seat: Seat) -> Held:
        post = self.offices[one.office_id]
        return Held(
            tenure=self.rows[one.id],
            office=post,
            organization=self.organizations.get(post.organization_id),
            jurisdiction=self.jurisdictions.get(post.jurisdiction_id),
            seat=seat,
        )


def as_tenure(row: Seen) -> Tenure:
    """The rule's view of a released tenure."""
    return Tenure(
        id=row.id,
        person_id=row.person_id,
        office_id=row.office_id,
        start_on=row.start_on,
        end_on=row.end_on,
        standing=row.standing,
        term_ends_on=row.term_ends_on,
        verified_on=row.verified_on,
        source=row.source,
    )
