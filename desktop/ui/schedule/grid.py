"""The programme of a day as time by rooms: drag to move, draw the edge for the length.

Slots are widgets of their own (slot_item, kept by cards), so they have names, focus and tips. What
the mouse holds (hand) floats above them, and ends in one signal, which the page turns into a verb.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.slot import Slot
from desktop.ui.kit import Kit
from desktop.ui.layout import frame
from desktop.ui.schedule.cards import Cards
from desktop.ui.schedule.clash_link import ClashLinks, shared_minutes
from desktop.ui.schedule.drag import Drag
from desktop.ui.schedule.geometry import STEP, Geometry, Place, fitting
from desktop.ui.schedule.group import carried, group, kept_in, placed, sharing
from desktop.ui.schedule.hand import Hand
from desktop.ui.schedule.keys import ARROWS, nearest
from desktop.ui.schedule.margins import Hours, RoomHeads
from desktop.ui.schedule.model import Card, DayView, minute_at, moment_of
from desktop.ui.schedule.sheet import Sheet
from desktop.ui.schedule.slot_item import SlotItem
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.schedule.view import View
from desktop.ui.wording import person_name

LAST = 48 * 60
"""Keys may take slots out of the hours that are shown."""
MINUTE = 60_000
"""Milliseconds."""
ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)


class Grid(QWidget):
    """Shows one day; knows no verbs."""

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal(int, object, object)
    """Slot, start (aware), room id or None."""
    moved_together = Signal(object)
    """Placements."""
    lengthened = Signal(int, int)
    """Slot, minutes."""
    created = Signal(object, object)
    """Start (aware), room id or None."""
    left_at = Signal(int, object)
    """A slot was let go outside the grid, at a point of the screen."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Snapshot | None = None
        self._view: DayView | None = None
        self._zoom = 1.0
        self._lit: Mapping[int, str] = {}
        self.marked: frozenset[int] = frozenset()
        """The slots that are selected."""
        self.sheet = Sheet(kit)
        self.heads, self.hours = RoomHeads(kit), Hours(kit)
        self.area = View(self.sheet)
        self.area.resized.connect(self._lay_out, Qt.ConnectionType.QueuedConnection)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.area.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.sheet.wanted.connect(self._create)
        self.sheet.framed.connect(self._frame)
        self.cards = Cards(kit, self.sheet, self._wire)
        self.links = ClashLinks(kit, self.sheet)
        self.hand = Hand(self, kit, self.sheet, self.hours, self.area, self.cards)
        self.hand.began.connect(self.links.hide)
        self.hand.emptied.connect(self.links.restore)
        self.hand.gave.connect(self._tell)
        self.hand.clicked.connect(self._click)
        self.hand.left.connect(self.left_at)
        clock = QTimer(self, interval=MINUTE)
        clock.timeout.connect(self._show_now)
        clock.start()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(frame("plain"), 0, 0)
        layout.addWidget(self.heads, 0, 1)
        layout.addWidget(self.hours, 1, 0)
        layout.addWidget(self.area, 1, 1)
        self.setAccessibleName(kit.text("Programme by time and room"))

    def _wire(self, item: SlotItem) -> None:
        item.held.connect(self.hand.take)
        item.drawn.connect(self._drawn)
        item.let_go.connect(self.hand.let_go)
        item.toggled_mark.connect(self._toggle)
        item.opened.connect(self.opened)
        item.keyed.connect(self._keyed)

    # showing ----------------------------------------------------------------------------------

    def show_day(self, shown: Snapshot, day: date, selected: int) -> None:
        """Show a day of a snapshot; cards that are there already keep the focus."""
        self._shown, self._view = shown, shown.day(day)
        self.hand.show(shown, self._view)
        self.heads.show_rooms(self._view.rooms, shown.programme.event.languages)
        self.cards.show(shown, self._view)
        kept = self.marked & self._numbers
        self.select(selected)
        if kept != self.marked:
            self.mark(kept or self.marked)
        self._lay_out()

    @property
    def _numbers(self) -> frozenset[int]:
        """The slots of the day."""
        every = self._view.everything if self._view else ()
        return frozenset(card.slot.id for card in every)

    def select(self, number: int) -> None:
        """Mark a slot as the one in the inspector, and show where else its speakers are."""
        if number not in self.marked:
            self.marked = frozenset({number} if number else ())
        shared = sharing(self._shown.programme, number) if self._shown else {}
        self._lit = {one: self._names(people) for one, people in shared.items()}
        self.cards.mark(self.marked, self._lit)

    def go(self, number: int) -> None:
        """Give the keyboard to a slot; to the first one where that is not on this day."""
        there = [card.slot.id for card in self._view.everything] if self._view else list[int]()
        if there:
            item = self.cards.item(number if number in there else there[0])
            self.area.reveal(item.geometry())
            item.setFocus()

    def mark(self, numbers: Iterable[int]) -> None:
        """Select these slots, to be moved, copied or deleted together."""
        self.marked = frozenset(numbers) & self._numbers
        self.cards.mark(self.marked, self._lit)

    def fade(self, numbers: frozenset[int]) -> None:
        """Let these slots stand back."""
        self.cards.fade(numbers)

    def mark_all(self) -> None:
        """Select all of the day."""
        self.mark(self._numbers)

    def _toggle(self, item: SlotItem) -> None:
        self.mark(self.marked ^ {item.slot.id})

    def _click(self, number: int) -> None:
        self.mark((number,))
        self.chosen.emit(number)

    def _frame(self, rect: QRect, more: bool) -> None:
        """Select what a rectangle touches; a click on free ground selects nothing."""
        found = (
            {card.slot.id for card in self.cards.within(rect)} if rect.isValid() else set[int]()
        )
        self.mark(self.marked | found if more else found)

    def _names(self, people: Iterable[int]) -> str:
        if self._shown is None:
            return ""
        known = map(self._shown.speakers.get, people)
        return self._kit.listed(person_name(self._kit, one) for one in known if one)

    # places -----------------------------------------------------------------------------------

    @property
    def _geometry(self) -> Geometry:
        return self.sheet.geometry_

    def _lay_out(self) -> None:
        """Put everything where it belongs at the present size."""
        view, seen = self._view, self.area.viewport().size()
        if view is None:
            return
        self.sheet.geometry_ = fitting(
            view.first,
            view.last,
            len(view.rooms),
            width=seen.width() - 8,
            height=seen.height() - 4,
            zoom=self._zoom,
        )
        self.sheet.resize(round(self._geometry.width) + 8, round(self._geometry.height) + 4)
        self._show_now()
        self.hours.geometry_ = self._geometry
        self.heads.column = self._geometry.column
        self._link()
        self._scroll_margins()
        self.sheet.update()
        self.cards.lay_out(self.area.seen)

    def _show_now(self) -> None:
        """Draw the line of the present moment, on its day."""
        view, shown = self._view, self._shown
        if view is None or shown is None:
            return
        minute = minute_at(shown.programme, view.date, datetime.now(UTC))
        now = minute if view.first <= minute <= view.last else None
        if now != self.sheet.now:
            self.sheet.now = self.hours.now = now
            self.sheet.update()
            self.hours.update()

    def _link(self) -> None:
        """Mark what neighbouring cards have in common that they must not."""
        if self._view is not None and self._shown is not None:
            cards = {card.slot.id: card for card in self._view.cards}
            found = shared_minutes(cards, self._shown.clashes, self._geometry)
            self.links.mark(self.sheet.at(rect) for rect in found)

    def _scrolled(self, _value: int = 0) -> None:
        self._scroll_margins()
        self.cards.look_at(self.area.seen)

    def _scroll_margins(self) -> None:
        self.hours.scrolled = self.area.verticalScrollBar().value()
        self.heads.scrolled = self.area.horizontalScrollBar().value()
        self.hours.place()
        self.hours.update()
        self.heads.place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def zoom(self, steps: int) -> None:
        """Make hours higher or lower."""
        place = ZOOMS.index(self._zoom) + steps
        self._zoom = ZOOMS[min(max(place, 0), len(ZOOMS) - 1)]
        self._lay_out()

    # gestures ---------------------------------------------------------------------------------

    def _drawn(self, item: SlotItem, point: QPointF) -> None:
        self.hand.draw(item, point, self.marked)

    def carry(self, slot: Slot, point: QPointF) -> None:
        """Drag a slot in from outside; `point` is of the screen."""
        self.hand.carry(slot, point)

    def drop(self) -> None:
        """Let go of what was carried in."""
        self.hand.drop()

    def cancel(self) -> None:
        """End a gesture as if it had not been."""
        self.hand.cancel()

    def _tell(self, drag: Drag, cards: Iterable[Card]) -> None:
        """Ask for what a gesture means."""
        view, shown = self._view, self._shown
        if view is None or shown is None:
            return
        if drag.resizes:
            self.lengthened.emit(drag.slot.id, drag.minutes)
            return
        programme = shown.programme
        places = [placed(programme, view, card, place) for card, place in carried(cards, drag)]
        if len(places) > 1:
            self.moved_together.emit(places)
        else:
            self.moved.emit(drag.slot.id, places[0].start, places[0].room_id)

    def _create(self, point: QPointF) -> None:
        if self._view is None or self._shown is None:
            return
        place = self._geometry.place(self.sheet.along(point), point.y())
        room = self._view.rooms[place.column]
        start = moment_of(self._shown.programme, self._view.date, place.minute)
        self.created.emit(start, room.id if room else None)

    # keys -------------------------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab leaves all cards at once: the arrow keys go from one to the other."""
        way = QWidget.nextInFocusChain if next else QWidget.previousInFocusChain
        begun = self.window().focusWidget()
        here = cast("QWidget", way(begun))
        while here != begun:
            if _takes_tab(here) and here is not self and not self.isAncestorOf(here):
                here.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            here = cast("QWidget", way(here))
        return False

    def _keyed(self, item: SlotItem, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key is Qt.Key.Key_Escape and self.hand.drag is not None:
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item.slot.id)
        elif key is Qt.Key.Key_Space:
            self._click(item.slot.id)
        elif key in ARROWS and modifiers & Qt.KeyboardModifier.AltModifier:
            self._shift(item, key, longer=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key in ARROWS:
            self._walk(item, key)
        else:
            return
        event.accept()

    def _shift(self, item: SlotItem, key: Qt.Key, *, longer: bool) -> None:
        """Move by five minutes or to the next room, or change the length."""
        view = self._view
        assert view is not None
        card = self.cards.card(item.slot.id)
        across, down = self._step(key)
        if longer and down:
            minutes = max(item.slot.minutes + down * STEP, STEP)
            self.lengthened.emit(item.slot.id, minutes)
        if longer:
            return
        column = min(max(card.place.column + across, 0), len(view.rooms) - 1)
        drag = Drag.begin(item.slot, card.place, grip=0, upright=card in view.bands)
        drag = drag.at(Place(card.place.minute + down * STEP, column))
        cards = group(view, self.marked, item.slot.id)
        drag = kept_in(replace(view, first=0, last=LAST), cards, drag)
        if drag.changes:
            self._tell(drag, cards)

    def _step(self, key: Qt.Key) -> tuple[int, int]:
        across, down = ARROWS[key]
        return (-across if self._kit.rtl else across), down

    def _walk(self, item: SlotItem, key: Qt.Key) -> None:
        """Go to the nearest card in a direction."""
        assert self._view is not None
        every = ((card.slot.id, self.cards.place(card)) for card in self._view.everything)
        number = nearest(item.geometry(), every, key)
        if number is not None:
            there = self.cards.item(number)
            self.area.reveal(there.geometry())
            there.setFocus()
            self.chosen.emit(number)


def _takes_tab(widget: QWidget) -> bool:
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(stops) and widget.isVisible() and widget.isEnabled()
