"""How many guests an event can take, of all and of a category, and who moves up."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.attendee import CATEGORIES
from desktop.domain.event import Capacity
from desktop.language.terms import category_group
from desktop.ui.fields import ChoiceField, NumberField
from desktop.ui.kit import Kit
from desktop.ui.layout import row

Capacities = tuple[Capacity, ...]
MOST = 99_999
FIRST = 100
"""Places that a new line begins with."""


class CapacitiesBox(QWidget):
    """A line a capacity; the first is for all together, the others for a category each."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._all: Capacities = ()
        self._lines: list[_Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_capacities(self, capacities: Capacities) -> None:
        """Show what there is; lines that are there already keep the focus."""
        self._all = capacities
        while len(self._lines) > len(capacities):
            self._lines.pop().deleteLater()
        while len(self._lines) < len(capacities):
            place = len(self._lines)
            line = _Line(self._kit)
            line.edited.connect(partial(self._take, place))
            line.removed.connect(partial(self._remove, place))
            self._lines.append(line)
            self._box.addWidget(line)
        taken = {each.category for each in capacities}
        for line, each in zip(self._lines, capacities, strict=True):
            line.show_capacity(each, taken)

    def add(self) -> None:
        """Begin another line, for what is not bounded yet: all guests first."""
        taken = {each.category for each in self._all}
        free = next((name for name in ("", *CATEGORIES) if name not in taken), None)
        if free is not None:
            self.edited.emit((*self._all, Capacity(free, FIRST)))

    def _take(self, place: int, capacity: Capacity) -> None:
        self.edited.emit((*self._all[:place], capacity, *self._all[place + 1 :]))

    def _remove(self, place: int) -> None:
        self.edited.emit((*self._all[:place], *self._all[place + 1 :]))


class _Line(QWidget):
    edited = Signal(object)
    removed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown = Capacity("", 0)
        self._category: ChoiceField[str] = ChoiceField(kit.text("Whose places"))
        self._category.edited.connect(
            lambda: self.edited.emit(replace(self._shown, category=self._category.value or ""))
        )
        self._places = NumberField(kit.text("Places"), 0, MOST)
        self._places.setFixedWidth(96)
        self._places.edited.connect(
            lambda: self.edited.emit(replace(self._shown, places=self._places.value()))
        )
        self._away = kit.tool("trash", kit.text("Delete {place}", place=""))
        self._away.clicked.connect(self.removed)
        self.setLayout(row((self._category, 1), self._places, self._away, gap=6))

    def show_capacity(self, shown: Capacity, taken: set[str]) -> None:
        kit = self._kit
        self._shown = shown
        free = (name for name in ("", *CATEGORIES) if name not in taken or name == shown.category)
        names = dict.fromkeys((*free, shown.category))
        self._category.offer([(name, _whose(kit, name)) for name in names])
        self._category.show_value(shown.category)
        self._places.show_number(shown.places)
        whose = _whose(kit, shown.category)
        self._places.setAccessibleName(f"{whose}, {kit.text('Places')}")
        name = kit.text("Delete {place}", place=whose)
        self._away.setAccessibleName(name)
        self._away.setToolTip(name)


def _whose(kit: Kit, category: str) -> str:
    return category_group(category, kit.language) or kit.text("All guests")
