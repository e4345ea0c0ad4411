"""The lists that are kept at an event's doors: the entrance, the lunch, a workshop."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.attendee import CATEGORIES
from desktop.domain.event import ENTRANCE, DoorList, ReEntry
from desktop.domain.localized import Localized
from desktop.language.terms import category_group, term
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.wording import day_name

Doors = tuple[DoorList, ...]
_EVERY_DAY = date.min


class DoorsBox(QWidget):
    """Two lines a list; without one the entrance is kept alone."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._doors: Doors = ()
        self._lines: list[_Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)

    def show_doors(self, doors: Doors, days: Sequence[date]) -> None:
        """Show what there is; lines that are there already keep the focus."""
        self._doors = doors
        while len(self._lines) > len(doors):
            self._lines.pop().deleteLater()
        while len(self._lines) < len(doors):
            place = len(self._lines)
            line = _Line(self._kit, place + 1)
            line.edited.connect(partial(self._take, place))
            line.removed.connect(partial(self._remove, place))
            self._lines.append(line)
            self._box.addWidget(line)
        for line, door in zip(self._lines, doors, strict=True):
            line.show_door(door, days)

    def add(self) -> None:
        """Begin another list; the first one beside the entrance, which stays."""
        kit = self._kit
        entrance = replace(ENTRANCE, title=Localized.of({kit.language: kit.text("Entrance")}))
        doors = self._doors or (entrance,)
        keys = {door.key for door in doors}
        key = next(key for n in range(1, 1_000) if (key := f"list-{n}") not in keys)
        title = Localized.of({kit.language: kit.text("New list")})
        self.edited.emit((*doors, DoorList(key, title)))

    def _take(self, place: int, door: DoorList) -> None:
        self.edited.emit((*self._doors[:place], door, *self._doors[place + 1 :]))

    def _remove(self, place: int) -> None:
        self.edited.emit((*self._doors[:place], *self._doors[place + 1 :]))


class _Line(QWidget):
    edited = Signal(object)
    removed = Signal()

    def __init__(self, kit: Kit, number: int) -> None:
        super().__init__()
        self._kit = kit
        self._door = ENTRANCE
        name = kit.text("List {n}", n=number)
        again, day, whom = kit.text("Coming in again"), kit.text("Day"), kit.text("For whom")
        self._title = TextField(name)
        self._title.edited.connect(self._title_edited)
        self._again: ChoiceField[ReEntry] = ChoiceField(
            f"{name}, {again}",
            [(rule, term(rule, kit.language)) for rule in ReEntry],
        )
        self._again.edited.connect(
            lambda: self._tell(re_entry=self._again.value or ReEntry.AFTER_EXIT)
        )
        self._day: ChoiceField[date] = ChoiceField(f"{name}, {day}")
        self._day.edited.connect(self._day_edited)
        self._whom: ChoiceField[str] = ChoiceField(f"{name}, {whom}")
        self._whom.edited.connect(self._whom_edited)
        away = kit.tool("trash", kit.text("Delete {place}", place=name))
        away.clicked.connect(self.removed)
        self.setLayout(
            col(
                row((self._title, 1), away, gap=6),
                row((self._again, 3), (self._day, 2), (self._whom, 2), gap=6),
                gap=6,
            )
        )

    def show_door(self, door: DoorList, days: Sequence[date]) -> None:
        kit = self._kit
        self._door = door
        self._title.show_text(kit.local(door.title) or door.key)
        self._again.show_value(door.re_entry)
        known = list(days) if door.day in (None, *days) else [*days, door.day]
        every = [(_EVERY_DAY, kit.text("Every day"))]
        self._day.offer([*every, *((day, day_name(kit, day)) for day in known)])
        self._day.show_value(door.day or _EVERY_DAY)
        chosen = ",".join(door.categories)
        names = dict.fromkeys(("", *CATEGORIES, chosen))
        self._whom.offer([(one, self._called(one)) for one in names])
        self._whom.show_value(chosen)

    def _called(self, chosen: str) -> str:
        if not chosen:
            return self._kit.text("All guests")
        return ", ".join(category_group(one, self._kit.language) for one in chosen.split(","))

    def _title_edited(self) -> None:
        words = self._title.text().strip()
        self._tell(title=self._door.title.put(self._kit.language, words))

    def _day_edited(self) -> None:
        day = self._day.value
        self._tell(day=None if day in (None, _EVERY_DAY) else day)

    def _whom_edited(self) -> None:
        chosen = self._whom.value or ""
        self._tell(categories=tuple(filter(None, chosen.split(","))))

    def _tell(self, **fields: object) -> None:
        self.edited.emit(replace(self._door, **fields))  # pyright: ignore[reportArgumentType]
