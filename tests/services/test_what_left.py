"""What left the office: each way out is entered, told whether it is still there, and cleaned up."""

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from liaison_app.domain.audience import INTERNAL, Audience, Reader
from liaison_app.domain.errors import Refusal
from liaison_app.services import people, request_sets, trips, what_left
from liaison_app.services.exports import export_workbook
from liaison_app.services.office import Office
from liaison_app.services.outgoing import leaving
from liaison_app.services.outgoing.leaving import Leaving, write_out
from liaison_app.services.outgoing.records import Period
from liaison_app.services.packets.making import Wish, write_packet
from liaison_app.services.subject_access import write_subject
from liaison_app.services.what_left import There
from liaison_app.store import ledger
from liaison_app.store.tables.house import export_ledger
from liaison_app.system import shared_places
from liaison_app.system.machine import machine_id


def put(office: Office, path: Path, data: bytes = b"the readable text") -> int:
    """Let a file leave; its number in the ledger."""
    write_out(office, path, data, Leaving("workbook", audience=Audience(Reader.HQ)))
    return what_left.what_left(office)[0].n


def states(office: Office) -> list[There]:
    return [one.there for one in what_left.what_left(office)]


def everything(office: Office, folder: Path) -> dict[str, Callable[[], object]]:
    """Each way out of an office, by the kind that the ledger gives it."""
    now = office.clock.now().replace(microsecond=0)
    person = people.add(office, "Nerea Oyarzun").id
    trip = trips.plan(office, "Bilbao", start_on=date(2027, 3, 8)).ref
    asked = request_sets.create(office, "Port", "oyarzun")
    internal = Wish(trip, "staff", INTERNAL, now)
    return {
        "workbook": lambda: export_workbook(
            office, folder / "b.xlsx", Audience(Reader.HQ), Period(None, None), now
        ),
        "packet": lambda: write_packet(office, internal, folder / "p.pdf"),
        "subject": lambda: write_subject(office, person, folder / "s.json", now),
        "request_set": lambda: request_sets.write_set(office, asked, folder / "r.json", now),
    }


def test_every_way_out_is_entered_with_what_whom_and_where(office: Office, tmp_path: Path) -> None:
    for kind, leave in everything(office, tmp_path).items():
        leave()
        entry = what_left.what_left(office)[0]
        assert (entry.kind, entry.there) == (kind, There.AS_WRITTEN)
        assert entry.counts
        assert what_left.digest_of(Path(entry.path)) == entry.sha256
        assert what_left.kind_words(kind)
    assert what_left.readable_here(office) == 4


def test_when_it_left_is_told_by_the_clock_not_by_what_was_printed(
    office: Office, tmp_path: Path
) -> None:
    earlier = office.clock.now().replace(year=2020, microsecond=0)
    export_workbook(office, tmp_path / "b.xlsx", INTERNAL, Period(None, None), earlier)
    assert what_left.what_left(office)[0].made_at.date() == date(2026, 11, 24)


