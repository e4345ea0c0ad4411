"""Page 'Guests'."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QResizeEvent

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.language.terms import category_group
from desktop.services import attendance
from desktop.services.lists import Filter, Guest, Guests, Lists, Shown
from desktop.ui import actions
from desktop.ui.attendees.bulk_bar import BulkBar
from desktop.ui.attendees.columns import category_color, columns
from desktop.ui.attendees.deeds import deeds, write
from desktop.ui.attendees.detail import AttendeeDetail
from desktop.ui.attendees.figures import Figures
from desktop.ui.attendees.filters import choices
from desktop.ui.deeds import Deed
from desktop.ui.desk import Desk
from desktop.ui.directory_picker import PersonPicker
from desktop.ui.empty import Empty
from desktop.ui.filter_bar import Suggestion
from desktop.ui.importing.lists_taken import ListsTaken
from desktop.ui.kit import Kit
from desktop.ui.paged_page import PagedPage

LOW = 400
"""Pixels of height below which figures leave too few rows of the list."""
REPLY, CATEGORY = "Attendee.reply", "Attendee.category"


class GuestsPage(PagedPage[Guest]):
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
            choices=choices(kit),
            add=text("Add guest"),
            icon="user-plus",
        )
        self._languages = languages
        self.replies: dict[Reply, int] = {}
        self.categories: Counter[str] = Counter()
        self.figures = Figures(kit)
        self.lists = ListsTaken(self)
        self.inspector = AttendeeDetail(kit, self)
        first = kit.button(text("Add the first guest"), "primary", "user-plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "users",
            text("No guests yet"),
            text("A guest is a person with an invitation to this event, and a reply to it."),
            first,
            self.way(text("Invite guests from a list…"), "table-import", self.lists.choose),
            self.way(text("Paste rows from a spreadsheet"), "clipboard", self.paste),
            tip=text("A list may be dropped here, too."),
        )
        self.shortcuts = (
            self.way(text("Seating"), "armchair", lambda: self.wanted.emit("seating", 0)),
            self.way(text("Import"), "table-import", self.lists.choose),
        )
        self.bulk = BulkBar(kit)
        self.bulk.edited.connect(self._edit_chosen)
        self.bulk.write_wanted.connect(partial(write, self))
        self.bulk.copy_wanted.connect(self.copy)
        self.bulk.delete_wanted.connect(self.delete)
        self.bulk.left.connect(self.table.clearSelection)
        self.table.marked.connect(self._marked)
        self.lay_out(
            self.inspector,
            nothing,
            beside=(None, *self.shortcuts),
            above=(self.figures, self.bar, self.bulk),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list has its room first; the menus have the same figures and deeds."""
        super().resizeEvent(event)
        for part in (self.figures, *self.shortcuts):
            part.setVisible(self.height() >= LOW)

    # reading ----------------------------------------------------------------------------------

    def roll(self) -> Guests | None:
        event = self.desk.current
        return Guests(event.id, self.kit.language, self._languages) if event else None

    def refresh(self) -> None:
        super().refresh()
        if (roll := self.roll()) is not None:

            def work(lists: Lists) -> dict[str, Counter[str]]:
                return roll.counted(lists, (REPLY, CATEGORY))

            self.desk.look(self, work, self._show_counts)

    def _show_counts(self, counts: Mapping[str, Counter[str]]) -> None:
        self.replies = {Reply(name): count for name, count in counts[REPLY].items()}
        self.categories = counts[CATEGORY]
        self.figures.show_replies(self.replies)
        self.bar.suggest(self.categories.total(), self.suggested())

    def suggested(self) -> Sequence[Suggestion]:
        """The categories, the most frequent first."""
        kit = self.kit
        return [
            (
                Filter(CATEGORY, (name,)),
                f"{category_group(name, kit.language)} {kit.number(count)}",
                category_color(kit.theme, name),
            )
            for name, count in self.categories.most_common()
        ]

    def tell(self, shown: Shown[Guest]) -> None:
        count = self.kit.plural("{n} guest", "{n} guests", shown.total)
        self.say(
            self.state(shown, count), self.kit.text("Shift+↑↓  select · Enter  open · Ctrl+N  add")
        )

    def inspect(self, one: Guest | None) -> None:
        self.inspector.show_row(one)

    # the user ---------------------------------------------------------------------------------

    def _marked(self) -> None:
        self.bulk.show_count(self.table.count_chosen())

    def _edit_chosen(self, field: str, value: object) -> None:
        actions.edit_attendees(self, self.chosen_ids(), **{field: value})

    def delete(self) -> None:
        if len(chosen := self.chosen_ids()) > 1:
            actions.delete_attendees(self, chosen)
        else:
            super().delete()

    def paste(self) -> None:
        """Look at the rows on the clipboard."""
        self.lists.paste()

    def menu(self) -> Sequence[Deed]:
        return deeds(self)

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
        if (event := self.desk.current) is not None:
            self.desk.read(
                self,
                lambda ws: attendance.invitation(ws, event.id, number),
                partial(self._invite_or_open, Attendee(event_id=event.id, person_id=number)),
            )

    def _invite_or_open(self, fresh: Attendee, known: Attendee | None) -> None:
        if known is not None:
            self.open(known.id)
        else:
            actions.save_attendee(
                self, fresh, lambda change: self.open(next(iter(change.touched(Attendee)), 0))
            )


def make(kit: Kit, desk: Desk) -> GuestsPage:
    """The page."""
    return GuestsPage(kit, desk)
