"""``liaison ledger``: what left, and cleaning it up after a preview."""

import json
from pathlib import Path

from tests.cli.conftest import Liaison


def test_what_left_is_listed_and_cleaned_up_on_request(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    assert "Nothing has left" in liaison("ledger", file).out
    kept, edited = tmp_path / "hq.xlsx", tmp_path / "edited.xlsx"
    assert liaison("export", file, kept).code == 0
    assert liaison("export", file, edited, "--audience", "public").code == 0
    edited.write_bytes(b"edited since")
    told = liaison("ledger", file)
    assert "Readable copies on this computer: 2." in told.out
    assert "for the public" in told.out
    assert "changed since" in told.out
    would = liaison("ledger", file, "--clean", "all")
    assert f"Would be deleted: {kept}" in would.out
    assert f"Left as it is: {edited}" in would.out
    assert kept.exists()
    done = liaison("ledger", file, "--clean", "all", "--for-good")
    assert f"Deleted: {kept}" in done.out
    assert (kept.exists(), edited.exists()) == (False, True)
    listed = json.loads(liaison("ledger", file, "--json").out)
    assert [one["there"] for one in listed["entries"]] == ["changed", "deleted"]
    assert listed["readable_here"] == 1


def test_a_wrong_number_or_no_choice_deletes_nothing(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    out = tmp_path / "hq.xlsx"
    liaison("export", file, out)
    assert liaison("ledger", file, "--clean", "7", "--for-good").code == 1
    assert liaison("ledger", file, "--for-good").code == 2
    assert out.exists()
