"""Rows of a hall on a plan: boxes on both sides of an aisle."""

from dataclasses import dataclass

from desktop.documents.pen import Pen
from desktop.documents.seated import Place
from desktop.documents.seating_marks import EMPTY, NUMBER, SEAT, WHITE, Hall, tone
from desktop.documents.tokens import GREY, HAIRLINE
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import fit
from desktop.documents.typesetting.style import Style
from desktop.domain.places import first_row, row_letter, row_width

AISLE_MARK = Style("sans", 600, size=9, leading=10, colour=GREY)
ROW, ROW_GAP, BOX_GAP, AISLE = mm(15.5), mm(2.6), mm(1.4), mm(14)
STRIPE, FIGURES = mm(1.1), 12.0
"""Height of the category's colour, and of the figures at the foot of a box."""
NAMES = (7.6, 7.2, 6.8, 6.4, 6.0)


@dataclass(frozen=True, slots=True)
class _Seat:
    """Who sits there, if anybody, and the names that the box shows."""

    place: Place | None
    names: tuple[Block, ...]

    @property
    def height(self) -> float:
        """What the names and figures need."""
        return STRIPE + sum(block.height for block in self.names) + FIGURES


class Row:
    """A row of a block, from 0, set in the width of the sheet; a long name makes it taller."""

    def __init__(self, hall: Hall, table: int, row: int, width: float) -> None:
        self.hall, self.table = hall, table
        tables = hall.plan.seating.tables
        wide, places = row_width(tables[table]), tables[table].places
        self.box = (width - AISLE - (wide - 2) * BOX_GAP) / wide
        self.left = (wide + 1) // 2
        self.letter = row_letter(first_row(tables, table) + row)
        first = row * wide + 1
        self.seats = [self._set(at) for at in range(first, min(first + wide, places + 1))]
        self.height = max(ROW, *(seat.height for seat in self.seats))

    def draw(self, pen: Pen, y: float) -> None:
        """Draw with the boxes' top at `y`; free seats are shown."""
        for place, seat in enumerate(self.seats):
            x = pen.left + place * (self.box + BOX_GAP) + (AISLE - BOX_GAP) * (place >= self.left)
            self._seat(pen, x, y, f"{self.letter}{place + 1}", seat)
        x = pen.left + self.left * (self.box + BOX_GAP) - BOX_GAP + AISLE / 2
        middle = y + self.height / 2 + 3
        pen.page.text(x, middle, self.letter, AISLE_MARK, anchor="centre", rtl=False)

    def _set(self, at: int) -> _Seat:
        """The names of a seat, guest's and interpreter's, as large as a usual box holds."""
        hall = self.hall
        place, behind = (hall.plan.at(self.table, at, behind=by) for by in (False, True))
        names = [hall.name(place)] if place else []
        names += [hall.interpreter(behind)] if place and behind else []
        room = (ROW - STRIPE - FIGURES) / max(1, len(names))
        fitted = (
            fit([name], self.box - 6, NAMES, lines=3, height=room, leading=1.14) for name in names
        )
        return _Seat(place, tuple(block for one in fitted for block in one.blocks))

    def _seat(self, pen: Pen, x: float, y: float, label: str, seat: _Seat) -> None:
        page, wide, foot = pen.page, self.box, y + self.height - 3.5
        fill = WHITE if seat.place else EMPTY
        with pen.document.artifact():
            page.rectangle(x, y, wide, self.height, fill=fill, stroke=HAIRLINE)
            if seat.place is not None:
                page.rectangle(x, y, wide, STRIPE, fill=tone(seat.place))
        with pen.document.tag("Sect"):
            if seat.place is not None:
                self._names(pen, x + 3, y + STRIPE + 1, seat.names)
                page.text(x + 3.5, foot, seat.place.number, NUMBER, rtl=False)
            page.text(x + wide - 3.5, foot, label, SEAT, anchor="right", rtl=False)

    @staticmethod
    def _names(pen: Pen, x: float, y: float, names: tuple[Block, ...]) -> None:
        for block in names:
            with pen.document.tag("P", language=block.language):
                pen.page.block(x, y + 0.9 * block.leading, block, hang=0)
            y += block.height
