"""One start of a window in a process of its own: seconds until it is painted, until rows are.

`opening.py bare|ours SINCE [DATABASE]`; SINCE is when the process was started (`time.time()`).
"""

import json
import sys
import time
from pathlib import Path

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
    """The program itself, opened as its command does, until a slot of the programme is painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop import app

    told: dict[str, float] = {}
    painted = {"Shell": "painted", "SlotItem": "rows"}

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            name = painted.get(type(watched).__name__)
            if name is not None and event.type() is QEvent.Type.Paint and name not in told:
                told[name] = 0.0
                QTimer.singleShot(0, lambda: self.note(name))
            return False

        def note(self, name: str) -> None:
            told[name] = time.time() - SINCE
            if name == "rows":
                QApplication.closeAllWindows()

    program = QApplication(sys.argv[:1])
    watch = Watch()
    program.installEventFilter(watch)
    app.open_window(database)
    return told


if __name__ == "__main__":
    found = bare() if sys.argv[1] == "bare" else ours(sys.argv[3])
    print(json.dumps(found))  # noqa: T201 - what it is for
