"""The programme of a day as time by rooms: drag to move, draw the edge for the length.

Slots are widgets of their own (slot_item), so they have names, focus and tips, and a drag repaints
little. A gesture (drag) ends in one signal, which the page turns into one verb.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.domain.slot import Slot
from desktop.services.planning import Placement
from desktop.ui.kit import Kit
from desktop.ui.layout import frame
from desktop.ui.schedule.clash_link import ClashLink, shared_minutes
from desktop.ui.schedule.drag import Drag
from desktop.ui.schedule.faces import band, face
from desktop.ui.schedule.geometry import STEP, Geometry, Place, Rect, fitting
from desktop.ui.schedule.group import carried, group, kept_in, sharing
from desktop.ui.schedule.keys import ARROWS, nearest
from desktop.ui.schedule.margins import Hours, RoomHeads
from desktop.ui.schedule.model import Card, DayView, clashing, day_view, moment_of
from desktop.ui.schedule.sheet import Sheet
from desktop.ui.schedule.slot_item import SlotItem
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.wording import person_name

SLOP = 5
"""Pixels that the mouse moves before a press becomes a drag."""
LAST = 48 * 60
"""Keys may take slots out of the hours that are shown."""
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
    """A slot was let go outside the grid, at a global point."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Snapshot | None = None
        self._view: DayView | None = None
        self._zoom = 1.0
        self.marked: frozenset[int] = frozenset()
        """The slots that are selected."""
        self._items: dict[int, SlotItem] = {}
        self._links: list[ClashLink] = []
        self._press: tuple[SlotItem, QPointF] | None = None
        self._guest: SlotItem | None = None
        self.sheet = Sheet(kit)
        self.heads, self.hours = RoomHeads(kit), Hours(kit)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.area.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.sheet.wanted.connect(self._create)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(frame("plain"), 0, 0)
        layout.addWidget(self.heads, 0, 1)
        layout.addWidget(self.hours, 1, 0)
        layout.addWidget(self.area, 1, 1)
        self.setAccessibleName(kit.text("Programme by time and room"))

    # showing ----------------------------------------------------------------------------------

    def show_day(self, shown: Snapshot, day: date, selected: int) -> None:
        """Show a day of a snapshot; cards that are there already keep the focus."""
        self.cancel()
        kit = self._kit
        self._shown, self._view = shown, day_view(shown, day)
        languages = shown.programme.event.languages
        self.heads.show_rooms(self._view.rooms, languages)
        wanted = {card.slot.id: card for card in self._view.cards}
        for number in [number for number in self._items if number not in wanted]:
            self._items.pop(number).deleteLater()
        for number, card in wanted.items():
            if number in self._items:
                self._items[number].show_slot(card.slot, face(kit, shown, card.slot))
            else:
                self._items[number] = self._item(card.slot)
        self.sheet.bands = tuple(band(kit, shown, card) for card in self._view.bands)
        kept = self.marked & self._items.keys()
        self.select(selected)
        self.mark(kept or self.marked)
        self._lay_out()

    def select(self, number: int) -> None:
        """Mark a slot as the one in the inspector, and show where else its speakers are."""
        if number not in self.marked:
            self.marked = frozenset({number} if number else ())
        shared = sharing(self._shown.programme, number) if self._shown else {}
        for one, item in self._items.items():
            item.mark(selected=one in self.marked, lit=self._names(shared.get(one, ())))

    def mark(self, numbers: Iterable[int]) -> None:
        """Select these slots, to be moved, copied or deleted together."""
        self.marked = frozenset(numbers) & self._items.keys()
        for one, item in self._items.items():
            item.mark(selected=one in self.marked, lit=item.lit)

    def mark_all(self) -> None:
        """Select all of the day."""
        self.mark(self._items)

    def _toggle(self, item: SlotItem) -> None:
        self.mark(self.marked ^ {item.slot.id})

    def _names(self, people: Iterable[int]) -> str:
        if self._shown is None:
            return ""
        known = map(self._shown.speakers.get, people)
        return ", ".join(person_name(self._kit, one) for one in known if one)

    def _item(self, slot: Slot) -> SlotItem:
        assert self._shown is not None
        item = SlotItem(self._kit, self.sheet, slot, face(self._kit, self._shown, slot))
        item.held.connect(self._held)
        item.toggled_mark.connect(self._toggle)
        item.drawn.connect(self._drawn)
        item.let_go.connect(self._let_go)
        item.opened.connect(self.opened)
        item.keyed.connect(self._keyed)
        item.show()
        return item

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
        self.hours.geometry_ = self._geometry
        self.heads.column = self._geometry.column
        for card in view.cards:
            self._items[card.slot.id].setGeometry(self.sheet.at(self._rect(card)))
        self._link()
        self._scrolled()
        self.sheet.update()

    def _rect(self, card: Card) -> Rect:
        return self._geometry.card(
            card.place, card.slot.minutes, span=card.span, lane=card.lane, lanes=card.lanes
        )

    def _link(self) -> None:
        """Mark what neighbouring cards have in common that they must not."""
        for link in self._links:
            link.deleteLater()
        assert self._view is not None
        assert self._shown is not None
        cards = {card.slot.id: card for card in self._view.cards}
        found = shared_minutes(cards, self._shown.clashes, self._geometry)
        self._links = [ClashLink(self._kit, self.sheet, self.sheet.at(rect)) for rect in found]

    def _scrolled(self, _value: int = 0) -> None:
        self.hours.scrolled = self.area.verticalScrollBar().value()
        self.heads.scrolled = self.area.horizontalScrollBar().value()
        self.hours.update()
        self.heads.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

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

    def _held(self, item: SlotItem, point: QPointF) -> None:
        self._press = (item, point)

    def _drawn(self, item: SlotItem, point: QPointF) -> None:
        if self._press is None or self._view is None:
            return
        if self.sheet.drag is None:
            _, start = self._press
            if (point - start).manhattanLength() < SLOP:
                return
            origin = next(c.place for c in self._view.cards if c.slot.id == item.slot.id)
            resizes = item.at_edge(start)
            grip = start.y() - item.height() if resizes else start.y()
            self.sheet.drag = Drag.begin(item.slot, origin, grip=grip, resizes=resizes)
        self._drag_to(item, item.mapTo(self.sheet, point))

    def carry(self, slot: Slot, point: QPointF) -> None:
        """Drag a slot in from outside; `point` is global."""
        if self._view is None:
            return
        if self._guest is None:
            self._guest = self._item(slot)
            self.sheet.drag = Drag.begin(slot, None, grip=8)
        seen = self.area.viewport()
        inside = seen.rect().contains(seen.mapFromGlobal(point).toPoint())
        self._guest.setVisible(inside)
        if inside:
            self._drag_to(self._guest, self.sheet.mapFromGlobal(point))

    def drop(self) -> None:
        """Let go of what was carried in."""
        if self._guest is not None:
            visible = self._guest.isVisible()
            self._finish(self._guest, keep=visible)

    def _drag_to(self, item: SlotItem, point: QPointF) -> None:
        before = self.sheet.drag
        if before is None:
            return
        drag = before.to(self._geometry, self.sheet.along(point), point.y())
        drag = kept_in(self._view, self._group(item), drag) if self._view else drag
        if drag == before and item.lifted:
            return
        for card, place in carried(() if drag.resizes else self._group(item), drag):
            self._lift(self._items[card.slot.id], place, card.slot.minutes)
        self._lift(item, drag.place, drag.minutes)
        self._show_drag(item, drag)

    def _lift(self, item: SlotItem, place: Place, minutes: int) -> None:
        item.setGeometry(self.sheet.at(self._geometry.card(place, minutes)))
        item.lifted = True
        item.raise_()

    def _group(self, item: SlotItem) -> tuple[Card, ...]:
        """The cards that go with the one that is held."""
        return group(self._view, self.marked, item.slot.id) if self._view else ()

    def _show_drag(self, item: SlotItem, drag: Drag) -> None:
        """Show what would be, with its clashes, before anything is decided."""
        assert self._shown is not None
        changed = self._result(drag)
        found = clashing(self._shown.programme, changed)
        item.face = face(self._kit, self._shown, changed, found)
        item.update()
        self.sheet.show_drag(drag)
        self.hours.drag = drag
        self.hours.update()
        for link in self._links:
            link.hide()

    def _result(self, drag: Drag) -> Slot:
        """The slot as it would be."""
        there = self._placement(drag.slot, drag.place)
        return replace(drag.slot, start=there.start, minutes=drag.minutes, room_id=there.room_id)

    def _placement(self, slot: Slot, place: Place) -> Placement:
        assert self._view is not None
        assert self._shown is not None
        room = self._view.rooms[place.column]
        start = moment_of(self._shown.programme, self._view.date, place.minute)
        return Placement(slot.id, start, room.id if room else None)

    def _let_go(self, item: SlotItem) -> None:
        pressed, self._press = self._press, None
        if self.sheet.drag is None:
            if pressed is not None:  # only now: an inspector that opens must not move the card
                self.mark((item.slot.id,))
                self.chosen.emit(item.slot.id)
            return
        point = self.cursor().pos()
        inside = QRect(self.mapToGlobal(self.rect().topLeft()), self.size()).contains(point)
        if not inside and not self.sheet.drag.resizes:
            self.left_at.emit(item.slot.id, point)
        self._finish(item, keep=inside or self.sheet.drag.resizes)

    def _finish(self, item: SlotItem, *, keep: bool) -> None:
        drag, cards = self.sheet.drag, self._group(item)
        self.cancel()
        if drag is not None and keep and drag.changes:
            self._tell(drag, cards)

    def _tell(self, drag: Drag, cards: Iterable[Card]) -> None:
        """Ask for what a gesture means."""
        if drag.resizes:
            self.lengthened.emit(drag.slot.id, drag.minutes)
            return
        places = [self._placement(card.slot, place) for card, place in carried(cards, drag)]
        if len(places) > 1:
            self.moved_together.emit(places)
        else:
            there = self._placement(drag.slot, drag.place)
            self.moved.emit(drag.slot.id, there.start, there.room_id)

    def cancel(self) -> None:
        """End a gesture as if it had not been."""
        self._press = None
        if self._guest is not None:
            self._guest.deleteLater()
            self._guest = None
        if self.sheet.drag is None:
            return
        self.sheet.drag = self.hours.drag = None
        for item in self._items.values():
            if item.lifted and self._shown is not None:
                item.lifted = False
                item.show_slot(item.slot, face(self._kit, self._shown, item.slot))
        self._lay_out()
        self.hours.update()

    def _create(self, point: QPointF) -> None:
        if self._view is None or self._shown is None:
            return
        place = self._geometry.place(self.sheet.along(point), point.y())
        room = self._view.rooms[place.column]
        start = moment_of(self._shown.programme, self._view.date, place.minute)
        self.created.emit(start, room.id if room else None)

    # keys -------------------------------------------------------------------------------------

    def _keyed(self, item: SlotItem, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key is Qt.Key.Key_Escape and self.sheet.drag is not None:
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item.slot.id)
        elif key is Qt.Key.Key_Space:
            self.chosen.emit(item.slot.id)
        elif key in ARROWS and modifiers & Qt.KeyboardModifier.AltModifier:
            self._shift(item, key, longer=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key in ARROWS:
            self._walk(item, key)
        else:
            return
        event.accept()

    def _shift(self, item: SlotItem, key: Qt.Key, *, longer: bool) -> None:
        """Move by five minutes or to the next room, or change the length."""
        assert self._view is not None
        place = next(card.place for card in self._view.cards if card.slot.id == item.slot.id)
        across, down = self._step(key)
        if longer and down:
            minutes = max(item.slot.minutes + down * STEP, STEP)
            self.lengthened.emit(item.slot.id, minutes)
            return
        if longer:
            return
        column = min(max(place.column + across, 0), len(self._view.rooms) - 1)
        there = Place(place.minute + down * STEP, column)
        drag = replace(Drag.begin(item.slot, place, grip=0), place=there)
        cards = self._group(item)
        drag = kept_in(replace(self._view, first=0, last=LAST), cards, drag)
        if drag.changes:
            self._tell(drag, cards)

    def _step(self, key: Qt.Key) -> tuple[int, int]:
        across, down = ARROWS[key]
        return (-across if self._kit.rtl else across), down

    def _walk(self, item: SlotItem, key: Qt.Key) -> None:
        """Go to the nearest card in a direction."""
        there = nearest(item, self._items.values(), key)
        if there is not None:
            there.setFocus()
            self.area.ensureWidgetVisible(there)
            self.chosen.emit(there.slot.id)
