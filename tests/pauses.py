"""How long the window's thread is away: from one round of its loop to the next."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

_OFTEN = 2
"""Milliseconds between two looks at the clock."""


class Pauses:
    """`longest` is the longest time between two rounds, in seconds.

    `work` is what the thread itself did in the worst case; the rest of a pause it waited for the
    interpreter, or for a processor that others used.
    """

    def __init__(self) -> None:
        self.longest = self.work = 0.0
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=_OFTEN)
        self._timer.timeout.connect(self.round)

    def begin(self) -> None:
        """Watch from now on."""
        QApplication.processEvents()
        self.longest = self.work = 0.0
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()

    def round(self) -> None:
        """The loop has come round."""
        (clock, worked), self._last = self._last, (time.perf_counter(), time.thread_time())
        self.longest = max(self.longest, self._last[0] - clock)
        self.work = max(self.work, self._last[1] - worked)

    def end(self) -> None:
        """Watch no longer."""
        self.round()
        self._timer.stop()
