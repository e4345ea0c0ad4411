"""What every page has in common: it reads again when a value that it shows has changed."""

import sys
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.change import Change
from desktop.ui.changes import touches
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit


class Page(QWidget):
    """A page of the window. `shows` are the kinds of values it reads from the database.

    A page that is not visible only notes that it is stale, and reads when it is shown.
    """

    shows: ClassVar[tuple[type, ...]] = ()
    of_event: ClassVar[bool] = False
    """Whether there is nothing to see without an event."""
    said = Signal(str, str)
    """What the status bar says: the state of the page, and its keys."""
    wanted = Signal(str, int)
    """Another page, and there the value with this id (0: none)."""
    foot: ClassVar[int] = 0
    """Pixels at the bottom of the page that nothing may float over."""
    alone = Signal(object)
    """The whole screen for this page (True), the frame again (False), or the other (None)."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self.kit = kit
        self.desk = desk
        self._stale = True
        self._words = ("", "")
        desk.changes.made.connect(self._heard)
        desk.event_chosen.connect(self._turn_stale)
        desk.opened.connect(self._turn_stale)

    def refresh(self) -> None:
        """Read again what the page shows."""
        raise NotImplementedError

    def open(self, number: int) -> None:
        """Show one value of the page, by its id."""

    def tells(self, change: Change) -> bool:
        """Whether the page itself tells that this was done, large enough to need no toast."""
        return False

    def land(self) -> None:
        """Take the keyboard, which was on another page."""
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            focus_first(self)

    def filter(self) -> QWidget | None:
        """The field that Ctrl+F goes to."""
        return None

    def add(self) -> None:
        """Begin a new value of the page."""

    def copy(self) -> None:
        """Put what is chosen on the clipboard, on pages that can."""

    def paste(self) -> None:
        """Take in what is on the clipboard, on pages that can."""

    def say(self, state: str, keys: str = "") -> None:
        """Write into the status bar."""
        self._words = (state, keys)
        self.said.emit(state, keys)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.said.emit(*self._words)
        if self._stale:
            self._stale = False
            self._begin()

    def _begin(self) -> None:
        """Read for the first time. A defect there must not reach Qt, which is amid laying out."""
        try:
            self.refresh()
        except Exception:  # noqa: BLE001 - told as those are that come from a click
            sys.excepthook(*sys.exc_info())  # pyright: ignore[reportArgumentType] - there is one

    def _heard(self, change: Change) -> None:
        if touches(change, self.shows):
            self._turn_stale()

    def _turn_stale(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


def focus_first(part: QWidget) -> None:
    """Go to the first in a part of a page that takes the focus by Tab; else to the part."""
    taken = Qt.FocusPolicy.TabFocus
    for one in part.findChildren(QWidget):
        if one.focusPolicy() & taken and one.isVisible() and one.isEnabled():
            one.setFocus()
            return
    part.setFocus()
