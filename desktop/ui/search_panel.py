"""A field with a list of what it finds, floating over the window: arrows, Enter, Esc."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row, rule

PAUSE = 60
"""Milliseconds of silence before a search is sent off."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Found:
    """Something to choose: words, a quieter second part, an icon, what choosing it does."""

    text: str
    detail: str
    icon: str
    deed: Callable[[], None]


class SearchPanel(QDialog):
    """Subclasses look for what belongs to the text of the field, and call `show_found`."""

    def __init__(self, kit: Kit, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.kit = kit
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setProperty("look", "command")
        self.field.setFont(font(16))
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("look", "found")
        self.list.setAccessibleName(kit.text("Found"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._go)
        self.state = kit.label("", 12, tone="muted")
        line = row(kit.picture("search", size=18), self.field, gap=4, margins=(14, 8, 14, 8))
        state = row(self.state, None, kit.key("Esc"), margins=(16, 2, 10, 2))
        inside = col(line, rule(), (self.list, 1), rule(), state, gap=4, margins=(1, 4, 1, 6))
        self.setLayout(col(frame("panel", inside), gap=0))
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(lambda: self.look_for(self.field.text().strip()))
        self.field.textChanged.connect(self._wait)

    def open_below(self, window: QWidget, *, width: int = 620, height: int = 420) -> None:
        """Open over the upper middle of a window."""
        self.resize(width, height)
        middle = QPoint((window.width() - width) // 2, min(64, window.height() // 8))
        self.move(window.mapToGlobal(middle))
        self.open()
        self.field.setFocus()
        self.look_for("")

    def look_for(self, text: str) -> None:
        """Look for what belongs to a text."""
        raise NotImplementedError

    def show_found(self, found: Iterable[Found]) -> None:
        """Show what was found."""
        self.list.clear()
        for one in found:
            words = f"{one.text}   {one.detail}" if one.detail else one.text
            item = QListWidgetItem(self.kit.icon(one.icon, "muted"), words)
            item.setData(Qt.ItemDataRole.UserRole, one.deed)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        nothing = not self.list.count()
        self.state.setText(
            self.kit.text("Nothing found") if nothing else self.kit.text("Enter  choose")
        )

    def _wait(self, _text: str) -> None:
        self._timer.start()

    def _go(self, item: QListWidgetItem) -> None:
        deed: Callable[[], None] = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        deed()

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:  # pyright: ignore[reportUnnecessaryComparison] - None in an empty list
            self._go(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() is QEvent.Type.KeyPress
        if not pressed or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + _STEPS[key], 0), last))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return super().eventFilter(watched, event)
