"""Ctrl+K: any page, command, event, slot or person by a few letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem

from desktop.language.folding import fold
from desktop.ui import places
from desktop.ui.desk import Desk
from desktop.ui.fonts import font
from desktop.ui.frame import Frame
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row, rule

if TYPE_CHECKING:
    from desktop.services.search import Hit
    from desktop.services.workspace import Workspace

PAUSE = 60
"""Milliseconds of silence before a search is sent off."""

_PAGES = {
    "event": ("events", "calendar-event"),
    "slot": ("programme", "layout-board"),
    "person": ("speakers", "user"),
    "attendee": ("guests", "users"),
    "organisation": ("speakers", "building-bank"),
}


@dataclass(frozen=True, slots=True)
class _Command:
    text: str
    icon: str
    deed: Callable[[], None]


class CommandSearch(QDialog):
    """A panel over the window; arrows choose, Enter goes, Esc leaves."""

    def __init__(self, kit: Kit, desk: Desk, window: Frame) -> None:
        super().__init__(window)
        self._kit, self._desk, self._frame = kit, desk, window
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(kit.text("Search everything"))
        self.field = QLineEdit()
        self.field.setProperty("look", "command")
        self.field.setFont(font(16))
        self.field.setPlaceholderText(kit.text("Search people, slots, events, commands"))
        self.field.setAccessibleName(kit.text("Search everything"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(kit.text("Found"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.state = kit.label("", 12, tone="muted")
        line = row(kit.picture("search", size=18), self.field, gap=4, margins=(16, 8, 16, 8))
        inside = col(line, rule(), (self.list, 1), self.state, gap=4, margins=(4, 4, 4, 8))
        panel = frame("panel", inside)
        self.setLayout(col(panel, gap=0))
        self.resize(620, 420)
        self.move(
            window.mapToGlobal(window.rect().center()).x() - 310,
            window.mapToGlobal(window.rect().topLeft()).y() + 72,
        )
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self._show([])

    def _search(self) -> None:
        text = self.field.text()
        if not text.strip():
            self._show([])
            return
        event = self._desk.event.id if self._desk.event else None

        def work(workspace: "Workspace") -> "list[Hit]":
            from desktop.services import search

            return search.search(workspace, text, event)

        def done(hits: "list[Hit]") -> None:
            if text == self.field.text():
                self._show(hits)

        self._desk.read(self, work, done)

    def _show(self, hits: "list[Hit]") -> None:
        self.list.clear()
        for command in self._commands():
            self._add(command)
        for hit in hits:
            page, icon = _PAGES.get(hit.kind, ("programme", "search"))
            text = " · ".join(part for part in (hit.title, hit.subtitle) if part)
            self._add(
                _Command(
                    text,
                    icon,
                    lambda page=page, number=hit.id: self._frame.show_page(page, number),
                )
            )
        self.list.setCurrentRow(0)
        empty = self.field.text().strip() and not self.list.count()
        self.state.setText("  " + self._kit.text("Nothing found.") if empty else "")

    def _commands(self) -> list[_Command]:
        kit = self._kit
        wanted = fold(self.field.text())
        every = [
            _Command(
                kit.text("Go to {page}", page=kit.text(place.name)),
                place.icon,
                lambda key=place.key: self._frame.show_page(key),
            )
            for place in places.PLACES
        ]
        return [one for one in every if all(w in fold(one.text) for w in wanted.split())]

    def _add(self, command: _Command) -> None:
        item = QListWidgetItem(self._kit.icon(command.icon, "muted"), command.text)
        item.setData(Qt.ItemDataRole.UserRole, command.deed)
        self.list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        deed: Callable[[], None] = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        deed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                count = max(self.list.count(), 1)
                self.list.setCurrentRow((self.list.currentRow() + step) % count)
                return True
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._go(item)
                return True
        return super().eventFilter(watched, event)
