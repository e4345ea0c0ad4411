"""Rooms or tracks of an event: a line each, its name in two languages side by side."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.venue import Room, Track
from desktop.ui.fields import NumberField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.wording import own_name

LARGEST_ROOM = 100_000


class PlacesBox(QWidget):
    """Tells by `edited(value)` and `removed(id)` what its user did."""

    edited = Signal(object)
    removed = Signal(int)

    def __init__(self, kit: Kit, noun: str) -> None:
        super().__init__()
        self._kit, self._noun = kit, noun
        self._lines: list[_Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._languages: tuple[str, ...] = ()

    def show_places(self, places: Sequence[Room | Track], languages: tuple[str, ...]) -> None:
        """Show what there is; lines that are there already keep the focus."""
        pair = languages[:2]
        if pair != self._languages:
            self._languages = pair
            self._drop(0)
        self._drop(len(places))
        while len(self._lines) < len(places):
            number = len(self._lines) + 1
            room = isinstance(places[number - 1], Room)
            line = _Line(self._kit, f"{self._noun} {number}", pair, room=room)
            line.edited.connect(self.edited)
            line.removed.connect(partial(self._remove, line))
            self._lines.append(line)
            self._box.addWidget(line)
        for line, place in zip(self._lines, places, strict=True):
            line.show_place(place)

    def _drop(self, kept: int) -> None:
        while len(self._lines) > kept:
            self._lines.pop().deleteLater()

    def _remove(self, line: "_Line") -> None:
        self.removed.emit(line.place.id)


class _Line(QWidget):
    edited = Signal(object)
    removed = Signal()

    def __init__(self, kit: Kit, name: str, languages: tuple[str, ...], *, room: bool) -> None:
        super().__init__()
        self.place: Room | Track = Room()
        self._names: dict[str, TextField] = {}
        for tag in languages:
            field = TextField(f"{name}, {own_name(tag)}", own_name(tag))
            field.edited.connect(partial(self._name_edited, tag))
            self._names[tag] = field
        seats = kit.text("seats")
        self._seats = NumberField(f"{name}, {seats}", 0, LARGEST_ROOM, unit=seats, none="–")
        self._seats.setFixedWidth(96)
        self._seats.edited.connect(self._seats_edited)
        self._seats.setVisible(room)
        away = kit.tool("trash", kit.text("Delete {place}", place=name))
        away.clicked.connect(lambda: self.removed.emit())
        fields = [(field, 1) for field in self._names.values()]
        self.setLayout(row(*fields, self._seats, away, gap=6))

    def show_place(self, place: Room | Track) -> None:
        self.place = place
        for tag, field in self._names.items():
            field.show_text(place.name.get(tag))
        if isinstance(place, Room):
            self._seats.show_number(place.capacity or 0)

    def _name_edited(self, tag: str) -> None:
        name = self.place.name.put(tag, self._names[tag].text().strip())
        self.edited.emit(replace(self.place, name=name))

    def _seats_edited(self) -> None:
        if isinstance(self.place, Room):
            self.edited.emit(replace(self.place, capacity=self._seats.value() or None))
