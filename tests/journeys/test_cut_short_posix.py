"""Whatever cuts Liaison short, the office opens afterwards, whole, and nothing lies about."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import Run, command, environment

ROWS = 3_000


@pytest.fixture
def long_log(tmp_path: Path) -> Path:
    """A log that takes a while to bring in."""
    path = tmp_path / "long.csv"
    rows = (f"12 March 2024,Guild {n},Person {n},Purpose {n}\n" for n in range(ROWS))
    path.write_text("Date,Organisation,Person,Purpose\n" + "".join(rows), encoding="utf-8")
    return path


def writing(office: Path) -> bool:
    wal = office.with_name(office.name + "-wal")
    return wal.exists() and wal.stat().st_size > 100_000


def cut_short(office: Path, log: Path, profile: Path, by: signal.Signals) -> tuple[int, str]:
    """Bring the log in and send a signal once the office is being written."""
    started = subprocess.Popen(
        command("import", office, log, "--apply"),
        env=environment(profile),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while started.poll() is None and not writing(office):
        time.sleep(0.002)  # nothing says from outside when a write begins
    started.send_signal(by)
    _, said = started.communicate(timeout=60)
    return started.returncode, said


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGKILL])
def test_an_import_cut_short_leaves_all_or_nothing(
    file: Path, long_log: Path, profile: Path, run: Run, by: signal.Signals
) -> None:
    code, said = cut_short(file, long_log, profile, by)
    in_time = code != 0  # on a busy machine the signal may come when all is written
    if by is signal.SIGINT and in_time:
        assert code == 1
        assert said == "Stopped. What was saved before is kept; nothing is half written.\n"
    sound = run("check", file)
    assert sound.returncode == 0, sound.stderr
    count = len(run("list", file, "engagements", "--limit", ROWS).stdout.splitlines())
    assert count in ((1, ROWS) if in_time else (ROWS,))
    again = run("import", file, long_log, "--apply")
    assert again.returncode == 0, again.stderr
    assert [one.name for one in file.parent.glob(".liaison-*")] == []
