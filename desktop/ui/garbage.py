"""Garbage is looked for on the window's thread alone.

Widgets lie in circles of references; found by another thread they would end there, and take the
program along.
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN = 1_000
"""Milliseconds between two looks at how much there may be."""


class Sweeper(QObject):
    """Does what Python does by itself, by the same thresholds, at times of the window's own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=OFTEN)
        timer.timeout.connect(self.sweep)
        timer.start()

    def sweep(self) -> None:
        """Look through the oldest generation that has grown over its threshold."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        grown = [age for age, (count, most) in enumerate(counts) if count > most]
        if grown:
            gc.collect(grown[-1])
