"""The program's own window on a real display: Xvfb is started here, and what is driven is a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from liaison_app.services.office import Profile, found_office
from liaison_app.system.clock import Clock
from tests.offices import FOUNDING, PASSPHRASE

_ROOT = Path(__file__).resolve().parents[3]
_SAID = """unlocked
imported 2
captured (3, 3) (2, 1) (3, 3)
found True
saved True
pictured 1280 800"""


@pytest.fixture
def display() -> Iterator[str]:
    """The number of a display of this test's own, 1280 x 800."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.fail(
            "Xvfb is missing: install the package xvfb (packaging/test.sh does), then run the tests again."
        )
    reading, writing = os.pipe()
    screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    process = subprocess.Popen([server, *screen], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            pytest.fail("Xvfb did not start: it named no display.")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(10)


def test_the_main_job_in_a_real_window(display: str, tmp_path: Path) -> None:
    office = tmp_path / "office.liaison"
    found_office(office, PASSPHRASE, FOUNDING, Clock(), Profile(tmp_path / "nodes.json")).close()
    listed = tmp_path / "log.csv"
    listed.write_text(
        "Date,Organisation,Purpose,Action\n"
        "12/03/2026,Port of Busan,Port MOU,Send the MOU draft\n"
        "25/05/2026,Sasebo,Anniversary,\n",
        encoding="utf-8",
    )
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("QT_")},
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": display,
        "LIAISON_PASSPHRASE": PASSPHRASE,
        "LIAISON_HOME": str(tmp_path / "profile"),
        "PYTHONPATH": str(_ROOT),
    }
    driven = subprocess.run(
        [sys.executable, "-m", "tests.desktop.job.real_window", office, listed, tmp_path],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert driven.stdout.strip() == _SAID, driven.stderr
    assert driven.returncode == 0, driven.stderr
    with pypdfium2.PdfDocument(tmp_path / "packet.pdf") as pdf:
        said = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Kim Do-hyun" in said
