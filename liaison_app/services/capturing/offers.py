"""Who and where may be meant by a few letters, and what the page knows before anything is typed."""

from dataclasses import dataclass
from uuid import UUID

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.reading import looking, names_of
from liaison_app.services.rows import JurisdictionRow, Named, PersonRow, TripRow
from liaison_app.services.searching import by_kind

_MOST = 6
_OVER = ("done", "cancelled")


@dataclass(frozen=True)
class Known:
    """The officer, the office's home, and the trips that aren't over, the next one first."""

    officer: Named | None
    home: Named | None
    trips: tuple[TripRow, ...]


def known(office: Office) -> Known:
    """What the page starts with."""
    home, officer = office.setting("home"), office.store.node.officer
    with looking(office) as look:
        homes = names_of(look, Kind.JURISDICTION, [UUID(home)] if home else [])
        people = names_of(look, Kind.PERSON, [officer] if officer else [])
    trips = [one for one in TRIPS.page(office, limit=40) if one.status not in _OVER]
    trips.sort(key=lambda one: (one.start_on is None, one.start_on))
    return Known(next(iter(people.values()), None), next(iter(homes.values()), None), tuple(trips))


def people_like(office: Office, typed: str) -> list[PersonRow]:
    """Up to six people whose names or titles begin so, with the office that each holds today."""
    return PEOPLE.rows(office, _numbers(office, typed, Kind.PERSON))


def places_like(office: Office, typed: str) -> list[JurisdictionRow]:
    """Up to six jurisdictions that are called so."""
    return JURISDICTIONS.rows(office, _numbers(office, typed, Kind.JURISDICTION))


def _numbers(office: Office, typed: str, kind: Kind) -> list[int]:
    """Each word in quotes: none of them is meant as a filter."""
    words = " ".join(f'"{word}"' for word in typed.replace('"', " ").split())
    if not words:
        return []
    found = by_kind(office, f"kind:{kind.value} {words}", _MOST)
    return [one.n for one in found.get(kind, ())]
