"""The list of guests beside the hall; whoever is held may be put down in either."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.chip_line import ChipLine
from desktop.ui.kit import Kit
from desktop.ui.layout import Deck, col, frame, holder, row, rule
from desktop.ui.panes import Pane, Panes
from desktop.ui.seating.foresight import aimed, displaced, warning
from desktop.ui.seating.geometry import Spot
from desktop.ui.seating.guest_list import GuestList
from desktop.ui.seating.hall import Hall
from desktop.ui.seating.held import Held
from desktop.ui.seating.snapshot import Guest, Snapshot

LIST = 336
"""Pixels of the list."""


class Board(QWidget):
    """Turns gestures and keys into wishes; knows no verbs."""

    seated = Signal(int, object)
    """A guest is wanted at a spot."""
    freed = Signal(object)
    """These guests shall have no seat."""
    placed = Signal(int, int)
    """A guest is wanted at a place (from 1) of the order."""
    guest_asked = Signal(int, QPointF)
    table_asked = Signal(int, QPointF)
    said = Signal(str)
    """What the keys do now."""

    def __init__(self, kit: Kit, nothing: QWidget, *foot: QWidget) -> None:
        super().__init__()
        self._kit = kit
        self.shown: Snapshot | None = None
        self._waiting_only = False
        self.held = 0
        """The guest in the hand; 0 for nobody."""
        self._from_hall = self._given_up = False
        self.chips = ChipLine(kit)
        self.list, self.hall = GuestList(kit), Hall(kit)
        self.order = kit.tool("flag", kit.text("Protocol"))
        self.empty: QLabel = kit.note(kit.text("Everybody has a seat."), px=13)
        self.empty.setContentsMargins(16, 8, 16, 8)
        head = row(kit.heading(kit.text("Order of precedence")), None, self.order)
        left = col(
            row(head, margins=(16, 6, 16, 0)),
            row(self.chips, margins=(16, 0, 16, 0)),
            self.empty,
            holder(row((self.list, 1), margins=(16, 0, 16, 12))),
            gap=8,
        )
        left.setStretch(3, 1)
        side = frame("drawer", row(frame("", left, width=LIST), rule(upright=True), gap=0))
        self.handle = kit.chip(kit.text("Order of precedence"))
        """Calls the list where there is no room for it beside the hall."""
        self.stack = Deck()
        self.stack.addWidget(self.hall)
        self.stack.addWidget(nothing)
        right = holder(col((self.stack, 1), *foot, gap=0))
        self.setLayout(row(Panes(right, start=Pane(side, self.handle)), gap=0))
        self.hand = Held(kit, self)
        self._wire()

    def _wire(self) -> None:
        self.list.drawn.connect(partial(self._draw, from_hall=False))
        self.hall.drawn.connect(partial(self._draw, from_hall=True))
        for part in (self.list, self.hall):
            part.let_go.connect(self._let_go)
        self.list.picked.connect(self.pick)
        self.list.freed.connect(self._free)
        self.list.shifted.connect(self._shift)
        self.list.asked.connect(self.guest_asked)
        self.list.given_up.connect(self._give_up)
        self.list.chosen.connect(self._light)
        self.hall.keyed.connect(self._keyed)
        self.hall.focused.connect(self._focused)
        self.hall.seat_asked.connect(self._seat_asked)
        self.hall.table_asked.connect(self.table_asked)

    # showing ----------------------------------------------------------------------------------

    def show_seating(self, shown: Snapshot) -> None:
        """Show a seating as it is now."""
        self.cancel()
        self.shown = shown
        faulty = {id for fault in shown.board.faults for id in fault.attendee_ids}
        self.stack.setCurrentIndex(0 if shown.seating.tables else 1)
        self.hall.show_seating(shown, faulty)
        self._show_chips(shown)
        self._fill()
        self._light(self.list.current)

    def _show_chips(self, shown: Snapshot) -> None:
        kit, everybody = self._kit, self._everybody(shown)
        every, waiting = kit.number(len(everybody)), kit.number(len(self._waiting(shown)))
        self.chips.offer(
            [
                (kit.text("All {n}", n=every), None, lambda: self.narrow(only=False)),
                (kit.text("No seat yet {n}", n=waiting), None, lambda: self.narrow(only=True)),
            ],
            int(self._waiting_only),
        )

    def narrow(self, *, only: bool) -> None:
        """List only those who have no seat yet, or everybody."""
        self._waiting_only = only
        self._fill()

    def _fill(self) -> None:
        if (shown := self.shown) is not None:
            guests = self._waiting(shown) if self._waiting_only else self._everybody(shown)
            self.list.show_guests(shown, guests)
            self.empty.setVisible(self._waiting_only and not guests)

    def _everybody(self, shown: Snapshot) -> list[Guest]:
        return [shown.guests[rank.attendee.id] for rank in shown.board.ranks]

    def _waiting(self, shown: Snapshot) -> list[Guest]:
        seated = {seat.attendee_id for seat in shown.seating.seats}
        return [
            guest for guest in self._everybody(shown) if guest.expected and guest.id not in seated
        ]

    def light(self, ids: Sequence[int]) -> None:
        """Show where some guests sit."""
        self.hall.light(ids)
        spots = [spot for id in ids if (spot := self.hall.spot_of(id)) is not None]
        if spots:
            self.hall.go(spots[0])

    def _light(self, guest_id: int) -> None:
        self.hall.light((guest_id,) if guest_id else ())

    # in the hand ------------------------------------------------------------------------------

    def pick(self, guest_id: int) -> None:
        """Hold a guest by the keys: the arrows lead to a seat, Space puts them down."""
        if self.shown is None or not guest_id:
            return
        self.held = guest_id
        self.hall.lift(guest_id)
        spot = self.hall.spot_of(guest_id) or self.hall.spot_of(0)
        if spot is None:
            self.cancel()
            return
        self.hall.go(spot)

    def cancel(self) -> None:
        """Put back who is held."""
        self.held = 0
        self.hand.hide()
        self.hall.lift(0)
        self.hall.aim(None)
        self.list.aim(None)

    def put_down(self, spot: Spot) -> None:
        """Ask for a seat for who is held."""
        held, shown = self.held, self.shown
        self.cancel()
        if held and shown is not None:
            there = aimed(shown, held, spot)
            if shown.seating.sitter(there.table, there.place, behind=there.behind) != held:
                self.seated.emit(held, there)

    def _draw(self, guest_id: int, point: QPointF, *, from_hall: bool) -> None:
        """The mouse moves with a guest."""
        shown = self.shown
        if shown is None or self._given_up:
            return
        if self.held != guest_id:
            self.held, self._from_hall = guest_id, from_hall
            self.hall.lift(guest_id)
        spot = self.hall.spot_at(point)
        self.hall.aim(spot)
        self.list.aim(None if spot else self._gap(point))
        self.hand.show_name(shown.name(guest_id), *self._foreseen(shown, guest_id, spot))
        self.hand.lie(point)

    def _gap(self, point: QPointF) -> int | None:
        """Between which guests of the order a point lies, where it can be given by hand."""
        loose = self._waiting_only or self._from_hall
        return None if loose else self.list.place_at(point)

    def _let_go(self, _guest_id: int, point: QPointF) -> None:
        held, shown = self.held, self.shown
        self._given_up = False
        if not held or shown is None or self.hand.isHidden():
            return
        spot, gap = self.hall.spot_at(point), self._gap(point)
        if spot is not None:
            self.put_down(spot)
            return
        self.cancel()
        if self._from_hall and self.list.place_at(point) is not None:
            self.freed.emit([held])
        elif gap is not None:
            self._place(shown, held, gap)

    def _give_up(self) -> None:
        """Esc: nothing happens, also when the mouse is let go later."""
        self._given_up = not self.hand.isHidden()
        self.cancel()
        self.said.emit("")

    # the order --------------------------------------------------------------------------------

    def _shift(self, guest_id: int, steps: int) -> None:
        rank = self.shown.guests[guest_id].rank if self.shown else None
        if rank is not None and not self._waiting_only and rank.place + steps >= 1:
            self.placed.emit(guest_id, rank.place + steps)

    def _place(self, shown: Snapshot, guest_id: int, gap: int) -> None:
        """Ask for a place between two guests of the list."""
        everybody = self._everybody(shown)
        before = [one for one in everybody[:gap] if one.id != guest_id]
        last = before[-1].rank if before else None
        own = shown.guests[guest_id].rank
        if own is None:
            return
        place = last.place + 1 if last else 1
        if last is not None and own.place < last.place:
            place -= 1  # who goes down leaves a place above
        if place != own.place:
            self.placed.emit(guest_id, place)

    def _free(self, guest_id: int) -> None:
        self.freed.emit([guest_id])

    # keys and menus ---------------------------------------------------------------------------

    def _keyed(self, spot: Spot, event: QKeyEvent) -> None:
        key, sitter = Qt.Key(event.key()), self.hall.seats[spot].face.guest_id
        if key is Qt.Key.Key_Escape and self.held:
            self._give_up()
        elif key is Qt.Key.Key_Space and self.held:
            self.put_down(spot)
        elif key is Qt.Key.Key_Space:
            self.pick(sitter)
        elif key is Qt.Key.Key_Delete and sitter:
            self.freed.emit([sitter])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and sitter:
            item = self.hall.seats[spot]
            self.guest_asked.emit(sitter, QPointF(item.mapToGlobal(item.rect().center())))
        else:
            return
        event.accept()

    def _focused(self, spot: Spot) -> None:
        """Show where who is held by the keys would go, and what would come of it."""
        if not self.held or self.shown is None:
            return
        self.hall.aim(spot)
        words = " · ".join(filter(None, self._foreseen(self.shown, self.held, spot)))
        item = self.hall.seats[spot]
        item.setAccessibleDescription(words)
        self.said.emit(words or self._guide(self.shown, self.held))

    def _foreseen(self, shown: Snapshot, guest_id: int, spot: Spot | None) -> tuple[str, str]:
        """What becomes of who sits there, and what would be wrong."""
        if spot is None:
            return "", ""
        aim = (self._kit, shown, guest_id, spot)
        return displaced(*aim), warning(*aim)

    def _guide(self, shown: Snapshot, guest_id: int) -> str:
        return self._kit.text(
            "{person}: arrows to a seat · Space  put down · Esc  leave",
            person=shown.name(guest_id),
        )

    def _seat_asked(self, spot: Spot, point: QPointF) -> None:
        sitter = self.hall.seats[spot].face.guest_id
        if sitter:
            self.guest_asked.emit(sitter, point)
        else:
            self.table_asked.emit(spot.table, point)
