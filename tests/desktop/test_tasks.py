"""Work off the window's thread: answers in order, the latest wins, refusals are sentences."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liaison_app.desktop.tasks import Tasks
from liaison_app.domain.errors import Refusal


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
