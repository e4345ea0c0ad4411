"""Page 'Guests'."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QGuiApplication

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.language.folding import fold
from desktop.language.terms import category_group
from desktop.ui import actions
from desktop.ui.attendees.bulk_bar import BulkBar
from desktop.ui.attendees.columns import Row, Snapshot, category_color, columns, read
from desktop.ui.attendees.deeds import deeds
from desktop.ui.attendees.detail import AttendeeDetail
from desktop.ui.attendees.figures import Figures
from desktop.ui.chip_line import ChipLine, Choice
from desktop.ui.deeds import Deed
from desktop.ui.desk import Desk
from desktop.ui.directory_picker import PersonPicker
from desktop.ui.empty import Empty
from desktop.ui.kit import Kit
from desktop.ui.list_page import ListPage
from desktop.ui.table import Listing, with_words


class GuestsPage(ListPage[Row]):
    """Everybody who is invited to the event."""

    shows: ClassVar[tuple[type, ...]] = (Attendee, Person, Organisation, Event)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        text = kit.text
        languages = desk.current.languages if desk.current else ()
        super().__init__(
            kit,
            desk,
            title=text("Guests"),
            hint=text("Filter guests"),
            columns=columns(kit, languages),
            number=lambda one: one.attendee.id,
            add=text("Add guest"),
            icon="user-plus",
        )
        self.shown: Snapshot | None = None
        self._category = ""
        self.figures = Figures(kit)
        self.chips = ChipLine(kit)
        self.inspector = AttendeeDetail(kit, self)
        first = kit.button(text("Add the first guest"), "primary", "user-plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "users",
            text("No guests yet"),
            text("A guest is a person with an invitation to this event, and a reply to it."),
            first,
        )
        self.bulk = BulkBar(kit)
        self.bulk.edited.connect(self._edit_chosen)
        self.bulk.copy_wanted.connect(self.copy)
        self.bulk.delete_wanted.connect(self.delete)
        self.bulk.left.connect(self.table.clearSelection)
        self.table.marked.connect(self._marked)
        self.lay_out(
            self.inspector,
            nothing,
            above=(self.figures, self.chips, self.bulk),
        )

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is None:
            self.shown = None
            self.stack.setCurrentIndex(1)
            return
        number, language = event.id, self.kit.language
        self.desk.read(self, lambda ws: read(ws, number, language), self._show)

    def _show(self, shown: Snapshot) -> None:
        self.shown = shown
        self.figures.show_replies(shown.replies)
        self._show_chips(shown)
        self.show_list()
        count = self.kit.plural("{n} guest", "{n} guests", len(shown.rows))
        keys = self.kit.text("Shift+↑↓  select · Enter  open · Ctrl+N  add")
        self.say(count, keys)

    def _show_chips(self, shown: Snapshot) -> None:
        kit = self.kit
        known = sorted(shown.categories, key=lambda name: -shown.categories[name])
        if self._category not in known:
            self._category = ""
        everyone = kit.text("All {n}", n=len(shown.rows))
        choices: list[Choice] = [(everyone, None, partial(self._choose_category, ""))]
        for name in known:
            words = f"{category_group(name, kit.language)} {shown.categories[name]}"
            color = category_color(kit.theme, name)
            choices.append((words, color, partial(self._choose_category, name)))
        self.chips.offer(choices, ["", *known].index(self._category))

    def listing(self) -> Listing[Row]:
        wanted, kind = fold(self.search.text()).split(), self._category

        def narrow(rows: Sequence[Row]) -> Sequence[Row]:
            rows = [one for one in rows if one.attendee.category == kind] if kind else rows
            return with_words(rows, wanted)

        return Listing(self._rows(), narrow)

    def length(self) -> int:
        return len(self._rows())

    def row_of(self, number: int) -> Row | None:
        return self.shown.by_id.get(number) if self.shown else None

    def inspect(self, one: Row | None) -> None:
        self.inspector.show_row(one)

    def is_empty(self) -> bool:
        return self.shown is None or not self.shown.rows

    # the user ---------------------------------------------------------------------------------

    def _choose_category(self, name: str, _on: bool = False) -> None:
        self._category = name
        self.fill_list()

    def _marked(self) -> None:
        self.bulk.show_count(len(self.table.selectionModel().selectedRows()))

    def _edit_chosen(self, field: str, value: object) -> None:
        actions.edit_attendees(self, self.chosen_ids(), **{field: value})

    def delete(self) -> None:
        if len(chosen := self.chosen_ids()) > 1:
            actions.delete_attendees(self, chosen)
        else:
            super().delete()

    def paste(self) -> None:
        """Invite the people of the rows on the clipboard, after a look at them."""
        from desktop.ui.importing.guests_dialog import GuestsDialog

        if (event := self.desk.current) is not None:
            rows = QGuiApplication.clipboard().text()
            GuestsDialog(self.kit, self.desk, event.id, rows, self.window()).open()

    def menu(self) -> Sequence[Deed]:
        return deeds(self)

    def chosen_ids(self) -> list[int]:
        """The ids of the invitations that are selected, in the order of the list."""
        return [one.attendee.id for one in self.table.chosen()]

    def listed_ids(self) -> list[int]:
        """The ids of all that the filters let through, in the order of the list."""
        every = map(self.table.rows.value, range(self.table.rows.rowCount()))
        return [one.attendee.id for one in every if one is not None]

    def add(self) -> None:
        """Choose somebody to invite."""
        if self.desk.current is None:
            self.wanted.emit("events", 0)
            return
        picker = PersonPicker(
            self.kit,
            self.desk,
            self.kit.text("Who is invited? Type a name"),
            self.window(),
            self._invite,
        )
        picker.open()

    def _invite(self, number: int) -> None:
        known = next((one for one in self._rows() if one.person.id == number), None)
        if known is not None:
            self.open(known.attendee.id)
        elif self.desk.current is not None:
            fresh = Attendee(event_id=self.desk.current.id, person_id=number)
            actions.save_attendee(
                self, fresh, lambda change: self.open(next(iter(change.touched(Attendee)), 0))
            )

    def _rows(self) -> Sequence[Row]:
        return self.shown.rows if self.shown else ()


def make(kit: Kit, desk: Desk) -> GuestsPage:
    """The page."""
    return GuestsPage(kit, desk)
