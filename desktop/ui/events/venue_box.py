"""Where an event takes place: one of the venues there are, its texts, a new one, none any more."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.venue import Venue
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.localized_field import LocalizedFields, Part

NO_VENUE = 0


class VenueBox(QWidget):
    """Tells what is chosen (an id, or None), edited (a venue), added and deleted (an id)."""

    chosen = Signal(object)
    edited = Signal(object)
    added = Signal()
    deleted = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, text = kit, kit.text
        self._venue: Venue | None = None
        self.field: ChoiceField[int] = ChoiceField(text("Venue"))
        self.field.edited.connect(lambda: self.chosen.emit(self.field.value or None))
        self.delete = kit.tool("trash", text("Delete this venue"))
        self.delete.clicked.connect(
            lambda: self.deleted.emit(self._venue.id if self._venue else 0)
        )
        self.texts = LocalizedFields(
            kit,
            (
                Part("name", text("Venue")),
                Part("address", text("Address")),
                Part("city", text("City")),
            ),
        )
        self.texts.edited.connect(self._tell)
        add = kit.button(text("New venue"), "link", "plus")
        add.clicked.connect(self.added)
        line = row((self.field, 1), self.delete, gap=6)
        self.setLayout(col(kit.section(text("Venue"), add), line, self.texts, gap=8))

    def show_venue(
        self, number: int | None, venues: Mapping[int, Venue], languages: tuple[str, ...]
    ) -> None:
        """Show one of the venues, or that there is none."""
        kit, self._venue = self._kit, venues.get(number or NO_VENUE)
        named = [(venue.id, kit.local(venue.name, languages)) for venue in venues.values()]
        self.field.offer([(NO_VENUE, kit.text("No venue")), *named])
        self.field.show_value(number or NO_VENUE)
        self.delete.setVisible(self._venue is not None)
        self.texts.setVisible(self._venue is not None)
        if (venue := self._venue) is not None:
            texts = {"name": venue.name, "address": venue.address, "city": venue.city}
            self.texts.show_texts(texts, languages)

    def _tell(self, key: str) -> None:
        if self._venue is not None:
            changed = {key: self.texts.texts[key]}
            self.edited.emit(replace(self._venue, **changed))
