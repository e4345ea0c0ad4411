"""A line of chips; those that find no room stand in a menu at its end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from desktop.ui.kit import Kit, opens_menu

GAP, HEIGHT = 8, 24
Choice = tuple[str, QColor | None, Callable[[], None]]
"""What a chip says, its colour if any, what choosing it does."""


class ChipLine(QWidget):
    """Places its chips itself, because what does not fit must not widen the page."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._chips: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._more = kit.tool("dots-vertical", kit.text("More"))
        self._more.setParent(self)
        opens_menu(self._more)
        self._more.setMenu(QMenu(self._more))
        self._more.hide()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def offer(self, choices: Sequence[Choice], chosen: int) -> None:
        """Offer choices of which one is chosen."""
        chips: list[QPushButton] = []
        for place, (text, color, deed) in enumerate(choices):
            chip = self._kit.chip(text, dot=color, on=place == chosen)
            chip.clicked.connect(deed)
            chips.append(chip)
        self.put(chips)
        for chip in chips:
            self._group.addButton(chip)

    def put(self, chips: Sequence[QPushButton]) -> None:
        """Show other chips."""
        for chip in self._chips:
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [*chips]
        for chip in chips:
            chip.setParent(self)
        self._place()

    def sizeHint(self) -> QSize:
        wide = sum(chip.sizeHint().width() + GAP for chip in self._chips)
        return QSize(wide, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fits = self.sizeHint().width() - GAP <= self.width()
        room = self.width() if fits else self.width() - HEIGHT - GAP
        x, left_out = 0, list[QPushButton]()
        for chip in self._chips:
            wide = chip.sizeHint().width()
            shown = x + wide <= room and not left_out
            chip.setVisible(shown)
            if shown:
                chip.setGeometry(self._mirrored(x, wide), 0, wide, HEIGHT)
                x += wide + GAP
            else:
                left_out.append(chip)
        self._more.setGeometry(self._mirrored(x, HEIGHT), 0, HEIGHT, HEIGHT)
        self._more.setVisible(bool(left_out))
        menu = self._more.menu()
        menu.clear()
        for chip in left_out:
            menu.addAction(chip.accessibleName()).triggered.connect(chip.click)
        self.updateGeometry()

    def _mirrored(self, x: int, wide: int) -> int:
        return self.width() - x - wide if self._kit.rtl else x
