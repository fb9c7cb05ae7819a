"""What a worker can be asked to do, and the same asked of nobody else: ``do(job, data)``."""

from collections.abc import Callable, Iterator, Sequence
from typing import Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_EVERY = 500

Tell = Callable[[int, int], None]
"""``tell(done, whole)``: how far a job is; a ``whole`` of 0 means that nobody knows how much it is."""


class Do(Protocol):
    """Has a job done and waits for what it gives.

    A job is a function of a module, first told whom to ``tell`` how far it is. It is pure: plain
    data in, plain data out, no file, no office. A job that gives an iterator gives long things in
    slices, small enough that taking one in never holds up the window.
    """

    def __call__(
        self, job: Callable[Concatenate[Tell, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """What the job gives. Raises what it raises."""


def unheard(done: int, whole: int) -> None:
    """Nobody is told."""


def counted(items: Sequence[T], tell: Tell) -> Iterator[T]:
    """The items one by one; ``tell`` hears every few hundred how many have been taken."""
    for done, item in enumerate(items):
        if not done % _EVERY:
            tell(done, len(items))
        yield item


def here(job: Callable[Concatenate[Tell, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Do it in this process and thread: for commands, which have nothing to paint meanwhile.

    A new process would cost a command 0.7 s more for a packet of 63 pages (2.9 against 2.1).
    """
    return job(unheard, *args, **kwargs)
