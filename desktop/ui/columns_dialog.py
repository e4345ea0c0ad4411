"""Which columns a list has, and in which order: everything by keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.ui.column_layout import ColumnLayout
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.memory import ColumnPlace
from desktop.ui.question import Question

_NAME = Qt.ItemDataRole.UserRole
_LINE = 30
"""Pixels."""


class _List(QListWidget):
    moved = Signal(int)
    """The current line is to stand so many lines lower."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


class ColumnsDialog(Question):
    """The space bar ticks a column, Alt+↑↓ moves it; the one that is first always stays."""

    def __init__(self, kit: Kit, layout: ColumnLayout, window: QWidget) -> None:
        text = kit.text
        super().__init__(kit, window, text("Columns"), text("Done"), icon="check")
        self._layout = layout
        self.list = _List()
        self.list.setAccessibleName(text("Columns"))
        self.up = kit.button(text("Up"), "", "arrow-up", tip="Alt+↑")
        self.down = kit.button(text("Down"), "", "arrow-down", tip="Alt+↓")
        again = kit.button(text("As at first"), "", "refresh")
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        again.clicked.connect(lambda: self._show([]))
        self.ok.clicked.connect(self.accept)
        self.list.moved.connect(self.move_by)
        self.accepted.connect(self._arrange)
        self._show(layout.places())
        self.list.setCurrentRow(0)
        side = col(self.up, self.down, again, None, gap=8)
        note = kit.note(text("Space: show or hide. Alt and an arrow: move."))
        self.lay_out((row((self.list, 1), side, gap=12), 1), note, width=420)
        self.resize(420, 420)

    def places(self) -> list[ColumnPlace]:
        """The columns as they stand in the dialog."""
        items = map(self.list.item, range(self.list.count()))
        return [
            replace(item.data(_NAME), shown=item.checkState() is Qt.CheckState.Checked)
            for item in items
        ]

    def move_by(self, steps: int) -> None:
        """Move the current column up or down."""
        now = self.list.currentRow()
        to = now + steps
        if now >= 0 and 0 <= to < self.list.count():
            item = self.list.takeItem(now)
            self.list.insertItem(to, item)
            self.list.setCurrentItem(item)

    def _show(self, places: Sequence[ColumnPlace]) -> None:
        self.list.clear()
        headings: Mapping[str, str] = self._layout.headings()
        for place in places or map(ColumnPlace, headings):
            item = QListWidgetItem(headings[place.name])
            item.setData(_NAME, place)
            item.setSizeHint(QSize(0, _LINE))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if place.name != next(iter(headings)):
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            item.setCheckState(Qt.CheckState.Checked if place.shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _arrange(self) -> None:
        self._layout.arrange(self.places())
        self._layout.save()
