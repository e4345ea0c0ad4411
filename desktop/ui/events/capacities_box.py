"""How many guests an event can take, of all and of a category, and who moves up."""

from functools import partial

from desktop.domain.attendee import CATEGORIES
from desktop.domain.event import Capacity
from desktop.language.terms import category_group
from desktop.ui.fields import ChoiceField, NumberField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.lines import Line, Lines

MOST = 99_999
FIRST = 100
"""Places that a new line begins with."""


class _Line(Line[Capacity]):
    def __init__(self, kit: Kit, _place: int) -> None:
        super().__init__(Capacity("", 0))
        self._kit = kit
        self._category: ChoiceField[str] = ChoiceField(kit.text("Whose places"))
        self._category.edited.connect(lambda: self.tell(category=self._category.value or ""))
        self._places = NumberField(kit.text("Places"), 0, MOST)
        self._places.setFixedWidth(96)
        self._places.edited.connect(lambda: self.tell(places=self._places.value()))
        self._away = kit.tool("trash", kit.text("Delete {place}", place=""))
        self._away.clicked.connect(self.removed)
        self.setLayout(row((self._category, 1), self._places, self._away, gap=6))

    def show_capacity(self, shown: Capacity, taken: set[str]) -> None:
        kit, self.value = self._kit, shown
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


class CapacitiesBox(Lines[Capacity, _Line]):
    """A line a capacity; the first is for all together, the others for a category each."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(partial(_Line, kit))

    def show_capacities(self, capacities: tuple[Capacity, ...]) -> None:
        """Show what there is."""
        taken = {each.category for each in capacities}
        for line, each in self.lined(capacities):
            line.show_capacity(each, taken)

    def add(self) -> None:
        """Begin another line, for what is not bounded yet: all guests first."""
        taken = {each.category for each in self.values}
        free = next((name for name in ("", *CATEGORIES) if name not in taken), None)
        if free is not None:
            self.append(Capacity(free, FIRST))


def _whose(kit: Kit, category: str) -> str:
    return category_group(category, kit.language) or kit.text("All guests")
