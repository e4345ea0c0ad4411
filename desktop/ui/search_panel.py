"""A field with a list of what it finds, floating over the window: arrows, Enter, Esc."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from desktop.ui.fonts import font
from desktop.ui.found_line import PARTS, FoundLine
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row, rule
from desktop.ui.level import keep_level

PAUSE = 60
"""Milliseconds of silence before a search is sent off."""

WIDTH, HEIGHT = 620, 420
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Found:
    """Something to choose: words, a quieter second part, an icon, what choosing it does."""

    text: str
    detail: str
    icon: str
    deed: Callable[[], None]


class SearchPanel(QWidget):
    """Covers the window and dims it. Subclasses look for what belongs to the field's text.

    It is a child of the window and no window of its own, so it needs nothing from the desktop.
    """

    def __init__(self, kit: Kit, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.kit = kit
        self.setAccessibleName(name)
        self._before: QObject | None = window.window().focusWidget()
        self.field = QLineEdit()
        self.field.setProperty("look", "command")
        self.field.setFont(font(16))
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        keep_level(self.field)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("look", "hits")
        self.list.setAccessibleName(kit.text("Found"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(FoundLine(self.list, kit))
        self.list.itemClicked.connect(self._go)
        self.state = kit.label("", 12, tone="muted")
        line = row(kit.picture("search", size=18), self.field, gap=4, margins=(14, 8, 14, 8))
        state = row(self.state, None, kit.key("Esc"), margins=(16, 2, 10, 2))
        inside = col(line, rule(), (self.list, 1), rule(), state, gap=4, margins=(1, 4, 1, 6))
        self.panel = frame("panel", inside)
        self.panel.setParent(self)
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(lambda: self.look_for(self.field.text().strip()))
        self.field.textChanged.connect(self._wait)
        window.installEventFilter(self)

    def open(self) -> None:
        """Open over the upper middle of the window."""
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.look_for("")

    def leave(self) -> None:
        """Close without choosing."""
        if isinstance(self._before, QWidget) and isValid(self._before):
            self._before.setFocus()
        self.hide()
        self.deleteLater()

    def look_for(self, text: str) -> None:
        """Look for what belongs to a text."""
        raise NotImplementedError

    def show_found(self, found: Iterable[Found]) -> None:
        """Show what was found."""
        self.list.clear()
        for one in found:
            words = f"{one.text}   {one.detail}" if one.detail else one.text
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, one.deed)
            item.setData(PARTS, (one.icon, one.text, one.detail))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        text = self.kit.text
        nothing = text("Nothing found") if self.field.text().strip() else ""
        self.state.setText(text("Enter  choose") if self.list.count() else nothing)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
            width, height = min(WIDTH, self.width() - 32), min(HEIGHT, self.height() - 96)
            top = min(64, self.height() // 8)
            self.panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _wait(self, _text: str) -> None:
        self._timer.start()

    def _go(self, item: QListWidgetItem) -> None:
        deed: Callable[[], None] = item.data(Qt.ItemDataRole.UserRole)
        self.leave()
        deed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._pressed(Qt.Key(event.key()))
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _pressed(self, key: Qt.Key) -> bool:
        """Whether the list took the key; Tab leads nowhere, for there is only one field."""
        if key in _STEPS:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + _STEPS[key], 0), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.count():
                self._go(self.list.item(max(self.list.currentRow(), 0)))
        elif key is Qt.Key.Key_Escape:
            self.leave()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(self.kit.theme.shadow)
        veil.setAlphaF(0.5 if self.kit.theme.dark else 0.28)
        painter.fillRect(self.rect(), veil)
        painter.end()
