"""The inspector of an event: texts, days, languages, venue, rooms, tracks, organisers."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from desktop.domain.change import Change
from desktop.domain.event import Event, EventKind, Organiser, WaitingRule
from desktop.domain.localized import Localized
from desktop.domain.venue import Room, Track, Venue
from desktop.language.terms import term
from desktop.services import organisers
from desktop.services.workspace import Workspace
from desktop.ui import actions
from desktop.ui.day_field import DayField
from desktop.ui.detail import Detail
from desktop.ui.directory_picker import OrganisationPicker
from desktop.ui.events.capacities_box import CapacitiesBox
from desktop.ui.events.checklist_box import ChecklistBox
from desktop.ui.events.doors_box import DoorsBox
from desktop.ui.events.languages_field import LanguagesField
from desktop.ui.events.organisers_box import OrganisersBox
from desktop.ui.events.places_box import PlacesBox
from desktop.ui.events.retention_dialog import RetentionDialog
from desktop.ui.events.signatories_box import SignatoriesBox
from desktop.ui.events.snapshot import Row, Snapshot
from desktop.ui.events.venue_box import VenueBox
from desktop.ui.events.zone_field import ZoneField
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import Item, row, rule
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.page import Page
from desktop.ui.picture_field import Content, picture_bytes

WIDTH = 480
_MOST_DAYS = 31


class EventDetail(Detail[Event]):
    """Edits one event."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(kit, page, width=WIDTH)
        self._shown: Snapshot | None = None
        self._row: Row | None = None
        text = kit.text
        self._title = kit.heading("")
        self.texts = LocalizedFields(
            kit,
            (
                Part("title", text("Title"), 2, bold=True),
                Part("subtitle", text("Subtitle"), 2),
                Part("summary", text("Summary for the report"), 4),
                Part("footer", text("Foot of the programme"), 1),
            ),
        )
        self._kind: ChoiceField[EventKind] = ChoiceField(
            text("Kind"), [(kind, term(kind, kit.language)) for kind in EventKind]
        )
        self.zone = ZoneField(text("Time zone"), kit.language)
        self._first, self._last = DayField(kit, text("First day")), DayField(kit, text("Last day"))
        self._keep_until = DayField(kit, text("Keep the guests' data until"))
        self._languages = LanguagesField(kit)
        self.venue = VenueBox(kit)
        self.rooms = PlacesBox(kit, text("Room"))
        self.tracks = PlacesBox(kit, text("Track"))
        self.organisers = OrganisersBox(kit, page)
        self.capacities = CapacitiesBox(kit)
        self.doors = DoorsBox(kit)
        self._keeps_needs = QCheckBox(text("Ask guests for dietary and access needs"))
        self._moves_up: ChoiceField[WaitingRule] = ChoiceField(
            text("Who moves up from the waiting list"),
            [(rule, term(rule, kit.language)) for rule in WaitingRule],
        )
        self.signatories = SignatoriesBox(kit, page)
        self.checklist = ChecklistBox(kit)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.texts.edited.connect(self._text_edited)
        self._kind.edited.connect(lambda: self.change(kind=self._kind.value))
        self.zone.edited.connect(lambda: self.change(time_zone=self.zone.value))
        self._first.edited.connect(self._first_edited)
        self._last.edited.connect(lambda: self.change(last_day=self._last.day))
        self._keep_until.edited.connect(lambda: self.change(keep_until=self._keep_until.day))
        self._languages.edited.connect(partial(self.change_one, "languages"))
        self.venue.chosen.connect(partial(self.change_one, "venue_id"))
        self.venue.edited.connect(partial(actions.save_venue, self.page))
        self.venue.added.connect(self.add_venue)
        self.venue.deleted.connect(partial(actions.delete_venue, self.page))
        self.rooms.placed.connect(partial(actions.save_room, self.page))
        self.rooms.deleted.connect(partial(actions.delete_room, self.page))
        self.tracks.placed.connect(partial(actions.save_track, self.page))
        self.tracks.deleted.connect(partial(actions.delete_track, self.page))
        self.organisers.logo_dropped.connect(self._take_logo)
        self.checklist.edited.connect(partial(self.change_one, "checklist"))
        self.capacities.edited.connect(partial(self.change_one, "capacities"))
        self.doors.edited.connect(partial(self.change_one, "doors"))
        self._keeps_needs.toggled.connect(self._needs_decided)
        self._moves_up.edited.connect(lambda: self.change(waiting_rule=self._moves_up.value))
        self.organisers.edited.connect(partial(self.change_one, "organisers"))
        self.signatories.edited.connect(partial(self.change_one, "signatories"))
        self.signatories.chosen.connect(self._take_signature)

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        delete = kit.tool("trash", text("Delete this event"), "Del")
        delete.clicked.connect(self.delete)
        close = kit.tool("x", text("Close"), "Esc")
        close.clicked.connect(self.closed)
        past = kit.button(text("Data of past events…"), "link", "history")
        past.clicked.connect(lambda: RetentionDialog(self.page).open())
        self.stored_only = [
            kit.section(text("Rooms"), self._add(text("Add room"), self.add_room)),
            self.rooms,
            kit.section(text("Tracks"), self._add(text("Add track"), self.add_track)),
            self.tracks,
            kit.section(text("Organisers"), self._add(text("Add organiser"), self.add_organiser)),
            self.organisers,
            kit.section(
                text("Who signs certificates"),
                self._add(text("Add signatory"), self.signatories.add),
            ),
            self.signatories,
            self.venue,
            kit.section(text("Places"), self._add(text("Add places"), self.capacities.add)),
            self.capacities,
            kit.field(text("Who moves up from the waiting list"), self._moves_up),
            kit.section(text("Lists at the doors"), self._add(text("Add list"), self.doors.add)),
            self.doors,
            kit.section(text("Checklist"), self._add(text("Add task"), self.add_task)),
            self.checklist,
            kit.section(text("Personal data"), past),
            self._keeps_needs,
            kit.field(text("Keep the guests' data until"), self._keep_until),
        ]
        self.build(
            ((self._title, 1), delete, close),
            self.texts,
            rule(),
            self._pair((text("Kind"), self._kind), (text("Time zone"), self.zone)),
            self._pair((text("First day"), self._first), (text("Last day"), self._last)),
            kit.section(text("Languages, the original first"), self._languages.add),
            self._languages,
            rule(),
            *self.stored_only,
        )

    def _pair(self, *fields: tuple[str, Any]) -> Item:
        return row(*((self.kit.field(name, field), 1) for name, field in fields), gap=12)

    def _add(self, name: str, deed: Any) -> Any:
        button = self.kit.button(name, "link", "plus")
        button.clicked.connect(deed)
        return button

    # the value --------------------------------------------------------------------------------

    def show_row(self, shown: Snapshot, one: Row | None) -> None:
        """Show an event of a snapshot."""
        self._shown, self._row = shown, one
        self.show_value(one.event if one else None)

    def fill(self, value: Event) -> None:
        shown, one, kit = self._shown, self._row, self.kit
        assert shown is not None
        assert one is not None
        languages = value.languages
        self._title.setText(kit.text("Event") if value.id else kit.text("New event"))
        self.texts.show_texts(
            {
                "title": value.title,
                "subtitle": value.subtitle,
                "summary": value.summary,
                "footer": value.footer,
            },
            languages,
        )
        self._kind.show_value(value.kind)
        self.zone.show_zone(value.time_zone)
        self._first.show_day(value.first_day)
        self._last.show_day(value.last_day)
        self._keep_until.show_day(value.keep_until)
        self._languages.show_languages(languages)
        for widget in self.stored_only:
            widget.setVisible(bool(value.id))
        self.rooms.show_places(one.rooms, languages)
        self.tracks.show_places(one.tracks, languages)
        self.organisers.show_organisers(value.organisers, shown.organisations, languages)
        self.signatories.show_signatories(value.signatories, languages)
        self.checklist.show_items(value.checklist)
        self.capacities.show_capacities(value.capacities)
        self.doors.show_doors(value.doors, _days(value))
        with QSignalBlocker(self._keeps_needs):
            self._keeps_needs.setChecked(value.keeps_needs)
        self._moves_up.show_value(value.waiting_rule)
        self.venue.show_venue(value.venue_id, shown.venues, languages)

    def is_ready(self, value: Event) -> bool:
        return bool(value.title)

    def store(self, value: Event) -> None:
        actions.save_event(self.page, value, lambda change: self.created_as(change, Event))

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        actions.edit_event(self.page, number, fields)

    def remove(self, number: int) -> None:
        actions.delete_event(self.page, number)

    def begin(self) -> None:
        """Go to the day where only that is missing, else to the title."""
        undated = self.number and self.value is not None and self.value.first_day is None
        (self._first if undated else self.texts).setFocus()

    # edits ------------------------------------------------------------------------------------

    def _text_edited(self, key: str) -> None:
        self.change(**{key: self.texts.texts[key]})

    def _needs_decided(self, kept: bool) -> None:
        self.change(keeps_needs=kept)

    def _first_edited(self) -> None:
        """A first day after the last one takes the last one with it."""
        first, last = self._first.day, self._last.day
        later = last is None or (first is not None and last < first)
        self.change(first_day=first, last_day=first if later else last)

    def add_room(self) -> None:
        """Add a room without a name yet."""
        if self._row is not None:
            place = len(self._row.rooms)
            actions.save_room(self.page, Room(event_id=self.number, position=place))

    def add_track(self) -> None:
        """Add a track without a name yet."""
        if self._row is not None:
            place = len(self._row.tracks)
            actions.save_track(self.page, Track(event_id=self.number, position=place))

    def add_task(self) -> None:
        """Add a line to the checklist."""
        self.checklist.add(self.value.first_day if self.value else None)

    def go_to_checklist(self) -> None:
        """Bring the checklist into sight."""
        self.checklist.begin()
        self.area.ensureWidgetVisible(self.checklist, 0, 80)

    def add_venue(self) -> None:
        """Add a venue and hold the event there."""
        actions.save_venue(
            self.page,
            Venue(),
            lambda change: self.change(venue_id=next(iter(change.touched(Venue)), None)),
        )

    def add_organiser(self) -> None:
        """Choose an organisation that organises the event."""
        picker = OrganisationPicker(
            self.kit,
            self.page.desk,
            self.kit.text("Which organisation? Type a name"),
            self.page.window(),
            self._take_organiser,
        )
        picker.open()

    def _take_organiser(self, number: int) -> None:
        if self.value is not None:
            self.change(organisers=(*self.value.organisers, Organiser(number)))

    def _take_signature(self, person_id: int, content: Content) -> None:
        actions.set_signature(self.page, self.number, person_id, content)

    def _take_logo(self, organisation_id: int, file: str) -> None:
        """Give an organiser the logo in a file; one that is not there yet is called like it."""
        if self.value is None or not self.number:
            return
        number, tag = self.number, self.value.languages[0]

        def verb(ws: Workspace) -> Change:
            content = picture_bytes(file)
            if organisation_id:
                return organisers.set_logo(ws, organisation_id, content)
            name = Localized.of({tag: Path(file).stem.replace("_", " ")})
            return organisers.add_with_logo(ws, number, name, content)

        self.page.desk.act(self, verb)


def _days(event: Event) -> list[date]:
    """The days of an event whose first and last one are known; a month of them at the most."""
    first, last = event.first_day, event.last_day or event.first_day
    if first is None or last is None:
        return []
    count = min((last - first).days, _MOST_DAYS)
    return [first + timedelta(days=n) for n in range(count + 1)]
