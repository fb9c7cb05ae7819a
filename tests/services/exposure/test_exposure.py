"""After a theft: what the lost copy held, told from a backup without touching it."""

import errno
import shutil
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from liaison_app.domain.audience import INTERNAL, readers_text
from liaison_app.domain.errors import Refusal
from liaison_app.domain.kinds import Kind
from liaison_app.services import engagements, jurisdictions, people, private_facts, removing, trips
from liaison_app.services.backups import copy_to
from liaison_app.services.drafts import EngagementDraft, PointDraft
from liaison_app.services.exposure.held import Exposure, PersonNamed
from liaison_app.services.exposure.telling import exposure_of, held_in
from liaison_app.services.finding import by_ref
from liaison_app.services.office import Office
from liaison_app.services.packets import versions
from liaison_app.services.packets.making import Wish, write_packet
from liaison_app.services.what_left import There
from liaison_app.store.key import Key
from liaison_app.store.sqlite import connection as sqlite
from liaison_app.system.messages import text
from tests.offices import PASSPHRASE
from tests.store.conftest import KEY

RELEASED = Path(__file__).parents[2] / "store" / "released"


@pytest.fixture
def filled(office: Office) -> UUID:
    """An office with a counterpart about whom private things are known; returns who that is."""
    nation = jurisdictions.add(office, "Navajo Nation", kind="tribal_nation").id
    ana = people.add(
        office, "Ana Ruíz", native_name="Ana", email="ana@example.org", vetting="Checked in May."
    ).id
    people.add(office, "Björk Jónsdóttir", phone="+354 555 0101")
    private_facts.keep(office, ana, date(2027, 1, 1), diet="no shellfish")
    engagements.capture(
        office,
        EngagementDraft(
            "Call",
            {
                "jurisdiction_id": nation,
                "watch_outs": "Never mention the dam.",
                "marking": "SBU",
                "readers": readers_text(frozenset(), frozenset({nation})),
            },
            points=[PointDraft("avoid", "The dam")],
        ),
    )
    slip = engagements.capture(office, EngagementDraft("Slip")).id
    removing.delete(office, Kind.ENGAGEMENT, slip)
    return ana


def told(office: Office, *, names: bool = False) -> Exposure:
    return held_in(office.path, office.store.key, names=names)


def test_it_counts_what_a_security_office_asks_about(office: Office, filled: UUID) -> None:
    found = told(office)
    assert (found.office, found.officers) == (
        "Office of International Affairs",
        ("P-0001 Marisol Okafor-Reyes",),
    )
    assert found.people.all == 3
    assert (found.people.with_email, found.people.with_phone) == (1, 1)
    assert (found.people.with_private_facts, dict(found.people.private)) == (1, {"diet": 1})
    assert found.notes["engagement.watch_outs"] == 1
    assert found.notes["talking_point.text"] == 1
    assert found.notes["person.vetting"] == 1
    assert found.in_confidence == {"J-0002 Navajo Nation": 1}
    assert found.markings == {"SBU": 1}
    assert (found.records["engagement"].shown, found.records["engagement"].deleted) == (1, 1)
    assert found.last_step_at is not None
    assert found.last_step_at.date() == date(2026, 11, 24)
    assert found.people_named is None


def test_it_names_people_on_request_but_never_what_the_private_facts_say(
    office: Office, filled: UUID
) -> None:
    named = told(office, names=True).people_named
    assert named == (
        PersonNamed("P-0002", "Ana Ruíz", "Ana", False, True, False, ("diet",)),
        PersonNamed("P-0003", "Björk Jónsdóttir", None, False, False, True, ()),
    )
    assert "shellfish" not in repr(told(office, names=True))


def test_it_tells_who_has_packets_and_which_readable_files_had_left(
    office: Office, tmp_path: Path
) -> None:
    trip = trips.plan(office, "Bilbao", start_on=date(2027, 3, 8)).ref
    now = office.clock.now().replace(microsecond=0)
    write_packet(office, Wish(trip, "staff", INTERNAL, now), tmp_path / "p.pdf")
    version = versions.versions_of(office, by_ref(office, trip))[0]
    versions.hand_out(office, version.id, "The driver", 2)
    found = told(office)
    (packet,) = found.packets
    assert (packet.about, packet.version, packet.has_content) == (f"{trip} Bilbao", 1, True)
    assert [(one.number, one.holder) for one in packet.copies] == [(2, "The driver")]
    (readable,) = found.readable
    assert (readable.kind, readable.there) == ("packet", There.AS_WRITTEN)


