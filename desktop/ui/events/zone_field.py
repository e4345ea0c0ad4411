"""The time zone of an event: part of a city's name finds it."""

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from desktop.ui.fields import ChoiceField
from desktop.ui.level import keep_level

AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
UTC = "UTC"


class ZoneField(ChoiceField[str]):
    """Offers UTC and the zones of cities, and the one that it shows whatever that is called."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        keep_level(line)
        line.editingFinished.connect(self._written)
        self.offer((zone, _shown(zone)) for zone in zones())

    def show_zone(self, zone: str) -> None:
        """Show a zone."""
        if self.findText(_shown(zone)) < 0:
            self.offer((one, _shown(one)) for one in (zone, *zones()))
        self.show_value(zone)

    def _written(self) -> None:
        """Take the only zone that what is typed can mean; else show again the one there was."""
        typed = self.currentText().strip()
        if typed == self.itemText(self.currentIndex()):
            return
        found = [n for n in range(self.count()) if typed.casefold() in self.itemText(n).casefold()]
        if typed and len(found) == 1:
            self.setCurrentIndex(found[0])
            self.edited.emit()
        else:
            self.setEditText(self.itemText(self.currentIndex()))


@cache
def zones() -> tuple[str, ...]:
    """Those that people choose: UTC, and a city for each other."""
    cities = (zone for zone in available_timezones() if zone.partition("/")[0] in AREAS)
    return (UTC, *sorted(cities))


def _shown(zone: str) -> str:
    return zone.replace("_", " ")
