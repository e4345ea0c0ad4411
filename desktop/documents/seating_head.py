"""A head table on a plan: everybody looks at the hall."""

from dataclasses import dataclass

from desktop.documents.pen import Pen
from desktop.documents.seated import Place
from desktop.documents.seating_marks import RING, SEAT, TABLE, Hall, chair, disc, free, label
from desktop.documents.tokens import HAIRLINE, NAVY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import fit
from desktop.domain.places import label as seat_label
from desktop.domain.seating import Seat
from desktop.language.translation import msgid

PITCH, NARROW = mm(37), mm(24)
"""The widest place; under `NARROW` names stand at two heights, so that each has twice the room."""
RADIUS, BAR = mm(5), mm(8)
NAMES = (9.0, 8.8, 8.6, 8.4, 8.2, 8.0, 7.5, 7.0)
OFFICES = (7.4, 7.0)
"""Of offices and interpreters, never larger than the names."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """What stands above a place, from below: office, name, interpreter."""

    blocks: tuple[Block, ...]
    interpreted: bool

    @property
    def height(self) -> float:
        """With the interpreter's chair."""
        return sum(block.height for block in self.blocks) + 2.5 * RING * self.interpreted


class HeadTable:
    """A head table set in a width, ready to be drawn."""

    def __init__(self, hall: Hall, table: int, width: float) -> None:
        self.hall, self.table, self.width = hall, table, width
        self.count = hall.plan.seating.tables[table].places
        self.pitch = min(PITCH, width / self.count)
        self.staggered = self.pitch < NARROW and self.count > 1
        if self.staggered:  # the outermost names reach half a place beyond their own
            self.pitch = width / (self.count + 1)
        self.places = [hall.plan.at(table, at) for at in range(1, self.count + 1)]
        self.stacks = self._stacks((2 if self.staggered else 1) * self.pitch - mm(3))
        low, high = self.stacks[0::2], self.stacks[1::2]
        self.low = max((stack.height for stack in low), default=0.0)
        self.high = max((stack.height for stack in high), default=0.0)
        if not self.staggered:
            self.low, self.high = max(self.low, self.high), 0.0

    @property
    def height(self) -> float:
        """From the top of the names to the table's edge."""
        return self.low + self.high + mm(4) * self.staggered + mm(7) + self._foot + BAR

    @property
    def _foot(self) -> float:
        """From the middle of the discs to the table."""
        return mm(7) if self.hall.plan.proposed else mm(9.4)

    def draw(self, pen: Pen, y: float) -> None:
        """Draw with the names' top at `y`."""
        middle = (pen.left + pen.right) / 2
        left = middle - (self.count - 1) * self.pitch / 2
        discs = y + self.height - BAR - self._foot
        tables = self.hall.plan.seating.tables
        for at, (place, stack) in enumerate(zip(self.places, self.stacks, strict=True)):
            x = left + at * self.pitch
            self._seat(pen, x, discs, place, stack, raised=self.staggered and at % 2 == 1)
            if not self.hall.plan.proposed:
                name = seat_label(tables, Seat(0, self.table, at + 1))
                pen.page.text(x, discs + mm(7.8), name, SEAT, anchor="centre", rtl=False)
        top = discs + self._foot
        wide = self.count * self.pitch - mm(4)
        with pen.document.artifact():
            pen.page.rectangle(middle - wide / 2, top, wide, BAR, fill=NAVY, radius=mm(1.6))
        self._title(pen, middle, top + BAR / 2 + 2.8, wide)

    def _title(self, pen: Pen, x: float, y: float, wide: float) -> None:
        table = self.hall.plan.seating.tables[self.table]
        said = self.hall.said(table.name, msgid("Head table"), TABLE)
        if said is None:
            return
        block = fit([said], wide - mm(4), (8.0, 7.0, 6.0), lines=1, leading=1.25).blocks[0]
        label(pen, x, y, block, "centre")

    def _seat(
        self, pen: Pen, x: float, y: float, place: Place | None, stack: _Stack, *, raised: bool
    ) -> None:
        if place is None:
            free(pen, x, y, RADIUS)
            return
        foot = y - mm(6.8)
        if raised:
            foot -= self.low + mm(4)
            with pen.document.artifact():
                pen.page.rule(x, y - RADIUS - 1, x, foot + 3, HAIRLINE)
        with pen.document.tag("Sect"):
            for block in stack.blocks:
                label(pen, x, foot - block.height + 0.85 * block.leading, block, "centre")
                foot -= block.height
            if stack.interpreted:
                chair(pen, x, foot + stack.blocks[-1].leading * 0.1 - RING)
            disc(pen, x, y, RADIUS, place)

    def _stacks(self, width: float) -> list[_Stack]:
        """What stands above each place, names of one size and three lines at most."""
        hall = self.hall
        seated = [place for place in self.places if place]
        names = [hall.name(place) for place in seated]
        fitted = fit(names, width, NAMES, lines=3, leading=1.2)
        by_seat = dict(zip(map(id, seated), fitted.blocks, strict=True))
        small = min(OFFICES[0], fitted.size)
        return [
            self._stack(at, place, by_seat[id(place)], width, small)
            if place
            else _Stack((), False)
            for at, place in enumerate(self.places, 1)
        ]

    def _stack(self, at: int, place: Place, name: Block, width: float, small: float) -> _Stack:
        hall = self.hall
        by = hall.plan.at(self.table, at, behind=True)
        office = hall.office(place)
        texts = [office, hall.interpreter(by) if by else None]
        below, above = (
            fit([text], width, (small, OFFICES[1]), lines=3, leading=1.22).blocks if text else ()
            for text in texts
        )
        return _Stack((*below, name, *above), by is not None)
