"""Whoever asks may be killed, or interrupted at the terminal: its worker goes with it."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from select import select

import pytest

_ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_whoever_asks_however_that_ends(how: signal.Signals, tmp_path: Path) -> None:
    fifo = tmp_path / "held"
    os.mkfifo(fifo)
    held = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    asking = subprocess.Popen(
        [sys.executable, "-m", "tests.system.worker.asking", fifo],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        with asking:
            assert asking.stdout is not None
            assert asking.stdout.readline() == b"begun\n"
            assert not select([held], [], [], 0)[0]
            os.killpg(asking.pid, how)
        assert select([held], [], [], 10)[0], "the worker is still there"
        assert os.read(held, 1) == b""
    finally:
        os.close(held)
