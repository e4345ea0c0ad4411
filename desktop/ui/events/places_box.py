"""Rooms or tracks of an event: a line each, its name in two languages side by side."""

from functools import partial

from PySide6.QtCore import Signal

from desktop.domain.venue import Room, Track
from desktop.ui.fields import NumberField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.lines import Line, Lines
from desktop.ui.wording import own_name

LARGEST_ROOM = 100_000


class _Line(Line[Room | Track]):
    def __init__(self, kit: Kit, name: str, languages: tuple[str, ...]) -> None:
        super().__init__(Room())
        self._names: dict[str, TextField] = {}
        for tag in languages:
            field = TextField(f"{name}, {own_name(tag)}", own_name(tag))
            field.edited.connect(partial(self._name_edited, tag))
            self._names[tag] = field
        seats = kit.text("seats")
        self._seats = NumberField(f"{name}, {seats}", 0, LARGEST_ROOM, unit=seats, none="–")
        self._seats.setFixedWidth(96)
        self._seats.edited.connect(lambda: self.tell(capacity=self._seats.value() or None))
        away = kit.tool("trash", kit.text("Delete {place}", place=name))
        away.clicked.connect(self.removed)
        fields = [(field, 1) for field in self._names.values()]
        self.setLayout(row(*fields, self._seats, away, gap=6))

    def show_place(self, place: Room | Track) -> None:
        self.value = place
        for tag, field in self._names.items():
            field.show_text(place.name.get(tag))
        self._seats.setVisible(isinstance(place, Room))
        if isinstance(place, Room):
            self._seats.show_number(place.capacity or 0)

    def _name_edited(self, tag: str) -> None:
        self.tell(name=self.value.name.put(tag, self._names[tag].text().strip()))


class PlacesBox(Lines[Room | Track, _Line]):
    """Each place is stored by itself: told are `placed(value)` and `deleted(id)`."""

    placed = Signal(object)
    deleted = Signal(int)

    def __init__(self, kit: Kit, noun: str) -> None:
        self._languages: tuple[str, ...] = ()
        super().__init__(
            lambda place: _Line(kit, f"{noun} {place + 1}", self._languages),
        )

    def show_places(self, places: tuple[Room | Track, ...], languages: tuple[str, ...]) -> None:
        """Show what there is."""
        if languages[:2] != self._languages:
            self._languages = languages[:2]
            self.drop(0)
        for line, place in self.lined(places):
            line.show_place(place)

    def take(self, place: int, value: Room | Track) -> None:
        self.placed.emit(value)

    def remove(self, place: int) -> None:
        self.deleted.emit(self.values[place].id)
