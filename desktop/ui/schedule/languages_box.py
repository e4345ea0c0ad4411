"""What is spoken in a slot, and into what it is interpreted."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from desktop.domain.slot import Interpretation, InterpretationMode, Slot
from desktop.language.terms import term
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, row
from desktop.ui.wording import own_name


class LanguagesBox(QWidget):
    """Chips of the event's languages, once for the floor, once for the booths."""

    floor_edited = Signal(tuple)
    interpretation_edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._slot = Slot()
        self._languages: tuple[str, ...] = ()
        self._floor: dict[str, QPushButton] = {}
        self._into: dict[str, QPushButton] = {}
        self._mode: ChoiceField[InterpretationMode] = ChoiceField(
            kit.text("Kind of interpretation"),
            [(mode, term(mode, kit.language)) for mode in InterpretationMode],
        )
        self._mode.edited.connect(self._tell_interpretation)
        self._floor_line, self._into_line = row(gap=6), row(gap=6)
        self._mode_line = holder(row(kit.picture("headphones"), (self._mode, 1), gap=8))
        self.setLayout(
            col(
                row(kit.picture("microphone-2"), kit.label(kit.text("Spoken"), 12, tone="muted")),
                self._floor_line,
                4,
                row(
                    kit.picture("headphones"),
                    kit.label(kit.text("Interpreted into"), 12, tone="muted"),
                ),
                self._into_line,
                self._mode_line,
                gap=6,
            )
        )

    def show_slot(self, slot: Slot, languages: tuple[str, ...]) -> None:
        """Show a slot's languages among those of its event."""
        self._slot = slot
        into = tuple(one.language for one in slot.interpretation)
        every = tuple(dict.fromkeys((*languages, *slot.floor_languages, *into)))
        if every != self._languages:
            self._languages = every
            kit = self._kit
            self._floor = self._chips(self._floor_line, kit.text("Spoken"), self._tell_floor)
            self._into = self._chips(
                self._into_line, kit.text("Interpreted into"), self._tell_interpretation
            )
        for tag in every:
            self._floor[tag].setChecked(tag in slot.floor_languages)
            self._into[tag].setChecked(tag in into)
        self._mode_line.setVisible(bool(into))
        mode = slot.interpretation[0].mode if into else InterpretationMode.SIMULTANEOUS
        self._mode.show_value(mode)

    def _chips(self, line: QBoxLayout, name: str, tell: object) -> dict[str, QPushButton]:
        while (item := line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        made: dict[str, QPushButton] = {}
        for tag in self._languages:
            chip = self._kit.chip(own_name(tag))
            chip.setAccessibleName(f"{name}: {own_name(tag)}")
            chip.clicked.connect(tell)
            line.addWidget(chip)
            made[tag] = chip
        line.addStretch(1)
        return made

    def _tell_floor(self) -> None:
        spoken = tuple(tag for tag, chip in self._floor.items() if chip.isChecked())
        self.floor_edited.emit(spoken)

    def _tell_interpretation(self) -> None:
        mode = self._mode.value or InterpretationMode.SIMULTANEOUS
        known = {one.language: one for one in self._slot.interpretation}
        into = tuple(
            replace(known.get(tag, Interpretation(tag)), mode=mode)
            for tag, chip in self._into.items()
            if chip.isChecked()
        )
        self.interpretation_edited.emit(into)
