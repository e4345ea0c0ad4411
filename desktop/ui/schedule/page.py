"""Page 'Programme'."""

from datetime import date, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QButtonGroup, QWidget

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track
from desktop.language import dates
from desktop.language.folding import fold
from desktop.ui import actions
from desktop.ui.chip_line import ChipLine, Choice
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import NO_BREAK, Kit
from desktop.ui.layout import holder, row
from desktop.ui.list_page import ListPage
from desktop.ui.schedule import columns
from desktop.ui.schedule.board import Board
from desktop.ui.schedule.columns import Row
from desktop.ui.schedule.deeds import Deeds
from desktop.ui.schedule.detail import SlotDetail, draft
from desktop.ui.schedule.snapshot import Snapshot, read
from desktop.ui.table import Heading

_VIEWS = {"list": 0, "grid": 2}
"""Where each view stands in the page's stack."""


class ProgrammePage(ListPage[Row]):
    """A list by day with an inspector."""

    shows: ClassVar[tuple[type, ...]] = (Event, Slot, Room, Track, Person)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        text = kit.text
        super().__init__(
            kit,
            desk,
            title=text("Programme"),
            hint=text("Filter the programme"),
            columns=columns.columns(kit),
            number=lambda one: one.slot.id,
            add=text("Add slot"),
            tall=True,
            sortable=False,
        )
        self.shown: Snapshot | None = None
        self._searched_words: dict[int, str] = {}  # of the slots shown, once asked for
        self._day: date | None = None
        self._only = ""
        self.days = ChipLine(kit)
        self.clashes = kit.pill("", "red", "alert-triangle")
        self.lacking = kit.pill("", "ochre_text", "language")
        for pill, which in ((self.clashes, "clashes"), (self.lacking, "missing")):
            pill.setCheckable(True)
            pill.hide()
            pill.clicked.connect(lambda on=False, which=which: self._narrow(which, on))
        self.undated = kit.pill(text("Set the first day"), "ochre_text", "calendar-event")
        self.undated.setToolTip(text("the grid needs the event's first day"))
        self.undated.hide()
        self.undated.clicked.connect(self._ask_day)
        self.inspector = SlotDetail(kit, self)
        first = kit.button(text("Add the first slot"), "primary", "plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "layout-board",
            text("No slots yet"),
            text("A slot is an item of the programme: a lecture, a panel, a coffee break."),
            first,
            self.way(text("Paste an agenda…"), "table-import", self.paste_agenda),
        )
        self.board = Board(kit)
        self.switch = self._view_switch()
        self.deeds = Deeds(self)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(super().fill_list)
        more = self.deeds.button
        beside = (
            *(self.switch, 8, self.board.handle, (self.days, 1)),
            *(self.undated, self.clashes, self.lacking, more),
        )
        self.lay_out(self.inspector, nothing, beside=beside)
        self.stack.addWidget(self.board)
        self._wire_board()
        self._choose_view(desk.habits.get("programme", "grid"))

    def _view_switch(self) -> QWidget:
        """Two buttons: the grid, the list."""
        kit, group = self.kit, QButtonGroup(self)
        self._views = {
            "grid": kit.tool("layout-board", kit.text("As a grid")),
            "list": kit.tool("list-details", kit.text("As a list")),
        }
        for name, button in self._views.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(partial(self._choose_view, name))
        return holder(row(*self._views.values(), gap=0))

    def _wire_board(self) -> None:
        board = self.board
        board.chosen.connect(self._look_at)
        board.opened.connect(self._open_slot)
        board.moved.connect(partial(actions.move_slot, self))
        board.moved_together.connect(partial(actions.move_slots, self))
        board.lengthened.connect(partial(actions.resize_slot, self))
        board.created.connect(self.begin_slot)

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is None:
            self.shown = None
            self.inspector.show_value(None)
            self.turn(self.view)
            return
        number = event.id
        self.desk.read(self, lambda ws: read(ws, number), self._show)

    def _show(self, shown: Snapshot) -> None:
        before = self.shown.programme.event.id if self.shown else 0
        if before != shown.programme.event.id:
            self._day, self._only = None, ""
            self.inspector.show_slot(shown, None)
        self.shown = shown
        self._searched_words.clear()
        self._show_days(shown)
        self._count(shown)
        self.show_list()

    def listed(self) -> list[Row | Heading]:
        wanted = fold(self.search.text()).split()
        kept: list[Row | Heading] = []
        if self.shown is None:
            return kept
        for one in columns.rows(self.kit, self.shown):
            if isinstance(one, Heading) or (self._on_day(one) and self._fits(one, wanted)):
                if isinstance(one, Heading) and kept and isinstance(kept[-1], Heading):
                    kept.pop()  # a day of which nothing is left
                kept.append(one)
        if kept and isinstance(kept[-1], Heading):
            kept.pop()
        return kept

    def row_of(self, number: int) -> Row | None:
        if self.shown is None:
            return None
        found = next((slot for slot in self.shown.programme.slots if slot.id == number), None)
        return Row(found, self.shown) if found else None

    def inspect(self, one: Row | None) -> None:
        if self.shown is not None:
            self.inspector.show_slot(self.shown, one.slot if one else None)
            self.board.grid.select(one.slot.id if one else 0)

    def is_empty(self) -> bool:
        return self.shown is None or not self.shown.programme.slots

    def fill_list(self) -> None:
        """Show the view that is chosen; behind the grid the list is filled a moment later."""
        view = self.view if self.shown is not None and self.shown.dates else 0
        if not view:  # without a day there is no grid, but slots that wait for one
            super().fill_list()
        self.turn(view)
        if not view:
            return
        self._later.start()
        if self.shown is not None and (day := self.grid_day(self.shown)) is not None:
            self.board.show_day(self.shown, day, self.inspector.number)
            self.board.grid.fade(self._unwanted())

    def _unwanted(self) -> frozenset[int]:
        """The slots that the filters do not let through."""
        wanted, shown = fold(self.search.text()).split(), self.shown
        if shown is None or not (wanted or self._only):
            return frozenset()
        slots = shown.programme.slots
        return frozenset(one.id for one in slots if not self._fits(Row(one, shown), wanted))

    def grid_day(self, shown: Snapshot) -> date | None:
        """The day on the grid: the chosen one, else the first."""
        return self._day or next(iter(shown.dates), None)

    def close_detail(self) -> None:
        """Put the inspector away; the keys move the slot that stood there."""
        number = self.inspector.number
        super().close_detail()
        if self.board.isVisible():
            self.board.grid.go(number)

    def land(self) -> None:
        if self.board.isVisible():
            self.board.grid.go(self.inspector.number)
        else:
            super().land()

    def delete(self) -> None:
        self.deeds.delete()

    def copy(self) -> None:
        self.deeds.copy()

    def paste(self) -> None:
        self.deeds.paste()

    def paste_agenda(self) -> None:
        """Look at the agenda on the clipboard, or at one that is typed."""
        self.deeds.paste_agenda()

    # the board --------------------------------------------------------------------------------

    def _choose_view(self, name: str, _on: bool = False) -> None:
        self.desk.habits["programme"] = name
        self._views[name].setChecked(True)
        self.view = _VIEWS[name]
        if self.shown is not None:
            self._show_days(self.shown)
            self.fill_list()

    def _look_at(self, number: int) -> None:
        """Open a slot, unless its inspector would hide where the arrow keys are: Enter does it."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if pressed or not self.inspector.isHidden() or not self.body.covers(self.inspector):
            self.open(number)

    def _open_slot(self, number: int) -> None:
        self.open(number)
        self.inspector.begin()

    # filters ----------------------------------------------------------------------------------

    def _on_day(self, one: Row) -> bool:
        return self._day is None or one.shown.programme.day_of(one.slot) == self._day

    def _fits(self, one: Row, wanted: list[str]) -> bool:
        shown, slot = one.shown, one.slot
        if self._only == "clashes" and not shown.clashing(slot):
            return False
        if self._only == "missing" and not shown.missing(slot):
            return False
        return not wanted or all(word in self._found_by(one) for word in wanted)

    def _found_by(self, one: Row) -> str:
        if (known := self._searched_words.get(one.slot.id)) is None:
            known = self._searched_words[one.slot.id] = columns.words(self.kit, one)
        return known

    def _show_days(self, shown: Snapshot) -> None:
        kit = self.kit
        days = shown.dates
        if self._day not in days:
            self._day = None
        whole = [] if self.view else [None]
        choices: list[Choice] = []
        for day in (*whole, *days):
            name = f"{dates.weekday_short(day, kit.language)} {day.day}" if day else ""
            choices.append((name or kit.text("All days"), None, partial(self._choose_day, day)))
        shown_day = self.grid_day(shown) if self.view else self._day
        chosen = [*whole, *days].index(shown_day) if shown_day in (*whole, *days) else 0
        self.days.offer(choices if len(days) > 1 else [], chosen)

    def _count(self, shown: Snapshot) -> None:
        kit, slots, lacking = self.kit, shown.programme.slots, shown.lacking
        clashing = len({id(clash) for found in shown.clashes.values() for clash in found})
        for pill, words, count in (
            (self.clashes, kit.plural("{n} clash", "{n} clashes", clashing), clashing),
            (self.lacking, kit.plural("{n} text missing", "{n} texts missing", lacking), lacking),
        ):
            pill.setText(NO_BREAK + words)
            pill.setAccessibleName(words)
            pill.setVisible(count > 0)
        self.undated.setVisible(not shown.dates)
        waiting = len(shown.programme.unscheduled)
        state = [kit.plural("{n} slot", "{n} slots", len(slots))]
        if waiting:
            state.append(kit.plural("{n} unscheduled", "{n} unscheduled", waiting))
        if slots and not shown.dates:
            state.append(kit.text("the grid needs the event's first day"))
        self.say(
            " · ".join(state), kit.text("Alt+↑↓  move 5 min · Alt+Shift+↑↓  length · Ctrl+N  add")
        )

    def _ask_day(self) -> None:
        if self.shown is not None:
            self.wanted.emit("events", self.shown.programme.event.id)

    def _narrow(self, which: str, on: bool) -> None:
        self._only = which if on else ""
        self.clashes.setChecked(self._only == "clashes")
        self.lacking.setChecked(self._only == "missing")
        self.fill_list()

    def _choose_day(self, day: date | None, _on: bool = False) -> None:
        self._day = day
        self.fill_list()

    # adding -----------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a slot: after the current one, in its room."""
        if self.shown is None:
            self.wanted.emit("events", 0)
            return
        current = self.row_of(self.inspector.number) or self.table.current()
        start = current.slot.end if current else self._last_end(self.shown)
        self.begin_slot(start, current.slot.room_id if current else None)

    def begin_slot(self, start: datetime | None, room_id: int | None) -> None:
        """Begin a slot at a time and place."""
        if self.shown is None:
            return
        event = self.shown.programme.event
        self.table.clearSelection()
        fresh = draft(event.id, start=start, room_id=room_id, floor_languages=event.languages[:1])
        self.inspector.show_slot(self.shown, fresh)
        self.inspector.begin()

    def _last_end(self, shown: Snapshot) -> datetime | None:
        ends = [slot.end for slot in shown.programme.slots if slot.end is not None]
        return max(ends, default=None)


def make(kit: Kit, desk: Desk) -> ProgrammePage:
    """The page."""
    return ProgrammePage(kit, desk)
