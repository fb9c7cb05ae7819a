"""``liaison backup`` and the backups that other commands make first."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Liaison

LOG = "Who,Date,Organisation,Purpose\nAda Falk,12 March 2024,Harbour Trust,Tolls\n"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A list of one meeting."""
    source = tmp_path / "log.csv"
    source.write_text(LOG, encoding="utf-8")
    return source


def kept(file: Path) -> list[str]:
    return sorted(one.name for one in file.with_name("office backups").glob("*"))


def test_without_a_folder_it_goes_beside_the_office_and_opens_again(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    made = json.loads(liaison("backup", file, "--json").out)
    assert Path(made["backup"]).parent == file.with_name("office backups")
    assert (made["removed"], made["second"]) == ([], None)
    assert made["bytes"] == Path(made["backup"]).stat().st_size
    again = tmp_path / "again.liaison"
    assert liaison("restore", made["backup"], again).code == 0
    assert "Okafor" in liaison("list", again, "people").out


def test_from_whatever_folder_it_is_called_it_knows_its_backups(
    liaison: Liaison, file: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    made = json.loads(liaison("backup", file.name, "--json").out)["backup"]
    monkeypatch.chdir(file.parent.parent)
    assert liaison("import", file, log, "--apply").code == 0
    (way_back,) = kept(file)  # nothing was written since: that backup is the way back
    assert way_back == Path(made).name.replace("office ", "office before import ")


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_folder_name_is_refused_and_nothing_is_copied(
    liaison: Liaison, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty: str
) -> None:
    here = tmp_path / "where one happens to be"
    here.mkdir()
    monkeypatch.chdir(here)
    said = liaison("backup", file, empty)
    assert (said.code, said.out) == (1, "")
    assert "No folder is named" in said.err
    assert list(here.iterdir()) == []
    assert kept(file) == []


def test_an_import_keeps_the_way_back_a_preview_and_the_same_list_again_do_not(
    liaison: Liaison, file: Path, log: Path
) -> None:
    assert liaison("import", file, log).code == 0
    assert kept(file) == []
    assert liaison("import", file, log, "--apply").code == 0
    (guard,) = kept(file)
    assert guard.startswith("office before import ")
    assert liaison("import", file, log, "--apply").code == 0
    assert kept(file) == [guard]
    assert "Ada Falk" not in liaison("list", file.with_name("office backups") / guard, "people").out


def test_a_merge_keeps_the_way_back(liaison: Liaison, file: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nA. Falk,a@harbour.example\nAda Falk,b@harbour.example\n")
    assert liaison("import", file, people, "--as", "contacts", "--apply").code == 0
    assert liaison("merge", file, "P-0002", "P-0003").code == 0
    assert any(name.startswith("office before merge ") for name in kept(file))


def test_a_way_back_that_can_not_be_kept_is_told_and_the_import_is_done(
    liaison: Liaison, file: Path, log: Path
) -> None:
    file.with_name("office backups").write_text("a file of that name")
    said = liaison("import", file, log, "--apply")
    assert said.code == 0
    assert "No copy in " in said.err
    assert "Ada Falk" in liaison("list", file, "people").out
    refused = liaison("backup", file, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert len(refused.err.strip().splitlines()) == 1


def test_check_names_the_damaged_pages_and_saves_what_can_be_read(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    held = bytearray(file.read_bytes())
    for page in (1, 210):
        held[(page - 1) * 4096 + 500] ^= 1
    file.write_bytes(held)
    said = liaison("check", file)
    assert said.code == 1
    assert "Damaged pages: 2; the first: 1." in said.err
    assert "--save-into" in said.err
    assert liaison("check", file, passphrase="wrong").err.startswith("That passphrase")
    into = tmp_path / "saved.liaison"
    told = liaison("check", file, "--save-into", into)
    assert told.code == 0, told.err
    assert "person: " in told.out
    assert "is whole and opens with the same passphrase" in told.out
    assert "Okafor" in liaison("list", into, "people").out
    assert liaison("check", into).code == 0
    again = liaison("check", file, "--save-into", into)
    assert (again.code, again.out) == (1, "")
    assert file.read_bytes() == bytes(held)
