"""Making an invented office: founded like any other, then filled in steps of so many rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Table

from liaison_app.domain.errors import Refusal
from liaison_app.services.generating.drawing import Drawing, Drawn
from liaison_app.services.office import Founding, Office, found_office
from liaison_app.store.node import Profile
from liaison_app.store.tables import meetings, people, places, promises
from liaison_app.system.clock import Clock

LARGEST = 200
"""The scale of the reference office of DESIGN 7."""

BATCH = 50_000
"""Rows a step."""

FOUNDING = Founding(
    officer="Trial Officer",
    office="Office of Trials",
    home="Trialton",
    kind="city",
    zone="America/Denver",
    country="US",
)
"""Whose office an invented one is."""


@dataclass(frozen=True)
class Size:
    """How many rows of each kind. Scale 1 is a small real office, 200 the reference of DESIGN 7."""

    jurisdictions: int
    organizations: int
    offices: int
    people: int
    tenures: int
    engagements: int
    participations: int
    commitments: int

    @classmethod
    def of(cls, scale: int) -> "Size":
        """The size at a scale of 1 to ``LARGEST``."""
        if not 1 <= scale <= LARGEST:
            raise Refusal("generate.scale", given=scale)
        base = (40, 60, 100, 500, 300, 2_500, 5_000, 1_500)
        return cls(*(rows * scale for rows in base))

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(vars(self).values())


def generate(
    path: Path,
    passphrase: str,
    size: Size,
    seed: int,
    clock: Clock,
    profile: Profile,
    watch: Callable[[int], None] = lambda _: None,
) -> Office:
    """Make the office at ``path`` and leave it open; ``watch`` is told how many rows are written.

    The same seed, size and day give the same records. Refuses where something stands already; the
    file appears when it is whole.
    """

    def fill(office: Office) -> None:
        _fill(office, size, seed, watch)

    return found_office(path, passphrase, FOUNDING, clock, profile, fill)


def _fill(office: Office, size: Size, seed: int, watch: Callable[[int], None]) -> None:
    drawing = Drawing(seed, office.today(), office.store.node.officer)
    done = 0
    for table, rows in kinds_of(drawing, size):
        while batch := list(islice(rows, BATCH)):
            with office.store.write("generate", bulk=True) as records:
                records.add_many(table, batch)
            done += len(batch)
            watch(done)


def kinds_of(drawing: Drawing, size: Size) -> Iterator[tuple[Table, Iterator[Drawn]]]:
    """Every kind with its rows, in the order in which they must be drawn."""
    yield places.jurisdiction, drawing.jurisdictions(size.jurisdictions)
    yield places.organization, drawing.organizations(size.organizations)
    yield people.office, drawing.offices_of(size.offices)
    yield people.person, drawing.persons(size.people)
    yield people.tenure, drawing.tenures(size.tenures)
    yield meetings.engagement, drawing.engagements_of(size.engagements)
    yield meetings.participation, drawing.participations(size.participations)
    yield promises.commitment, drawing.commitments(size.commitments)
