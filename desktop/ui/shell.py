"""What is on the screen while the program loads: the frame's own grounds, in its colours.

Imports little, so that it is painted as soon as Qt can. The window proper is put into it then,
and nothing jumps: what was painted stays where it was.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from desktop.language import tags
from desktop.ui.memory import Memory
from desktop.ui.theme import theme_for

SIZE = QSize(1366, 768)
RAIL, BAR, FOOT = 88, 56, 28
"""Pixels: the side bar's width, the heights of top bar and status bar."""
NARROW, SMALL_RAIL, SMALL_BAR = 1000, 52, 44
"""Pixels: the window's width below which side bar and top bar are smaller, and how small."""


class Shell(QMainWindow):
    """The one window of the desktop; remembers where it stood."""

    painted = Signal()
    """Its grounds are on the screen for the first time."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self.memory = memory
        self._fresh = True
        self.setWindowTitle("Estrado")
        there = self.screen().availableSize()
        self.resize(SIZE.boundedTo(there))
        if self.width() == there.width() or self.height() == there.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)  # its frame needs room too
        self.restoreGeometry(memory.geometry)

    def hold(self, window: QMainWindow) -> None:
        """Show the loaded window in place of the grounds."""
        window.windowTitleChanged.connect(self.setWindowTitle)
        chosen = window.focusWidget()
        self.setCentralWidget(window)
        if window.isAncestorOf(chosen):
            chosen.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.centralWidget() is None:
            self._paint()
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    def _paint(self) -> None:
        theme, whole = theme_for(self.memory.look), self.rect()
        small = whole.width() < NARROW
        rail = QRect(0, 0, SMALL_RAIL if small else RAIL, whole.height())
        if tags.direction(self.memory.language) == "rtl":
            rail.moveRight(whole.right())
        painter = QPainter(self)
        painter.fillRect(whole, theme.canvas)
        painter.fillRect(0, 0, whole.width(), SMALL_BAR if small else BAR, theme.surface)
        painter.fillRect(0, whole.height() - FOOT, whole.width(), FOOT, theme.surface)
        painter.fillRect(rail, theme.rail)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.memory.geometry = self.saveGeometry()
        self.hide()  # what is done on the way out (a backup) nobody has to watch
        if (window := self.centralWidget()) is not None:
            window.close()
        super().closeEvent(event)
