"""Lets a page take files: chosen, or dropped on it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop.ui.page import Page


class FilesTaken(QObject):
    """Which files it wants, and what becomes of them, is said by those who are made of it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome a file that is dragged over the page, and look at it when it falls."""
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if name := self.among(event.mimeData()):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.look(Path(name))
        return True

    def choose_of(self, title: str, kinds: str) -> None:
        """Choose a file of some kinds (a filter of Qt's)."""
        name, _ = QFileDialog.getOpenFileName(self._page, title, "", kinds)
        if name:
            self.look(Path(name))

    def among(self, dropped: QMimeData) -> str:
        """The first file among what is dropped that can be taken; empty where there is none."""
        names = (url.toLocalFile() for url in dropped.urls())
        return next(filter(self.wants, names), "")

    def wants(self, name: str) -> bool:
        """Whether a file is of its kinds, by its name."""
        raise NotImplementedError

    def look(self, source: Path) -> None:
        """Open a file for a look, before anything is stored."""
        raise NotImplementedError
