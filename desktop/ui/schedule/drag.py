"""One gesture on the grid: what it would do if it ended now, which is one verb or nothing."""

from dataclasses import dataclass, replace

from desktop.domain.slot import Slot
from desktop.ui.schedule.geometry import Geometry, Place

NOWHERE = Place(0, 0)
"""Where a slot from the tray comes from."""


@dataclass(frozen=True, slots=True)
class Drag:
    """A slot that is held: by its middle to move it, by its lower edge to change its length.

    `grip` is in pixels how far below its top it is held; below its foot where `resizes` is set.
    `origin` is None for a slot from the tray. What lies over all rooms moves in time only
    (`upright`).
    """

    slot: Slot
    origin: Place | None
    place: Place
    minutes: int
    grip: float = 0.0
    resizes: bool = False
    upright: bool = False

    @staticmethod
    def begin(
        slot: Slot,
        origin: Place | None,
        *,
        grip: float,
        resizes: bool = False,
        upright: bool = False,
    ) -> "Drag":
        """Take hold of a slot."""
        return Drag(slot, origin, origin or NOWHERE, slot.minutes, grip, resizes, upright)

    def to(self, geometry: Geometry, x: float, y: float) -> "Drag":
        """The same gesture with the pointer somewhere else."""
        if self.resizes:
            return replace(self, minutes=geometry.resized(self.place, y - self.grip))
        there = geometry.moved(self.place, self.minutes, x, y, self.grip)
        return self.at(there)

    def at(self, place: Place) -> "Drag":
        """The same gesture at another place."""
        column = self.place.column if self.upright else place.column
        return replace(self, place=Place(place.minute, column))

    @property
    def changes(self) -> bool:
        """Whether it would change anything."""
        return self.place != self.origin or self.minutes != self.slot.minutes
