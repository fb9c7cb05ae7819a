"""The command line: every command, ``--json``, exit codes, and one clear sentence for each refusal."""

import json
import os
from pathlib import Path

import pytest

from liaison_app.store.key import Key
from tests.cli.conftest import Liaison
from tests.offices import PASSPHRASE, MovingClock, opened
from tests.services.test_capture import captured


@pytest.fixture
def busy_file(founded: tuple[Path, Key], tmp_path: Path) -> Path:
    """An office with one meeting, its two people and two promises."""
    office = opened(founded, tmp_path, MovingClock())
    captured(office)
    office.close()
    return office.path


def test_new_makes_an_office_that_list_reads(liaison: Liaison, tmp_path: Path) -> None:
    path = tmp_path / "dine.liaison"
    words = ("--officer", "Ruth Begay", "--office", "Diné Relations", "--home", "Diné Bikéyah")
    said = liaison("new", path, *words, "--kind", "tribal_nation", "--zone", "America/Denver")
    assert said.code == 0, said.err
    rows = json.loads(liaison("list", path, "jurisdictions", "--json").out)
    assert [(r["ref"], r["kind"], r["title"], r["type"]) for r in rows] == [
        ("J-0001", "jurisdiction", "Diné Bikéyah", "tribal_nation")
    ]


def test_new_needs_no_kind_where_nobody_can_be_asked(liaison: Liaison, tmp_path: Path) -> None:
    said = liaison("new", tmp_path / "x.liaison", "--officer", "A. Lund", "--office", "Protocol")
    assert said.code == 0, said.err


def test_new_never_replaces_an_office(liaison: Liaison, file: Path) -> None:
    before = file.read_bytes()
    said = liaison("new", file, "--officer", "A", "--office", "B")
    assert (said.code, said.out) == (1, "")
    assert "exists already" in said.err
    assert file.read_bytes() == before


def test_list_says_what_is_owed(liaison: Liaison, busy_file: Path) -> None:
    said = liaison("list", busy_file, "commitments", "--where", "direction:we_owe")
    assert "C-2026-0001" in said.out
    assert "4 Dec 2026" in said.out
    rows = json.loads(liaison("list", busy_file, "commitments", "--json").out)
    assert {row["ref"]: row["due"] for row in rows} == {
        "C-2026-0001": "2026-12-04",
        "C-2026-0002": None,
    }


def test_show_prints_a_meeting_whole_and_takes_small_letters(
    liaison: Liaison, busy_file: Path
) -> None:
    said = liaison("show", busy_file, "e-2026-0001")
    for text in ("Courtesy call", "Kim Do-hyun", "Mayor", "+1 security", "Port MOU", "He prefers"):
        assert text in said.out
    page = json.loads(liaison("show", busy_file, "E-2026-0001", "--json").out)
    assert (page["ref"], page["kind"]) == ("E-2026-0001", "engagement")
    assert len(page["participants"]) == 2


def test_every_kind_of_record_can_be_shown(liaison: Liaison, busy_file: Path) -> None:
    for ref in ("J-0001", "J-0002", "O-0001", "P-0001", "P-0002", "F-0001", "C-2026-0001"):
        said = liaison("show", busy_file, ref)
        assert (said.code, said.err) == (0, ""), ref
        assert json.loads(liaison("show", busy_file, ref, "--json").out)["ref"] == ref


def test_search_finds_across_kinds_and_scripts(liaison: Liaison, busy_file: Path) -> None:
    found = json.loads(liaison("search", busy_file, "도현", "--json").out)
    assert [(one["kind"], one["title"]) for one in found] == [("person", "Kim Do-hyun")]
    found = json.loads(liaison("search", busy_file, "tea", "--json").out)
    assert [(one["ref"], one["when"], one["snippet"]) for one in found] == [
        ("E-2026-0001", "2026-11-24", "He prefers tea.")
    ]


def test_one_undo_takes_the_meeting_back_and_the_next_brings_it_again(
    liaison: Liaison, busy_file: Path
) -> None:
    said = liaison("undo", busy_file)
    assert "Undid: Capture E-2026-0001" in said.out
    assert liaison("list", busy_file, "engagements", "--json").out.strip() == "[]"
    steps = json.loads(liaison("history", busy_file, "--json").out)["steps"]
    assert [step["undone_by"] for step in steps] == [None, "4", None, None]
    assert liaison("undo", busy_file, "4").code == 0
    assert len(json.loads(liaison("list", busy_file, "engagements", "--json").out)) == 1


def test_undo_names_what_stands_in_the_way(liaison: Liaison, busy_file: Path) -> None:
    said = liaison("undo", busy_file, "2")
    assert said.code == 1
    assert "Busan" in said.err
    assert "--keep" in said.err
    assert liaison("undo", busy_file, "2", "--force").code == 0


def test_history_of_one_record(liaison: Liaison, busy_file: Path) -> None:
    said = liaison("history", busy_file, "J-0002")
    assert [line.split("  ")[-2] for line in said.out.splitlines()] == ["Added Busan"]


