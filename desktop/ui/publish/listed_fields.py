"""Fields whose list is opened by keys: one that goes through it unseen would choose on the way."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from desktop.language import figures
from desktop.ui.fields import ChoiceField

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ListedField(ChoiceField[str]):
    """One of several values, seen before it is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list where Qt would choose the next value at once."""
        if event.key() in _ARROWS or event.text().strip():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class SeveralField(ListedField):
    """Some of several values, ticked in the list; `every` says that none is, which means all.

    The first row, which the list does not show, is what the field says.
    """

    def __init__(
        self, name: str, every: str, options: Iterable[tuple[str, str]], language: str
    ) -> None:
        super().__init__(name, [("", every), *options])
        self._every, self._language = every, language
        self.values: list[str] = []
        self._list = QListView()
        self._list.setSpacing(3)
        self.setView(self._list)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.show_values([])

    def show_values(self, values: list[str]) -> None:
        """Tick some of the values."""
        self.values = values
        for place, value in enumerate(self._values):
            state = Qt.CheckState.Checked if value in values else Qt.CheckState.Unchecked
            if value:
                self.setItemData(place, state, Qt.ItemDataRole.CheckStateRole)
        words = [self.itemText(self._values.index(value)) for value in values]
        self.setItemText(0, figures.joined(words, self._language) or self._every)
        self.setToolTip(self.itemText(0))
        self.setCurrentIndex(0)

    def showPopup(self) -> None:
        """Show the list without its first row."""
        self._list.setRowHidden(0, True)
        super().showPopup()

    def _tell(self, place: int) -> None:
        chosen = self._values[place]
        if chosen:
            kept = [one for one in self._values[1:] if (one in self.values) != (one == chosen)]
            self.show_values(kept)
            self.edited.emit()
