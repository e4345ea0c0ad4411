"""Where minutes and rooms lie on the grid, and back; plain arithmetic, no Qt.

Minutes count from midnight of the programme's day by the clock on the wall, so the small hours
after a reception are 1440 and more. Lengths are pixels; x runs from the reading start.
"""

from dataclasses import dataclass
from typing import NamedTuple

STEP = 5
"""Minutes to which a gesture snaps."""
GAP = 3
"""Pixels between a card and the lines round it."""
HOUR = 64.0
"""The least pixels of an hour at 100 %."""
NARROWEST = 148.0
"""The least pixels of a room's column."""
SHORTEST = 18.0
"""The least pixels of a card, whatever its length."""


class Rect(NamedTuple):
    """A rectangle by its start edge, top, width and height."""

    x: float
    y: float
    width: float
    height: float


class Place(NamedTuple):
    """Where something stands: from which minute, in which column."""

    minute: int
    column: int


@dataclass(frozen=True, slots=True)
class Geometry:
    """The grid of one day: from minute `first` to `last`, in equal columns.

    `width` is what the columns have together, `hour` the height of an hour.
    """

    first: int
    last: int
    columns: int
    width: float
    hour: float

    @property
    def height(self) -> float:
        """How high the day is."""
        return self.y(self.last) + GAP

    @property
    def column(self) -> float:
        """How wide a room is."""
        return self.width / max(self.columns, 1)

    def y(self, minute: float) -> float:
        """How far down a minute lies."""
        return GAP + (minute - self.first) * self.hour / 60

    def minute(self, y: float) -> float:
        """The minute that lies so far down."""
        return self.first + (y - GAP) * 60 / self.hour

    def card(
        self, place: Place, minutes: int, *, span: int = 1, lane: int = 0, lanes: int = 1
    ) -> Rect:
        """The rectangle of a slot; `lanes` share a column where slots overlap in one room."""
        wide = self.column * span / lanes
        x = self.column * place.column + wide * lane
        height = max(minutes * self.hour / 60 - 2, SHORTEST)
        return Rect(
            round(x) + GAP, round(self.y(place.minute)) + 1, round(wide) - 2 * GAP, round(height)
        )

    def place(self, x: float, y: float) -> Place:
        """The column and the snapped minute under a point."""
        column = int(x // self.column) if self.column else 0
        return Place(snapped(self.minute(y)), min(max(column, 0), max(self.columns - 1, 0)))

    def moved(self, start: Place, minutes: int, x: float, y: float, grip: float) -> Place:
        """Where a slot goes that is held `grip` pixels below its top, the pointer being at x, y.

        It keeps within the day's hours and columns.
        """
        there = self.place(x, y - grip)
        latest = max(self.last - minutes, self.first)
        return Place(min(max(there.minute, self.first), latest), there.column)

    def resized(self, start: Place, y: float) -> int:
        """How long a slot becomes whose lower edge is drawn down or up to y."""
        return max(snapped(self.minute(y)) - start.minute, STEP)


def snapped(minute: float) -> int:
    """The nearest full five minutes."""
    return round(minute / STEP) * STEP


def fitting(
    first: int, last: int, columns: int, *, width: float, height: float, zoom: float
) -> Geometry:
    """The geometry that fills what is seen of the grid, and scrolls where that is too small."""
    hours = max(last - first, 60) / 60
    fit = (height - 2 * GAP) / hours
    return Geometry(
        first,
        last,
        columns,
        max(width, NARROWEST * columns),
        max(HOUR * zoom, fit if zoom <= 1 else HOUR * zoom),
    )
