"""Where tables and seats lie on the floor of a hall, in pixels; arithmetic without a display.

Left and right are those of the hall as one looks at it, in every language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, cos, pi, sin
from typing import NamedTuple

from desktop.domain.places import row_width
from desktop.domain.seating import Seating, Shape, Table


class Spot(NamedTuple):
    """A seat: the table from 0, the place from 1, or the chair behind it."""

    table: int
    place: int
    behind: bool = False


class Rect(NamedTuple):
    """Left upper corner and size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, x: float, y: float) -> "Rect":
        """The same elsewhere."""
        return self._replace(x=self.x + x, y=self.y + y)


@dataclass(frozen=True, slots=True)
class Floor:
    """All of a hall: its size, its tables' surfaces, its seats."""

    width: float
    height: float
    tables: tuple[Rect, ...] = ()
    seats: dict[Spot, Rect] = field(default_factory=dict[Spot, Rect])


MARGIN, GAP = 20.0, 8.0
APART = 28.0
"""Between tables."""
SEAT_HIGH, CHAIR_HIGH = 54.0, 26.0
BAR_HIGH, AISLE = 34.0, 40.0
NARROWEST, WIDEST = 74.0, 132.0
ROUND_SEAT = 96.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A table with its seats, from a corner of its own."""

    width: float
    height: float
    table: Rect
    seats: dict[Spot, Rect]


def floor(seating: Seating, wide: float) -> Floor:
    """The hall laid out in a width; wider where a table does not fit into it."""
    room = max(wide - 2 * MARGIN, 200.0)
    behind = {(seat.table, seat.place) for seat in seating.seats if seat.behind}
    parts = [_part(at, table, room, behind) for at, table in enumerate(seating.tables)]
    tables: list[Rect] = []
    seats: dict[Spot, Rect] = {}
    y, whole = MARGIN, max([room, *(part.width for part in parts)])
    for line in _lines(parts, seating.tables, room):
        x = MARGIN + (whole - sum(part.width for part in line) - APART * (len(line) - 1)) / 2
        high = max(part.height for part in line)
        for part in line:
            top = y + (high - part.height) / 2
            tables.append(part.table.moved(x, top))
            seats |= {spot: rect.moved(x, top) for spot, rect in part.seats.items()}
            x += part.width + APART
        y += high + APART
    return Floor(whole + 2 * MARGIN, y - APART + MARGIN, tuple(tables), seats)


def _lines(parts: Sequence[_Part], tables: Sequence[Table], room: float) -> Iterator[list[_Part]]:
    """Round tables side by side as far as they fit; the others each on a line of its own."""
    line: list[_Part] = []
    used = 0.0
    for part, table in zip(parts, tables, strict=True):
        if table.shape is Shape.ROUND and line and used + APART + part.width <= room:
            line.append(part)
            used += APART + part.width
            continue
        if line:
            yield line
        line, used = [part], part.width if table.shape is Shape.ROUND else room + 1
    if line:
        yield line


def _part(at: int, table: Table, room: float, behind: set[tuple[int, int]]) -> _Part:
    laid = {Shape.HEAD: _head, Shape.ROUND: _round, Shape.ROWS: _rows}[table.shape]
    return laid(at, table, room, behind)


def _head(at: int, table: Table, room: float, behind: set[tuple[int, int]]) -> _Part:
    """Seats side by side above the table's edge; chairs behind stand above them."""
    pitch = min(max(room / table.places, NARROWEST + GAP), WIDEST + GAP)
    chairs = CHAIR_HIGH + 4 if any(spot[0] == at for spot in behind) else 0.0
    seats: dict[Spot, Rect] = {}
    for place in range(1, table.places + 1):
        x = (place - 1) * pitch + GAP / 2
        seats[Spot(at, place)] = Rect(x, chairs, pitch - GAP, SEAT_HIGH)
        if (at, place) in behind:
            seats[Spot(at, place, True)] = Rect(x, 0, pitch - GAP, CHAIR_HIGH)
    top, wide = chairs + SEAT_HIGH + 6, table.places * pitch
    return _Part(wide, top + BAR_HIGH, Rect(0, top, wide, BAR_HIGH), seats)


def _round(at: int, table: Table, _room: float, behind: set[tuple[int, int]]) -> _Part:
    """Seats round a table, the first at its head, clockwise; chairs behind stand outside."""
    across, down = _radii(table.places)
    out = CHAIR_HIGH + 4 if any(spot[0] == at for spot in behind) else 0.0
    wide, high = 2 * across + ROUND_SEAT, 2 * (down + out) + SEAT_HIGH
    middle_x, middle_y = wide / 2, high / 2
    seats: dict[Spot, Rect] = {}
    for place in range(1, table.places + 1):
        angle = 2 * pi * (place - 1) / table.places
        x = middle_x + across * sin(angle) - ROUND_SEAT / 2
        y = middle_y - down * cos(angle) - SEAT_HIGH / 2
        seats[Spot(at, place)] = Rect(x, y, ROUND_SEAT, SEAT_HIGH)
        if (at, place) in behind:
            beyond = -CHAIR_HIGH - 4 if cos(angle) > -0.01 else SEAT_HIGH + 4
            seats[Spot(at, place, True)] = Rect(x, y + beyond, ROUND_SEAT, CHAIR_HIGH)
    inner_x, inner_y = across - ROUND_SEAT / 2 - 6, down - SEAT_HIGH / 2 - 6
    radius = max(28.0, min(inner_x, inner_y, 58.0))
    surface = Rect(middle_x - radius, middle_y - radius, 2 * radius, 2 * radius)
    return _Part(wide, high, surface, seats)


def _radii(places: int) -> tuple[float, float]:
    """The least ellipse on which no two seats touch, and none the table."""
    across, down = ROUND_SEAT + 6, 84.0
    while not _free(places, across, down):
        across, down = across + 6, down + 3
    return across, down


def _free(places: int, across: float, down: float) -> bool:
    angles = [2 * pi * place / places for place in range(places)]
    centres = [(across * sin(angle), down * cos(angle)) for angle in angles]
    near = [(*one, *other) for one, other in zip(centres, centres[1:] + centres[:1], strict=True)]
    return places < 2 or all(
        abs(x - other_x) >= ROUND_SEAT + 4 or abs(y - other_y) >= SEAT_HIGH + 4
        for x, y, other_x, other_y in near
    )


def _rows(at: int, table: Table, room: float, behind: set[tuple[int, int]]) -> _Part:
    """A bar with the block's name, then its rows on both sides of an aisle."""
    count = row_width(table)
    pitch = min(max((room - AISLE) / count, NARROWEST + GAP), WIDEST + GAP)
    left, wide = (count + 1) // 2, count * pitch + AISLE
    chairs = CHAIR_HIGH + 4 if any(spot[0] == at for spot in behind) else 0.0
    step = SEAT_HIGH + chairs + GAP
    seats: dict[Spot, Rect] = {}
    for place in range(1, table.places + 1):
        row, seat = divmod(place - 1, count)
        x = seat * pitch + AISLE * (seat >= left) + GAP / 2
        y = BAR_HIGH + 10 + row * step
        seats[Spot(at, place)] = Rect(x, y, pitch - GAP, SEAT_HIGH)
        if (at, place) in behind:
            seats[Spot(at, place, True)] = Rect(x, y + SEAT_HIGH + 2, pitch - GAP, CHAIR_HIGH)
    high = BAR_HIGH + 10 + ceil(table.places / count) * step - GAP
    return _Part(wide, high, Rect(0, 0, wide, BAR_HIGH), seats)
