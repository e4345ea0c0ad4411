"""The pane at the end of a page that shows one value and edits it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, reading_order, row, scrolled

WIDTH = 424


class Inspector(QFrame):
    """A head that stays, and a body that scrolls. Details of the pages are made from it."""

    def __init__(self, kit: Kit, *, width: int = WIDTH) -> None:
        super().__init__()
        self.kit = kit
        self.setProperty("box", "side")
        self.setFixedWidth(width)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 0, 0, 0)
        self._outer.setSpacing(0)

    def build(self, head: tuple[Item, ...], *body: Item) -> None:
        """Lay out the head and, below it, the scrolling body."""
        area = scrolled(col(*body, None, gap=8, margins=(16, 8, 14, 16)))
        self._outer.addLayout(row(*head, gap=4, margins=(16, 8, 12, 4)))
        self._outer.addWidget(area, 1)
        self.area = area

    def put_in_order(self) -> None:
        """Let Tab go through the fields as they are read, whenever they were made."""
        before: QWidget | None = None
        for widget in reading_order(self):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                if before is not None:
                    self.setTabOrder(before, widget)
                before = widget

    def let_edit(self, on: bool) -> None:
        """Whether the fields of the body can be changed, or only read."""
        if (body := self.area.widget()) is not None:
            body.setEnabled(on)
