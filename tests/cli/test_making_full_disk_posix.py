"""A disk that fills up while an office is made: one sentence, and nothing where it should have stood."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from liaison_app.store.key import Key
from tests.offices import PASSPHRASE

NEW = ("new", "FILE", "--officer", "A. Lund", "--office", "Protocol")
GENERATE = ("generate", "FILE", "--scale", "1")
DEMO = ("demo", "DIR", "--no-window")


def on_a_full_disk(
    words: tuple[str, ...], folder: Path, kilobytes: int, passphrase: str = PASSPHRASE
) -> tuple[int, str]:
    """Run ``liaison`` where no file grows beyond a limit; returns its exit code and complaint."""
    places = {"FILE": str(folder / "x.liaison"), "DIR": str(folder / "demo")}
    limited = 'ulimit -f "$0" && exec "$@"'
    done = subprocess.run(  # our own command line
        ["/bin/bash", "-c", limited, str(kilobytes), sys.executable, "-m", "liaison_app"]
        + [places.get(word, word) for word in words],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "LIAISON_PASSPHRASE": passphrase, "XDG_STATE_HOME": str(folder / "s")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def test_an_import_on_a_full_disk_brings_in_nothing(
    founded: tuple[Path, Key], tmp_path: Path
) -> None:
    path = Path(shutil.copy(founded[0], tmp_path / "office.liaison"))
    log = tmp_path / "log.csv"
    rows = [f"Ada Falk,{1 + n % 28} March 2024,Harbour Trust {n},Pier {n}\n" for n in range(900)]
    log.write_text("Who,Date,Organisation,Purpose\n" + "".join(rows), encoding="utf-8")
    words = ("import", str(path), str(log), "--apply")
    code, complaint = on_a_full_disk(words, tmp_path, path.stat().st_size // 1024 + 200, PASSPHRASE)
    assert (code, len(complaint.strip().splitlines())) == (1, 1), complaint
    assert "everything saved before is kept" in complaint.lower()
    code, complaint = on_a_full_disk(words, tmp_path, 100_000, PASSPHRASE)
    assert (code, complaint) == (0, "")


@pytest.mark.parametrize(
    ("words", "kilobytes"),
    [(NEW, 100), (GENERATE, 1_500), (GENERATE, 3_000), (DEMO, 900)],
    ids=["new", "generate early", "generate late", "demo"],
)
def test_a_full_disk_leaves_no_half_made_office(
    tmp_path: Path, words: tuple[str, ...], kilobytes: int
) -> None:
    code, complaint = on_a_full_disk(words, tmp_path, kilobytes)
    assert code == 1, complaint
    assert "Traceback" not in complaint
    assert len(complaint.strip().splitlines()) == 1
    assert "Nothing" in complaint
    assert [
        one for one in tmp_path.rglob("*") if "liaison-" in one.name or "demo" in one.name
    ] == []
    assert not (tmp_path / "x.liaison").exists()
