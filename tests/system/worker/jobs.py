"""What the tests of the worker ask it to do; a job is a function of a module."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import NoReturn

from liaison_app.domain.errors import Refusal
from liaison_app.system.worker.job import Tell


class Odd(Exception):
    """A fault that can't be sent as it is: it needs two words and keeps one."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def add(tell: Tell, one: int, two: int) -> int:
    """A sum."""
    return one + two


def own_id(tell: Tell) -> int:
    """The number of the process that does it."""
    return os.getpid()


def environment(tell: Tell) -> dict[str, str]:
    """What the process that does it was given."""
    return dict(os.environ)


def count_up(tell: Tell, whole: int) -> Iterator[int]:
    """Numbers in slices, each told of."""
    for done in range(whole):
        tell(done, whole)
        yield done


def chatter(tell: Tell) -> str:
    """Print, as a library might, and read what isn't there."""
    sys.stdout.write("noise\n")
    sys.stdout.flush()
    os.write(1, b"more noise\n")
    return sys.stdin.read()


def refuse(tell: Tell, path: str) -> NoReturn:
    """A refusal with what fills its sentence."""
    raise Refusal("file.is_folder", path=path)


def divide(tell: Tell) -> float:
    """A mistake of ours."""
    return 1 / len("")


def be_odd(tell: Tell) -> NoReturn:
    """A fault that can't be sent."""
    raise Odd("a", "b")


def die(tell: Tell) -> NoReturn:
    """End as a process does that the system stops."""
    os._exit(9)


def run_out(tell: Tell) -> bytearray:
    """Ask for more memory than any machine has."""
    return bytearray(1 << 62)


def hold_open(tell: Tell, fifo: str) -> None:
    """Hold the writing end of a pipe, which its reader sees end with this process."""
    with Path(fifo).open("wb"):
        tell(1, 0)
        Event().wait()


def never_end(tell: Tell) -> None:
    """Say that it has begun, and go on for ever."""
    tell(os.getpid(), 0)
    Event().wait()
