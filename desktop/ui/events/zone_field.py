"""The time zone of an event: part of a city's name finds it, in any of its spellings."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter

from desktop.language import zones
from desktop.language.folding import fold
from desktop.ui.fields import ChoiceField
from desktop.ui.level import keep_level


class ZoneField(ChoiceField[str]):
    """Offers UTC and the zones of cities, and the one that it shows whatever that is called."""

    def __init__(self, name: str, language: str) -> None:
        super().__init__(name)
        self._language = language
        self.setEditable(True)
        self.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        self.setCompleter(_Finder(self))
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        keep_level(line)
        line.editingFinished.connect(self._written)
        self._offer(zones.cities(language))

    def show_zone(self, zone: str) -> None:
        """Show a zone."""
        known = zones.cities(self._language)
        if zone not in known:
            self._offer({zone: zones.city(zone, self._language), **known})
        self.show_value(zone)

    def _offer(self, cities: Mapping[str, str]) -> None:
        self.offer(cities.items())
        for place, (zone, name) in enumerate(cities.items()):
            self.setItemData(place, f"{name} {zone}".replace("_", " "), Qt.ItemDataRole.UserRole)

    def _written(self) -> None:
        """Take the only zone that what is typed can mean; else show again the one there was."""
        typed = self.currentText().strip()
        if typed == self.itemText(self.currentIndex()):
            return
        wanted = fold(typed.replace("_", " "))
        every = (fold(str(self.itemData(n))) for n in range(self.count()))
        found = [n for n, words in enumerate(every) if wanted in words]
        if typed and len(found) == 1:
            self.setCurrentIndex(found[0])
            self.edited.emit()
        else:
            self.setEditText(self.itemText(self.currentIndex()))


class _Finder(QCompleter):
    """Finds a zone by its city in the window's language and by its own name (`Asia/Almaty`)."""

    def __init__(self, field: ZoneField) -> None:
        super().__init__(field.model(), field)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionRole(Qt.ItemDataRole.UserRole)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
