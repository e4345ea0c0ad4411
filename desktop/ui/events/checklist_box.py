"""What is to be done for an event: a line each, with its day."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox

from desktop.domain.event import ChecklistItem
from desktop.domain.localized import Localized
from desktop.ui.day_field import DayField
from desktop.ui.fields import TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.lines import Line, Lines


class _Line(Line[ChecklistItem]):
    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__(ChecklistItem(Localized()))
        self._kit = kit
        name, due = kit.text("Task {n}", n=place + 1), kit.text("Due")
        self._done = QCheckBox()
        self._done.setAccessibleName(f"{name}, {kit.text('Done')}")
        self._done.clicked.connect(partial(self.tell_one, "done"))
        self._words = TextField(name, kit.text("What is to be done"))
        self._words.edited.connect(self._words_edited)
        self._due = DayField(kit, f"{name}, {due}")
        self._due.setFixedWidth(132)
        self._due.edited.connect(lambda: self.tell(due=self._due.day))
        away = kit.tool("trash", kit.text("Delete {place}", place=name))
        away.clicked.connect(self.removed)
        self.setLayout(row(self._done, (self._words, 1), self._due, away, gap=6))

    def begin(self) -> None:
        self._words.setFocus()

    def show_item(self, item: ChecklistItem) -> None:
        self.value = item
        self._done.setChecked(item.done)
        self._words.show_text(self._kit.local(item.title))
        self._due.show_day(item.due)

    def _words_edited(self) -> None:
        self.tell(title=self.value.title.put(self._kit.language, self._words.text().strip()))


class ChecklistBox(Lines[ChecklistItem, _Line]):
    """Its texts are for colleagues, so they are shown and written in the window's language."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(partial(_Line, kit))
        self._kit = kit

    def show_items(self, items: tuple[ChecklistItem, ...]) -> None:
        """Show what there is."""
        for line, item in self.lined(items):
            line.show_item(item)

    def add(self, due: date | None) -> None:
        """Begin another line."""
        words = Localized.of({self._kit.language: self._kit.text("New task")})
        self.append(ChecklistItem(words, due))

    def begin(self) -> None:
        """Go to the first line."""
        if self.lines:
            self.lines[0].begin()
