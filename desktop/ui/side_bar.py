"""The side bar: one button a page; the open one lighter, bold, with an ochre bar at the edge."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionButton, QToolButton

from desktop.ui import icons
from desktop.ui.buttons import Button
from desktop.ui.fonts import font
from desktop.ui.kit import Kit, opens_menu
from desktop.ui.layout import col, row, scrolled
from desktop.ui.painting import META, META_BOLD, Brush, width
from desktop.ui.shell import SMALL_RAIL
from desktop.ui.theme import mix

WIDTH, HEIGHT, ICON = 88, 56, 22
SMALL_HEIGHT = 34
"""Pixels where the window is small: icons alone, their names as tips."""
ON = META_BOLD


@dataclass(frozen=True, slots=True)
class Place:
    """A page as the side bar names it: key, English name, icon; `foot` stands at the bottom.

    One `within` another page has no button of its own: that of the other page is on.
    """

    key: str
    name: str
    icon: str
    foot: bool = False
    within: str = ""


class SideBar(QFrame):
    """Goes from page to page; arrow keys move within it."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.setProperty("box", "rail")
        self.setAccessibleName(kit.text("Pages"))
        self.mark = self._mark(kit)
        self._homes = {place.key: place.within or place.key for place in places}
        places = tuple(place for place in places if not place.within)
        self._buttons = {place.key: _PageButton(kit, place) for place in places}
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
        top = [self._buttons[place.key] for place in places if not place.foot]
        foot = [self._buttons[place.key] for place in places if place.foot]
        self._inner = col(self.mark, 8, *top, None, *foot, gap=8, margins=(6, 12, 6, 12))
        self._inner.setAlignment(self.mark, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(row(scrolled(self._inner), gap=0))
        self._wide = max(button.sizeHint().width() for button in self._buttons.values())
        self.shrink(small=False)
        self.full_height = self._inner.minimumSize().height()
        """Pixels below which names have no room."""

    def shrink(self, *, small: bool) -> None:
        """Icons alone, or with their names."""
        wide, high = (SMALL_RAIL - 12, SMALL_HEIGHT) if small else (self._wide, HEIGHT)
        for button in self._buttons.values():
            button.shrink(small=small)
            button.setFixedSize(wide, high)
        edge, gap = (4, 1) if small else (12, 8)
        self._inner.setContentsMargins(6, edge, 6, edge)
        self._inner.setSpacing(gap)
        self.setFixedWidth(SMALL_RAIL if small else max(WIDTH, wide + 12))

    def show_page(self, key: str) -> None:
        """Mark the page that is open."""
        self._buttons[self._homes[key]].setChecked(True)

    def _mark(self, kit: Kit) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "mark")
        made.setText("E")
        made.setFont(font(20, 600, serif=True))
        made.setFixedSize(32, 32)
        made.setAccessibleName(kit.text("File and program"))
        made.setToolTip(kit.text("File and program"))
        opens_menu(made)
        return made


class _PageButton(Button):
    """One of several: screen readers call it a radio button, and say which one is on."""

    def __init__(self, kit: Kit, place: Place) -> None:
        super().__init__(kit.text(place.name))
        self._kit, self._small = kit, False
        self.setProperty("look", "rail")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(self.text())
        ink, on = kit.theme.rail_text, kit.theme.rail_ink
        self.setIcon(icons.switch_icon(place.icon, ink, on, rtl=kit.rtl))

    def shrink(self, *, small: bool) -> None:
        """The icon alone; its name becomes the tip."""
        self._small = small
        self.setToolTip(self.text() if small else "")

    def sizeHint(self) -> QSize:
        if self._small:
            return QSize(SMALL_RAIL - 12, SMALL_HEIGHT)
        return QSize(max(76, round(width(self.text(), ON)) + 14), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        brush, on, theme = Brush(painter, self._kit), self.isChecked(), self._kit.theme
        state = QIcon.State.On if on else QIcon.State.Off
        top = (self.height() - ICON) // 2 if self._small else 8
        place = QRect((self.width() - ICON) // 2, top, ICON, ICON)
        self.icon().paint(painter, place, state=state)
        if not self._small:
            below = QRectF(0, 8 + ICON, self.width(), 20)
            type_, ink = (ON, theme.rail_ink) if on else (META, theme.rail_text)
            brush.text(below, self.text(), type_, ink, align="center")
        if on:
            self._bar(painter)
        painter.end()

    def _bar(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(self._kit.theme.ochre, self._kit.theme.rail_ink, 0.8))
        x = self.width() - 3 if self._kit.rtl else 0
        painter.drawRoundedRect(QRectF(x, 12, 3, self.height() - 24), 1.5, 1.5)
