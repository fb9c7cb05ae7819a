"""Work off the window's thread: answers in order, the latest wins, refusals are sentences."""

import os
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liaison_app.desktop.tasks import Tasks
from liaison_app.domain.errors import Refusal
from liaison_app.system.worker.job import Do
from liaison_app.system.worker.watch import Cancelled
from liaison_app.system.worker.worker import Worker
from tests.system.worker import jobs


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop()


def rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5_000)


def test_only_the_latest_answer_of_a_slot_is_delivered(qtbot: QtBot, tasks: Tasks) -> None:
    owner, go, told = QObject(), Event(), list[str]()

    def slow() -> str:
        go.wait(5)
        return "kim"

    tasks.read(slow, told.append, owner=owner, slot="hits")
    tasks.read(lambda: "kimm", told.append, owner=owner, slot="hits")
    go.set()
    rest(qtbot, tasks)
    assert told == ["kimm"]


def test_reading_does_not_wait_for_a_write(qtbot: QtBot, tasks: Tasks) -> None:
    go, told = Event(), list[str]()
    tasks.write(lambda: go.wait(5), lambda _: told.append("written"))
    tasks.read(lambda: "read", told.append)
    qtbot.waitUntil(lambda: told == ["read"], timeout=5_000)
    go.set()
    rest(qtbot, tasks)
    assert told == ["read", "written"]


def test_a_refusal_is_said_in_words(qtbot: QtBot, tasks: Tasks) -> None:
    def refuse() -> None:
        raise Refusal("record.gone")

    with qtbot.waitSignal(tasks.failed) as said:
        tasks.write(refuse)
    assert said.args[0].startswith("That record is not here any more")


def test_nothing_is_delivered_to_whoever_has_gone(qtbot: QtBot, tasks: Tasks) -> None:
    parent, told = QObject(), list[str]()
    owner = QObject(parent)
    tasks.read(lambda: "late", told.append, owner=owner)
    owner.deleteLater()
    del owner
    parent.deleteLater()
    del parent
    rest(qtbot, tasks)
    tasks.read(lambda: "after", told.append)
    rest(qtbot, tasks)
    assert told[-1] == "after"


def test_a_page_that_is_painted_once_more_while_its_window_closes_asks_for_nothing(
    qtbot: QtBot,
) -> None:
    made, told = Tasks(), list[str]()
    made.stop()
    made.read(lambda: "late", told.append)
    assert not made.busy
    assert told == []
    with pytest.raises(RuntimeError):
        made.write(lambda: "never lost in silence", told.append)


@pytest.fixture
def working(qtbot: QtBot, worker: Worker) -> Iterator[Tasks]:
    made = Tasks(worker=worker)
    yield made
    made.stop()


def test_what_computes_is_done_elsewhere_and_tells_how_far_it_is(
    qtbot: QtBot, working: Tasks
) -> None:
    told, given = list[tuple[int, int]](), list[list[int]]()
    working.work(
        lambda do: list(do(jobs.count_up, 3)),
        given.append,
        tell=lambda done, whole: told.append((done, whole)),
    )
    working.work(lambda do: [do(jobs.own_id)], given.append)
    rest(qtbot, working)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert given[0] == [0, 1, 2]
    assert given[1] != [os.getpid()]


def test_what_is_given_up_ends_at_once_and_whoever_asked_hears_that(
    qtbot: QtBot, working: Tasks
) -> None:
    faults, given = list[BaseException](), list[object]()
    watch = working.work(
        lambda do: do(jobs.never_end),
        given.append,
        otherwise=faults.append,
        tell=lambda _done, _whole: watch.cancel(),
    )
    rest(qtbot, working)
    assert given == []
    assert [type(fault) for fault in faults] == [Cancelled]


def test_what_is_given_up_and_nobody_asks_after_is_not_said(qtbot: QtBot, working: Tasks) -> None:
    said = list[str]()
    working.failed.connect(said.append)
    working.work(lambda do: str(do(jobs.never_end)), said.append).cancel()
    rest(qtbot, working)
    assert said == []


def test_leaving_the_window_ends_what_computes_but_not_what_writes(
    qtbot: QtBot, worker: Worker
) -> None:
    made, done, begun = Tasks(worker=worker), list[object](), Event()

    def write(do: Do) -> int:
        done.append(do(jobs.add, 2, 2))
        return 4

    made.work(lambda do: do(jobs.never_end), done.append, tell=lambda _done, _whole: begun.set())
    made.work(write, done.append, to_the_end=True)
    qtbot.waitUntil(begun.is_set, timeout=10_000)
    made.stop()
    assert done == [4], "written, and nobody was told any more"


def test_a_worker_that_dies_is_one_sentence_and_the_next_job_is_done(
    qtbot: QtBot, working: Tasks
) -> None:
    given = list[int]()
    with qtbot.waitSignal(working.failed) as said:
        working.work(lambda do: do(jobs.die), given.append)
    assert "Nothing was written" in said.args[0]
    working.work(lambda do: do(jobs.add, 2, 2), given.append)
    rest(qtbot, working)
    assert given == [4]
