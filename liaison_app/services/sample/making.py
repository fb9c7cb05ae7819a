"""Making the sample office: founded like any office, then filled in a few steps."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from liaison_app.services.office import Founding, Office, found_office
from liaison_app.services.sample.agreements import enter_agreements
from liaison_app.services.sample.book import Book
from liaison_app.services.sample.entering import enter_commitments, enter_people, enter_places
from liaison_app.services.sample.exchange import enter_exchange
from liaison_app.services.sample.meeting import enter_engagements, enter_trips
from liaison_app.services.sample.morning import work
from liaison_app.services.sample.numbering import Numbers
from liaison_app.store.node import Profile
from liaison_app.store.records import Records
from liaison_app.store.tables.meetings import trip
from liaison_app.store.tables.people import office as post
from liaison_app.store.tables.people import tenure
from liaison_app.system.clock import Clock

FOUNDING = Founding(
    officer="Inés Quintana",
    office="Office of International Affairs, City of Albuquerque",
    home="Albuquerque",
    kind="city",
    zone="America/Denver",
    country="US",
)
"""Whose office the sample is."""


def make_sample(path: Path, passphrase: str, clock: Clock, profile: Profile) -> Office:
    """Make the sample office at ``path`` and leave it open. Refuses where something stands."""
    return found_office(path, passphrase, FOUNDING, clock, profile, fill)


def fill(office: Office) -> None:
    """Enter the sample into an office just founded as ``FOUNDING``: five steps, some kinds each,
    and a morning's work."""
    now = int(office.clock.now().timestamp() * 1000)
    book = Book(office.today(), now, _known(office))
    numbers = Numbers(book.today)
    with office.store.write("sample.places") as records:
        enter_places(records, book)
    with office.store.write("sample.people") as records:
        _end_founding_tenure(records, book.id("person", "quintana"))
        enter_people(records, book)
    with office.store.write("sample.engagements") as records:
        enter_trips(records, book, numbers)
        enter_engagements(records, book, numbers)
    with office.store.write("sample.agreements") as records:
        enter_agreements(records, book, numbers)
    with office.store.write("sample.commitments") as records:
        enter_commitments(records, book, numbers)
    with office.store.write("sample.exchange") as records:
        enter_exchange(records, book, numbers)
    work(office, book)


def coming_trip(office: Office) -> str | None:
    """The reference of the next trip abroad, for the packet that is printed first."""
    today = office.today()
    with office.read() as connection:
        found: str | None = connection.scalar(
            select(trip.c.ref)
            .where(trip.c.end_on >= today, trip.c.direction == "outbound", ~trip.c.deleted)
            .order_by(trip.c.start_on, trip.c.n)
            .limit(1)
        )
    return found


def _known(office: Office) -> dict[tuple[str, str], UUID]:
    """What the founding entered, by its name in the sample."""
    home, own = UUID(office.setting("home")), UUID(office.setting("organization"))
    with office.read() as connection:
        role = connection.scalars(select(post.c.id).where(post.c.organization_id == own)).one()
        officer = connection.scalars(select(tenure.c.person_id).where(tenure.c.office_id == role))
        return {
            ("jurisdiction", "home"): home,
            ("organization", "own"): own,
            ("person", "quintana"): officer.one(),
            ("office", "ia_director"): role,
        }


def _end_founding_tenure(records: Records, officer: UUID) -> None:
    """Take out the tenure without dates that the founding gave the officer."""
    for row in records.connection.scalars(
        select(tenure.c.id).where(tenure.c.person_id == officer, ~tenure.c.deleted)
    ).all():
        records.remove(tenure, row)
