"""Everybody on a plan by name and office, with their seats, in balanced columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.documents.pen import Pen, each, together
from desktop.documents.seated import Place
from desktop.documents.seating_marks import NUMBER, Hall, tone
from desktop.documents.tokens import INK, NAVY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.language.translation import msgid

LISTED = Style("sans", 600, size=7.8, leading=9.6, colour=INK)
HEAD = Style("serif", 600, size=10.6, leading=12, colour=NAVY)
COLUMNS, COLUMN_GAP = 4, mm(6)
NUMBER_WIDE, SEAT_WIDE = mm(8), mm(11)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as it is listed: names and office under one another."""

    place: Place
    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """With the air after it."""
        return sum(block.height for block in self.blocks) + 4.5


class GuestList:
    """The list of a plan, drawn sheet by sheet."""

    def __init__(self, hall: Hall, width: float, *, by_name: bool) -> None:
        self.hall, self.by_name = hall, by_name
        self.column = (width - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS
        self.seats = not hall.plan.proposed
        self.waiting = [Entry(place, tuple(self._blocks(place))) for place in hall.plan.listed]

    def fits(self, room: float) -> bool:
        """Whether all that is left stands in `room` points below the heading."""
        return len(_columns(self.waiting, room - mm(9))) <= COLUMNS

    def draw(self, pen: Pen, y: float, bottom: float) -> None:
        """As much of it as the sheet holds; what is left stays waiting."""
        pen.rule(0, pen.width, y, NAVY, 0.8)
        title = msgid("Seats by name") if self.by_name else msgid("Order of precedence")
        heading = together(
            self.hall.wordings,
            lambda w: w.words.text(title),
            HEAD,
            HEAD.but(weight=400),
            "   ",
        )
        pen.text(0, y + 13, heading, role="H2")
        top = y + 28
        columns = _balanced(self.waiting, bottom - top)
        for at, column in enumerate(columns[:COLUMNS]):
            offset, below = at * (self.column + COLUMN_GAP), top
            for entry in column:
                self._entry(pen, offset, below, entry)
                below += entry.height
        self.waiting = [entry for column in columns[COLUMNS:] for entry in column]

    def _blocks(self, place: Place) -> Iterator[Block]:
        wide = self.column - NUMBER_WIDE - SEAT_WIDE * self.seats
        person = place.guest.person
        names = each(
            self.hall.wordings,
            lambda w: w.name(person, honorific=False),
            LISTED,
            LISTED.but(weight=400),
        )
        for _, name in names:
            yield name.at(7.8, 11 if name.tall else 9.6).set(wide)
        office = self.hall.office(place)
        if office is not None:
            yield office.at(7.4, 10.6 if office.tall else 9.4).set(self.column - NUMBER_WIDE)

    def _entry(self, pen: Pen, offset: float, y: float, entry: Entry) -> None:
        pen.area(offset, y - 6.4, mm(0.9), entry.height - 7, tone(entry.place))
        look = NUMBER.but(size=7.8)
        number = Paragraph(entry.place.number, look, setting="plain", rtl=False)
        with pen.document.tag("Sect"):
            pen.text(offset + mm(6), y, number, align="end")
            if self.seats:
                seat = Paragraph(entry.place.seat or "–", look, setting="plain", rtl=False)
                pen.text(offset + self.column, y, seat, align="end")
            for block in entry.blocks:
                y = pen.block(offset + NUMBER_WIDE, y, block)


def _balanced(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    """Columns as high as they need to be; as high as the room where it does not hold all."""
    if len(_columns(entries, room)) > COLUMNS:
        return _columns(entries, room)
    height = max(entry.height for entry in entries)
    while len(_columns(entries, height)) > COLUMNS:
        height += 2
    return _columns(entries, height)


def _columns(entries: Sequence[Entry], height: float) -> list[list[Entry]]:
    """The entries in their order, in columns no higher than `height`."""
    columns: list[list[Entry]] = []
    used = height + 1
    for entry in entries:
        if used + entry.height > height or not columns:
            columns.append([])
            used = 0.0
        columns[-1].append(entry)
        used += entry.height
    return columns
