"""``liaison import`` and ``liaison demo`` as a person or a script runs them."""

import json
from pathlib import Path

import pytest

from liaison_app import app
from tests.cli.conftest import Liaison

LOG = "Who,Date,Organisation,Purpose\nAda Falk,12 March 2024,Harbour Trust,Tolls\nAda Falk,,,Tea\n"


def test_a_preview_then_the_step_then_nothing_more(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    source = tmp_path / "log.csv"
    source.write_text(LOG, encoding="utf-8")
    shown = json.loads(liaison("import", file, source, "--json").out)
    assert (shown["new"], shown["same"], shown["step"]) == (1, 0, None)
    assert shown["refused"] == [{"row": 3, "reason": "The date is missing."}]
    rows = shown["new"] + shown["changed"] + shown["same"] + len(shown["refused"])
    assert rows + shown["empty"] + shown["notes"] == 2
    applied = json.loads(liaison("import", file, source, "--apply", "--json").out)
    assert applied["new"] == 1
    assert applied["step"]
    again = json.loads(liaison("import", file, source, "--apply", "--json").out)
    assert (again["new"], again["same"], again["step"]) == (0, 1, None)


def test_what_can_not_be_read_is_one_sentence_and_exit_1(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    hostile = tmp_path / "contacts.xlsx"
    hostile.write_bytes(b"PK\x03\x04 not a workbook at all")
    for source in (hostile, tmp_path / "absent.csv", tmp_path):
        said = liaison("import", file, source, "--apply")
        assert said.code == 1
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1


def test_the_demo_writes_its_papers_and_a_second_run_leaves_the_first_alone(
    liaison: Liaison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "demo"
    first = json.loads(liaison("demo", folder, "--no-window", "--json", passphrase=None).out)
    office = Path(first["office"])
    assert first["passphrase"]
    kinds = {Path(path).suffix for path in first["files"]}
    assert {".pdf", ".xlsx"} <= kinds
    assert all(Path(path).stat().st_size > 1000 for path in first["files"])
    before = office.read_bytes()
    monkeypatch.setattr(app, "_pictures", lambda _office, _folder: [])  # the slowest, seen once
    second = json.loads(liaison("demo", folder, "--no-window", "--json", passphrase=None).out)
    assert second["office"] != first["office"]
    assert office.read_bytes() == before
    again = liaison("demo", folder, "--no-window", "--json", passphrase=first["passphrase"])
    assert json.loads(again.out)["office"] == first["office"]


def test_a_row_that_looks_like_somebody_known_is_named(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\nReyes Marisol Okafor,m@tn.example\n", "utf-8")
    said = liaison("import", file, path, "--as", "contacts")
    assert "looks like P-0001 Marisol Okafor-Reyes (same name, words in another order" in said.out
