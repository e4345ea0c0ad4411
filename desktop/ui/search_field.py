"""The field that filters a list (Ctrl+F)."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.ui.kit import Kit
from desktop.ui.level import keep_level

PAUSE = 80
"""Milliseconds of silence before the list is filtered."""


WIDTH, LEAST = 220, 150
"""Pixels."""


class SearchField(QLineEdit):
    """Tells by `searched(text)` what to look for, a moment after the last key."""

    searched = Signal(str)

    def __init__(self, kit: Kit, hint: str) -> None:
        super().__init__()
        self.setProperty("look", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDTH)
        self.addAction(kit.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        keep_level(self)
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(self._wait)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties it first. Rows are no words to look for: who pastes them means the list."""
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif pasted and are_rows(QGuiApplication.clipboard().text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _wait(self, _text: str) -> None:
        self._timer.start()


def are_rows(text: str) -> bool:
    """Whether a text has several lines or cells."""
    return any(mark in text.strip() for mark in "\n\t")
