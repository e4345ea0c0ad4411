"""Page 'Speakers': those of the event, or the whole directory."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QButtonGroup

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.services.lists import Member, Members, Shown
from desktop.ui.deeds import Deed
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import Kit
from desktop.ui.paged_page import PagedPage
from desktop.ui.speakers.cards_dialog import CardsTaken
from desktop.ui.speakers.columns import columns
from desktop.ui.speakers.detail import PersonDetail
from desktop.ui.speakers.duplicates_button import Duplicates
from desktop.ui.speakers.filters import choices


class SpeakersPage(PagedPage[Member]):
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
            choices=choices(kit),
            add=text("Add person"),
            icon="user-plus",
            tall=True,
        )
        self._languages = languages
        self.here = kit.chip(text("In this event"), on=True)
        self.everybody = kit.chip(text("Everybody"))
        scope = QButtonGroup(self)
        for chip in (self.here, self.everybody):
            scope.addButton(chip)
            chip.clicked.connect(self.fill_list)
        self.inspector = PersonDetail(kit, self)
        first = kit.button(text("Add the first person"), "primary", "user-plus")
        first.clicked.connect(self.add)
        self.cards, self.duplicates = CardsTaken(self), Duplicates(self)
        nothing = Empty(
            kit,
            "microphone-2",
            text("No speakers yet"),
            text("A speaker is a person with a part in a slot: lecturer, moderator, host."),
            first,
            self.way(text("Take in visiting cards…"), "id-badge-2", self.cards.choose),
            self.way(text("Paste rows or visiting cards"), "clipboard", self.paste),
        )
        chips = (self.here, self.everybody, 4, self.duplicates.button, None)
        self.lay_out(self.inspector, nothing, beside=chips, above=(self.bar,))

    def menu(self) -> Sequence[Deed]:
        text, cards = self.kit.text, self.cards
        return (
            Deed(text("Take in visiting cards…"), "id-badge-2", cards.choose),
            Deed(text("Paste rows or visiting cards"), "table-import", cards.paste, "Ctrl+V"),
            Deed(text("Look for duplicates"), "users", self.duplicates.look, apart=True),
        )

    def paste(self) -> None:
        """Take in the rows or visiting cards on the clipboard."""
        self.cards.paste()

    def roll(self) -> Members:
        event = self.desk.current
        return Members(
            event.id if event else 0,
            self.kit.language,
            self._languages,
            here=self.here.isChecked(),
        )

    def refresh(self) -> None:
        super().refresh()
        self.duplicates.refresh()

    def scope(self, shown: Shown[Member]) -> int:
        return shown.part if self.here.isChecked() else shown.total

    def tell(self, shown: Shown[Member]) -> None:
        kit = self.kit
        if not shown.part and self.here.isChecked():
            self.everybody.click()
        counts = (
            kit.plural("{n} speaker", "{n} speakers", shown.part),
            kit.plural("{n} person in the directory", "{n} people in the directory", shown.total),
        )
        self.say(self.state(shown, *counts), kit.text("Enter  open · Ctrl+N  add · Del  delete"))

    def inspect(self, one: Member | None) -> None:
        self.inspector.show_row(one)

    def add(self) -> None:
        """Begin a person."""
        self.table.clearSelection()
        self.inspector.show_row(Member(Person()))
        self.inspector.begin()


def make(kit: Kit, desk: Desk) -> SpeakersPage:
    """The page."""
    return SpeakersPage(kit, desk)
