"""Page 'Events'."""

from typing import ClassVar

from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.venue import Room, Track, Venue
from desktop.language.folding import fold
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.events.columns import columns
from desktop.ui.events.detail import EventDetail
from desktop.ui.events.snapshot import Row, Snapshot, read
from desktop.ui.kit import Kit
from desktop.ui.list_page import ListPage
from desktop.ui.table import Heading


class EventsPage(ListPage[Row]):
    """The events of the database; the current row is not yet the chosen event."""

    shows: ClassVar[tuple[type, ...]] = (Event, Room, Track, Venue, Organisation)

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
        work = kit.button(text("Work on this event"), "", "arrow-right")
        work.clicked.connect(self._choose)
        first = kit.button(text("Start an event"), "primary", "calendar-plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "calendar-event",
            text("No events yet"),
            text(
                "An event is the occasion that you organise: a lecture, a conference, a reception."
            ),
            first,
        )
        self.lay_out(self.inspector, nothing, beside=(None, work))

    def refresh(self) -> None:
        self.desk.read(self, read, self._show)

    def _show(self, shown: Snapshot) -> None:
        self.shown = shown
        self.show_list()
        if self._adding:
            self.add()
        count = self.kit.plural("{n} event", "{n} events", len(shown.rows))
        self.say(count, self.kit.text("Enter  open · Ctrl+N  add · Del  delete"))

    def listed(self) -> list[Row | Heading]:
        wanted = fold(self.search.text()).split()
        rows = self.shown.rows if self.shown else ()
        return [one for one in rows if all(word in _words(one.event) for word in wanted)]

    def row_of(self, number: int) -> Row | None:
        rows = self.shown.rows if self.shown else ()
        return next((one for one in rows if one.event.id == number), None)

    def inspect(self, one: Row | None) -> None:
        if self.shown is not None:
            self.inspector.show_row(self.shown, one)

    def is_empty(self) -> bool:
        return (self.shown is None or not self.shown.rows) and self.inspector.value is None

    def add(self) -> None:
        """Begin an event, in the window's language first."""
        self._adding = self.shown is None
        if self.shown is None:
            return
        self.table.clearSelection()
        known = self.desk.current
        fresh = Event(
            languages=known.languages if known else (self.kit.language,),
            time_zone=known.time_zone if known else "UTC",
        )
        self.inspector.show_row(self.shown, Row(fresh))
        self.inspector.begin()

    def _choose(self) -> None:
        one = self.table.current()
        if one is not None:
            self.desk.choose_event(one.event.id)
            self.wanted.emit("programme", 0)


def _words(event: Event) -> str:
    titles = (words for text in (event.title, event.subtitle) for _, words in text)
    return fold(" ".join((event.slug, *titles)))


def make(kit: Kit, desk: Desk) -> EventsPage:
    """The page."""
    return EventsPage(kit, desk)
