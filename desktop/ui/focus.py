"""Whatever has the focus is scrolled into sight, however it came to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AIR = 16
"""Pixels that stay between it and the edge."""


def follow(app: QApplication) -> None:
    """From now on; Qt itself does it only for Tab within one scrolling part."""
    app.focusChanged.connect(_reveal)


def _reveal(_old: QWidget | None, now: QWidget | None) -> None:
    if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return  # what moves away below a pressed button would not be clicked
    part = now.parentWidget()
    while part is not None and not part.isWindow():
        if isinstance(part, QScrollArea):
            part.ensureWidgetVisible(now, AIR, AIR)
        part = part.parentWidget()