def test_what_could_not_be_written_did_not_leave(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        write_out(office, tmp_path / "none" / "b.xlsx", b"text", Leaving("workbook"))
    assert what_left.what_left(office) == ()


def test_each_file_is_still_there_changed_or_gone(office: Office, tmp_path: Path) -> None:
    for name in ("same", "changed", "gone", "twice", "twice"):
        put(office, tmp_path / name, name.encode())
    (tmp_path / "changed").write_text("edited in a spreadsheet")
    (tmp_path / "gone").unlink()
    leaving.enter_print(office, "00", Leaving("packet"), "Hotel lobby")
    assert states(office) == [
        There.PAPER,
        There.AS_WRITTEN,
        There.REPLACED,
        There.GONE,
        There.CHANGED,
        There.AS_WRITTEN,
    ]
    assert what_left.readable_here(office) == 3


def test_a_stick_that_isn_t_here_and_another_computer_are_told_apart(
    office: Office, tmp_path: Path
) -> None:
    put(office, tmp_path / "on the stick")
    put(office, tmp_path / "at home")
    with office.store.write_local() as connection:
        row = export_ledger.update()
        stick, home = (export_ledger.c.path.like(f"%{name}") for name in ("stick", "home"))
        connection.execute(row.where(stick).values(medium=str(tmp_path / "no mount")))
        connection.execute(row.where(home).values(machine="another"))
    (tmp_path / "on the stick").unlink()
    assert states(office) == [There.ELSEWHERE, There.MEDIUM_AWAY]
    assert what_left.readable_here(office) == 0


def test_a_file_of_that_name_on_another_computer_replaces_nothing_here(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = put(office, tmp_path / "packet.pdf")
    with monkeypatch.context() as other:
        other.setattr(leaving, "machine_id", lambda: "the desk at home")
        other.setattr(leaving, "write_whole", lambda *_: None)
        put(office, tmp_path / "packet.pdf", b"another text")
    assert states(office) == [There.ELSEWHERE, There.AS_WRITTEN]
    assert what_left.readable_here(office) == 1
    assert [one.n for one in what_left.clean(office, [number]).deleted] == [number]


def test_another_computer_s_disk_is_not_looked_at_to_count(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(office, tmp_path / "on the share")
    put(office, tmp_path / "here")
    mounted = f"nas:/office {str(tmp_path).replace(' ', chr(92) + '040')}/on\\040the\\040share nfs4 rw 0 0"
    monkeypatch.setattr(shared_places, "_mounts", lambda: mounted)
    looked: list[str] = []
    real = Path.stat

    def stat(self: Path, **how: bool) -> os.stat_result:
        looked.append(self.name)
        return real(self, **how)

    monkeypatch.setattr(Path, "stat", stat)
    assert what_left.readable_here(office) == 1
    assert "on the share" not in looked


@pytest.mark.parametrize("fault", [errno.ENOTCONN, errno.EACCES, errno.EIO])
def test_a_mount_that_has_died_stops_neither_the_count_nor_the_list(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    put(office, tmp_path / "on the mount")
    put(office, tmp_path / "here")
    real = Path.stat

    def dead(self: Path, **how: bool) -> os.stat_result:
        if self.name == "on the mount":
            raise OSError(fault, os.strerror(fault))
        return real(self, **how)

    monkeypatch.setattr(Path, "stat", dead)
    assert what_left.readable_here(office) == 1
    assert states(office) == [There.AS_WRITTEN, There.UNSEEN]


def test_only_what_is_as_it_was_written_is_deleted_and_its_entry_stays(
    office: Office, tmp_path: Path
) -> None:
    same = put(office, tmp_path / "same")
    edited = put(office, tmp_path / "edited")
    kept = put(office, tmp_path / "kept")
    (tmp_path / "edited").write_text("with notes of my own")
    done = what_left.clean(office, [same, edited])
    assert [one.n for one in done.deleted] == [same]
    assert [(one.n, one.there) for one in done.left] == [(edited, There.CHANGED)]
    assert sorted(
        one.name for one in tmp_path.iterdir() if one.name in ("same", "edited", "kept")
    ) == [
        "edited",
        "kept",
    ]
    entries = {one.n: one for one in what_left.what_left(office)}
    assert entries[same].there is There.DELETED
    assert entries[same].deleted_at is not None
    assert entries[kept].there is There.AS_WRITTEN


def test_a_number_that_stands_for_nothing_deletes_nothing(office: Office, tmp_path: Path) -> None:
    number = put(office, tmp_path / "same")
    with pytest.raises(Refusal, match=r"left\.no_such"):
        what_left.clean(office, [number, 999])
    assert (tmp_path / "same").exists()


def test_an_entry_of_an_older_liaison_is_looked_at_all_the_same(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "old").write_bytes(b"text")
    digest = what_left.digest_of(tmp_path / "old")
    at = office.clock.now()
    old = ledger.Entry(at, "workbook", None, INTERNAL, "", {}, digest, str(tmp_path / "old"))
    ledger.enter(office.store, old)
    assert states(office) == [There.AS_WRITTEN]
    assert machine_id()