def test_two_records_of_one_person_become_one(liaison: Liaison, busy_file: Path) -> None:
    said = liaison("merge", busy_file, "P-0001", "P-0002")
    assert said.code == 0, said.err
    assert "Kim" not in liaison("list", busy_file, "people").out
    assert "P-0001" in liaison("show", busy_file, "P-0002").out
    assert liaison("undo", busy_file).code == 0
    assert "Kim" in liaison("list", busy_file, "people").out
    assert liaison("merge", busy_file, "P-0001", "J-0001").code == 1


def test_check_backup_and_restore(liaison: Liaison, busy_file: Path, tmp_path: Path) -> None:
    assert json.loads(liaison("check", busy_file, "--json").out)["sound"] is True
    folder = tmp_path / "stick"
    folder.mkdir()
    made = json.loads(liaison("backup", busy_file, folder, "--json").out)["backup"]
    again = tmp_path / "again.liaison"
    assert liaison("restore", made, again).code == 0
    assert "Kim Do-hyun" in liaison("list", again, "people").out
    assert liaison("merge", again, "P-0001", "P-0002").code == 0
    said = liaison("restore", made, again, "--json")
    assert said.code == 0, said.err
    kept = Path(json.loads(said.out)["kept"])
    assert kept.parent == tmp_path
    assert liaison("history", kept).out != liaison("history", again).out


def test_an_unknown_reference_names_the_nearest(liaison: Liaison, busy_file: Path) -> None:
    said = liaison("show", busy_file, "C-2026-0009")
    assert (said.code, said.out) == (1, "")
    assert "C-2026-0001" in said.err
    assert "Busan" in liaison("list", busy_file, "people", "--where", "jurisdiction:buzan").err


def test_the_passphrase_is_taken_out_of_the_environment(liaison: Liaison, file: Path) -> None:
    assert liaison("list", file, "people").code == 0
    assert "LIAISON_PASSPHRASE" not in os.environ


def test_the_passphrase_from_a_file_or_a_pipe(liaison: Liaison, file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "passphrase"
    kept.write_text(PASSPHRASE + "\n")
    words = ("list", file, "people")
    assert liaison(*words, "--passphrase-file", kept, passphrase=None).code == 0
    assert liaison(*words, passphrase=None, pipe=PASSPHRASE + "\n").code == 0
    said = liaison(*words, "--passphrase-file", tmp_path / "none", passphrase=None)
    assert (said.code, "can’t be read" in said.err) == (1, True)


@pytest.mark.parametrize("pipe", ["", "\n", "   \n"])
def test_an_empty_passphrase_is_refused(liaison: Liaison, file: Path, pipe: str) -> None:
    said = liaison("list", file, "people", passphrase=None, pipe=pipe)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("The passphrase is empty.")


def test_bad_input_is_one_sentence_and_never_a_traceback(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not an office")
    for words in (
        ("list", tmp_path / "none.liaison", "people"),
        ("list", text, "people"),
        ("list", tmp_path, "people"),
        ("list", file, "people", "--where", "after:31/02/2026"),
        ("list", file, "commitments", "--where", "status:resolved"),
        ("list", file, "people", "--sort", "shoe size"),
        ("show", file, "nonsense"),
        ("search", file, "year:20x6"),
        ("undo", file, "999"),
        ("undo", file, "x.y"),
        ("history", file, "Q-1"),
        ("backup", file, tmp_path / "missing"),
        ("restore", text, tmp_path / "new.liaison"),
    ):
        said = liaison(*words)
        assert said.code == 1, words
        assert len(said.err.strip().splitlines()) == 1, said.err
        assert "Traceback" not in said.err
    assert liaison("list", file, "people", passphrase="wrong").code == 1
    assert not (tmp_path / "new.liaison").exists()


def test_wrong_usage_ends_with_two(liaison: Liaison, file: Path) -> None:
    for words in (
        ("list", file, "shoes"),
        ("fly",),
        ("list",),
        ("undo", file, "--keep", "--force"),
    ):
        assert liaison(*words).code == 2, words
    assert liaison("--help").code == 0
    assert liaison("list", "--help").code == 0


def test_records_are_merged_and_parted_again(liaison: Liaison, busy_file: Path) -> None:
    assert liaison("merge", busy_file, "P-0001", "P-0002").code == 0
    said = liaison("unmerge", busy_file, "P-0002")
    assert (said.code, "P-0002" in said.out) == (0, True), said.err
    assert "Kim" in liaison("list", busy_file, "people").out
    again = liaison("unmerge", busy_file, "P-0002")
    assert (again.code, "not a merged record" in again.err) == (1, True)


def test_duplicates_are_listed_and_told_apart(liaison: Liaison, busy_file: Path) -> None:
    said = liaison("duplicates", busy_file, "people", "--json")
    assert (said.code, json.loads(said.out)) == (0, {"pairs": []})
    assert "No two records" in liaison("duplicates", busy_file).out
    assert liaison("duplicates", busy_file, "trips").code == 1
    said = liaison("merge", busy_file, "P-0001", "P-0002", "--not-same")
    assert (said.code, "kept apart" in said.out) == (0, True), said.err
    assert "Kim" in liaison("list", busy_file, "people").out
