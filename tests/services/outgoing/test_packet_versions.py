"""Versions of a packet: what each was made from, and who has the copies."""

from datetime import date
from pathlib import Path

import pytest

from liaison_app.domain.audience import INTERNAL
from liaison_app.domain.errors import Refusal
from liaison_app.services import history
from liaison_app.services.finding import by_ref
from liaison_app.services.packets import versions
from liaison_app.services.packets.making import Wish, fill_packet, write_packet
from liaison_app.store.check import check
from liaison_app.store.erase import Cell, erase
from liaison_app.store.tables.people import person
from tests.services.outgoing.small_office import NOW, Small

REF = "E-2026-0002"
WISH = Wish(REF, "principal", INTERNAL, NOW)


@pytest.fixture
def written(small: Small, tmp_path: Path) -> Small:
    write_packet(small.office, WISH, tmp_path / "first.pdf")
    return small


def test_a_version_keeps_what_it_was_made_from_when_the_records_move_on(
    written: Small, tmp_path: Path
) -> None:
    target = by_ref(written.office, REF)
    (first,) = versions.versions_of(written.office, target)
    assert (first.version, first.as_of, first.variant, first.audience) == (
        1,
        NOW,
        "principal",
        INTERNAL,
    )
    assert first.pages > 0
    kept = versions.content_of(written.office, first.id)
    assert "Kang Yun-ah" in str(kept)
    written.change(person, "kang", full_name="Kang Yuna")
    assert versions.content_of(written.office, first.id) == kept
    assert fill_packet(written.office, WISH).packet.version == "2"
    write_packet(written.office, WISH, tmp_path / "second.pdf")
    found = versions.versions_of(written.office, target)
    assert [one.version for one in found] == [2, 1]
    assert found[0].content_sha256 != first.content_sha256
    with pytest.raises(Refusal, match=r"undo\.final"):
        history.undo(written.office, history.latest(written.office)[0].ref)


def test_copies_are_handed_out_returned_and_destroyed(written: Small) -> None:
    office, target = written.office, by_ref(written.office, REF)
    (version,) = versions.versions_of(office, target)
    mayor = versions.hand_out(office, version.id, written.ids["hale"]).id
    driver = versions.hand_out(office, version.id, "the driver", on=date(2026, 11, 20)).id
    with pytest.raises(Refusal, match=r"packet\.copy_taken"):
        versions.hand_out(office, version.id, "another", number=2)
    versions.take_back(office, mayor)
    with pytest.raises(Refusal, match=r"date\.too_early"):
        versions.destroy(office, driver, date(2026, 11, 19))
    first, second = versions.versions_of(office, target)[0].copies
    assert (first.number, first.is_out, second.holder, second.is_out) == (
        1,
        False,
        "the driver",
        True,
    )
    versions.destroy(office, driver)
    with pytest.raises(Refusal, match=r"packet\.copy_ended"):
        versions.take_back(office, driver)


def test_erasing_a_person_erases_the_packets_made_from_them(written: Small) -> None:
    target = by_ref(written.office, REF)
    (version,) = versions.versions_of(written.office, target)
    kang = written.ids["kang"]
    erase(written.office.store, kang, [Cell("person", kang, "full_name")])
    with pytest.raises(Refusal, match=r"packet\.content_gone"):
        versions.content_of(written.office, version.id)
    assert versions.versions_of(written.office, target)[0].content_sha256 is None
    assert check(written.office.store).is_sound
