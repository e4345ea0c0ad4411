"""The main window: first start or the frame with its pages, the keys that work everywhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop import paths
from desktop.domain.change import Change
from desktop.domain.errors import EmptyDatabase, EstradoError, Unreachable
from desktop.ui.appearance import Appearance, theme_for
from desktop.ui.desk import Desk
from desktop.ui.elsewhere import Elsewhere
from desktop.ui.files import FileMenu
from desktop.ui.frame import Frame
from desktop.ui.kit import Kit
from desktop.ui.layout import roomy
from desktop.ui.memory import Memory
from desktop.ui.wording import change_name

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace
    from desktop.ui.first_start import FirstStart

FIRST_PAGE = "programme"


class Window(QMainWindow):
    """Takes another kit, and builds itself anew, when the language or the look changes."""

    def __init__(self, appearance: Appearance, memory: Memory) -> None:
        super().__init__()
        self._appearance = appearance
        self.memory = memory
        self.desk = Desk(self)
        self.elsewhere = Elsewhere(self.desk)
        self.frame: Frame | None = None
        self.start: FirstStart | None = None
        self._page = FIRST_PAGE
        self.desk.opened.connect(self._opened)
        self.desk.event_chosen.connect(self._event_chosen)
        self.desk.events_changed.connect(self._name_window)
        self.desk.acted.connect(self._acted)
        self.desk.told.connect(self._tell)
        for worker in (self.desk.worker, self.desk.press, self.desk.eyes):
            worker.broke.connect(self.warn)
        self.resize(1366, 768)
        self.restoreGeometry(memory.geometry)
        self._keys()
        self._dress()

    # building ---------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Put on the language and look of the memory."""
        self._undress()
        self.kit = Kit(self.memory.language, theme_for(self.memory.look))
        self._appearance.wear(self.kit)
        self.files = FileMenu(
            self.kit,
            self,
            open_file=self.open,
            new_file=lambda name: self.open(name, create=True),
            import_file=self.import_file,
            back_up=self.back_up,
            help=self.help,
        )
        if self.frame is not None:
            self.show_frame()
        elif self.start is not None:
            self.show_start()
        self._name_window()

    def _undress(self) -> None:
        """Let go of the old widgets first: a style sheet is worked out for every one there is."""
        self._finish_writing()
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def show_start(self) -> None:
        """Show the three ways to begin."""
        from desktop.ui.first_start import FirstStart

        self.frame = None
        self.start = FirstStart(self.kit, self.memory.recent)
        self.start.new_wanted.connect(self.new_event)
        self.start.import_wanted.connect(self.files.ask_import)
        self.start.reference_wanted.connect(self.open_reference)
        self.start.open_wanted.connect(self.files.ask_open)
        self.start.recent_wanted.connect(self.open)
        self.start.language_chosen.connect(self.speak)
        self.setCentralWidget(roomy(self.start))
        self.start.first.setFocus()

    def show_frame(self) -> None:
        """Show side bar and top bar; the pages come when the database is open."""
        self.start = None
        self.frame = Frame(self.kit, self.desk, self.memory.look)
        self.frame.top.search_wanted.connect(self.search)
        self.frame.top.language_chosen.connect(self.speak)
        self.frame.top.look_chosen.connect(self.look)
        self.frame.top.size_chosen.connect(self.files.resize)
        self.frame.top.chooser.new_event.connect(self.new_event)
        self.frame.page_shown.connect(self._note_page)
        self.setCentralWidget(self.frame)
        if self.desk.location:
            self.files.attach(self.frame.rail.mark, self.desk.location, self.memory.recent)
            self.frame.show_page(self._page)

    def speak(self, language: str) -> None:
        """Switch the window's language."""
        self.memory.language = language
        QTimer.singleShot(0, self._dress)  # not from within the menu that is about to go

    def look(self, look: str) -> None:
        """Switch between light and dark."""
        self.memory.look = look
        QTimer.singleShot(0, self._dress)

    # opening ----------------------------------------------------------------------------------

    def open(
        self,
        location: str,
        *,
        create: bool = False,
        fill: "Callable[[Workspace], Change | None] | None" = None,
    ) -> None:
        """Open or create a database; the frame stands while the worker opens it.

        An empty one on a server becomes one of this program.
        """

        def refused(error: EstradoError) -> None:
            if isinstance(error, EmptyDatabase):
                self.open(location, create=True)
            else:
                self._not_opened(error)

        if self.frame is None:
            self.show_frame()
        self.desk.open(
            location,
            create=create,
            event_id=self.memory.last_event(location),
            fill=fill,
            failed=refused,
        )

    def open_reference(self) -> None:
        """Look at the reference event, in the user's own database."""

        def fill(workspace: "Workspace") -> Change | None:
            from desktop.services import reference

            return reference.create_reference_event(workspace)

        self._open_own(fill)

    def new_event(self) -> None:
        """Begin an event; without a database in the user's own one."""
        if not self.desk.location:
            self._page = "events"
            self._open_own(None, then=self.new_event)
        elif self.frame is not None:
            self.frame.show_page("events")
            if self.frame.page is not None:
                self.frame.page.add()

    def import_file(self, name: str) -> None:
        """Show what a schedule or a list holds, and import it."""
        if not self.desk.location:
            self._open_own(None, then=lambda: self.import_file(name))
            return
        from desktop.ui.importing.dialog import ImportDialog
        from desktop.ui.importing.kinds import is_list

        if is_list(name):
            self._import_list(Path(name))
        else:
            ImportDialog(self.kit, self.desk, name, self).open()

    def _import_list(self, file: Path) -> None:
        """Invite the guests of a list to the event; without one, that is begun first."""
        from desktop.ui.attendees.page import GuestsPage
        from desktop.ui.events.page import EventsPage

        if self.frame is None:
            return
        self.frame.show_page("events" if self.desk.current is None else "guests")
        page = self.frame.page
        if isinstance(page, EventsPage):
            again = partial(self._import_list, file)
            page.ask_new().accepted.connect(partial(_once, self.desk.event_chosen, again))
        elif isinstance(page, GuestsPage):
            page.lists.look(file)

    def back_up(self, name: str) -> None:
        """Write a copy of the database."""

        def work(workspace: "Workspace") -> None:
            from desktop.services import backup

            backup.backup(workspace, name)

        def done(_none: None) -> None:
            self.desk.told.emit(self.kit.text("Backed up to {file}", file=name))

        self.desk.read(self, work, done)

    def _open_own(
        self,
        fill: "Callable[[Workspace], Change | None] | None",
        then: Callable[[], None] | None = None,
    ) -> None:
        own = paths.default_database()
        own.parent.mkdir(parents=True, exist_ok=True)
        if then is not None:
            _once(self.desk.opened, then)
        self.open(str(own), create=not own.exists(), fill=fill)

    def _opened(self) -> None:
        self.memory.opened(self.desk.location)
        if not self.desk.events:
            self._page = "events"
        elif self.desk.away:
            self._page = "door"
        if self.frame is not None:
            self.files.attach(self.frame.rail.mark, self.desk.location, self.memory.recent)
            self.frame.show_page(self._page)
        self._name_window()

    def _not_opened(self, error: EstradoError) -> None:
        if not self.desk.location:
            self.show_start()
        self.warn(error)

    # what happens -----------------------------------------------------------------------------

    def warn(self, error: EstradoError) -> None:
        """Show an error; nothing was changed by what caused it."""
        if self.desk.away and isinstance(error, Unreachable):
            return  # a band says so already
        if self.frame is not None:
            self.frame.toast.warn(self.kit.error(error))
        elif self.start is not None:
            self.start.warn(self.kit.error(error))

    def confess(self, defect: Exception) -> None:
        """Tell of a defect of the program itself; one at a time, however many follow."""
        from desktop.ui.defect_dialog import DefectDialog

        if self.findChild(DefectDialog) is None:
            DefectDialog(self.kit, self, defect, self.files.show_log).open()

    def search(self) -> None:
        """Open the search over everything."""
        from desktop.ui.command_search import CommandSearch

        if self.frame is not None and self.desk.location:
            CommandSearch(self.frame).open()

    def help(self) -> None:
        """Show or put away the help for the open page."""
        if self.frame is not None:
            self.frame.help(self.files)
        elif self.start is not None:
            self.start.help(self.files)

    def _acted(self, change: Change) -> None:
        page = self.frame.page if self.frame is not None else None
        if self.frame is not None and not (page and page.tells(change)):
            can_undo = self.desk.undo is not None and self.desk.undo.id == change.id
            self.frame.toast.say(change_name(self.kit, change), can_undo=can_undo)

    def _tell(self, words: str) -> None:
        if self.frame is not None:
            self.frame.toast.say(words)

    def _event_chosen(self) -> None:
        if self.desk.current is not None:
            self.memory.chose_event(self.desk.location, self.desk.current.id)
        self._name_window()

    def _note_page(self, key: str) -> None:
        self._page = key

    def _name_window(self) -> None:
        event = self.desk.current
        title = self.kit.local(event.title, event.languages) if event else ""
        self.setWindowTitle(f"{title} — Estrado" if title else "Estrado")

    def _keys(self) -> None:
        for keys, deed in (
            ("F1", self.help),
            ("Ctrl+K", self.search),
            ("Ctrl+F", self._filter),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+O", lambda: self.files.ask_open()),
            ("Ctrl+N", self._add),
            ("Ctrl+Q", lambda: self.window().close()),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda number=number: self._go(number))

    def _filter(self) -> None:
        field: QWidget | None = (
            self.frame.page.filter() if self.frame and self.frame.page else None
        )
        if field is not None:
            field.setFocus()

    def _undo(self) -> None:
        if self.desk.undo is not None:
            self.desk.undo_last()

    def _redo(self) -> None:
        if self.desk.redo is not None:
            self.desk.redo_last()

    def _add(self) -> None:
        if self.frame is not None and self.frame.page is not None:
            self.frame.page.add()

    def _go(self, number: int) -> None:
        from desktop.ui.places import PLACES

        if self.frame is not None and self.desk.location and number <= len(PLACES):
            self.frame.show_page(PLACES[number - 1].key)

    def _finish_writing(self) -> None:
        """Store what is being written: fields do so when they are left."""
        if (writing := _focus(self)) is not None:
            writing.clearFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._finish_writing()
        self.memory.geometry = self.saveGeometry()
        self.desk.close()
        super().closeEvent(event)


def _once(signal: SignalInstance, deed: Callable[[], None]) -> None:
    """Do something the next time that a signal comes."""
    wire = signal.connect(lambda: (signal.disconnect(wire), deed()))


def _focus(window: QWidget) -> QWidget | None:
    """The widget that is being worked in."""
    return window.focusWidget()
