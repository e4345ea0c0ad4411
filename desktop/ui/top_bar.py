"""The top bar: which event, search, undo and redo by name, language and look."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QToolButton

from desktop.domain.event import Event
from desktop.language import figures, tags
from desktop.ui import text_size
from desktop.ui.desk import Desk
from desktop.ui.kit import NO_BREAK, Kit, opens_menu
from desktop.ui.layout import col, holder, row
from desktop.ui.memory import Memory
from desktop.ui.shell import BAR, SMALL_BAR
from desktop.ui.wording import change_name, event_line

TITLE = 460
"""Pixels of an event's title at most."""
BESIDE = 230
"""Pixels of what stands beside the title where the window is small."""


class EventChooser(QPushButton):
    """The event that is being worked on, and a menu of the others."""

    new_event = Signal()

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "chooser")
        self._kit, self._desk, self._most = kit, desk, TITLE
        self.title = kit.label("", 15, 600)
        self.line = kit.label("", 12, tone="muted")
        for label in (self.title, self.line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        arrow = kit.picture("chevron-down")
        arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._first = row(self.title, arrow, None, gap=12)
        self._inside = col(None, self._first, self.line, None, gap=0, margins=(6, 4, 6, 4))
        self.setLayout(self._inside)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        desk.event_chosen.connect(self.show_event)
        desk.events_changed.connect(self.show_event)
        self.show_event()

    def show_event(self) -> None:
        """Write the chosen event's title, days and place."""
        event = self._desk.current
        kit = self._kit
        title = self._title(event) if event else kit.text("No event yet")
        line = event_line(kit, event) if event else kit.text("Create one or import a schedule")
        metrics = self.title.fontMetrics()
        self.title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, self._most))
        self.line.setText(line)
        self.setToolTip(title)
        self.setAccessibleName(kit.text("Event: {title}", title=title))
        for layout in (self._first, self._inside):
            layout.invalidate()  # a layout within another does not hear of its own labels
        self.setFixedWidth(self._inside.sizeHint().width() + 8)

    def shrink(self, most: int, *, small: bool) -> None:
        """The title in so many pixels at most; without the line below it where it is `small`."""
        self.line.setVisible(not small)
        self.setProperty("low", small)
        self.style().polish(self)
        self._most = most
        self.show_event()

    def _title(self, event: Event) -> str:
        return self._kit.local(event.title, event.languages) or event.slug

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for event in self._desk.events:
            action = menu.addAction(self._title(event))
            action.setCheckable(True)
            action.setChecked(event == self._desk.current)
            action.triggered.connect(
                lambda _on=False, number=event.id: self._desk.choose_event(number)
            )
        menu.addSeparator()
        menu.addAction(self._kit.text("New event…")).triggered.connect(self.new_event)


