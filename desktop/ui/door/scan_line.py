"""The one line of the door: a scanner types a code into it, a hand part of a name."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.domain import ticket
from desktop.domain.scanning import scanned

PAUSE = 150
"""Milliseconds without a key after which a hand, not a scanner, has typed a figure or a name."""

_SHORTEST = 2
_LONGEST_NAME = 16
"""Letters without a space from which on a text is taken for a code that is not ours."""


class ScanLine(QLineEdit):
    """Tells codes, names and the figures of deeds apart.

    A figure alone is a deed only once nothing follows it: a code may begin with it, and a scanner
    types on at once.
    """

    code_read = Signal(str)
    name_typed = Signal(str)
    entered = Signal()
    """Enter, with nothing to read."""
    deed_chosen = Signal(str)
    moved = Signal(int)
    """An arrow key: so many rows down."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.deeds = ""
        """The figures that are deeds now."""
        self.keeps_undo = False
        """Whether undo is only for what is typed: nothing else of this desk can be taken back."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._settle)
        self.textEdited.connect(self._wait)

    def looks_like_a_code(self) -> bool:
        """Whether a scanner has typed what stands in the line."""
        text = self.text().strip()
        if len(scanned(text)) == ticket.LENGTH:
            return True
        return len(text) > _LONGEST_NAME and " " not in text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads; the arrows go through what was found."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self._read()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """An empty line leaves undo to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not (self.text() or self.keeps_undo)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _wait(self, _text: str) -> None:
        self._pause.start()

    def _read(self) -> None:
        if self.looks_like_a_code():
            code = self.text()
            self.clear()
            self.code_read.emit(code)
        else:
            self.entered.emit()

    def _settle(self) -> None:
        text = self.text().strip()
        if text and text in self.deeds:
            self.clear()
            self.deed_chosen.emit(text)
        elif len(scanned(text)) == ticket.LENGTH:  # a scanner that sends no Enter
            self._read()
        elif not self.looks_like_a_code():
            self.name_typed.emit(text if len(text) >= _SHORTEST else "")
