"""The lists that are kept at an event's doors: the entrance, the lunch, a workshop."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from desktop.domain.attendee import CATEGORIES
from desktop.domain.event import ENTRANCE, DoorList, ReEntry
from desktop.domain.localized import Localized
from desktop.language.terms import category_group, term
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.lines import Line, Lines
from desktop.ui.wording import day_name

_EVERY_DAY = date.min


class _Line(Line[DoorList]):
    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__(ENTRANCE)
        self._kit = kit
        name = kit.text("List {n}", n=place + 1)
        again, day, whom = kit.text("Coming in again"), kit.text("Day"), kit.text("For whom")
        self._title = TextField(name)
        self._title.edited.connect(self._title_edited)
        self._again: ChoiceField[ReEntry] = ChoiceField(
            f"{name}, {again}",
            [(rule, term(rule, kit.language)) for rule in ReEntry],
        )
        self._again.edited.connect(
            lambda: self.tell(re_entry=self._again.value or ReEntry.AFTER_EXIT)
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
        kit, self.value = self._kit, door
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
        return self._kit.listed(
            category_group(one, self._kit.language) for one in chosen.split(",")
        )

    def _title_edited(self) -> None:
        words = self._title.text().strip()
        self.tell(title=self.value.title.put(self._kit.language, words))

    def _day_edited(self) -> None:
        day = self._day.value
        self.tell(day=None if day in (None, _EVERY_DAY) else day)

    def _whom_edited(self) -> None:
        chosen = self._whom.value or ""
        self.tell(categories=tuple(filter(None, chosen.split(","))))


class DoorsBox(Lines[DoorList, _Line]):
    """Two lines a list; without one the entrance is kept alone."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(partial(_Line, kit), gap=12)
        self._kit = kit

    def show_doors(self, doors: tuple[DoorList, ...], days: Sequence[date]) -> None:
        """Show what there is."""
        for line, door in self.lined(doors):
            line.show_door(door, days)

    def add(self) -> None:
        """Begin another list; the first one beside the entrance, which stays."""
        kit = self._kit
        entrance = replace(ENTRANCE, title=Localized.of({kit.language: kit.text("Entrance")}))
        doors = self.values or (entrance,)
        keys = {door.key for door in doors}
        key = next(key for n in range(1, 1_000) if (key := f"list-{n}") not in keys)
        title = Localized.of({kit.language: kit.text("New list")})
        self.edited.emit((*doors, DoorList(key, title)))
