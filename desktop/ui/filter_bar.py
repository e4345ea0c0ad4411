"""The line above a list that says how it is filtered: chips to add, to take away, to save."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from desktop.services.lists import Filter
from desktop.ui.chip_line import ChipLine
from desktop.ui.filters import Choices, Field
from desktop.ui.kit import NO_BREAK, Kit
from desktop.ui.layout import row
from desktop.ui.memory import Memory
from desktop.ui.value_panel import ValuePanel

_OFFERED = 16
"""More values than these are found by typing."""

Counts = Mapping[str, Counter[str]]
Suggestion = tuple[Filter, str, QColor | None]
"""A filter, what its chip says, its colour if any."""


class FilterBar(QWidget):
    """`filters` is what is chosen; rows meet all of them, and one value of each.

    Whoever hears `asked` counts the values of the fields and calls `offer` with them.
    """

    changed = Signal()
    asked = Signal(list)

    def __init__(self, kit: Kit, choices: Choices, key: str) -> None:
        super().__init__()
        self._kit, self._choices, self._key = kit, choices, key
        self.filters: tuple[Filter, ...] = ()
        self._total = -1
        self._suggested: list[Suggestion] = []
        self.button = kit.chip(kit.text("Filter"))
        self.button.setText(NO_BREAK + self.button.text())
        self.button.setIcon(kit.icon("filter", "navy"))
        self.button.setIconSize(QSize(14, 14))
        self.button.setCheckable(False)
        self.button.clicked.connect(self._ask)
        self.line = ChipLine(kit)
        self.setLayout(row(self.button, (self.line, 1), gap=8))

    # what is chosen ---------------------------------------------------------------------------

    def choose(self, filters: Sequence[Filter]) -> None:
        """Filter by these and nothing else."""
        self.filters = tuple(filter(self._choices.allows, filters))
        self._show()
        self.changed.emit()

    def add(self, wanted: Filter) -> None:
        """Filter by this too; another value of a field widens what it lets through."""
        known = next((one for one in self.filters if one.field == wanted.field), None)
        if known is None or not (known.values and wanted.values):
            others = [one for one in self.filters if one.field != wanted.field]
            self.choose([*others, wanted])
        else:
            values = tuple(dict.fromkeys((*known.values, *wanted.values)))
            wider = Filter(wanted.field, values)
            self.choose([wider if one is known else one for one in self.filters])

    def remove(self, wanted: Filter) -> None:
        """No longer filter by this: by the whole field, or by the values that are named."""
        kept: list[Filter] = []
        for one in self.filters:
            values = tuple(value for value in one.values if value not in wanted.values)
            if one.field != wanted.field:
                kept.append(one)
            elif values:
                kept.append(Filter(one.field, values))
        self.choose(kept)

    def suggest(self, total: int, suggested: Sequence[Suggestion] = ()) -> None:
        """Show how many rows there are in all, and filters that are one click away."""
        now = total, [*suggested]
        if now != (self._total, self._suggested):  # making chips takes longer than a letter
            self._total, self._suggested = now
            self._show()

    # the chips --------------------------------------------------------------------------------

    def _show(self) -> None:
        kit = self._kit
        every = kit.chip(
            kit.text("All {n}", n=kit.number(max(self._total, 0))), on=not self.filters
        )
        every.clicked.connect(lambda: self.choose(()))
        chips = [every, *map(self._chosen_chip, self.filters)]
        for wanted, words, color in self._suggested:
            if not self._has(wanted):
                chip = kit.chip(words, dot=color)
                chip.clicked.connect(partial(self._add, wanted))
                chips.append(chip)
        self.line.put(chips)

    def _chosen_chip(self, wanted: Filter) -> QPushButton:
        kit, words = self._kit, self._choices.words(wanted)
        chip = kit.chip(words, on=True)
        chip.setText(words + NO_BREAK)
        chip.setAccessibleName(kit.text("Take away the filter {filter}", filter=words))
        chip.setToolTip(chip.accessibleName())
        chip.setIcon(kit.icon("x", "on_navy"))
        direction = Qt.LayoutDirection
        chip.setLayoutDirection(direction.LeftToRight if kit.rtl else direction.RightToLeft)
        chip.clicked.connect(partial(self._remove, wanted))
        return chip

    def _has(self, wanted: Filter) -> bool:
        return any(
            one.field == wanted.field and set(wanted.values) <= set(one.values)
            for one in self.filters
        )

    def _add(self, wanted: Filter, _on: bool = False) -> None:
        self.add(wanted)

    def _remove(self, wanted: Filter, _on: bool = False) -> None:
        self.remove(wanted)

    # the menu ---------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.asked.emit([field.name for field in self._choices.fields])

    def offer(self, counts: Counts) -> None:
        """Open the menu."""
        menu = self.menu(counts)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.button.rect().bottomRight() if self._kit.rtl else QPoint(0, 24)
        menu.popup(self.button.mapToGlobal(corner))

    def menu(self, counts: Counts) -> QMenu:
        """All that the list can be filtered by, with how many rows there are of each."""
        kit, menu = self._kit, QMenu(self)
        for field in self._choices.fields:
            values = counts.get(field.name, Counter[str]())
            part = menu.addMenu(field.heading)
            part.setEnabled(bool(values))
            for value, count in values.most_common(_OFFERED):
                words = f"{field.word(value)}\t{kit.number(count)}"
                self._line(part, words, Filter(field.name, (value,)))
            if len(values) > _OFFERED:
                part.addSeparator()
                part.addAction(kit.text("Others…"), partial(self._look_for, field, values))
        menu.addSeparator()
        lacking = menu.addMenu(kit.text("What is missing"))
        for field, words in self._choices.lacking:
            self._line(lacking, words, Filter(field))
        menu.addSeparator()
        self._add_saved(menu)
        return menu

    def _line(self, menu: QMenu, words: str, wanted: Filter) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(self._has(wanted))
        action.toggled.connect(partial(self._toggle, wanted))

    def _toggle(self, wanted: Filter, on: bool) -> None:
        (self.add if on else self.remove)(wanted)

    def _look_for(self, field: Field, values: Counter[str]) -> None:
        found = {value: (field.word(value), count) for value, count in values.most_common()}
        ValuePanel(
            self._kit,
            field.heading,
            found,
            self.window(),
            lambda value: self.add(Filter(field.name, (value,))),
        ).open()

    # what was saved ---------------------------------------------------------------------------

    def _add_saved(self, menu: QMenu) -> None:
        kit, saved = self._kit, Memory().filters(self._key)
        for name, conditions in saved.items():
            filters = [Filter(field, values) for field, values in conditions]
            menu.addAction(kit.icon("filter", "navy"), name, partial(self.choose, filters))
        save = menu.addAction(kit.text("Save these filters…"), self._ask_name)
        save.setEnabled(bool(self.filters))
        if saved:
            forget = menu.addMenu(kit.text("Forget"))
            for name in saved:
                forget.addAction(name, partial(self.forget, name))

    def _ask_name(self) -> None:
        text = self._kit.text
        dialog = QInputDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(text("Save these filters…"))
        dialog.setLabelText(text("Under which name?"))
        dialog.setTextValue(" · ".join(map(self._choices.words, self.filters)))
        dialog.setOkButtonText(text("Save"))
        dialog.setCancelButtonText(text("Cancel"))
        dialog.textValueSelected.connect(self.save)
        dialog.open()

    def save(self, name: str) -> None:
        """Save what is chosen under a name."""
        if name := name.strip():
            conditions = [(one.field, one.values) for one in self.filters]
            memory = Memory()
            memory.keep_filters(self._key, {**memory.filters(self._key), name: conditions})

    def forget(self, name: str) -> None:
        """Forget what was saved under a name."""
        memory = Memory()
        kept = {key: one for key, one in memory.filters(self._key).items() if key != name}
        memory.keep_filters(self._key, kept)
