"""Lets the guests' page take lists: chosen, pasted, or dropped on it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.ui.importing.kinds import KINDS, is_list
from desktop.ui.page import Page


class ListsTaken(QObject):
    """Opens each list for a look, before anybody is invited."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome a list that is dragged over the page, and look at it when it falls."""
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if name := list_file(event.mimeData()):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.look(Path(name))
        return True

    def choose(self) -> None:
        """Choose a file."""
        kit = self._page.kit
        kinds = kit.text("Lists of guests ({kinds})", kinds=KINDS)
        title = kit.text("Invite guests from a list")
        name, _ = QFileDialog.getOpenFileName(self._page, title, "", kinds)
        if name:
            self.look(Path(name))

    def paste(self) -> None:
        """Look at the rows on the clipboard."""
        rows = QGuiApplication.clipboard().text()
        if rows.strip():
            self.look(rows)
        else:
            self._page.desk.told.emit(self._page.kit.text("There is nothing to paste"))

    def look(self, source: Path | str) -> None:
        """Open a list for a look; without an event there is nothing to be invited to."""
        from desktop.ui.importing.guests_dialog import GuestsDialog

        page = self._page
        if (event := page.desk.current) is not None:
            GuestsDialog(page.kit, page.desk, event.id, source, page.window()).open()


def list_file(dropped: QMimeData) -> str:
    """The first list among what is dropped; empty where there is none."""
    names = (url.toLocalFile() for url in dropped.urls())
    return next(filter(is_list, names), "")
