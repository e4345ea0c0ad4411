"""Wires everything together and opens the window."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.ui.appearance import Appearance
from desktop.ui.memory import Memory
from desktop.ui.window import Window


def open_window(location: str | None = None) -> int:
    """Open the window on a database and stay until it is closed; the exit code.

    Without `location` the database that was open last, else the user's own, else the first start.
    """
    keep_log()
    QCoreApplication.setApplicationName("Estrado")
    QCoreApplication.setOrganizationName("Estrado")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    memory = Memory()
    window = Window(Appearance(app), memory)
    window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    begin(window, location)
    window.show()
    return app.exec()


def begin(window: Window, location: str | None) -> None:
    """Show what a fresh window starts with."""
    own = paths.default_database()
    known = [*window.memory.recent, *([str(own)] if own.exists() else [])]
    chosen = location or next(iter(known), None)
    if chosen is None:
        window.show_start()
    else:
        window.open(chosen)


def keep_log() -> None:
    """Write warnings and defects into a file of the user's own folder."""
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        filename=folder / "estrado.log",
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )


def main() -> int:
    """The entry point of the windowed program: `estrado-window [DATABASE]`."""
    arguments = sys.argv[1:]
    location = arguments[0] if arguments else None
    if location is not None and "://" not in location:
        location = str(Path(location).absolute())
    return open_window(location)


if __name__ == "__main__":
    sys.exit(main())
