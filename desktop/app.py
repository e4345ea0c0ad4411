"""Wires everything together and opens the window.

The frame's grounds are painted before the window's modules are imported, and the window before
the database's.
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.ui import text_size
from desktop.ui.garbage import Sweeper
from desktop.ui.memory import Memory
from desktop.ui.shell import Shell

if TYPE_CHECKING:
    from desktop.ui.window import Window

SELDOM = 20_000
"""New objects between two searches for garbage: what is imported lasts, and is looked through
again and again for nothing while the window opens."""


def open_window(location: str | None = None) -> int:
    """Open the window on a database and stay until it is closed; the exit code.

    Without `location` the database that was open last, else the user's own, else the first start.
    """
    QCoreApplication.setApplicationName("Estrado")
    QCoreApplication.setOrganizationName("Estrado")
    gc.set_threshold(SELDOM)
    memory = Memory()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with text_size.applied(memory):
            app = QApplication(sys.argv[:1])
    Sweeper(app)
    shell = Shell(memory)
    shell.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    shell.painted.connect(
        lambda: load(app, shell, memory, location), Qt.ConnectionType.QueuedConnection
    )
    shell.show()
    return app.exec()


def load(app: QApplication, shell: Shell, memory: Memory, location: str | None) -> None:
    """Put the window into its shell, once that is on the screen."""
    from desktop.ui.appearance import Appearance
    from desktop.ui.log import Log
    from desktop.ui.window import Window

    log = Log(app)
    log.keep()
    window = Window(Appearance(app), memory)
    log.noted.connect(window.confess, Qt.ConnectionType.QueuedConnection)
    begin(window, location)
    shell.hold(window)


def begin(window: "Window", location: str | None) -> None:
    """Show what a fresh window starts with."""
    own = paths.default_database()
    known = [*window.memory.recent, *([str(own)] if own.exists() else [])]
    chosen = location or next(iter(known), None)
    if chosen is None:
        window.show_start()
    else:
        window.open(chosen)


def main() -> int:
    """The entry point of the windowed program: `estrado-window [DATABASE]`."""
    arguments = sys.argv[1:]
    location = arguments[0] if arguments else None
    if location is not None and "://" not in location:
        location = str(Path(location).absolute())
    return open_window(location)


if __name__ == "__main__":
    sys.exit(main())
