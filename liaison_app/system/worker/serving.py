"""The process that computes, from inside: ``python -m liaison_app.system.worker.serving``.

Requests come on standard input, answers go to standard output, pickled one after the other. Both are
taken aside first, so that nothing a library reads or prints gets between.
"""

import os
import pickle
import traceback
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any


def main() -> None:
    """Do what is asked, one job after the other, until whoever asks is gone."""
    asked, told = _taken_aside()
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(asked, requests), daemon=True).start()
    while True:
        _serve(requests.get(), told)


def _taken_aside() -> tuple[IO[bytes], IO[bytes]]:
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    return asked, told


def _listen(asked: IO[bytes], requests: "SimpleQueue[bytes]") -> None:
    """Take requests in. The end of the pipe is the end of whoever asks, and so of this process too,
    whatever it is doing: nobody waits for it any more."""
    try:
        while True:
            requests.put(pickle.load(asked))  # noqa: S301 - from the process that started this one
    finally:
        os._exit(0)


def _serve(request: bytes, told: IO[bytes]) -> None:
    def say(said: str, content: object) -> None:
        told.write(pickle.dumps((said, content), pickle.HIGHEST_PROTOCOL))
        told.flush()

    try:
        job, args, kwargs = pickle.loads(request)  # noqa: S301 - as above
        given = job(lambda done, whole: say("far", (done, whole)), *args, **kwargs)
        if isinstance(given, Iterator):
            for one in given:
                say("slice", one)
            say("sliced", None)
        else:
            say("done", given)
    except MemoryError:
        os._exit(1)  # what is left can't be trusted; the next job gets a new process
    except Exception as fault:  # noqa: BLE001 - raised again where the job was asked for
        say("raised", _as_sent(fault))


def _as_sent(fault: Exception) -> Exception:
    """The fault, with the places where it happened (no values), or its name if it can't be sent."""
    places = "".join(traceback.format_tb(fault.__traceback__))
    try:
        again: Any = pickle.loads(pickle.dumps(fault))  # noqa: S301 - made in this very line
    except Exception:  # noqa: BLE001 - whatever keeps it from being sent
        again = RuntimeError(type(fault).__name__)
    again.add_note(places)
    return again if isinstance(again, Exception) else RuntimeError(type(fault).__name__)


if __name__ == "__main__":
    main()
