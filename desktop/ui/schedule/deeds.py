"""What is done with several slots, or with all of them: the keys and the menu of the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop.domain.change import Change
from desktop.domain.slot import Slot
from desktop.ui import actions
from desktop.ui.kit import opens_menu
from desktop.ui.schedule.columns import Row, speakers
from desktop.ui.schedule.faces import times
from desktop.ui.schedule.grid import Grid
from desktop.ui.schedule.group import pasted

if TYPE_CHECKING:
    from desktop.ui.schedule.page import ProgrammePage

MIME = "application/x-estrado-slots"
"""Copied slots: the database, then their ids, a line each; spreadsheets take the text beside."""


class Deeds:
    """Belongs to the page; `button` opens the menu."""

    def __init__(self, page: "ProgrammePage") -> None:
        self._page, self.kit = page, page.kit
        text = page.kit.text
        self.button = page.kit.tool("dots-vertical", text("Actions"))
        opens_menu(self.button)
        menu = self._menu = QMenu(self.button)
        self.button.setMenu(menu)
        self._add(text("Copy"), "copy", self.copy, "Ctrl+C")
        self._add(text("Paste"), "clipboard", self.paste, "Ctrl+V")
        self._add(text("Select all"), "check", self.select_all, "Ctrl+A")
        self._add(text("Delete"), "trash", self.delete, "Del")
        menu.addSeparator()
        self._add(text("Higher hours"), "zoom-in", lambda: self._grid.zoom(1), "Ctrl++")
        self._add(text("Lower hours"), "zoom-out", lambda: self._grid.zoom(-1), "Ctrl+-")
        menu.addSeparator()
        self._add(text("Shift what comes after…"), "clock", self.shift)
        self._add(text("Paste an agenda…"), "table-import", self.paste_agenda)
        self._add(text("Versions of the programme…"), "history", self.versions)

    def _add(self, name: str, icon: str, deed: Callable[[], object], keys: str = "") -> None:
        """A line of the menu, and its keys on the grid; a text field keeps its own."""
        action = self._menu.addAction(self.kit.icon(icon, "navy"), name)
        action.triggered.connect(lambda _on=False: deed())
        if not keys:
            return
        action.setText(f"{name}\t\u200e{keys}\u200e")  # a plus keeps its place in Arabic
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(keys), self._page.board)
        shortcut.setContext(within)
        shortcut.activated.connect(deed)

    @property
    def _grid(self) -> Grid:
        return self._page.board.grid

    def chosen(self) -> list[Slot]:
        """The selected slots by time: cards on the grid, rows in the list."""
        page, shown = self._page, self._page.shown
        rows = {row.slot.id for row in page.table.chosen()}
        marked = (self._grid.marked if page.view else rows) | {page.inspector.number}
        slots = shown.programme.slots if shown else ()
        found = [slot for slot in slots if slot.id in marked]
        return sorted(found, key=lambda slot: (slot.start is None, slot.start, slot.id))

    # copies -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected slots on the clipboard, as rows for other programs."""
        slots, shown = self.chosen(), self._page.shown
        if not slots or shown is None:
            return
        data = QMimeData()
        ids = (str(slot.id) for slot in slots)
        data.setData(MIME, "\n".join((self._page.desk.location, *ids)).encode())
        data.setText("\n".join(self._row(slot) for slot in slots))
        QGuiApplication.clipboard().setMimeData(data)

    def _row(self, slot: Slot) -> str:
        shown, kit = self._page.shown, self.kit
        assert shown is not None
        languages = shown.programme.event.languages
        room = shown.programme.room(slot.room_id)
        when = times(kit, shown.programme.local_start(slot), slot.minutes)
        where = kit.local(room.name, languages) if room else ""
        cells = (when, kit.local(slot.title, languages), speakers(kit, Row(slot, shown)), where)
        return "\t".join(cells)

    def paste(self) -> None:
        """Put copies on the day that is shown; a text from elsewhere is read as an agenda."""
        data, page = QGuiApplication.clipboard().mimeData(), self._page
        written = bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else ""
        location, *ids = written.split("\n") if written else [""]
        if location and location == page.desk.location:
            self._paste_slots({int(one) for one in ids})
        elif data.hasText() or data.hasHtml():
            self.paste_agenda()

    def _paste_slots(self, ids: set[int]) -> None:
        page, shown = self._page, self._page.shown
        day = page.grid_day(shown) if shown else None
        if shown is None or day is None:
            return
        slots = [slot for slot in shown.programme.slots if slot.id in ids]
        places = pasted(shown.programme, slots, day)
        if places:
            actions.copy_slots(page, places, shown.programme.event.id, self._show_copies)

    def _show_copies(self, change: Change) -> None:
        """Select what was pasted, as soon as it is read."""
        copies = change.touched(Slot)
        self._grid.marked = copies
        self._page.open(min(copies))

    # several ----------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every card of the day."""
        self._grid.mark_all()

    def delete(self) -> None:
        """Delete what is selected."""
        ids = [slot.id for slot in self.chosen()]
        if len(ids) > 1:
            actions.delete_slots(self._page, ids)
        else:
            self._page.inspector.delete()

    # dialogs ----------------------------------------------------------------------------------

    def shift(self) -> None:
        """Let what comes later that day come earlier or later still."""
        from desktop.ui.schedule.shift_dialog import ShiftDialog

        page, shown = self._page, self._page.shown
        day = page.grid_day(shown) if shown else None
        if shown is not None and day is not None:
            first = next((slot for slot in self.chosen() if slot.start), None)
            ShiftDialog(page, shown, day, first).open()

    def paste_agenda(self) -> None:
        """Read an agenda from the clipboard, or from what is typed."""
        from desktop.ui.importing.agenda_dialog import AgendaDialog

        page, shown = self._page, self._page.shown
        if shown is None:
            return
        data = QGuiApplication.clipboard().mimeData()
        own = data.hasFormat(MIME)
        text = "" if own else data.html() if "<t" in data.html() else data.text()
        AgendaDialog(page, shown.programme, text).open()

    def versions(self) -> None:
        """Publish, compare and restore versions."""
        from desktop.ui.schedule.versions_dialog import VersionsDialog

        if self._page.shown is not None:
            VersionsDialog(self._page, self._page.shown).open()
