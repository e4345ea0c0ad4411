"""One start of a window in a process of its own: seconds until it is painted, until rows are.

`opening.py bare|ours SINCE [DATABASE]`; SINCE is when the process was started (`time.time()`).
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

SINCE = float(sys.argv[2])


def bare() -> dict[str, float]:
    """An empty main window of PySide6."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    told: dict[str, float] = {}

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            told.setdefault("painted", time.time() - SINCE)
            QTimer.singleShot(0, app.quit)

    app = QApplication(sys.argv[:1])
    window = Bare()
    window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    window.resize(1366, 768)
    window.show()
    app.exec()
    return told


def ours(database: str) -> dict[str, float]:
    """The program itself, opened as its command does, until a slot of the programme is painted.

    Widgets note it themselves, as the empty window does: an event filter over all of them would
    make every event known to Python, and that takes as long as a third of the empty window.
    """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop import app
    from desktop.ui.shell import Shell

    told: dict[str, float] = {}

    def note(name: str) -> None:
        told.setdefault(name, time.time() - SINCE)
        if name == "rows":
            QTimer.singleShot(0, QApplication.closeAllWindows)

    def load(*given: Any) -> None:
        whole(*given)
        from desktop.ui.schedule.slot_item import SlotItem

        _watch(SlotItem, lambda: note("rows"))

    whole, app.load = app.load, load
    _watch(Shell, lambda: note("painted"))
    app.open_window(database)
    return told


def _watch(kind: Any, painted: Callable[[], None]) -> None:
    """Say when a widget of some kind has been painted."""
    paint = kind.paintEvent

    def watched(widget: Any, event: Any) -> None:
        paint(widget, event)
        painted()

    kind.paintEvent = watched


if __name__ == "__main__":
    found = bare() if sys.argv[1] == "bare" else ours(sys.argv[3])
    print(json.dumps(found))  # noqa: T201 - what it is for