class TopBar(QFrame):
    """Stands above every page."""

    search_wanted = Signal()
    language_chosen = Signal(str)
    look_chosen = Signal(str)
    size_chosen = Signal(int)
    """How large everything shall be, in percent."""

    def __init__(self, kit: Kit, desk: Desk, look: str) -> None:
        super().__init__()
        self.setProperty("box", "bar")
        self.setFixedHeight(BAR)
        self._kit, self._desk, self._small = kit, desk, False
        self.chooser = EventChooser(kit, desk)
        self.search = self._search_button()
        self.undo = kit.tool("arrow-back-up", kit.text("Undo"))
        self.redo = kit.tool("arrow-forward-up", kit.text("Redo"))
        self.undo.clicked.connect(desk.undo_last)
        self.redo.clicked.connect(desk.redo_last)
        self.saved = holder(row(kit.picture("circle-check", "green"), self._saved(), gap=4))
        self.language = self._language_menu(look)
        self.setLayout(
            row(
                *(self.chooser, 16, None, (self.search, 3), None, 16),
                *(self.undo, self.redo, 8, self.saved, 8, self.language),
                gap=4,
                margins=(16, 0, 16, 0),
            )
        )
        desk.history_moved.connect(self.show_history)
        self.show_history()

    def shrink(self, wide: int, *, small: bool) -> None:
        """Make do with so many pixels; `small` leaves out what is said elsewhere too."""
        most = max(120, min(TITLE, wide - BESIDE)) if small else TITLE
        self.chooser.shrink(most, small=small)
        if small == self._small:
            return
        self._small = small
        self.setFixedHeight(SMALL_BAR if small else BAR)
        self.search.setText("" if small else NO_BREAK + self.search.accessibleName())
        self.search.setToolTip(f"{self.search.accessibleName()} (Ctrl+K)" if small else "")
        self.search.setMinimumWidth(40 if small else 220)
        self.search.setMaximumWidth(40 if small else 400)
        self._search_key.setVisible(not small)
        self.show_history()

    def show_history(self) -> None:
        """Name what undo and redo would do."""
        kit, barred = self._kit, self._desk.barred is not None
        self.saved.setVisible(not barred and not self._small)
        for button, change, word, keys in (
            (self.undo, self._desk.undo, kit.text("Undo"), "Ctrl+Z"),
            (self.redo, self._desk.redo, kit.text("Redo"), "Ctrl+Shift+Z"),
        ):
            button.setEnabled(change is not None and not barred)
            name = (
                kit.text("{deed}: {change}", deed=word, change=change_name(kit, change))
                if (change is not None)
                else word
            )
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")

    def _saved(self) -> QLabel:
        made = self._kit.label(self._kit.text("Saved"), 12, tone="muted")
        made.setToolTip(self._kit.text("Everything is saved at once; there is nothing to press."))
        return made

    def _search_button(self) -> QPushButton:
        kit = self._kit
        made = kit.button(kit.text("Search everything"), "search", "search")
        made.setIcon(kit.icon("search", "muted"))
        made.setMinimumWidth(220)
        made.setMaximumWidth(400)
        key = self._search_key = kit.key("Ctrl K")
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setLayout(row(None, key, margins=(10, 0, 10, 0)))
        made.clicked.connect(self.search_wanted)
        return made

    def _language_menu(self, look: str) -> QToolButton:
        kit = self._kit
        made = kit.tool("world", kit.text("Language and look of the window"))
        made.setIconSize(QSize(18, 18))
        opens_menu(made)
        menu = QMenu(made)
        languages = QActionGroup(menu)
        for tag, name in tags.LANGUAGES.items():
            action = languages.addAction(menu.addAction(name))
            action.setCheckable(True)
            action.setChecked(tag == kit.language)
            action.triggered.connect(lambda _on=False, tag=tag: self.language_chosen.emit(tag))
        menu.addSeparator()
        looks = QActionGroup(menu)
        for key, name in (
            ("", kit.text("As the computer")),
            ("light", kit.text("Light")),
            ("dark", kit.text("Dark")),
            ("contrast", kit.text("High contrast")),
        ):
            action = looks.addAction(menu.addAction(name))
            action.setCheckable(True)
            action.setChecked(key == look)
            action.triggered.connect(lambda _on=False, key=key: self.look_chosen.emit(key))
        menu.addSeparator()
        menu.addMenu(self._size_menu(menu))
        made.setMenu(menu)
        return made

    def _size_menu(self, above: QMenu) -> QMenu:
        kit, now = self._kit, Memory().text_size
        menu = QMenu(kit.text("Text size"), above)
        menu.setEnabled(not text_size.is_given())
        sizes = QActionGroup(menu)
        for size in text_size.SIZES:
            name = figures.percent(size / 100, kit.language)
            action = sizes.addAction(menu.addAction(name))
            action.setCheckable(True)
            action.setChecked(size == now)
            action.triggered.connect(lambda _on=False, size=size: self.size_chosen.emit(size))
        return menu
