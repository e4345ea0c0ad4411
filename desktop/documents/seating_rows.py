"""Rows of a hall on a plan: boxes on both sides of an aisle."""

from dataclasses import dataclass

from desktop.documents.pen import Pen
from desktop.documents.seated import Place
from desktop.documents.seating_marks import EMPTY, NUMBER, SEAT, WHITE, Hall, tone
from desktop.documents.tokens import GREY, HAIRLINE
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.paragraph import fit
from desktop.documents.typesetting.style import Style
from desktop.domain.places import first_row, row_letter, row_width

AISLE_MARK = Style("sans", 600, size=9, leading=10, colour=GREY)
ROW, ROW_GAP, BOX_GAP, AISLE = mm(15.5), mm(2.6), mm(1.4), mm(14)
NAMES = (7.6, 7.2, 6.8, 6.4, 6.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a block, from 0; drawn in the width of the sheet."""

    hall: Hall
    table: int
    row: int

    @property
    def height(self) -> float:
        """Of its boxes."""
        return ROW

    def draw(self, pen: Pen, y: float) -> None:
        """Draw with the boxes' top at `y`; free seats are shown."""
        tables = self.hall.plan.seating.tables
        table = tables[self.table]
        wide = row_width(table)
        box = (pen.width - AISLE - (wide - 2) * BOX_GAP) / wide
        left = (wide + 1) // 2
        letter = row_letter(first_row(tables, self.table) + self.row)
        for seat in range(wide):
            place = self.row * wide + seat + 1
            if place > table.places:
                break
            x = pen.left + seat * (box + BOX_GAP) + (AISLE - BOX_GAP) * (seat >= left)
            self._seat(pen, x, y, box, f"{letter}{seat + 1}", place)
        middle = pen.left + left * (box + BOX_GAP) - BOX_GAP + AISLE / 2
        pen.page.text(middle, y + ROW / 2 + 3, letter, AISLE_MARK, anchor="centre", rtl=False)

    def _seat(self, pen: Pen, x: float, y: float, wide: float, label: str, at: int) -> None:
        page, place = pen.page, self.hall.plan.at(self.table, at)
        behind = self.hall.plan.at(self.table, at, behind=True)
        with pen.document.artifact():
            page.rectangle(x, y, wide, ROW, fill=WHITE if place else EMPTY, stroke=HAIRLINE)
            if place is not None:
                page.rectangle(x, y, wide, mm(1.1), fill=tone(place))
        with pen.document.tag("Sect"):
            if place is not None:
                self._names(pen, x, y, wide, [one for one in (place, behind) if one])
                page.text(x + 3.5, y + ROW - 3.5, place.number, NUMBER, rtl=False)
            page.text(x + wide - 3.5, y + ROW - 3.5, label, SEAT, anchor="right", rtl=False)

    def _names(self, pen: Pen, x: float, y: float, wide: float, places: list[Place]) -> None:
        hall = self.hall
        names = [hall.name(places[0], honorific=False), *map(hall.interpreter, places[1:])]
        room = (ROW - mm(1.1) - 7) / len(names)
        leading = 1.32 if hall.rtl else 1.14
        y += mm(1.1)
        for name in names:
            block = fit([name], wide - 6, NAMES, lines=3, height=room, leading=leading).blocks[0]
            with pen.document.tag("P", language=block.language):
                pen.page.block(x + 3, y + block.leading, block, hang=0)
            y += block.height
