"""The side bar: one button a page; the open one lighter, bold, with an ochre bar at the edge."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from desktop.ui import icons
from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.layout import col
from desktop.ui.theme import mix

WIDTH = 88


@dataclass(frozen=True, slots=True)
class Place:
    """A page as the side bar names it: key, English name, icon; `foot` stands at the bottom."""

    key: str
    name: str
    icon: str
    foot: bool = False


class SideBar(QFrame):
    """Goes from page to page; arrow keys move within it."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.setProperty("box", "rail")
        self.setAccessibleName(kit.text("Pages"))
        self.mark = self._mark(kit)
        self._buttons = {place.key: _PageButton(kit, place) for place in places}
        group = QButtonGroup(self)
        for key, button in self._buttons.items():
            group.addButton(button)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
        top = [self._buttons[place.key] for place in places if not place.foot]
        foot = [self._buttons[place.key] for place in places if place.foot]
        inner = col(self.mark, 8, *top, None, *foot, gap=8, margins=(6, 12, 6, 12))
        inner.setAlignment(self.mark, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(inner)
        wide = max(button.minimumWidth() for button in self._buttons.values())
        for button in self._buttons.values():
            button.setFixedSize(wide, 56)
        self.setFixedWidth(max(WIDTH, wide + 12))

    def show_page(self, key: str) -> None:
        """Mark the page that is open."""
        self._buttons[key].setChecked(True)

    def _mark(self, kit: Kit) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "mark")
        made.setText("E")
        made.setFont(font(20, 600, serif=True))
        made.setFixedSize(32, 32)
        made.setAccessibleName(kit.text("File and program"))
        made.setToolTip(kit.text("File and program"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made


class _PageButton(QToolButton):
    def __init__(self, kit: Kit, place: Place) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "rail")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setText(kit.text(place.name))
        self.setAccessibleName(self.text())
        self.setIcon(
            icons.rail_icon(place.icon, kit.theme.rail_text, kit.theme.rail_ink, rtl=kit.rtl)
        )
        self.setIconSize(QSize(22, 22))
        self.setFont(font(12, 400))
        widest = QFontMetrics(font(12, 600)).horizontalAdvance(self.text())
        self.setMinimumWidth(max(76, widest + 14))
        self.toggled.connect(self._weigh)

    def _weigh(self, on: bool) -> None:
        self.setFont(font(12, 600 if on else 400))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(self._kit.theme.ochre, self._kit.theme.rail_ink, 0.8))
        x = self.width() - 3 if self._kit.rtl else 0
        painter.drawRoundedRect(QRectF(x, 12, 3, self.height() - 24), 1.5, 1.5)
