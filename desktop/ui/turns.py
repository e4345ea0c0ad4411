"""Much small work for the window's own thread, a few milliseconds a turn of its loop.

Between two turns Qt paints and hears keys and the mouse, so that nobody waits for the rest.
"""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SLICE = 0.005
"""Seconds of a turn: with the painting of what it made, well within a frame."""


class Turns(QObject):
    """Takes the steps of one iterator after another; a new one takes the place of the last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    def begin(self, steps: Iterator[object]) -> None:
        """Do the first slice now and the rest by turns."""
        self._steps = steps
        self._timer.start()
        self._turn()

    @property
    def busy(self) -> bool:
        """Whether something is left to do."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        self._steps = iter(())

    def _turn(self) -> None:
        until = perf_counter() + SLICE
        for _ in self._steps:
            if perf_counter() > until:
                return
        self.stop()
