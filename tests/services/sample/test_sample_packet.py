"""The sample packet read back: everybody in it, in every script, in the order of the language."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_app.domain.audience import INTERNAL
from liaison_app.services.office import Office, Profile
from liaison_app.services.packets.making import Made, Wish, make_packet
from liaison_app.services.sample.making import make_sample
from liaison_app.store.tables import meetings, people
from liaison_app.system.clock import FixedClock
from tests.documents import reading

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
TRIP = "T-2026-0001"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("sample")
    made = make_sample(
        folder / "sample.liaison", "nine cranes asleep", FixedClock(NOW), Profile(folder / "c.json")
    )
    yield made
    made.close()


@pytest.fixture(scope="module")
def printed(sample: Office) -> Made:
    return make_packet(sample, Wish(TRIP, "staff", INTERNAL, NOW))


def names_of(sample: Office) -> list[tuple[str, str | None]]:
    """Full and native name of everybody who takes part in an engagement of the trip."""
    person, there, held = people.person, meetings.participation, meetings.engagement
    query = (
        select(person.c.full_name, person.c.native_name)
        .join(there, there.c.person_id == person.c.id)
        .join(held, held.c.id == there.c.engagement_id)
        .join(meetings.trip, meetings.trip.c.id == held.c.trip_id)
        .where(meetings.trip.c.ref == TRIP, held.c.status != "cancelled")
        .distinct()
    )
    with sample.read() as connection:
        return [(row.full_name, row.native_name) for row in connection.execute(query)]


def folded(words: str) -> str:
    """Without regard to lines: a name may go on over the next."""
    return "".join(unicodedata.normalize("NFC", words).split())


def test_everybody_in_the_room_is_in_the_text_in_every_script(
    sample: Office, printed: Made
) -> None:
    told = folded(" ".join([*reading.pages(printed.pdf), *reading.said(printed.pdf)]))
    warned = folded(" ".join(printed.warnings))
    names = names_of(sample)
    assert len(names) > 15
    assert sum(native is not None for _, native in names) > 8
    for full, native in names:
        assert folded(full) in told, full
        assert native is None or folded(native) in told or folded(native) in warned, native


def test_each_biography_stands_once_and_is_referred_to(printed: Made) -> None:
    packet = printed.filled.packet
    told = [bio.person.name for tab in packet.tabs for bio in tab.bios]
    assert len(told) == len(set(told))
    before = [(one.person.name, one.letter) for tab in packet.tabs for one in tab.bios_before]
    assert before
    where = {bio.person.name: tab.letter for tab in packet.tabs for bio in tab.bios}
    assert all(where[name] == letter for name, letter in before)


def test_every_bookmark_leads_to_the_page_that_bears_its_title(printed: Made) -> None:
    pages = [folded(text) for text in reading.pages(printed.pdf)]
    for _, title, page in reading.outline(printed.pdf):
        named = title.partition(": ")[2] if title.startswith("Tab ") else title
        assert named == "Cover" or named[:3] in {
            "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
        } or folded(named) in pages[page - 1], title  # fmt: skip
