import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.domain.errors import BadInput, EstradoError
from desktop.ui.worker import Progress, Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker("test")
    yield worker
    worker.stop()


def test_work_is_done_on_another_thread_and_answered_on_this_one(qtbot: QtBot, worker: Worker):
    answers: list[tuple[int, int]] = []
    owner = QObject()
    worker.do(
        owner,
        lambda _progress: threading.get_ident(),
        lambda there: answers.append((there, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(answers))
    there, here = answers[0]
    assert here == threading.get_ident() != there


def test_jobs_are_answered_in_the_order_in_which_they_were_asked(qtbot: QtBot, worker: Worker):
    owner, answers = QObject(), list[int]()
    for number in range(20):
        worker.do(owner, lambda _progress, number=number: number, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))


def test_an_error_goes_to_whoever_asked(qtbot: QtBot, worker: Worker):
    owner, errors = QObject(), list[EstradoError]()

    def work(_progress: Progress) -> None:
        raise BadInput("Nothing there.", place="line 3")

    worker.do(owner, work, None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "line 3: Nothing there."


def test_an_error_that_nobody_expects_goes_to_the_window(qtbot: QtBot, worker: Worker):
    def work(_progress: Progress) -> None:
        raise BadInput("Nothing there.")

    with qtbot.waitSignal(worker.broke) as told:
        worker.do(worker, work)
    assert str(told.args[0]) == "Nothing there."


def test_a_defect_is_told_and_the_thread_goes_on(
    qtbot: QtBot, worker: Worker, caplog: pytest.LogCaptureFixture
):
    def work(_progress: Progress) -> None:
        raise ZeroDivisionError("by nothing")

    with qtbot.waitSignal(worker.broke) as told:
        worker.do(worker, work)
    assert "by nothing" in str(told.args[0])
    answers: list[int] = []
    worker.do(worker, lambda _progress: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_a_cancelled_job_stops_at_its_next_step_and_calls_nobody(qtbot: QtBot, worker: Worker):
    begun, steps, called = threading.Event(), list[int](), list[object]()
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(10)
        for step in range(100):
            progress(step, 100)
            steps.append(step)

    job = worker.do(worker, work, called.append, called.append)
    assert begun.wait(10)
    job.cancel()
    with qtbot.waitSignal(worker.ended):
        go_on.set()
    assert steps == []
    assert called == []


def test_progress_is_counted(qtbot: QtBot, worker: Worker):
    def work(progress: Progress) -> None:
        for step in range(1, 1001):
            progress(step, 1000)

    told: list[tuple[int, int]] = []
    worker.progressed.connect(lambda _job, done, total: told.append((done, total)))
    with qtbot.waitSignal(worker.ended):
        worker.do(worker, work, name="Counting")
    assert told[-1] == (1000, 1000)
    assert len(told) < 100, "the window's thread must not drown in progress"


def test_nobody_is_called_who_is_gone(qtbot: QtBot, worker: Worker):
    import shiboken6

    owner, called = QObject(), list[object]()
    begun = threading.Event()
    worker.do(owner, lambda _progress: begun.wait(10), called.append)
    shiboken6.delete(owner)
    with qtbot.waitSignal(worker.ended):
        begun.set()
    assert called == []
