"""The program's log: warnings and defects, in a file of the user's own folder."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desktop import paths

LARGEST = 1_000_000
"""Bytes after which a new log is begun."""


class Log(QObject):
    """Writes warnings and defects into a file; three old ones are kept."""

    noted = Signal(object)
    """A defect (an exception) in the window's own thread, which goes on without what failed."""

    def keep(self) -> None:
        """Begin to write."""
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "estrado.log", maxBytes=LARGEST, backupCount=3, encoding="utf-8"
        )
        logging.basicConfig(
            handlers=[file],
            level=logging.WARNING,
            format="%(asctime)s %(levelname)s %(name)s %(message)s",
        )
        sys.excepthook = self._note

    def _note(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A frozen build has no other place to tell it."""
        logging.getLogger(__name__).error("A defect", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.noted.emit(error)
