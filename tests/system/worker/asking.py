"""Asks a worker for what never ends, as a process of its own: ``python -m tests.system.worker.asking FIFO``.

The worker holds FIFO open. Says so on a line; it is there to be killed.
"""

import signal
import sys

from liaison_app.system.worker.watch import Watch
from liaison_app.system.worker.worker import Worker
from tests.system.worker import jobs


def main(fifo: str) -> None:
    """Ask and wait."""

    def begun(_done: int, _whole: int) -> None:
        sys.stdout.write("begun\n")
        sys.stdout.flush()

    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it
    with Worker() as worker:
        worker.watched(Watch(begun))(jobs.hold_open, fifo)


if __name__ == "__main__":
    main(sys.argv[1])
