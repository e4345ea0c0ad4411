"""Cards in columns: as many side by side as find room, all of a row equally high."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, frame, row

NARROW, WIDE = 700, 1060
"""Pixels from which two and three columns find room."""


class CardPage(QScrollArea):
    """A head, and cards below it; scrolls where they are higher than the window."""

    def __init__(self) -> None:
        super().__init__()
        self._inner = QWidget()
        self._inner.setProperty("box", "scrolled")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(24, 4, 16, 16)
        self._column.setSpacing(0)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._cards: list[QWidget] = []
        self._head: QWidget | None = None
        self._across = 0
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)

    def show_cards(self, head: QWidget, cards: list[QWidget]) -> None:
        """Show other cards; the focus stays on what is called the same."""
        focus = self._focused()
        for old in (*self._cards, *([self._head] if self._head else [])):
            old.hide()
            old.deleteLater()
        self._head, self._cards, self._across = head, cards, 0
        self._column.insertWidget(0, head)
        self._arrange()
        self._focus_on(focus)

    def _focused(self) -> str:
        for widget in self._inner.findChildren(QWidget):
            if widget.hasFocus():
                return widget.accessibleName()
        return ""

    def _focus_on(self, name: str) -> None:
        for widget in self._inner.findChildren(QWidget) if name else ():
            if widget.accessibleName() == name and widget.focusPolicy():
                widget.setFocus()
                return

    def _arrange(self) -> None:
        wide = self.viewport().width()
        across = 3 if wide >= WIDE else 2 if wide >= NARROW else 1
        if across == self._across:
            return
        self._across = across
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(3):
            share = (5 if column == 2 else 4) if column < across else 0
            self._grid.setColumnStretch(column, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def card(kit: Kit, title: str, *body: Item, end: QWidget | None = None, gap: int = 8) -> QFrame:
    """A card with its title, and at the end of that line what leads on."""
    line = row(kit.heading(title), None, *([end] if end else []), gap=8)
    return frame("card", col(line, 4, *body, None, gap=gap, margins=(20, 14, 20, 16)))
