"""Page 'Programme'."""

from datetime import date, datetime
from functools import partial
from typing import ClassVar

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track
from desktop.language import dates
from desktop.language.folding import fold
from desktop.ui.chip_line import ChipLine, Choice
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import NO_BREAK, Kit
from desktop.ui.list_page import ListPage
from desktop.ui.schedule import columns
from desktop.ui.schedule.columns import Row
from desktop.ui.schedule.detail import SlotDetail, draft
from desktop.ui.schedule.snapshot import Snapshot, read
from desktop.ui.table import Heading


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
        self._day: date | None = None
        self._only = ""
        self.days = ChipLine(kit)
        self.clashes = kit.pill("", "red", "alert-triangle")
        self.lacking = kit.pill("", "ochre_text", "language")
        for pill, which in ((self.clashes, "clashes"), (self.lacking, "missing")):
            pill.setCheckable(True)
            pill.hide()
            pill.clicked.connect(lambda on=False, which=which: self._narrow(which, on))
        self.inspector = SlotDetail(kit, self)
        first = kit.button(text("Add the first slot"), "primary", "plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "layout-board",
            text("No slots yet"),
            text("A slot is an item of the programme: a lecture, a panel, a coffee break."),
            first,
        )
        beside = ((self.days, 1), self.clashes, self.lacking)
        self.lay_out(self.inspector, nothing, beside=beside)

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is None:
            self.shown = None
            self.inspector.show_value(None)
            self.stack.setCurrentIndex(1)
            return
        number = event.id
        self.desk.read(self, lambda ws: read(ws, number), self._show)

    def _show(self, shown: Snapshot) -> None:
        before = self.shown.programme.event.id if self.shown else 0
        if before != shown.programme.event.id:
            self._day, self._only = None, ""
            self.inspector.show_value(None)
        self.shown = shown
        self._show_days(shown)
        self._count(shown)
        self.show_list()

    def listed(self) -> list[Row | Heading]:
        wanted = fold(self.search.text()).split()
        kept: list[Row | Heading] = []
        if self.shown is None:
            return kept
        for one in columns.rows(self.kit, self.shown):
            if isinstance(one, Heading) or self._fits(one, wanted):
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

    def is_empty(self) -> bool:
        return self.shown is None or not self.shown.programme.slots

    # filters ----------------------------------------------------------------------------------

    def _fits(self, one: Row, wanted: list[str]) -> bool:
        shown, slot = one.shown, one.slot
        if self._day is not None and shown.programme.day_of(slot) != self._day:
            return False
        if self._only == "clashes" and not shown.clashing(slot):
            return False
        if self._only == "missing" and not shown.missing(slot):
            return False
        return not wanted or all(word in columns.words(self.kit, one) for word in wanted)

    def _show_days(self, shown: Snapshot) -> None:
        kit = self.kit
        days = [day.date for day in shown.programme.days(cancelled=True)]
        if self._day not in days:
            self._day = None
        choices: list[Choice] = [(kit.text("All days"), None, partial(self._choose_day, None))]
        for day in days:
            name = f"{dates.weekday_short(day, kit.language)} {day.day}"
            choices.append((name, None, partial(self._choose_day, day)))
        shown_choices = choices if len(days) > 1 else []
        self.days.offer(shown_choices, days.index(self._day) + 1 if self._day else 0)

    def _count(self, shown: Snapshot) -> None:
        kit, slots = self.kit, shown.programme.slots
        clashing = len({id(clash) for found in shown.clashes.values() for clash in found})
        lacking = sum(len(shown.missing(slot)) for slot in slots)
        for pill, words, count in (
            (self.clashes, kit.plural("{n} clash", "{n} clashes", clashing), clashing),
            (self.lacking, kit.plural("{n} text missing", "{n} texts missing", lacking), lacking),
        ):
            pill.setText(NO_BREAK + words)
            pill.setAccessibleName(words)
            pill.setVisible(count > 0)
        waiting = len(shown.programme.unscheduled)
        state = [kit.plural("{n} slot", "{n} slots", len(slots))]
        if waiting:
            state.append(kit.plural("{n} unscheduled", "{n} unscheduled", waiting))
        self.say(" · ".join(state), kit.text("Enter  open · Ctrl+N  add · Del  delete"))

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
        event = self.desk.current
        if event is None or self.shown is None:
            self.wanted.emit("events", 0)
            return
        current = self.table.current()
        start = current.slot.end if current else self._last_end(self.shown)
        room = current.slot.room_id if current else None
        self.table.clearSelection()
        fresh = draft(event.id, start=start, room_id=room, floor_languages=event.languages[:1])
        self.inspector.show_slot(self.shown, fresh)
        self.inspector.begin()

    def _last_end(self, shown: Snapshot) -> datetime | None:
        ends = [slot.end for slot in shown.programme.slots if slot.end is not None]
        return max(ends, default=None)


def make(kit: Kit, desk: Desk) -> ProgrammePage:
    """The page."""
    return ProgrammePage(kit, desk)
