"""The grid of a day with the tray of unscheduled slots beside it."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.gaps import first_gap
from desktop.domain.slot import Slot
from desktop.ui.kit import Kit
from desktop.ui.layout import frame, row, rule
from desktop.ui.panes import Pane, Panes
from desktop.ui.schedule.grid import Grid
from desktop.ui.schedule.model import in_order
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.schedule.tray import Tray


class Board(QWidget):
    """Passes on what its grid and tray want; a slot may be dragged from either to the other."""

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal(int, object, object)
    """Slot, start (aware; None: unscheduled), room id or None."""
    moved_together = Signal(object)
    lengthened = Signal(int, int)
    created = Signal(object, object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._shown: Snapshot | None = None
        self._day: date | None = None
        self.tray, self.grid = Tray(kit), Grid(kit)
        self.handle = kit.chip(kit.text("Unscheduled"))
        """Calls the tray where there is no room for it beside the grid."""
        tray = frame("drawer", row(self.tray, rule(upright=True), gap=0))
        self.setLayout(row(Panes(self.grid, start=Pane(tray, self.handle)), gap=0))
        for part in (self.grid, self.tray):
            part.chosen.connect(self.chosen)
        self.grid.opened.connect(self.opened)
        self.grid.moved.connect(self.moved)
        self.grid.moved_together.connect(self.moved_together)
        self.grid.lengthened.connect(self.lengthened)
        self.grid.created.connect(self.created)
        self.grid.left_at.connect(self._left_at)
        self.tray.carried.connect(self._carry)
        self.tray.dropped.connect(self.grid.drop)
        self.tray.given_up.connect(self.grid.cancel)
        self.tray.placed.connect(self._place)

    def show_day(self, shown: Snapshot, day: date, selected: int) -> None:
        """Show a day of a snapshot."""
        self._shown, self._day = shown, day
        waiting = shown.programme.unscheduled
        self.tray.show_slots(shown, waiting)
        self.handle.setText(f"{self.handle.accessibleName()} {len(waiting)}")
        self.grid.show_day(shown, day, selected)

    def _carry(self, slot: Slot, point: QPointF) -> None:
        self.grid.carry(slot, point)

    def _left_at(self, number: int, point: QPoint) -> None:
        """A slot that is let go over the tray has no time any more."""
        tray = QRect(self.tray.mapToGlobal(QPoint(0, 0)), self.tray.size())
        if self.tray.isVisible() and tray.contains(point):
            self.moved.emit(number, None, None)

    def _place(self, number: int) -> None:
        """Put a slot where the first room is free."""
        shown, day = self._shown, self._day
        if shown is None or day is None:
            return
        programme = shown.programme
        slot = next(slot for slot in programme.slots if slot.id == number)
        rooms = in_order(programme.rooms)
        room_id = slot.room_id or (rooms[0].id if rooms else None)
        start = first_gap(programme, day, slot.minutes, room_id)
        self.moved.emit(number, start, room_id)
