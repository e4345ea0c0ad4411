"""The frame round every page: side bar, top bar, the pages themselves, status bar, toast."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.ui import places
from desktop.ui.commands import commands
from desktop.ui.desk import Desk
from desktop.ui.empty import no_events
from desktop.ui.files import FileMenu
from desktop.ui.help import put_away, turn
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, roomy, row
from desktop.ui.page import Page, focus_first
from desktop.ui.reading_band import ReadingBand
from desktop.ui.search_panel import Found
from desktop.ui.shell import NARROW
from desktop.ui.side_bar import SideBar
from desktop.ui.status_bar import StatusBar
from desktop.ui.toast import Toast
from desktop.ui.top_bar import TopBar

LEAST = 320
"""Pixels of width and height below which the window does not go."""


class Frame(QWidget):
    """Makes a page when it is first asked for, and keeps it."""

    page_shown = Signal(str)

    def __init__(self, kit: Kit, desk: Desk, look: str) -> None:
        super().__init__()
        self.kit, self.desk = kit, desk
        self.key = ""
        self.rail = SideBar(kit, places.PLACES)
        self.top = TopBar(kit, desk, look)
        self.stack = QStackedWidget()
        self.status = StatusBar(kit, (desk.worker, desk.press))
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QWidget] = {}
        self.nothing: QWidget | None = None
        desk.event_chosen.connect(self._turn)
        self.band = ReadingBand(kit, desk)
        right = col(self.top, self.band, (self.stack, 1), self.status, gap=0)
        self.setLayout(row(self.rail, (holder(right), 1), gap=0))
        self.toast = Toast(kit, self.stack, lambda: self.page.foot if self.page else 0)
        self.toast.undo.clicked.connect(self._undo)
        self.rail.chosen.connect(self.show_page)

    def show_page(self, key: str, number: int = 0) -> None:
        """Open a page, and there the value with this id."""
        if key not in self._pages:
            page = places.make(key, self.kit, self.desk)
            page.said.connect(partial(self._say, key))
            page.wanted.connect(self.show_page)
            page.alone.connect(self.stand_alone)
            self._pages[key] = page
            self._areas[key] = roomy(page)
            self.stack.addWidget(self._areas[key])
        if key != self.key and self.rail.isHidden():
            self.stand_alone(alone=False)
        if key != self.key:
            put_away(self.stack)
        held = self.stack.isAncestorOf(QApplication.focusWidget() or self.stack)
        self.key = key
        self.band.show_page(key)
        self.rail.show_page(key)
        self._turn()
        if held:
            self._land()
        if number:
            self._pages[key].open(number)
        self.page_shown.emit(key)

    def _turn(self) -> None:
        """Show the open page; where it needs an event and there is none, how to begin one."""
        page = self.page
        if page is None:
            return
        if page.of_event and self.desk.current is None:
            if self.nothing is None:
                self.nothing = no_events(self.kit, self._begin_event)
                self.stack.addWidget(self.nothing)
            self.stack.setCurrentWidget(self.nothing)
            self.status.say("", "")
        else:
            self.stack.setCurrentWidget(self._areas[self.key])

    def _land(self) -> None:
        shown = self.stack.currentWidget()
        if self.page is not None and shown is not self.nothing:
            self.page.land()
        elif shown is not None:
            focus_first(shown)

    def _begin_event(self) -> None:
        self.show_page("events")
        if self.page is not None:
            self.page.add()

    def begin_on(self, key: str) -> None:
        """Open a page and begin a new value there, once it has read what it shows."""
        self.show_page(key)
        page = self._pages[key]
        self.desk.read(page, lambda _ws: None, lambda _none: page.add())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = self.width() < NARROW
        self.rail.shrink(small=small or self.height() < self.rail.full_height)
        self.top.shrink(self.width() - self.rail.width(), small=small)
        self.status.shrink(small=small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is copied and pasted is the page's, wherever the focus is but in a text."""
        page = self.page
        if page is not None and event.matches(QKeySequence.StandardKey.Copy):
            page.copy()
        elif page is not None and event.matches(QKeySequence.StandardKey.Paste):
            page.paste()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, LEAST)

    def stand_alone(self, alone: bool | None = None) -> None:
        """Give the open page the whole screen, or the frame back; None turns it round."""
        alone = not self.rail.isHidden() if alone is None else alone
        for part in (self.rail, self.top, self.status):
            part.setVisible(not alone)
        window = self.window()
        if alone:
            window.showFullScreen()
        elif window.isFullScreen():
            window.showNormal()

    def _say(self, key: str, state: str, keys: str) -> None:
        """The status bar speaks of the open page; others say it again when they are opened."""
        if key == self.key:
            self.status.say(state, keys)

    def commands(self) -> list[Found]:
        """What Ctrl+K offers beside pages and values: all that can be pressed now."""
        parts = (self.page, self.rail, self.top)
        return [one for part in parts if part is not None for one in commands(part)]

    def help(self, files: FileMenu) -> None:
        """Show the help for the open page, or put it away."""
        name = next((place.name for place in places.PLACES if place.key == self.key), "Estrado")
        turn(self.kit, self.key, self.kit.text(name), self.stack, files)

    @property
    def page(self) -> Page | None:
        """The open page; None before the database is open."""
        return self._pages.get(self.key)

    def _undo(self) -> None:
        self.toast.hide()
        self.desk.undo_last()
