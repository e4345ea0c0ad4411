"""A field of several lines in one language: notes, needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTextEdit

from desktop.ui.fonts import font

LINE = 20
"""Pixels of a line of body text."""


class PlainText(QTextEdit):
    """Stores its text when it is left; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, name: str, lines: int, *, bold: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font(13, 600 if bold else 400))
        self.document().setDocumentMargin(3)
        self.setFixedHeight(lines * LINE + 16)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if lines == 1:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = ""

    def text(self) -> str:
        """What stands in the field."""
        return self.toPlainText().strip()

    def show_text(self, text: str) -> None:
        """Show a text, unless the user is writing another one."""
        if self.hasFocus() and self.text() != self._shown:
            return
        self._shown = text
        if self.text() != text:
            self.setPlainText(text)

    def finish(self) -> None:
        """Tell of what was written."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
