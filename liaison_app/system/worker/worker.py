"""The process that computes, seen by the one that asks: started when first needed, kept warm, ended with us.

A new interpreter, never a fork of this one: the same on Linux, macOS and Windows. It is started as a
program of its own and not through ``multiprocessing``, because only so can it be given an environment
without the passphrase, no terminal (Ctrl+C is for us), none of our open files, and no second helper
process that outlives both.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import IO, Any, Concatenate, ParamSpec, Self, TypeVar

from liaison_app.domain.errors import Refusal
from liaison_app.system.worker.job import Do, Tell
from liaison_app.system.worker.watch import Watch

P = ParamSpec("P")
T = TypeVar("T")

_SERVING = "liaison_app.system.worker.serving"
_HOUSE = Path(__file__).resolve().parents[3]
"""The folder that holds the package: a checkout, or where it was installed."""
_OURS = "LIAISON_"
"""How variables of ours begin: the passphrase, the profile folder. None is the worker's business."""


class Worker:
    """One process that does one job at a time. ``with Worker() as worker``: it ends with the block.

    May be used from several threads: jobs wait for each other. It also ends by itself when this
    process is killed, as its pipe ends then.
    """

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def watched(self, watch: Watch) -> Do:
        """A ``do`` for one piece of work under a watch."""

        def do(job: Callable[Concatenate[Tell, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
            given: T = self._have_done(watch, job, args, kwargs)
            return given

        return do

    def close(self) -> None:
        """End the process, once what it does is done. Asked again it starts a new one."""
        with self._one_at_a_time:
            self._end()

    def _have_done(self, watch: Watch, job: object, args: object, kwargs: object) -> Any:
        """What a job gives, or what it raises.

        Refused as ``worker.died`` when the process ended under it (no memory left, a file that
        breaks a reader); the next job gets a new process.
        """
        request = pickle.dumps((job, args, kwargs), pickle.HIGHEST_PROTOCOL)
        with self._one_at_a_time:
            watch.check()
            try:
                process = self._started()
                with watch.ended_by(process.kill):
                    raised, given = _asked(process, request, watch)
                watch.check()
            except BaseException as fault:
                self._end()  # what it may still say is no answer to the next question
                watch.check()
                if isinstance(fault, (EOFError, OSError, pickle.UnpicklingError)):
                    raise Refusal("worker.died") from None
                raise
        if raised:
            raise given
        return given

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _start()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError):  # what it never read
                process.__exit__(None, None, None)


def _asked(process: "subprocess.Popen[bytes]", request: bytes, watch: Watch) -> tuple[bool, Any]:
    """Whether it was raised, and what was given or raised."""
    asking, telling = _pipes(process)
    pickle.dump(request, asking, pickle.HIGHEST_PROTOCOL)
    asking.flush()
    slices: list[Any] = []
    while True:
        said, content = pickle.load(telling)  # noqa: S301 - our own process, through our own pipe
        if said == "far":
            watch.tell(*content)
        elif said == "slice":
            slices.append(content)
        else:
            return said == "raised", iter(slices) if said == "sliced" else content


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise TypeError("a worker has two pipes")
    return process.stdin, process.stdout


def _start() -> "subprocess.Popen[bytes]":
    # -P: a module in the folder where the officer happens to be is nobody's
    return subprocess.Popen(  # noqa: S603 - this very interpreter
        [sys.executable, "-P", "-m", _SERVING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        **_apart(),
    )


def _apart() -> dict[str, Any]:
    """Away from the terminal, so that Ctrl+C there doesn't reach it; and no console that flashes up."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return {"creationflags": flags}
    return {"start_new_session": True}


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    path = [str(_HOUSE), *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {"PYTHONPATH": os.pathsep.join(path)}
