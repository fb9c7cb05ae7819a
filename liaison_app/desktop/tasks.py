"""Work off the window's thread: one thread reads the office, one writes, one waits for the process that computes, and
one that nobody waits for looks at disks.

    tasks.read(lambda: people.person_page(office, id), self.show_page, owner=self, slot="page")
    tasks.work(lambda do: make_packet(office, wish, do), self.show_packet, owner=self, slot="packet")

Results come back on the window's own. None blocks another, and none blocks painting. What a job refuses is worded
and said (``failed``), unless the asker takes it; whatever else goes wrong in it becomes one sentence, never a
traceback on the screen.
"""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from liaison_app.domain.errors import Refusal
from liaison_app.system.messages import text
from liaison_app.system.worker.job import Do, Tell, here, unheard
from liaison_app.system.worker.watch import Cancelled, Watch
from liaison_app.system.worker.worker import Worker

T = TypeVar("T")


def in_words(fault: BaseException) -> str:
    """A sentence for what went wrong: the refusal's own, or that it was a mistake of ours."""
    if isinstance(fault, Refusal):
        return text(fault.code, **fault.params)
    return text("task.broken", kind=type(fault).__name__)


@dataclass(frozen=True, eq=False)
class _Asked:
    """A job that was handed over, and what to do when it's back."""

    job: Callable[[], Any]
    then: Callable[[Any], None] | None
    otherwise: Callable[[BaseException], None] | None
    owner: QObject | None
    slot: tuple[int, str] | None
    tell: Tell = unheard


