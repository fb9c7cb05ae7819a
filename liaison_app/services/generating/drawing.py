"""Rows of each kind, drawn from a seeded generator; each kind refers to those drawn before it."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from liaison_app.domain.kinds import LETTERS, YEARLESS, Kind
from liaison_app.services.generating import invented

Drawn = dict[str, Any]
"""The columns of one row."""

_YEARS = 12
_STATUSES = ("open", "in_progress", "waiting", "fulfilled", "fulfilled", "fulfilled", "withdrawn")
_PRECISIONS = ("day", "day", "day", "month")


class Drawing:
    """Everything drawn so far: the ids that later kinds refer to."""

    def __init__(self, seed: int, today: date, officer: UUID | None) -> None:
        self._random = Random(seed)  # noqa: S311 - invented names, no secret
        self._today = today
        self._officer = officer
        self._milliseconds = int(datetime.combine(today, time(), UTC).timestamp() * 1000)
        self._refs: Counter[str] = Counter()
        self.places: list[tuple[UUID, str]] = []
        self.people: list[UUID] = []
        self.offices: list[tuple[UUID, UUID]] = []
        self.engagements: list[tuple[UUID, UUID, date]] = []

    def jurisdictions(self, count: int) -> Iterator[Drawn]:
        """Towns, a tenth of them tribal nations, which have no parent."""
        for at in range(count):
            row, name = self._id(), invented.place(self._random)
            self.places.append((row, name))
            nation = at % 10 == 9
            yield {
                "id": row,
                "ref": self._ref(Kind.JURISDICTION),
                "name": f"{name} Nation" if nation else name,
                "kind": "tribal_nation" if nation else "city",
                "country": "US",
                "zone": "America/Denver",
                "population": self._random.randrange(2_000, 900_000),
                "verified_on": self._day(2),
            }

    def organizations(self, count: int) -> Iterator[Drawn]:
        """Bodies at those places."""
        for _ in range(count):
            place, name = self._random.choice(self.places)
            yield {
                "id": self._id(),
                "ref": self._ref(Kind.ORGANIZATION),
                "name": invented.body(self._random, name),
                "kind": "agency",
                "jurisdiction_id": place,
            }

    def offices_of(self, count: int) -> Iterator[Drawn]:
        """Posts at those places."""
        for at in range(count):
            place, name = self.places[at % len(self.places)]
            row = self._id()
            self.offices.append((row, place))
            yield {
                "id": row,
                "ref": self._ref(Kind.OFFICE),
                "title": invented.post(self._random, name),
                "jurisdiction_id": place,
                "is_head": at < len(self.places),
            }

    def persons(self, count: int) -> Iterator[Drawn]:
        """People with a name, a way to reach them and a line about them."""
        for at in range(count):
            row = self._id()
            self.people.append(row)
            given, family = invented.person(self._random)
            yield {
                "id": row,
                "ref": self._ref(Kind.PERSON),
                "full_name": f"{given} {family}",
                "given": given,
                "family": family,
                "name_order": "given_family",
                "email": f"{given}.{family}.{at}@example.org".lower(),
                "biography": invented.notes(self._random),
                "is_ours": at % 40 == 0,
                "verified_on": self._day(2),
            }

    def tenures(self, count: int) -> Iterator[Drawn]:
        """Who held which office, one after the other."""
        for at in range(count):
            office, _ = self.offices[at % len(self.offices)]
            start = self._today - timedelta(days=1400 * (1 + at // len(self.offices)))
            running = at < len(self.offices)
            yield {
                "id": self._id(),
                "person_id": self.people[at * 7 % len(self.people)],
                "office_id": office,
                "start_on": start,
                "end_on": None if running else start + timedelta(days=1399),
                "standing": "holder",
            }

    def engagements_of(self, count: int) -> Iterator[Drawn]:
        """Engagements of twelve years and the half year to come."""
        for _ in range(count):
            row, held = self._id(), self._day(_YEARS) + timedelta(days=180)
            place, name = self._random.choice(self.places)
            about = invented.subject(self._random)
            kind, title = invented.engagement(self._random, about, name)
            start = datetime.combine(held, time(self._random.randrange(14, 22)), UTC)
            self.engagements.append((row, place, held))
            past = held < self._today
            yield {
                "id": row,
                "ref": self._ref(Kind.ENGAGEMENT, held.year),
                "title": title,
                "kind": kind,
                "direction": "outbound",
                "status": "held" if past else "planned",
                "held_on": held,
                "held_precision": "day",
                "start_at": start,
                "end_at": start + timedelta(minutes=60),
                "zone": "America/Denver",
                "jurisdiction_id": place,
                "purpose": f"To speak about {about}.",
                "notes": invented.notes(self._random) if past else None,
            }

    def participations(self, count: int) -> Iterator[Drawn]:
        """Two people an engagement, one of each side."""
        for at in range(count):
            engagement, _, held = self.engagements[at % len(self.engagements)]
            yield {
                "id": self._id(),
                "engagement_id": engagement,
                "person_id": self._random.choice(self.people),
                "side": "ours" if at < len(self.engagements) else "theirs",
                "role": "principal",
                "order_key": "i",
                "came": held < self._today,
            }

    def commitments(self, count: int) -> Iterator[Drawn]:
        """Promises both ways, most of them kept."""
        for _ in range(count):
            engagement, place, held = self._random.choice(self.engagements)
            about = invented.subject(self._random)
            due = held + timedelta(days=self._random.randrange(10, 400))
            yield {
                "id": self._id(),
                "ref": self._ref(Kind.COMMITMENT, held.year),
                "wording": invented.promise(self._random, about),
                "direction": self._random.choice(("we_owe", "they_owe")),
                "jurisdiction_id": place,
                "engagement_id": engagement,
                "owner_id": self._officer,
                "made_on": held,
                "due_on": due,
                "due_precision": "day",
                "status": self._random.choice(_STATUSES) if due < self._today else "open",
                "reviewed": True,
            }

    def _id(self) -> UUID:
        """A UUIDv7 of the seed's own, a millisecond after the one before."""
        self._milliseconds += 1
        bits = self._random.getrandbits(74)
        number = self._milliseconds << 80 | 0x7 << 76 | (bits >> 62) << 64
        return UUID(int=number | 0b10 << 62 | bits & ((1 << 62) - 1))

    def _ref(self, kind: Kind, year: int | None = None) -> str:
        stem = f"{LETTERS[kind]}-" if kind in YEARLESS else f"{LETTERS[kind]}-{year}-"
        self._refs[stem] += 1
        first = _FOUNDED[kind] if kind in YEARLESS else 0
        return f"{stem}{self._refs[stem] + first:04d}"

    def _day(self, years: int) -> date:
        return self._today - timedelta(days=self._random.randrange(years * 365))


_FOUNDED = {Kind.JURISDICTION: 1, Kind.ORGANIZATION: 1, Kind.PERSON: 1, Kind.OFFICE: 1}
"""How many records of each kind the founding of an office enters before."""
