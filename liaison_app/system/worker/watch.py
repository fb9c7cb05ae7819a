"""Watching one piece of long work: how far it is, and giving it up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from liaison_app.system.worker.job import Tell, unheard


class Cancelled(Exception):
    """Whoever asked gave it up: nobody waits for it any more, and nothing is to be said."""


class Watch:
    """Over one piece of work. ``tell`` is called on the thread that waits for it.

    ``cancel`` may be called from any thread, before, during or after the work.
    """

    def __init__(self, tell: Tell = unheard) -> None:
        self.tell = tell
        self._lock = Lock()
        self._end: Callable[[], None] | None = None
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether it was given up."""
        return self._cancelled

    def cancel(self) -> None:
        """Give it up: it ends at once, and raises ``Cancelled`` where it is waited for."""
        with self._lock:
            self._cancelled = True
            if self._end is not None:
                self._end()

    def check(self) -> None:
        """Raise ``Cancelled`` if it was given up."""
        if self._cancelled:
            raise Cancelled

    @contextmanager
    def ended_by(self, end: Callable[[], None]) -> Iterator[None]:
        """Within this block cancelling calls ``end``, from the thread that cancels."""
        with self._lock:
            self.check()
            self._end = end
        try:
            yield
        finally:
            with self._lock:
                self._end = None
