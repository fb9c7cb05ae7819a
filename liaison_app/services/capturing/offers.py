"""Who and where may be meant by a few letters, and what the page knows before anything is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from liaison_app.domain.kinds import Kind
from liaison_app.services.lists.jurisdictions import JURISDICTIONS
from liaison_app.services.lists.listing import Listing
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.lists.trips import TRIPS
from liaison_app.services.office import Office
from liaison_app.services.reading import looking, names_of
from liaison_app.services.rows import JurisdictionRow, Named, PersonRow, Row, TripRow
from liaison_app.services.searching import by_kind
from liaison_app.system.letters import fold

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
    rows = PEOPLE.rows(office, _numbers(office, typed, Kind.PERSON))
    return sorted(rows, key=lambda row: not _begins(row, typed))


def places_like(office: Office, typed: str) -> list[JurisdictionRow]:
    """Up to six jurisdictions that are called so."""
    rows = JURISDICTIONS.rows(office, _numbers(office, typed, Kind.JURISDICTION))
    return sorted(rows, key=lambda row: not _begins(row, typed))


@dataclass(frozen=True)
class Meant:
    """Who and where the words of a quick line mean, as far as one record alone fits them."""

    place: JurisdictionRow | None
    people: tuple[tuple[str, PersonRow | None], ...]


def meant(office: Office, who: Sequence[str]) -> Meant:
    """Look up the words after "with": a person, or a person and then the place (``Mayor Kim Busan``)."""
    place: JurisdictionRow | None = None
    people: list[tuple[str, PersonRow | None]] = []
    for words in who:
        here, rest = _place_in(office, words)
        place = place or here
        known = people_like(office, words) or (people_like(office, rest) if rest else [])
        if known or rest:
            people.append((rest or words, known[0] if len(known) == 1 else None))
    return Meant(place, tuple(people))


def _place_in(office: Office, words: str) -> tuple[JurisdictionRow | None, str]:
    """The place that the last words name, and the words before; all of them if they name none."""
    parts = words.split()
    for at in range(len(parts)):
        name = " ".join(parts[at:])
        for row in places_like(office, name):
            if fold(row.title) == fold(name) or fold(row.title).startswith(fold(name) + " "):
                return row, " ".join(parts[:at])
    return None, words


def rows_of(office: Office, asked: Mapping[str, UUID]) -> list[tuple[Kind, Row]]:
    """The rows of records that a new meeting is about: places and people; others are left out."""
    found: list[tuple[Kind, Row]] = []
    listings: tuple[Listing[Any], ...] = (JURISDICTIONS, PEOPLE)
    with looking(office) as look:
        for listing in listings:
            record = asked.get(listing.kind.value)
            if record is not None:
                n = look.connection.scalar(
                    select(listing.table.c.n).where(listing.table.c.id == record)
                )
                rows = listing.rows_in(look, [n] if n is not None else [])
                found += [(listing.kind, row) for row in rows]
    return found


def _begins(row: Row, typed: str) -> bool:
    """Whether a word of the name begins as typed: names come before titles that match."""
    return any(fold(word).startswith(fold(typed)) for word in row.title.split())


def _numbers(office: Office, typed: str, kind: Kind) -> list[int]:
    """Each word in quotes: none of them is meant as a filter."""
    words = " ".join(f'"{word}"' for word in typed.replace('"', " ").split())
    if not words:
        return []
    found = by_kind(office, f"kind:{kind.value} {words}", _MOST)
    return [one.n for one in found.get(kind, ())]
