"""Lets the guests' page take lists: chosen, pasted, or dropped on it."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desktop.ui.files_taken import FilesTaken
from desktop.ui.importing.kinds import KINDS, is_list


class ListsTaken(FilesTaken):
    """Opens each list for a look, before anybody is invited."""

    def wants(self, name: str) -> bool:
        """Whether a file is a list of guests, by its name."""
        return is_list(name)

    def choose(self) -> None:
        """Choose a list."""
        text = self._page.kit.text
        kinds = text("Lists of guests ({kinds})", kinds=KINDS)
        self.choose_of(text("Invite guests from a list"), kinds)

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
