"""The hall as it is seen: tables and seats, each a widget with a name, focus and tip."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.ui.kit import Kit
from desktop.ui.schedule.keys import ARROWS, nearest
from desktop.ui.seating.faces import seat_face, table_name
from desktop.ui.seating.geometry import Floor, Rect, Spot, floor
from desktop.ui.seating.seat_item import SeatItem
from desktop.ui.seating.snapshot import Snapshot
from desktop.ui.seating.table_item import TableItem

BORDER = 32
"""Pixels from the edge of what is seen where a drag scrolls."""


class Hall(QScrollArea):
    """Shows a seating; knows no verbs."""

    drawn = Signal(int, QPointF)
    """The mouse moves with a guest in it, to a point of the screen."""
    let_go = Signal(int, QPointF)
    keyed = Signal(object, QKeyEvent)
    """A key on a seat that does not lead to another one."""
    focused = Signal(object)
    """The focus went to the seat of this spot."""
    seat_asked = Signal(object, QPointF)
    table_asked = Signal(int, QPointF)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Snapshot | None = None
        self._faulty: Collection[int] = ()
        self._floor = Floor(0, 0)
        self.ground = QWidget()
        self.ground.setProperty("box", "scrolled")
        self.ground.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.seats: dict[Spot, SeatItem] = {}
        self.tables: list[TableItem] = []
        self._current: Spot | None = None
        self.setWidget(self.ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(kit.text("Tables and seats"))

    # showing ----------------------------------------------------------------------------------

    def show_seating(self, shown: Snapshot, faulty: Collection[int]) -> None:
        """Show a seating; seats that are there already keep the focus."""
        self._shown, self._faulty = shown, faulty
        for table in self.tables:
            table.deleteLater()
        self.tables = [
            TableItem(self._kit, self.ground, at, table.shape, table_name(self._kit, shown, at))
            for at, table in enumerate(shown.seating.tables)
        ]
        for table in self.tables:
            table.asked.connect(self.table_asked)
            table.show()
        self._lay_out()

    def _lay_out(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self._floor = floor(shown.seating, self.viewport().width())
        high = max(self._floor.height, self.viewport().height())
        self.ground.resize(round(self._floor.width), round(high))
        for spot in self.seats.keys() - self._floor.seats.keys():
            self.seats.pop(spot).deleteLater()
        for spot, rect in self._floor.seats.items():
            self._seat(shown, spot).setGeometry(_at(rect))
        for table, rect in zip(self.tables, self._floor.tables, strict=True):
            table.setGeometry(_at(rect))
        self._rove(self._current)

    def _seat(self, shown: Snapshot, spot: Spot) -> SeatItem:
        face = seat_face(shown, spot, self._faulty)
        known = self.seats.get(spot)
        if known is not None:
            if known.face != face:
                known.show_face(face)
            return known
        made = self.seats[spot] = SeatItem(self._kit, self.ground, spot, face)
        made.drawn.connect(self._drawn)
        made.let_go.connect(self._let_go)
        made.keyed.connect(self._keyed)
        made.asked.connect(self._asked)
        made.show()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # pointing ---------------------------------------------------------------------------------

    def spot_at(self, point: QPointF) -> Spot | None:
        """The seat at a point of the screen; scrolls where the point is near the edge."""
        inside = self.viewport().mapFromGlobal(point.toPoint())
        if not self.viewport().rect().contains(inside):
            return None
        there = self.ground.mapFromGlobal(point.toPoint())
        self.ensureVisible(there.x(), there.y(), BORDER, BORDER)
        found = (spot for spot, item in self.seats.items() if item.geometry().contains(there))
        return next(found, None)

    def aim(self, spot: Spot | None) -> None:
        """Show where what is held would go."""
        for other, item in self.seats.items():
            item.mark(aimed=other == spot)

    def lift(self, guest_id: int) -> None:
        """Show that a guest is in the hand; 0 puts everybody back."""
        for item in self.seats.values():
            item.mark(lifted=bool(guest_id) and item.face.guest_id == guest_id)

    def light(self, ids: Collection[int]) -> None:
        """Mark the seats of some guests."""
        for item in self.seats.values():
            item.mark(lit=item.face.guest_id in ids)

    def go(self, spot: Spot) -> None:
        """Put the focus on a seat."""
        if (item := self.seats.get(spot)) is not None:
            self.ensureWidgetVisible(item)
            self._rove(spot)
            item.setFocus()
            self.focused.emit(spot)

    def spot_of(self, guest_id: int) -> Spot | None:
        """Where a guest sits; the first free seat for 0."""
        every = (spot for spot, item in self.seats.items() if item.face.guest_id == guest_id)
        return next(every, None)

    # the user ---------------------------------------------------------------------------------

    def _drawn(self, item: SeatItem, point: QPointF) -> None:
        if item.face.guest_id:
            self.drawn.emit(item.face.guest_id, point)

    def _let_go(self, item: SeatItem, point: QPointF) -> None:
        self.let_go.emit(item.face.guest_id, point)

    def _asked(self, item: SeatItem, point: QPointF) -> None:
        self.seat_asked.emit(item.spot, point)

    def _keyed(self, item: SeatItem, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in ARROWS:
            self.keyed.emit(item.spot, event)
            return
        event.accept()
        spots = list(self.seats)
        every = ((at, self.seats[spot].geometry()) for at, spot in enumerate(spots))
        found = nearest(item.geometry(), every, key)
        if found is not None:
            self.go(spots[found])

    def _rove(self, spot: Spot | None) -> None:
        """Let Tab lead to one seat only; the arrows lead on from there."""
        self._current = spot if spot in self.seats else next(iter(self.seats), None)
        for other, item in self.seats.items():
            chosen = other == self._current
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            if item.focusPolicy() is not policy:
                item.setFocusPolicy(policy)


def _at(rect: Rect) -> QRect:
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
