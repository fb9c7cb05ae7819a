"""The process that computes: a real one, asked as the window asks it."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from liaison_app.domain.errors import Refusal
from liaison_app.system.messages import text
from liaison_app.system.worker.job import here
from liaison_app.system.worker.watch import Cancelled, Watch
from liaison_app.system.worker.worker import Worker
from tests.system.worker import jobs


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


def test_it_is_another_process_and_stays_warm(worker: Worker) -> None:
    do = worker.watched(Watch())
    first = do(jobs.own_id)
    assert first != os.getpid()
    assert do(jobs.own_id) == first
    assert do(jobs.add, 2, two=3) == 5 == here(jobs.add, 2, two=3)


def test_nothing_is_started_before_something_is_asked() -> None:
    with Worker() as made:
        assert made._process is None


def test_it_is_given_neither_the_passphrase_nor_the_profile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LIAISON_PASSPHRASE", "nine cranes asleep")
    with Worker() as made:
        given = made.watched(Watch())(jobs.environment)
    assert "PATH" in given
    assert [name for name in given if name.startswith("LIAISON")] == []
    assert "nine cranes asleep" not in given.values()


def test_a_module_in_the_folder_where_the_officer_happens_to_be_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('hijacked')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Worker() as made:
        assert made.watched(Watch())(jobs.add, 2, 2) == 4


def test_progress_comes_while_it_works_and_long_things_come_in_slices(worker: Worker) -> None:
    told: list[tuple[int, int]] = []
    do = worker.watched(Watch(lambda done, whole: told.append((done, whole))))
    assert list(do(jobs.count_up, 3)) == [0, 1, 2] == list(here(jobs.count_up, 3))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_what_a_library_prints_or_reads_does_not_get_between(worker: Worker) -> None:
    do = worker.watched(Watch())
    assert do(jobs.chatter) == ""
    assert do(jobs.add, 1, 1) == 2


def test_a_refusal_arrives_with_what_fills_its_sentence(worker: Worker) -> None:
    with pytest.raises(Refusal) as refused:
        worker.watched(Watch())(jobs.refuse, "/reports")
    assert text(refused.value.code, **refused.value.params).startswith("/reports is a folder.")


def test_a_mistake_arrives_as_itself_and_says_where_it_was(worker: Worker) -> None:
    do, before = worker.watched(Watch()), worker.watched(Watch())(jobs.own_id)
    with pytest.raises(ZeroDivisionError) as fault:
        do(jobs.divide)
    assert "in divide" in fault.value.__notes__[0]
    with pytest.raises(RuntimeError, match="Odd"):
        do(jobs.be_odd)
    assert do(jobs.own_id) == before, "a mistake doesn't cost the process"


@pytest.mark.parametrize("job", [jobs.die, jobs.run_out])
def test_when_it_dies_one_sentence_is_said_and_the_next_job_is_done(job: object) -> None:
    with Worker() as made:
        do = made.watched(Watch())
        before = do(jobs.own_id)
        with pytest.raises(Refusal) as refused:
            do(job)  # type: ignore[arg-type]
        assert "Nothing was written" in text(refused.value.code)
        after = do(jobs.own_id)
        assert after != before


def test_cancelling_ends_it_at_once(worker: Worker) -> None:
    begun: list[int] = []

    def begin(process: int, _: int) -> None:
        begun.append(process)
        Thread(target=watch.cancel).start()

    watch = Watch(begin)
    with pytest.raises(Cancelled):
        worker.watched(watch)(jobs.never_end)
    after = worker.watched(Watch())(jobs.own_id)
    assert after != begun[0], "the next job gets a process of its own"
    with pytest.raises(Cancelled):
        worker.watched(watch)(jobs.own_id)
    assert worker.watched(Watch())(jobs.own_id) == after, (
        "giving up what hasn't begun costs nothing"
    )


def test_closing_leaves_no_process_and_it_can_be_used_again() -> None:
    made = Worker()
    made.watched(Watch())(jobs.own_id)
    process = made._process
    assert process is not None
    made.close()
    assert process.returncode is not None
    assert made.watched(Watch())(jobs.own_id) != process.pid
    made.close()
