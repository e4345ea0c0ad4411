"""Work off the window's thread: one thread takes jobs one by one, answers come back by signal.

A thread owns what it works on (the open database; a document in the making), so nothing is shared
and nothing is locked. The window never waits: it asks, and goes on.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop.domain.errors import Cancelled, EstradoError

T = TypeVar("T")
Progress = Callable[[int, int], None]

PAUSE = 0.05
"""Seconds between two signals of progress, so that counting never crowds the window's thread."""

HANDOVER = 0.0002
"""Seconds after which a thread that computes lets the window's go on. That one asks for each cell
that it paints: with Python's own 5 ms a list takes 170 ms to be painted meanwhile, so 15."""

_log = logging.getLogger(__name__)


class Job(Generic[T]):
    """A piece of work that was asked for: `cancel()` ends it at its next step.

    `name` is what the status bar says while it lasts; a job without a name is not shown.
    """

    def __init__(self, owner: QObject, work: Callable[[Progress], T], name: str) -> None:
        self.owner = owner
        self.work = work
        self.name = name
        self.done: Callable[[T], None] | None = None
        self.failed: Callable[[EstradoError], None] | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; what it began is rolled back and nobody is called."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._cancelled.is_set()


class Worker(QObject):
    """One thread and its queue of jobs; lives as long as the window."""

    started = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    broke = Signal(object)
    """An EstradoError that the job's owner did not want to answer itself."""

    _answered = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(HANDOVER)
        self._queue: SimpleQueue[Job[object] | None] = SimpleQueue()
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._at_work: Job[object] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[EstradoError], None] | None = None,
        *,
        name: str = "",
    ) -> Job[T]:
        """Queue `work(progress)`; `done(result)` is called on the window's thread.

        Answers to an owner that no longer exists are dropped.
        """
        job = Job(owner, work, name)
        job.done, job.failed = done, failed
        self._queue.put(job)  # pyright: ignore[reportArgumentType] - a queue holds jobs of all kinds
        return job

    def stop(self) -> None:
        """Finish what is queued and end the thread; long work, which has a name, is cancelled."""
        self._stopping = True
        if self._at_work is not None and self._at_work.name:
            self._at_work.cancel()
        self._queue.put(None)
        self._thread.join()

    @property
    def running(self) -> bool:
        """Whether it still takes jobs."""
        return self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            self._at_work = job
            if self._stopping and job.name:
                job.cancel()
            self._work(job)

    def _work(self, job: Job[object]) -> None:
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if job.cancelled:
                raise Cancelled("Stopped; nothing was changed.")
            if time.monotonic() - told > PAUSE or done == total:
                told = time.monotonic()
                self.progressed.emit(job, done, total)

        self.started.emit(job)
        result: object
        try:
            progress(0, 0)
            result = job.work(progress)
        except EstradoError as error:
            result = error
        except Exception as error:  # noqa: BLE001 - a defect must reach the window, not kill the thread
            _log.exception("A job failed")
            result = EstradoError("Something went wrong inside the program: {error}", error=error)
        self._answered.emit(job, result)

    def _answer(self, job: Job[object], result: object) -> None:
        self.ended.emit(job)
        if isinstance(result, Cancelled) or not isValid(job.owner):
            return
        if not isinstance(result, EstradoError):
            if job.done is not None and not job.cancelled:
                job.done(result)
        elif job.failed is not None:
            job.failed(result)
        else:
            self.broke.emit(result)
