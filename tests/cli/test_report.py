"""``liaison report FILE exposure``: what an officer tells the security office after a theft."""

import json
from pathlib import Path

from tests.cli.conftest import Liaison


def test_a_backup_tells_what_the_stolen_laptop_held(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nMiren Zubeldia,mz@harbour.example\n", encoding="utf-8")
    assert liaison("import", file, people, "--as", "contacts", "--apply").code == 0
    assert liaison("export", file, tmp_path / "hq.xlsx").code == 0
    backups = tmp_path / "backups"
    backups.mkdir()
    assert liaison("backup", file, backups).code == 0
    (kept,) = backups.iterdir()
    before = kept.read_bytes()
    told = liaison("report", kept, "exposure")
    assert told.code == 0
    assert "Office of International Affairs" in told.out
    assert "with an e-mail address: 1" in told.out
    assert "hq.xlsx" in told.out
    assert "Zubeldia" not in told.out
    assert "Zubeldia" in liaison("report", kept, "exposure", "--names").out
    said = json.loads(liaison("report", kept, "exposure", "--json").out)
    assert said["people"]["with_email"] == 1
    assert kept.read_bytes() == before
    assert list(backups.iterdir()) == [kept]


def test_what_is_no_office_or_not_opened_is_refused(
    file: Path, liaison: Liaison, tmp_path: Path
) -> None:
    text = tmp_path / "text.liaison"
    text.write_text("no office")
    assert liaison("report", text, "exposure").code == 1
    assert liaison("report", file, "exposure", passphrase="wrong words here").code == 1
    assert liaison("report", file, "weather").code == 2
