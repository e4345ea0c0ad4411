"""Page 'Programme'."""

from datetime import date, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track
from desktop.language import dates
from desktop.language.folding import fold
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, holder, row
from desktop.ui.page import Page
from desktop.ui.schedule import columns
from desktop.ui.schedule.columns import Row
from desktop.ui.schedule.detail import SlotDetail, draft
from desktop.ui.schedule.snapshot import Snapshot, read
from desktop.ui.search_field import SearchField
from desktop.ui.table import Heading
from desktop.ui.table_view import Table


class ProgrammePage(Page):
    """A list by day with an inspector."""

    shows: ClassVar[tuple[type, ...]] = (Event, Slot, Room, Track, Person)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        self.shown: Snapshot | None = None
        self._day: date | None = None
        self._only = ""
        self._wanted = 0
        text = kit.text
        self.search = SearchField(kit, text("Filter the programme"))
        self.search.searched.connect(self._search)
        self.days = row(gap=4)
        self._day_group = QButtonGroup(self)
        self.clashes = kit.pill("", "red", "alert-triangle")
        self.lacking = kit.pill("", "ochre_text", "language")
        for pill, which in ((self.clashes, "clashes"), (self.lacking, "missing")):
            pill.setCheckable(True)
            pill.clicked.connect(partial(self._narrow, which))
        self.new = kit.button(text("Add slot"), "primary", "plus")
        self.new.clicked.connect(self.add)
        self.table: Table[Row] = Table(
            kit, text("Programme"), columns.columns(kit), lambda one: one.slot.id, tall=True
        )
        self.detail = SlotDetail(kit, self)
        self.table.moved.connect(self._moved)
        self.table.opened.connect(self._open)
        self.detail.created.connect(self.open)
        self.detail.closed.connect(self._close)
        self.detail.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        kit = self.kit
        head = frame(
            "",
            row(
                *(kit.title(kit.text("Programme")), 16, self.days, None),
                *(self.clashes, self.lacking, 8, self.search, self.new),
                gap=8,
                margins=(24, 0, 16, 0),
            ),
            height=52,
        )
        first = kit.button(kit.text("Add the first slot"), "primary", "plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "layout-board",
            kit.text("No slots yet"),
            kit.text("A slot is an item of the programme: a lecture, a panel, a coffee break."),
            first,
        )
        listed = holder(col(self.table, margins=(24, 4, 16, 12)))
        self.stack = QStackedWidget()
        self.stack.addWidget(listed)
        self.stack.addWidget(nothing)
        self.setLayout(col(head, (holder(row((self.stack, 1), self.detail, gap=0)), 1), gap=0))

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is None:
            self.shown = None
            self.detail.show_value(None)
            self.stack.setCurrentIndex(1)
            return
        number = event.id
        self.desk.read(self, lambda ws: read(ws, number), self._show)

    def _show(self, shown: Snapshot) -> None:
        other = self.shown is None or self.shown.programme.event.id != shown.programme.event.id
        self.shown = shown
        if other:
            self._day, self._only = None, ""
        self._show_days()
        self._count()
        self._fill()
        if self._wanted:
            self.open(self._wanted)
        else:
            self._follow()

    def _fill(self) -> None:
        if self.shown is None:
            return
        wanted = fold(self.search.text()).split()
        kept: list[Row | Heading] = []
        for one in columns.rows(self.kit, self.shown):
            if isinstance(one, Heading):
                if kept and isinstance(kept[-1], Heading):
                    kept.pop()
                kept.append(one)
            elif self._fits(one, wanted):
                kept.append(one)
        if kept and isinstance(kept[-1], Heading):
            kept.pop()
        self.table.show_rows(kept)
        self.stack.setCurrentIndex(0 if self.shown.programme.slots else 1)

    def _fits(self, one: Row, wanted: list[str]) -> bool:
        shown, slot = one.shown, one.slot
        if self._day is not None and shown.programme.day_of(slot) not in (None, self._day):
            return False
        if self._only == "clashes" and not shown.clashing(slot):
            return False
        if self._only == "missing" and not shown.missing(slot):
            return False
        if not wanted:
            return True
        titles = " ".join(words for _, words in slot.title)
        text = fold(f"{titles} {columns.speakers(self.kit, one)}")
        return all(word in text for word in wanted)

    def _follow(self) -> None:
        """Show the inspector's slot as it is now."""
        value, shown = self.detail.value, self.shown
        if value is None or shown is None or not value.id:
            return
        fresh = next((slot for slot in shown.programme.slots if slot.id == value.id), None)
        self.detail.show_slot(shown, fresh)

    def _show_days(self) -> None:
        assert self.shown is not None
        kit = self.kit
        for button in self._day_group.buttons():
            self._day_group.removeButton(button)
            button.deleteLater()
        days = [day.date for day in self.shown.programme.days(cancelled=True)]
        choices: list[tuple[date | None, str]] = [(None, kit.text("All days"))]
        for day in days:
            name = f"{dates.weekday_short(day, kit.language)} {day.day}"
            choices.append((day, name))
        for day, name in choices if 1 < len(days) < 8 else ():
            chip = kit.chip(name, on=day == self._day)
            chip.clicked.connect(lambda _on=False, day=day: self._choose_day(day))
            self._day_group.addButton(chip)
            self.days.addWidget(chip)

    def _count(self) -> None:
        assert self.shown is not None
        kit, slots = self.kit, self.shown.programme.slots
        clashing = {clash for found in self.shown.clashes.values() for clash in found}
        lacking = sum(len(self.shown.missing(slot)) for slot in slots)
        for pill, words, count in (
            (self.clashes, kit.plural("{n} clash", "{n} clashes", len(clashing)), len(clashing)),
            (self.lacking, kit.plural("{n} text missing", "{n} texts missing", lacking), lacking),
        ):
            pill.setText("\u00a0" + words)
            pill.setAccessibleName(words)
            pill.setVisible(count > 0)
        waiting = len(self.shown.programme.unscheduled)
        state = [kit.plural("{n} slot", "{n} slots", len(slots))]
        if waiting:
            state.append(kit.plural("{n} unscheduled", "{n} unscheduled", waiting))
        self.say(" · ".join(state), kit.text("Enter  open · Ctrl+N  add · Del  delete"))

    # the user ---------------------------------------------------------------------------------

    def _search(self, _text: str) -> None:
        self._fill()

    def _open(self, _row: Row) -> None:
        self.detail.texts.setFocus()

    def _narrow(self, which: str, on: bool) -> None:
        self._only = which if on else ""
        self.clashes.setChecked(self._only == "clashes")
        self.lacking.setChecked(self._only == "missing")
        self._fill()

    def _choose_day(self, day: date | None) -> None:
        self._day = day
        self._fill()

    def _moved(self, one: Row | None) -> None:
        if self.shown is not None and (one is not None or self._is_stored()):
            self.detail.show_slot(self.shown, one.slot if one else None)

    def _is_stored(self) -> bool:
        return self.detail.value is not None and bool(self.detail.value.id)

    def _close(self) -> None:
        self.detail.show_value(None)
        self.table.clearSelection()
        self.table.setFocus()

    def open(self, number: int) -> None:
        """Show a slot; where it is not read yet, as soon as it is."""
        if self.table.go(number):
            self._wanted = 0
        else:
            self._wanted = number if not self._wanted else 0

    def add(self) -> None:
        """Begin a slot: after the current one, in its room."""
        event = self.desk.current
        if event is None or self.shown is None:
            self.wanted.emit("events", 0)
            return
        current = self.table.current()
        after = current.slot if current is not None else None
        start, room = (after.end, after.room_id) if after else (self._first_free(), None)
        self.table.clearSelection()
        fresh = draft(event.id, start=start, room_id=room, floor_languages=event.languages[:1])
        self.detail.show_slot(self.shown, fresh)
        self.detail.texts.setFocus()

    def _first_free(self) -> datetime | None:
        assert self.shown is not None
        ends = [slot.end for slot in self.shown.programme.slots if slot.end is not None]
        return max(ends, default=None)

    def filter(self) -> QWidget:
        return self.search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.detail.delete()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)


def make(kit: Kit, desk: Desk) -> ProgrammePage:
    """The page."""
    return ProgrammePage(kit, desk)
