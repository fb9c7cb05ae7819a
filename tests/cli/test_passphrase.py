"""``liaison passphrase``, and the sheet's code wherever a passphrase is asked for."""

import io
import json
import sys
from pathlib import Path

import pytest

from liaison_app import app
from liaison_app.services import backups
from liaison_app.services.office import Profile, open_office, recovery_code
from tests.cli.conftest import Liaison
from tests.offices import PASSPHRASE, MovingClock

NEW = "a kettle of quiet brass"


def test_a_script_changes_it_and_remakes_the_copies(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    office = open_office(file, PASSPHRASE, MovingClock(), Profile(tmp_path / "known"))
    copy = backups.copy_to(office, file.parent).path
    office.close()
    new = tmp_path / "new.txt"
    new.write_text(NEW + "\n")
    said = liaison("passphrase", file, "--new-passphrase-file", new, "--older", "remake", "--json")
    assert said.code == 0, said.err
    assert json.loads(said.out) == {
        "file": str(file), "remake": [str(copy)], "old_passphrase": [], "backup_folders_away": []
    }  # fmt: skip
    for path in (file, copy):
        assert liaison("check", path, passphrase=PASSPHRASE).code == 1
        assert liaison("check", path, passphrase=NEW).code == 0


def test_it_says_what_the_old_passphrase_still_opens(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    office = open_office(file, PASSPHRASE, MovingClock(), Profile(tmp_path / "known"))
    copy = backups.copy_to(office, file.parent).path
    office.close()
    said = liaison("passphrase", file, pipe=f"{NEW}\n")
    assert said.code == 0, said.err
    for word in ("old recovery sheet is void", "still open with the old", copy.name, "SSDs"):
        assert word in said.out


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_person_is_asked_for_each_offered_six_words_and_asked_about_copies(
    liaison: Liaison, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_office(file, PASSPHRASE, MovingClock(), Profile(tmp_path / "known"))
    copy = backups.copy_to(office, file.parent).path
    office.close()
    asked: list[str] = []
    typed = iter((PASSPHRASE, NEW, NEW))

    def prompted(question: str) -> str:
        asked.append(question.strip())
        return next(typed)

    screen = Screen()
    with monkeypatch.context() as terminal:
        terminal.setattr("getpass.getpass", prompted)
        terminal.setattr(sys, "stdin", Screen("burn them\ndelete\n"))
        terminal.setattr(sys, "stderr", screen)
        terminal.delenv("LIAISON_PASSPHRASE", raising=False)
        assert app.main(["passphrase", str(file)]) == 0
    assert asked == ["Passphrase:", "New passphrase:", "The same passphrase again:"]
    assert "Six words drawn for you" in screen.getvalue()
    assert copy.name in screen.getvalue()
    assert not copy.exists()
    assert liaison("list", file, "people", passphrase=NEW).code == 0


def test_refused_it_says_so_and_changes_nothing(liaison: Liaison, file: Path) -> None:
    said = liaison("passphrase", file, passphrase="not it", pipe=f"{NEW}\n")
    assert (said.code, said.out) == (1, "")
    assert "doesn’t open" in said.err
    assert liaison("passphrase", file, pipe="\n").code == 1
    assert liaison("check", file).code == 0


def test_the_code_of_the_recovery_sheet_opens_it_for_every_command(
    liaison: Liaison, file: Path, tmp_path: Path
) -> None:
    office = open_office(file, PASSPHRASE, MovingClock(), Profile(tmp_path / "known"))
    code = recovery_code(office)
    office.close()
    assert liaison("list", file, "people", passphrase=code).code == 0
    first = "B" if code[0] == "A" else "A"
    said = liaison("list", file, "people", passphrase=first + code[1:])
    assert said.code == 1
    assert "recovery sheet" in said.err
