"""The top bar: which event, search, undo and redo by name, language and look."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QToolButton

from desktop.domain.event import Event
from desktop.language import tags
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, row
from desktop.ui.wording import change_name, event_line

HEIGHT = 56


class EventChooser(QPushButton):
    """The event that is being worked on, and a menu of the others."""

    new_event = Signal()

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "chooser")
        self._kit, self._desk = kit, desk
        self.title = kit.label("", 15, 600)
        self.line = kit.label("", 12, tone="muted")
        for label in (self.title, self.line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        arrow = kit.picture("chevron-down")
        arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        first = row(self.title, arrow, None, gap=12)
        self._inside = col(None, first, self.line, None, gap=0, margins=(6, 4, 6, 4))
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
        self.title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, 460))
        self.line.setText(line)
        self.setToolTip(title)
        self.setAccessibleName(kit.text("Event: {title}", title=title))
        self.setFixedWidth(self._inside.sizeHint().width() + 8)

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

    def __init__(self, kit: Kit, desk: Desk, look: str) -> None:
        super().__init__()
        self.setProperty("box", "bar")
        self.setFixedHeight(HEIGHT)
        self._kit, self._desk = kit, desk
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

    def show_history(self) -> None:
        """Name what undo and redo would do."""
        kit, barred = self._kit, self._desk.barred is not None
        self.saved.setVisible(not barred)
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
        key = kit.key("Ctrl K")
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setLayout(row(None, key, margins=(10, 0, 10, 0)))
        made.clicked.connect(self.search_wanted)
        return made

    def _language_menu(self, look: str) -> QToolButton:
        kit = self._kit
        made = kit.tool("world", kit.text("Language and look of the window"))
        made.setIconSize(QSize(18, 18))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
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
        made.setMenu(menu)
        return made
