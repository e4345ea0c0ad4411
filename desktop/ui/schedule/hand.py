"""What the mouse holds: one slot or several, which float above the grid until they are let go."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.slot import Slot
from desktop.ui.kit import Kit
from desktop.ui.schedule.cards import Cards
from desktop.ui.schedule.drag import NOWHERE, Drag
from desktop.ui.schedule.faces import face
from desktop.ui.schedule.geometry import Place
from desktop.ui.schedule.group import carried, group, kept_in, placed
from desktop.ui.schedule.lifted import Lifted
from desktop.ui.schedule.margins import Hours
from desktop.ui.schedule.model import Card, DayView
from desktop.ui.schedule.sheet import Sheet
from desktop.ui.schedule.slot_card import Face
from desktop.ui.schedule.slot_item import SlotItem
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.schedule.surroundings import Surroundings
from desktop.ui.schedule.view import View
from desktop.ui.turns import Turns

SLOP = 5
"""Pixels that the mouse moves before a press becomes a drag."""
BORDER = 24
"""Pixels from the edge of what is seen where a drag scrolls."""


class Hand(QObject):
    """One gesture at a time; it knows what it would mean, not what becomes of it."""

    began = Signal()
    gave = Signal(object, object)
    """A Drag that changes something, and the cards that go with it."""
    clicked = Signal(int)
    left = Signal(int, object)
    """A slot was let go outside the grid, at a point of the screen."""
    emptied = Signal()
    """Nothing is held any more."""

    def __init__(
        self, grid: QWidget, kit: Kit, sheet: Sheet, hours: Hours, area: View, cards: Cards
    ) -> None:
        super().__init__(grid)
        self._grid = grid
        self._kit, self._sheet, self._hours = kit, sheet, hours
        self._area, self._cards = area, cards
        self._shown: Snapshot | None = None
        self._view: DayView | None = None
        self._around: Surroundings | None = None
        self._press: tuple[SlotItem, QPointF] | None = None
        self._held: tuple[Card, ...] = ()
        self._turns = Turns(self)
        self.drag: Drag | None = None
        self.lifted: dict[int, Lifted] = {}

    def show(self, shown: Snapshot, view: DayView) -> None:
        """Hold nothing; what is taken next is of this day."""
        self.cancel()
        self._shown, self._view = shown, view

    # from press to release --------------------------------------------------------------------

    def take(self, item: SlotItem, point: QPointF) -> None:
        """The mouse is pressed on a card."""
        self._press = (item, point)

    def draw(self, item: SlotItem, point: QPointF, marked: Collection[int]) -> None:
        """The mouse moves with the card in it, and with all that are marked with it."""
        if self._press is None or self._view is None:
            return
        if self.drag is None:
            start = self._press[1]
            if (point - start).manhattanLength() < SLOP:
                return
            item.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._take_up(item, start, marked, self._view)
        self._to(QPointF(item.mapTo(self._sheet, point)))

    def _take_up(
        self, item: SlotItem, start: QPointF, marked: Collection[int], view: DayView
    ) -> None:
        card, resizes = self._cards.card(item.slot.id), item.at_edge(start)
        upright = card in view.bands
        grip = start.y() - item.height() if resizes else start.y()
        drag = Drag.begin(item.slot, card.place, grip=grip, resizes=resizes, upright=upright)
        others = () if resizes else group(view, marked, item.slot.id)
        self._begin(drag, (card, *(one for one in others if one is not card)))

    def let_go(self, item: SlotItem, point: QPointF) -> None:
        """The mouse is released."""
        pressed, self._press = self._press, None
        item.setCursor(Qt.CursorShape.OpenHandCursor)
        drag = self.drag
        if drag is None:
            if pressed is not None:  # only now: an inspector that opens must not move the card
                self.clicked.emit(item.slot.id)
            return
        inside = drag.resizes or _on_screen(self._grid).contains(point.toPoint())
        self.finish(keep=inside)
        if not inside:
            self.left.emit(item.slot.id, point.toPoint())

    def carry(self, slot: Slot, point: QPointF) -> None:
        """Drag a slot in from outside; `point` is of the screen."""
        if self.drag is None:
            self._begin(Drag.begin(slot, None, grip=8), (Card(slot, NOWHERE),))
        inside = _on_screen(self._area.viewport()).contains(point.toPoint())
        for one in self.lifted.values():
            one.setVisible(inside)
        if inside:
            self._to(self._sheet.mapFromGlobal(point))

    def drop(self) -> None:
        """Let go of what was carried in."""
        self.finish(keep=any(one.isVisible() for one in self.lifted.values()))

    def finish(self, *, keep: bool) -> None:
        """End the gesture; `keep` what it did."""
        drag, held = self.drag, self._held
        self.cancel()
        if drag is not None and keep and drag.changes:
            self.gave.emit(drag, held)

    def cancel(self) -> None:
        """End a gesture as if it had not been."""
        self._press = None
        if self.drag is None:
            return
        self._turns.stop()
        for number, one in self.lifted.items():
            one.hide()
            one.deleteLater()
            if number in self._cards.items:
                self._cards.items[number].lift(lifted=False)
        self.drag, self._held, self.lifted = None, (), {}
        self._sheet.show_drag(None)
        self._hours.show_drag(None)
        self.emptied.emit()

    # what is held -----------------------------------------------------------------------------

    def _begin(self, drag: Drag, held: tuple[Card, ...]) -> None:
        if self._shown is None:
            return
        self.drag, self._held = drag, held
        ids = {card.slot.id for card in held}
        self._around = Surroundings(self._shown.programme, ids)
        self.began.emit()

    def _to(self, point: QPointF) -> None:
        before, view = self.drag, self._view
        if before is None or view is None:
            return
        around = QRect(point.toPoint(), QSize(1, 1))
        self._area.reveal(around.adjusted(-BORDER, -BORDER, BORDER, BORDER) & self._sheet.rect())
        drag = before.to(self._sheet.geometry_, self._sheet.along(point), point.y())
        drag = kept_in(view, self._held, drag)
        if drag == before and self.lifted:
            return
        self.drag = drag
        self._sheet.show_drag(drag)
        self._hours.show_drag(drag)
        self._turns.begin(self._follow(drag, view))

    def _follow(self, drag: Drag, view: DayView) -> Iterator[None]:
        """Show what would be, with its clashes, before it is decided; the held card first."""
        shown, around = self._shown, self._around
        if shown is None or around is None:
            return
        goes = list(carried(self._held, drag))
        changed = [_changed(shown, view, card, place, drag) for card, place in goes]
        found = around.clashes(changed)
        for (card, place), slot in zip(goes, changed, strict=True):
            says = face(self._kit, shown, slot, found.get(slot.id, ()))
            self._float(card, says).lie(self._place(card, place, slot.minutes))
            yield

    def _float(self, card: Card, says: Face) -> Lifted:
        number = card.slot.id
        if number not in self.lifted:
            made = self.lifted[number] = Lifted(self._kit, self._sheet, says)
            if number in self._cards.items:
                self._cards.items[number].lift(lifted=True)
            made.show()
            for first in list(self.lifted.values())[:1]:
                first.raise_()
        self.lifted[number].show_face(says)
        return self.lifted[number]

    def _place(self, card: Card, place: Place, minutes: int) -> QRect:
        return self._sheet.at(self._sheet.geometry_.card(place, minutes, span=card.span))


def _changed(shown: Snapshot, view: DayView, card: Card, place: Place, drag: Drag) -> Slot:
    """The slot as it would be."""
    there = placed(shown.programme, view, card, place)
    minutes = drag.minutes if card.slot.id == drag.slot.id else card.slot.minutes
    return replace(card.slot, start=there.start, minutes=minutes, room_id=there.room_id)


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
