"""Buttons that act however they are turned on or off.

What a screen reader does first with such a button is "toggle": Qt changes its look then, and tells
nobody that it was clicked.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

_Base = QAbstractButton if TYPE_CHECKING else object


class _Turning(_Base):
    """Tells by `clicked` whenever neither the program nor its neighbours turned it."""

    _expected = False

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)
        self.toggled.connect(self._turned)

    def setChecked(self, on: bool) -> None:
        """Turn it by program: nobody pressed it."""
        before, self._expected = self._expected, True
        super().setChecked(on)
        self._expected = before

    def nextCheckState(self) -> None:
        """A click, which tells of itself; or another of its group was turned on."""
        before, self._expected = self._expected, True
        super().nextCheckState()
        self._expected = before

    def _turned(self, on: bool) -> None:
        gives_way = self.autoExclusive() and not on
        if not (self._expected or gives_way):
            self.clicked[bool].emit(on)  # pyright: ignore[reportIndexIssue, reportUnknownMemberType]


class Button(_Turning, QPushButton):
    """A push button."""


class ToolButton(_Turning, QToolButton):
    """A button of an icon."""