def test_a_backup_tells_the_same_and_stays_as_it_was_found(
    office: Office, filled: UUID, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    kept = copy_to(office, folder).path
    before = kept.read_bytes(), kept.stat().st_mtime_ns
    found = exposure_of(kept, PASSPHRASE)
    assert (kept.read_bytes(), kept.stat().st_mtime_ns) == before
    assert list(folder.iterdir()) == [kept]
    assert (found.people, found.notes) == (told(office).people, told(office).notes)


def test_a_copy_with_a_log_left_by_a_crash_is_read_with_it_and_not_changed(
    office: Office, filled: UUID, tmp_path: Path
) -> None:
    lost = tmp_path / "lost"
    lost.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{office.path}{ending}", lost / f"{office.path.name}{ending}")
    file, log = lost / office.path.name, lost / f"{office.path.name}-wal"
    before = file.read_bytes(), log.read_bytes()
    assert held_in(file, office.store.key).people.all == 3
    assert (file.read_bytes(), log.read_bytes()) == before


@pytest.fixture
def torn(office: Office, filled: UUID, tmp_path: Path) -> Path:
    """A copy as another program left it that was cut short while it wrote; its journal lies beside it."""
    (tmp_path / "cut").mkdir()
    (tmp_path / "lost").mkdir()
    copy = copy_to(office, tmp_path / "cut").path
    with closing(sqlite.open_raw(copy, office.store.key, 20)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA cache_size = 5")
        raw.execute("BEGIN")
        raw.execute("INSERT INTO door VALUES (999999, 'erase')")
        raw.execute("UPDATE person SET email = 'torn', deleted = 1")
        raw.execute("UPDATE setting SET value = hex(zeroblob(100000))")
        for ending in ("", "-journal"):
            shutil.copy(f"{copy}{ending}", tmp_path / "lost" / f"{copy.name}{ending}")
    return tmp_path / "lost" / copy.name


def test_a_copy_with_a_journal_left_by_a_crash_is_read_as_it_was_before_it(
    office: Office, torn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    journal = torn.with_name(f"{torn.name}-journal")
    before = torn.read_bytes(), journal.read_bytes()
    assert before[1]
    found = held_in(torn, office.store.key)
    assert found.path == str(torn)
    assert found.people == told(office).people
    assert (torn.read_bytes(), journal.read_bytes()) == before
    assert set(torn.parent.iterdir()) == {torn, journal}
    assert list((tmp_path / "tmp").iterdir()) == []


def test_no_room_for_a_copy_of_it_is_said(
    office: Office, torn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(Refusal, match=r"office\.journal_beside") as refused:
        held_in(torn, office.store.key)
    assert "No space left" in text(refused.value.code, **refused.value.params)


@pytest.mark.parametrize("old", sorted(RELEASED.glob("*.liaison")), ids=lambda path: path.stem)
def test_an_office_of_any_format_tells_what_it_held(old: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(old, tmp_path / "old.liaison"))
    copy.chmod(0o400)
    found = held_in(copy, KEY, names=True)
    assert f"format-{found.format}" == old.stem
    assert found.people.with_private_facts == 1
    assert found.records["commitment"].shown == 1
    assert found.people_named is not None
    assert [one.private for one in found.people_named if one.private] == [("diet",)]
    assert copy.read_bytes() == old.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["old.liaison"]


def test_a_file_whose_tables_somebody_took_out_is_refused_in_one_sentence(
    founded: tuple[Path, Key], tmp_path: Path
) -> None:
    copy, key = Path(shutil.copy(founded[0], tmp_path / "copy.liaison")), founded[1]
    raw = sqlite.open_raw(copy, key, None)
    raw.execute("ALTER TABLE setting RENAME COLUMN value TO worth")
    raw.execute("ALTER TABLE step RENAME COLUMN officer TO who")
    raw.close()
    with pytest.raises(Refusal, match=r"store\.damaged|office\.strangers"):
        held_in(copy, key)


def test_a_wrong_passphrase_tells_nothing(founded: tuple[Path, Key]) -> None:
    with pytest.raises(Refusal, match=r"office\.wrong_passphrase"):
        exposure_of(founded[0], "not the passphrase at all")
