"""Page 'Speakers': those of the event, or the whole directory."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QButtonGroup

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language.folding import fold
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import Kit
from desktop.ui.list_page import ListPage
from desktop.ui.speakers.columns import Row, Snapshot, columns, read
from desktop.ui.speakers.detail import PersonDetail
from desktop.ui.table import Listing, with_words


class SpeakersPage(ListPage[Row]):
    """A person stands here once, however many events they speak in."""

    shows: ClassVar[tuple[type, ...]] = (Person, Slot, Event)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        text = kit.text
        languages = desk.current.languages if desk.current else ()
        super().__init__(
            kit,
            desk,
            title=text("Speakers"),
            hint=text("Filter people"),
            columns=columns(kit, languages),
            number=lambda one: one.person.id,
            add=text("Add person"),
            icon="user-plus",
            tall=True,
        )
        self.shown: Snapshot | None = None
        self.here = kit.chip(text("In this event"), on=True)
        self.everybody = kit.chip(text("Everybody"))
        scope = QButtonGroup(self)
        for chip in (self.here, self.everybody):
            scope.addButton(chip)
            chip.clicked.connect(self.fill_list)
        self.inspector = PersonDetail(kit, self)
        first = kit.button(text("Add the first person"), "primary", "user-plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "microphone-2",
            text("No speakers yet"),
            text("A speaker is a person with a part in a slot: lecturer, moderator, host."),
            first,
        )
        self.lay_out(self.inspector, nothing, beside=(self.here, self.everybody, None))

    def refresh(self) -> None:
        number = self.desk.current.id if self.desk.current else 0
        language = self.kit.language
        self.desk.read(self, lambda ws: read(ws, number, language), self._show)

    def _show(self, shown: Snapshot) -> None:
        self.shown = shown
        kit = self.kit
        speaking = sum(bool(one.slots) for one in shown.rows)
        if not speaking:
            self.everybody.setChecked(True)
        state = (
            kit.plural("{n} speaker", "{n} speakers", speaking),
            kit.plural(
                "{n} person in the directory", "{n} people in the directory", len(shown.rows)
            ),
        )
        self.say(" · ".join(state), kit.text("Enter  open · Ctrl+N  add · Del  delete"))
        self.show_list()

    def listing(self) -> Listing[Row]:
        wanted, here = fold(self.search.text()).split(), self.here.isChecked()

        def narrow(rows: Sequence[Row]) -> Sequence[Row]:
            return with_words([one for one in rows if one.slots] if here else rows, wanted)

        return Listing(self.shown.rows if self.shown else (), narrow)

    def length(self) -> int:
        return len(self.shown.rows) if self.shown else 0

    def row_of(self, number: int) -> Row | None:
        return self.shown.by_id.get(number) if self.shown else None

    def inspect(self, one: Row | None) -> None:
        self.inspector.show_row(one)

    def is_empty(self) -> bool:
        return self.shown is None or not self.shown.rows

    def add(self) -> None:
        """Begin a person."""
        self.table.clearSelection()
        self.inspector.show_row(Row(Person(), (), ""))
        self.inspector.begin()


def make(kit: Kit, desk: Desk) -> SpeakersPage:
    """The page."""
    return SpeakersPage(kit, desk)