class Tasks(QObject):
    """Four threads. ``failed(sentence)`` for what no asker took; ``rested`` when nothing is under way any more.

    The ``worker`` belongs to whoever made it; without one, what it would do is done on the thread that would wait.
    """

    failed = Signal(str)
    rested = Signal()
    _back = Signal(object, object, object)
    _seen = Signal(object, object, object)
    _far = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._reader = ThreadPoolExecutor(1, "liaison-read")
        self._writer = ThreadPoolExecutor(1, "liaison-write")
        self._waiter = ThreadPoolExecutor(1, "liaison-work")
        self._to_look: SimpleQueue[_Asked | None] = SimpleQueue()
        self._looker: Thread | None = None
        self._looking = 0
        self._given_up_on_leaving: WeakSet[Watch] = WeakSet()
        self._latest: dict[tuple[int, str], _Asked] = {}
        self._pending = 0
        self._stopped = False
        self._back.connect(self._deliver)
        self._seen.connect(self._show_seen)
        self._far.connect(self._say_how_far)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._pending > 0

    @property
    def looking(self) -> bool:
        """Whether a disk is being looked at, which may take for ever."""
        return self._looking > 0

    @property
    def stopped(self) -> bool:
        """Whether the window has been left: nothing is done any more."""
        return self._stopped

    def read(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        *,
        otherwise: Callable[[BaseException], None] | None = None,
        owner: QObject | None = None,
        slot: str = "",
    ) -> None:
        """Do ``job`` on the reading thread, then ``then(result)`` here.

        Nothing is delivered to an ``owner`` that has gone; with a ``slot`` only the latest answer asked for by that
        owner under that name is delivered, so a slow old answer never overwrites a new one.
        """
        if self._stopped:
            return
        named = (id(owner), slot) if slot else None
        self._ask(self._reader, _Asked(job, then, otherwise, owner, named))

    def write(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        otherwise: Callable[[BaseException], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do ``job`` on the writing thread, after those asked for before it, then ``then(result)`` here."""
        self._ask(self._writer, _Asked(job, then, otherwise, owner, None))

    def look(
        self, job: Callable[[], T], then: Callable[[T], None], *, owner: QObject, slot: str
    ) -> None:
        """Look at a disk, by the rules of ``read``, on a thread that is waited for neither to lock nor to leave: a disk
        that has gone may never answer."""
        if self._stopped:
            return
        asked = _Asked(job, then, None, owner, (id(owner), slot))
        self._latest[id(owner), slot] = asked
        self._looking += 1
        if self._looker is None:
            self._looker = Thread(target=self._keep_looking, name="liaison-look", daemon=True)
            self._looker.start()
        self._to_look.put(asked)

    def work(
        self,
        job: Callable[[Do], T],
        then: Callable[[T], None],
        *,
        otherwise: Callable[[BaseException], None] | None = None,
        owner: QObject | None = None,
        slot: str = "",
        tell: Tell = unheard,
        to_the_end: bool = False,
    ) -> Watch:
        """Do ``job(do)`` on a thread of its own, which may wait long: for the worker to do what is passed to ``do``.

        Then ``then(result)`` here, by the rules of ``read``; ``tell(done, whole)`` is called here too. ``cancel`` of
        the watch that is returned ends what the worker does at once, and ``otherwise`` hears ``Cancelled``; if it came
        too late ``then`` hears the result. Leaving the window cancels too, unless it is to be done ``to_the_end``:
        something is written there.
        """
        watch = Watch(lambda done, whole: self._far.emit(asked, done, whole))
        do = self._worker.watched(watch) if self._worker is not None else here

        def watched() -> T:
            watch.check()
            return job(do)

        named = (id(owner), slot) if slot else None
        asked = _Asked(watched, then, otherwise, owner, named, tell)
        if not self._stopped:
            self._ask(self._waiter, asked)
            if not to_the_end:
                self._given_up_on_leaving.add(watch)
        return watch

    def stop(self) -> None:
        """Finish what is being written, drop what only waits, deliver nothing more; reads asked later are dropped."""
        self._stopped = True
        self._back.disconnect(self._deliver)
        self._seen.disconnect(self._show_seen)
        self._to_look.put(None)
        for watch in self._given_up_on_leaving:
            watch.cancel()
        self._waiter.shutdown(wait=True)
        self._reader.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        self._pending = self._looking = 0

    def _ask(self, thread: ThreadPoolExecutor, asked: _Asked) -> None:
        self._pending += 1
        if asked.slot is not None:
            self._latest[asked.slot] = asked
        future = thread.submit(self._do, asked)
        future.add_done_callback(lambda done: self._report(asked, done))

    def _keep_looking(self) -> None:
        with suppress(RuntimeError):  # the window has gone meanwhile
            while (asked := self._to_look.get()) is not None:
                result, fault = None, None
                try:
                    result = self._do(asked)
                except Exception as caught:  # noqa: BLE001 - handed over, as an executor does
                    fault = caught
                self._seen.emit(asked, result, fault)

    def _show_seen(self, asked: _Asked, result: Any, fault: BaseException | None) -> None:
        self._looking -= 1
        if self._wanted(asked):
            self._hand_over(asked, result, fault)

    def _do(self, asked: _Asked) -> Any:
        if asked.slot is not None and self._latest.get(asked.slot) is not asked:
            return None
        return asked.job()

    def _report(self, asked: _Asked, done: "Future[Any]") -> None:
        if done.cancelled():
            return
        fault = done.exception()
        self._back.emit(asked, None if fault else done.result(), fault)

    def _deliver(self, asked: _Asked, result: Any, fault: BaseException | None) -> None:
        self._pending -= 1
        try:
            if self._wanted(asked):
                self._hand_over(asked, result, fault)
        finally:
            if not self._pending:
                self.rested.emit()

    def _wanted(self, asked: _Asked) -> bool:
        if asked.slot is not None:
            if self._latest.get(asked.slot) is not asked:
                return False
            del self._latest[asked.slot]
        return asked.owner is None or isValid(asked.owner)

    def _say_how_far(self, asked: _Asked, done: int, whole: int) -> None:
        if asked.owner is None or isValid(asked.owner):
            asked.tell(done, whole)

    def _hand_over(self, asked: _Asked, result: Any, fault: BaseException | None) -> None:
        if fault is None:
            if asked.then is not None:
                asked.then(result)
            return
        if not isinstance(fault, (Refusal, Cancelled)):
            note(fault)
        if asked.otherwise is not None:
            asked.otherwise(fault)
        elif not isinstance(fault, Cancelled):
            self.failed.emit(in_words(fault))


def note(fault: BaseException) -> None:
    """Where in the program it happened, for whoever repairs it: places only, no value of any record."""
    there = getattr(fault, "__notes__", ())  # in the worker, where it was raised first
    places = "".join((*traceback.format_tb(fault.__traceback__), *there))
    logging.getLogger("liaison.window").error("%s at\n%s", type(fault).__name__, places)
