"""The fields of two entries side by side; where they differ one is chosen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from desktop.domain import joining
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.speakers.person_words import field_name, field_words

LONGEST = 160
"""Letters of a text that are shown; all of it is in the tip."""
CAPTION = 132
"""Pixels."""


class MergeRows(QWidget):
    """`theirs` are the fields whose value is taken from the entry that goes."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._takes: dict[str, QRadioButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, CAPTION)
        for place in (1, 2):
            self._grid.setColumnStretch(place, 1)

    @property
    def theirs(self) -> frozenset[str]:
        """The fields in which the entry that goes is right."""
        return frozenset(key for key, button in self._takes.items() if button.isChecked())

    def show_pair(
        self, kept: Person, gone: Person, organisations: Mapping[int, Organisation]
    ) -> None:
        """Show what both say."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._takes = {}
        ours, others = joining.said(kept), joining.said(gone)
        asked = joining.questions(kept, gone)
        keys = sorted({**ours, **others}, key=lambda key: key not in asked)
        for place, key in enumerate(keys):
            name = field_name(self._kit, key)
            self._grid.addWidget(self._caption(name), place, 0, Qt.AlignmentFlag.AlignTop)
            cells = [self._words(key, said.get(key), organisations) for said in (ours, others)]
            if key in asked:
                self._ask(place, key, name, cells)
            elif ours.get(key) == others.get(key):
                self._grid.addWidget(self._text(cells[0]), place, 1, 1, 2)
            else:
                for column, words in enumerate(cells, 1):
                    self._grid.addWidget(self._text(words), place, column)

    def _words(self, key: str, value: Any, organisations: Mapping[int, Organisation]) -> str:
        return field_words(self._kit, key, value, organisations) if value else ""

    def _ask(self, place: int, key: str, name: str, cells: list[str]) -> None:
        group = QButtonGroup(self)
        for column, words in enumerate(cells, 1):
            button = QRadioButton()
            button.setAccessibleName(f"{name}: {words}")
            button.setChecked(column == 1)
            group.addButton(button)
            self._grid.addWidget(_Choice(button, self._text(words)), place, column)
            if column > 1:
                self._takes[key] = button

    def _caption(self, name: str) -> QLabel:
        made = self._kit.label(name, 12, tone="muted", wrap=True)
        made.setContentsMargins(0, 2, 0, 0)
        return made

    def _text(self, words: str) -> QLabel:
        short = words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"
        label = self._kit.label(short, 13, wrap=True)
        side = label.alignment() & ~Qt.AlignmentFlag.AlignVCenter
        label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        label.setToolTip("" if short == words else words)
        return label


class _Choice(QWidget):
    """A radio button whose words wrap; a click on them chooses it too."""

    def __init__(self, button: QRadioButton, words: QLabel) -> None:
        super().__init__()
        self._button = button
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = row(button, (words, 1), gap=8)
        line.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.click()
        self._button.setFocus()
        event.accept()
