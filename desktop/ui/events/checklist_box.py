"""What is to be done for an event: a line each, with its day."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.domain.event import ChecklistItem
from desktop.domain.localized import Localized
from desktop.ui.fields import DayField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row

Items = tuple[ChecklistItem, ...]


class ChecklistBox(QWidget):
    """Its texts are for colleagues, so they are shown and written in the window's language."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._items: Items = ()
        self._lines: list[_Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_items(self, items: Items) -> None:
        """Show what there is; lines that are there already keep the focus."""
        self._items = items
        while len(self._lines) > len(items):
            self._lines.pop().deleteLater()
        while len(self._lines) < len(items):
            place = len(self._lines)
            line = _Line(self._kit, place + 1)
            line.edited.connect(partial(self._take, place))
            line.removed.connect(partial(self._remove, place))
            self._lines.append(line)
            self._box.addWidget(line)
        for line, item in zip(self._lines, items, strict=True):
            line.show_item(item)

    def add(self, due: date | None) -> None:
        """Begin another line."""
        words = Localized.of({self._kit.language: self._kit.text("New task")})
        self.edited.emit((*self._items, ChecklistItem(words, due)))

    def begin(self) -> None:
        """Go to the first line."""
        if self._lines:
            self._lines[0].begin()

    def _take(self, place: int, item: ChecklistItem) -> None:
        self.edited.emit((*self._items[:place], item, *self._items[place + 1 :]))

    def _remove(self, place: int) -> None:
        self.edited.emit((*self._items[:place], *self._items[place + 1 :]))


class _Line(QWidget):
    edited = Signal(object)
    removed = Signal()

    def __init__(self, kit: Kit, number: int) -> None:
        super().__init__()
        self._kit = kit
        self._item = ChecklistItem(Localized())
        name = kit.text("Task {n}", n=number)
        self._done = QCheckBox()
        self._done.setAccessibleName(f"{name}, {kit.text('Done')}")
        self._done.clicked.connect(self._ticked)
        self._words = TextField(name, kit.text("What is to be done"))
        self._words.edited.connect(self._words_edited)
        self._due = DayField(kit, f"{name}, {kit.text('Due')}")
        self._due.setFixedWidth(132)
        self._due.edited.connect(lambda: self.edited.emit(replace(self._item, due=self._due.day)))
        away = kit.tool("trash", kit.text("Delete {place}", place=name))
        away.clicked.connect(lambda: self.removed.emit())
        self.setLayout(row(self._done, (self._words, 1), self._due, away, gap=6))

    def begin(self) -> None:
        self._words.setFocus()

    def show_item(self, item: ChecklistItem) -> None:
        self._item = item
        self._done.setChecked(item.done)
        self._words.show_text(self._kit.local(item.title))
        self._due.show_day(item.due)

    def _ticked(self, done: bool) -> None:
        self.edited.emit(replace(self._item, done=done))

    def _words_edited(self) -> None:
        title = self._item.title.put(self._kit.language, self._words.text().strip())
        self.edited.emit(replace(self._item, title=title))
