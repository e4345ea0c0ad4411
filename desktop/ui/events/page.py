"""Page 'Events'."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.release import ProgrammeRelease
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.language.dates import zone_here
from desktop.language.folding import fold
from desktop.services import overview
from desktop.ui.desk import Desk
from desktop.ui.empty import no_events
from desktop.ui.events.columns import columns
from desktop.ui.events.detail import EventDetail
from desktop.ui.events.new_event import NewEventDialog
from desktop.ui.events.overview import OverviewBoard
from desktop.ui.events.snapshot import Row, Snapshot, read
from desktop.ui.kit import Kit
from desktop.ui.list_page import ListPage
from desktop.ui.table import Heading

LIST, BOARD = 0, 2
"""Views in the stack; between them stands what an empty database shows."""


class EventsPage(ListPage[Row]):
    """The events of the database; the current row is not yet the chosen event."""

    shows: ClassVar[tuple[type, ...]] = (
        *(Event, Room, Track, Venue, Organisation, Slot, Person, Attendee, ProgrammeRelease),
        *(Quotation, PressItem, PhotoCredit, InstitutionalContact),
    )

    def __init__(self, kit: Kit, desk: Desk) -> None:
        text = kit.text
        super().__init__(
            kit,
            desk,
            title=text("Events"),
            hint=text("Filter events"),
            columns=columns(kit),
            number=lambda one: one.event.id,
            add=text("New event"),
            icon="calendar-plus",
            tall=True,
        )
        self.shown: Snapshot | None = None
        self._adding = False
        self.inspector = EventDetail(kit, self)
        self.inspector.created.connect(desk.choose_event)
        self.work = kit.button(text("Work on this event"), "", "arrow-right")
        self.work.clicked.connect(self._choose)
        self.glance = kit.chip(text("Overview"), on=True)
        self.every = kit.chip(text("All events"))
        views = QButtonGroup(self)
        for chip in (self.glance, self.every):
            views.addButton(chip)
            chip.clicked.connect(self._turn)
        self.edit = kit.button(text("Edit event"), "", "pencil")
        self.edit.clicked.connect(self.edit_current)
        self.board = OverviewBoard(kit)
        self.board.wanted.connect(self.wanted)
        self.board.edit_wanted.connect(self.edit_current)
        self.board.checklist_wanted.connect(self._open_checklist)
        self.board.ticked.connect(self._tick)
        beside = (self.glance, self.every, None, self.work, self.edit)
        self.lay_out(self.inspector, no_events(kit, self.add), beside=beside)
        self.stack.addWidget(self.board)
        self._turn()

    def refresh(self) -> None:
        self.desk.read(self, read, self._show)
        event = self.desk.current
        if event is not None:
            number = event.id
            self.desk.read(
                self, lambda ws: overview.overview(ws, number), self.board.show_overview
            )

    def _follow(self) -> None:
        """Beside the overview stands the event that it shows, and no other."""
        current = self.desk.current
        open_one = self.inspector.number
        if self.glance.isChecked() and current is not None and open_one not in (0, current.id):
            self.inspect(self.row_of(current.id))

    def _turn(self, _on: bool = False) -> None:
        """Show the chosen event, or the list of all."""
        glance = self.glance.isChecked()
        self.view = BOARD if glance else LIST
        for widget in (self.search, self.work):
            widget.setVisible(not glance)
        self.edit.setVisible(glance)
        if self.shown is not None:
            self.fill_list()
            self._tell()

    def _tell(self) -> None:
        kit, count = self.kit, len(self.shown.rows) if self.shown else 0
        keys = kit.text("Enter  open · Ctrl+N  add · Del  delete")
        if self.glance.isChecked():
            keys = kit.text("Ctrl+N  new event · F1  help")
        self.say(kit.plural("{n} event", "{n} events", count), keys)

    def edit_current(self) -> None:
        """Open the inspector of the event that is being worked on."""
        if self.desk.current is not None:
            self.inspect(self.row_of(self.desk.current.id))
            self.inspector.begin()

    def _tick(self, place: int, done: bool) -> None:
        if self.desk.current is not None:
            number = self.desk.current.id
            self.desk.act(self, lambda ws: overview.tick(ws, number, place, done=done))

    def _open_checklist(self) -> None:
        self.edit_current()
        self.inspector.go_to_checklist()

    def _show(self, shown: Snapshot) -> None:
        self.shown = shown
        self._follow()
        self.show_list()
        if self._adding:
            self.add_empty()
        self._tell()

    def listed(self) -> list[Row | Heading]:
        wanted = fold(self.search.text()).split()
        rows = self.shown.rows if self.shown else ()
        return [one for one in rows if all(word in _words(one.event) for word in wanted)]

    def row_of(self, number: int) -> Row | None:
        rows = self.shown.rows if self.shown else ()
        return next((one for one in rows if one.event.id == number), None)

    def open(self, number: int) -> None:
        """Work on an event and show it."""
        known = self.desk.current
        if self.row_of(number) is not None and (known is None or known.id != number):
            self.desk.choose_event(number)
        super().open(number)
        found = self.row_of(number)
        if found is not None and found.event.first_day is None:
            self.inspector.begin()  # whoever comes from the programme is after its day

    def inspect(self, one: Row | None) -> None:
        if self.shown is not None:
            self.inspector.show_row(self.shown, one)

    def is_empty(self) -> bool:
        return (self.shown is None or not self.shown.rows) and self.inspector.value is None

    def add(self) -> None:
        """Ask what the new event begins with."""
        self.ask_new()

    def ask_new(self) -> NewEventDialog:
        """The same; the dialog that asks."""
        dialog = NewEventDialog(self.kit, self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.empty_wanted.connect(self.add_empty)
        dialog.accepted.connect(self.glance.click)
        dialog.open()
        return dialog

    def add_empty(self) -> None:
        """Begin an event in the inspector, in the window's language first."""
        self._adding = self.shown is None
        if self.shown is None:
            return
        self.table.clearSelection()
        known = self.desk.current
        fresh = Event(
            languages=known.languages if known else (self.kit.language,),
            time_zone=known.time_zone if known else zone_here(),
        )
        self.inspector.show_row(self.shown, Row(fresh))
        self.inspector.begin()

    def _choose(self) -> None:
        one = self.table.current()
        if one is not None:
            self.desk.choose_event(one.event.id)
            self.glance.click()


def _words(event: Event) -> str:
    titles = (words for text in (event.title, event.subtitle) for _, words in text)
    return fold(" ".join((event.slug, *titles)))


def make(kit: Kit, desk: Desk) -> EventsPage:
    """The page."""
    return EventsPage(kit, desk)
